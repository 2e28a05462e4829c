import { computed, shallowRef } from 'vue'

export interface Problem {
  readonly code: string
  readonly field: string
  readonly level: 'error' | 'warning'
}

/**
 * What is wrong with a form, when it is told: beside a field once the operator has been there or wants to send. Errors stop,
 * warnings ask once: the attempt raises the question, and only what it has raised can be confirmed. What is typed in between
 * takes its question away, and never raises one.
 */
export function useValidation<P extends Problem>(problems: () => readonly P[], textOf: (problem: P) => string) {
  const touched = shallowRef<ReadonlySet<string>>(new Set())
  const attempted = shallowRef(false)
  const accepted = shallowRef<ReadonlySet<string>>(new Set())
  /** What the last attempt asked about. */
  const raised = shallowRef<ReadonlySet<string>>(new Set())
  const all = computed(problems)
  const errors = computed(() => all.value.filter(({ level }) => level === 'error'))
  const open = computed(() => all.value.filter(problem => problem.level === 'warning' && !accepted.value.has(keyOf(problem))))
  const asking = computed(() => (errors.value.length ? [] : open.value.filter(problem => raised.value.has(keyOf(problem)))))
  const of = (list: readonly P[], field: string) =>
    attempted.value || touched.value.has(field) ? list.filter(problem => problem.field === field).map(textOf) : []

  return {
    errors,
    /** Warnings that wait for the operator's word. */
    pendingWarnings: computed(() => asking.value.map(textOf)),
    errorsOf: (field: P['field']) => of(errors.value, field),
    warningsOf: (field: P['field']) =>
      of(
        all.value.filter(({ level }) => level === 'warning'),
        field,
      ),
    shownOf: (field: P['field']) => (attempted.value || touched.value.has(field) ? all.value.filter(p => p.field === field) : []),
    touch: (field: P['field']) => (touched.value = new Set(touched.value).add(field)),
    /**
     * The operator wants to send: whether nothing stands against it. What was asked once is not asked again.
     * @param accept the word on what is asked now; what was not asked yet is not covered by it
     */
    submit({ accept = false } = {}): boolean {
      attempted.value = true
      if (accept) accepted.value = new Set([...accepted.value, ...asking.value.map(keyOf)])
      raised.value = new Set(errors.value.length ? [] : open.value.map(keyOf))
      return !errors.value.length && !open.value.length
    },
    /** Back to the form: nothing is asked any more. */
    withdraw: () => (raised.value = new Set()),
    /** Something else is typed: a word that was given for what stood there before is none for this. */
    forget() {
      accepted.value = new Set()
      raised.value = new Set()
    },
  }
}

const keyOf = ({ code, field }: Problem) => `${field} ${code}`
