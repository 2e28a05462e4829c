import { computed, shallowRef } from 'vue'

interface Problem {
  readonly code: string
  readonly field: string
  readonly level: 'error' | 'warning'
}

/**
 * What is wrong with a form, when it is told: beside a field once the operator has been there or wants to send. Errors stop,
 * warnings ask once.
 */
export function useChecks<P extends Problem>(problems: () => readonly P[], textOf: (problem: P) => string) {
  const touched = shallowRef<ReadonlySet<string>>(new Set())
  const attempted = shallowRef(false)
  const accepted = shallowRef<ReadonlySet<string>>(new Set())
  const all = computed(problems)
  const errors = computed(() => all.value.filter(({ level }) => level === 'error'))
  const warnings = computed(() => all.value.filter(({ level }) => level === 'warning'))
  const asking = computed(() =>
    attempted.value && !errors.value.length ? warnings.value.filter(({ code }) => !accepted.value.has(code)) : [],
  )
  const of = (list: readonly P[], field: string) =>
    attempted.value || touched.value.has(field) ? list.filter(problem => problem.field === field).map(textOf) : []

  return {
    errors,
    /** Warnings that wait for the operator's word. */
    asking: computed(() => asking.value.map(textOf)),
    errorsOf: (field: P['field']) => of(errors.value, field),
    warningsOf: (field: P['field']) => of(warnings.value, field),
    shownOf: (field: P['field']) => (attempted.value || touched.value.has(field) ? all.value.filter(p => p.field === field) : []),
    touch: (field: P['field']) => (touched.value = new Set(touched.value).add(field)),
    /** The operator wants to send: whether nothing stands against it. What was asked once is not asked again. */
    pass({ accept = false } = {}): boolean {
      attempted.value = true
      if (errors.value.length) return false
      if (accept) accepted.value = new Set([...accepted.value, ...asking.value.map(({ code }) => code)])
      return !asking.value.length
    },
  }
}
