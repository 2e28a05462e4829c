import { computed, shallowRef } from 'vue'
import type { PhaseList } from '@/domain/catalog/catalog'
import { checkPhases, phaseNames, samePhases } from '@/domain/catalog/phaseDraft'
import { isRecord } from '@/operator/drafts/readDraft'
import { partsOf } from '@/operator/form/partsOf'
import { useWriteForm, type WriteResult } from '@/operator/form/useWriteForm'
import { useOperation } from '@/operator/operation/useOperation'
import { useAsyncRead } from '@/operator/operation/useAsyncRead'
import type { Management } from '@/operator/useManagement'
import { useText } from '@/composables/useText'
import { currentPhases, usePhaseSteps } from '@/operator/steps/usePhaseSteps'

/** A row of the list; the key stays with it when it moves. */
export interface PhaseItem {
  readonly key: string
  readonly name: string
}
interface PhaseEdit {
  /** The generation that the list was made from. */
  readonly base: PhaseList
  readonly items: readonly PhaseItem[]
}

export const phaseItem = (name = ''): PhaseItem => ({ key: crypto.randomUUID(), name })

/** The list of a new generation, made from the current one, and how it is published. */
export function usePhaseForm(management: Management, current: PhaseList) {
  const { provider } = management
  const { t } = useText()
  const steps = usePhaseSteps()
  const operation = useOperation(provider)
  const form = shallowRef<PhaseEdit>(startFrom(current))
  const items = partsOf(form)('items')
  const names = computed(() => phaseNames(items.value.map(({ name }) => name)))
  const isSame = computed(() => samePhases(names.value, form.value.base.names))
  const problems = computed(() => checkPhases(names.value))
  /** Published by someone else since the list was begun. */
  const theirs = shallowRef<PhaseList | null>(null)
  const { reading, error, read } = useAsyncRead()

  async function save(): Promise<WriteResult> {
    if (!(await isCurrent())) return 'cancelled'
    // Nothing takes a generation back: it is held some seconds, as a deletion is.
    return (await operation.start([steps.create(names.value)], { held: true })) ? 'saved' : 'cancelled'
  }

  const write = useWriteForm({
    operation,
    draft: {
      form: 'phases',
      target: 'new',
      value: form,
      changed: () => !isSame.value && names.value.some(name => name),
      titleOf: (edit: PhaseEdit) => edit.items.map(({ name }) => name).join(', '),
      restore: readEdit,
    },
    problems: () => problems.value,
    problemText: ({ code }) => t(`manage.phases.problem.${code}`),
    save,
    steps: () => (isSame.value ? null : [steps.create(names.value)]),
    saving: { busy: reading, error },
    isSent: () => operation.busy.value,
    isEmpty: () => isSame.value && !problems.value.some(({ level }) => level === 'error'),
  })

  /** Whether the list was begun from what is still the current generation. Otherwise that one is shown, and becomes the base. */
  async function isCurrent(): Promise<boolean> {
    theirs.value = null
    const { base } = form.value
    const now = await read(
      () => currentPhases(provider.api),
      () => base,
    )
    if (!now) return false
    if (now.generation === base.generation && samePhases(now.names, base.names)) return true
    theirs.value = now
    form.value = { ...form.value, base: now }
    return false
  }

  function takeTheirs() {
    if (theirs.value) form.value = startFrom(theirs.value)
    theirs.value = null
  }

  return {
    ...write,
    items,
    names,
    base: computed(() => form.value.base),
    theirs,
    takeTheirs,
  }
}

function startFrom(base: PhaseList): PhaseEdit {
  return { base, items: base.names.length ? base.names.map(name => phaseItem(name)) : [phaseItem()] }
}

function readEdit(value: unknown): PhaseEdit | null {
  if (!isRecord(value) || !isRecord(value.base) || !Array.isArray(value.items)) return null
  const { generation, names } = value.base
  const typed = value.items.map((item: unknown) => (isRecord(item) ? item.name : null))
  if (typeof generation !== 'number' || !isTexts(names) || !isTexts(typed)) return null
  return { base: { generation, names }, items: typed.map(name => phaseItem(name)) }
}

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(one => typeof one === 'string')
