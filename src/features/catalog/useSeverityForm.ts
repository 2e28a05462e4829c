import { computed, shallowRef } from 'vue'
import type { Severity } from '@/domain/catalog/catalog'
import { severityScale, TOP_VALUE } from '@/domain/severity/severity'
import { checkSeverity } from '@/domain/severity/severityCheck'
import {
  editedSeverity,
  rebaseEdit,
  severitiesAfter,
  severityChangesBetween,
  type SeverityEdit,
} from '@/domain/severity/severityDraft'
import { isRecord } from '@/operator/drafts/readDraft'
import type { StoredDraft } from '@/operator/drafts/storedDrafts'
import { partsOf } from '@/operator/form/partsOf'
import { useWriteForm, type WriteResult } from '@/operator/form/useWriteForm'
import type { Step } from '@/operator/operation/step'
import { useOperation } from '@/operator/operation/useOperation'
import type { Management } from '@/operator/useManagement'
import { useFreshSeverities } from './useFreshSeverities'
import { useSeverityProblemText } from './useSeverityProblemText'
import { useSeveritySteps } from '@/operator/steps/useSeveritySteps'

/** A severity that is made (`base` null) or changed: what is typed, what it does to the scale, and how it is sent. */
export function useSeverityForm(management: Management, base: Severity | null) {
  const { provider, store } = management
  const { scaleOptions: options } = store
  const steps = useSeveritySteps()
  const operation = useOperation(provider)
  const fresh = useFreshSeverities(management, store.severities)
  const start: SeverityEdit = { base, name: base?.name ?? '', value: startValue(base, store.severities) }
  const form = shallowRef(start)
  const part = partsOf(form)

  const next = computed(() => editedSeverity(form.value))
  const problems = computed(() =>
    checkSeverity(form.value, { severities: fresh.list.value, options, incidents: store.incidents }),
  )
  /** The scale as it is, under the name that is typed: a new name is no new band. */
  const scale = computed(() => {
    const { base: from, name } = form.value
    const renamed =
      from && name.trim() ? severitiesAfter(fresh.list.value, from, { ...from, name: name.trim() }) : fresh.list.value
    return severityScale(renamed, options)
  })
  /** The scale as it would be; null while the value is none. */
  const preview = computed(() =>
    next.value
      ? severityScale(
          severitiesAfter(fresh.list.value, form.value.base, { ...next.value, name: next.value.name || '…' }),
          options,
        )
      : null,
  )
  /** The write; null = there is nothing to send, or nothing that could be sent. */
  function step(): Step | null {
    const { base: from } = form.value
    if (!next.value) return null
    if (!from) return steps.create(next.value)
    const changes = severityChangesBetween(from, next.value)
    return Object.keys(changes).length ? steps.change(from, changes) : null
  }

  /** Someone else has deleted or renamed it. */
  const isGone = shallowRef(false)
  async function save(): Promise<WriteResult> {
    const isAsShown = await fresh.confirm()
    if (fresh.error.value) return 'cancelled'
    isGone.value = !followServer()
    if (isGone.value || !isAsShown) return 'cancelled'
    const one = step()
    if (!one) return 'nothing'
    return (await operation.start([one])) ? 'saved' : 'cancelled'
  }

  const write = useWriteForm({
    operation,
    draft: {
      form: 'severity',
      target: base?.name ?? 'new',
      value: form,
      changed: () => form.value.name !== start.name || form.value.value !== start.value,
      titleOf: ({ name }: SeverityEdit) => name || base?.name || '…',
      restore: readEdit,
    },
    problems: () => problems.value,
    problemText: useSeverityProblemText(),
    save,
    steps() {
      const one = step()
      return one && [one]
    },
    saving: { busy: fresh.reading, error: fresh.error },
    isEmpty: () => base !== null && !problems.value.some(({ level }) => level === 'error') && !step(),
  })

  /** Whether it is still there: what is typed then stands on what the server has. */
  function followServer(): boolean {
    if (!base) return true
    const theirs = fresh.list.value.find(({ name }) => name === base.name)
    if (theirs) form.value = rebaseEdit(form.value, theirs)
    return theirs !== undefined
  }

  /** A draft was written over what the server had then. */
  function take(draft: StoredDraft) {
    const then = readEdit(draft.value)?.base
    write.stored.take(draft)
    followServer()
    const now = form.value.base
    if (then && now && then.value !== now.value) fresh.changed.value = [{ name: now.name, before: then.value, after: now.value }]
  }

  return {
    ...write,
    stored: { ...write.stored, take },
    name: part('name'),
    value: part('value'),
    moves: computed(() => problems.value.flatMap(problem => (problem.code === 'moves' ? problem.moves : []))),
    scale,
    preview,
    changed: fresh.changed,
    isGone,
  }
}

/** The first severity of a server is best the one that reaches to the top. */
function startValue(base: Severity | null, list: readonly Severity[]): string {
  if (base) return String(base.value)
  return list.some(({ value }) => value > 0) ? '' : String(TOP_VALUE)
}

function readEdit(value: unknown): SeverityEdit | null {
  if (!isRecord(value) || typeof value.name !== 'string' || typeof value.value !== 'string') return null
  const { name, value: typed, base } = value
  if (base === null) return { base, name, value: typed }
  if (!isRecord(base) || typeof base.name !== 'string' || typeof base.value !== 'number') return null
  return { base: { name: base.name, value: base.value }, name, value: typed }
}
