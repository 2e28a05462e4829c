import { computed, ref, shallowRef } from 'vue'
import { checkLabels, checkName, labelsOf, type LabelRow } from '@/domain/catalog/catalogCheck'
import { componentChangesBetween, type ComponentFields } from '@/domain/catalog/catalogContent'
import { componentFields, componentRecord, labelOf } from '@/domain/catalog/catalogRecord'
import type { ServiceComponent } from '@/domain/component/component'
import { isEmptyChange } from '@/domain/writing/sameContent'
import { isRecord } from '@/operator/drafts/readDraft'
import { partsOf } from '@/operator/form/partsOf'
import { useWriteForm, type WriteResult } from '@/operator/form/useWriteForm'
import type { Step } from '@/operator/operation/step'
import { useOwnWrites } from '@/operator/operation/ownWrites'
import { useOperation } from '@/operator/operation/useOperation'
import { useComponentSteps } from '@/operator/steps/useComponentSteps'
import type { Management } from '@/operator/useManagement'
import { useText } from '@/composables/useText'
import { useCatalogSave } from './useCatalogSave'
import { useFirstState, type FirstState } from './useFirstState'

/** A component as it is typed. */
interface ComponentEdit {
  /** What it was written over: what someone else changes in between is a conflict. */
  readonly base: ComponentFields
  readonly name: string
  readonly rows: readonly LabelRow[]
  /** Of a new one; null = all is well with it, or nothing is said. */
  readonly state: FirstState | null
}

/** Stands in what is shown for the id that the server has not chosen yet. */
const NEW_ID = '<id>'

/** What is typed about a new component, or about one that is there. */
export function useComponentForm(management: Management, component: ServiceComponent | null) {
  const { provider, store } = management
  const { t } = useText()
  const steps = useComponentSteps()
  const own = useOwnWrites(provider)
  const first = useFirstState(management)
  const operation = useOperation(provider)
  const form = shallowRef<ComponentEdit>(editOf(component ?? { name: '', labels: {} }))
  const part = partsOf(form)
  const mine = computed<ComponentFields>(() => ({
    name: form.value.name,
    labels: labelsOf(form.value.rows, form.value.base.labels),
  }))
  const changes = computed(() => componentChangesBetween(form.value.base, mine.value))
  // A key that stands there twice changes nothing, and is typed all the same.
  const unsaved = () =>
    !isEmptyChange(changes.value) || !!form.value.state || problems.value.some(({ code }) => code === 'labelKeyRepeated')
  /** Of a component that was made, whose first state could not be published. */
  const madeId = ref<string | null>(null)
  const isMade = ref(false)

  const problems = computed(() => [
    ...(isMade.value ? [] : checkName(form.value.name, component?.id ?? null, store.sentComponents)),
    ...checkLabels(form.value.rows, provider.config.components.orderLabel),
    ...first.check(form.value.state),
  ])
  const saving = useCatalogSave<ComponentFields>({
    operation,
    read: () => provider.api.getComponent(component!.id, { fresh: true }),
    recordOf: componentRecord,
    own: () => own.ofRecord('components', component!.id),
    stepFor(theirs, record) {
      const sent = componentChangesBetween(theirs, componentFields(record))
      return isEmptyChange(sent) ? null : steps.change({ ...theirs, id: component!.id }, sent)
    },
  })

  /** @param idOf the new component, for what is published about it */
  function creation(idOf: () => string | null): Step[] {
    const { name, labels } = mine.value
    const { state } = form.value
    const made = (id: string | null) => {
      madeId.value = id
      isMade.value = true
    }
    return [
      ...(isMade.value
        ? []
        : [steps.create({ name: name.trim(), ...(Object.keys(labels).length && { labels }) }, undefined, made)]),
      ...(state ? [first.step(idOf, name, state)] : []),
    ]
  }

  async function save(): Promise<WriteResult> {
    if (component) return saving.save(form.value.base, mine.value)
    const writes = creation(() => madeId.value)
    return !writes.length || (await operation.start(writes)) ? 'saved' : 'cancelled'
  }

  const write = useWriteForm({
    operation,
    draft: {
      form: 'component',
      target: component?.id ?? 'new',
      value: form,
      changed: unsaved,
      titleOf: ({ name }: ComponentEdit) => name || t('manage.components.new'),
      restore: readEdit,
    },
    problems: () => problems.value,
    problemText: ({ code }) => t(`manage.catalog.problem.${code}`),
    save,
    steps() {
      if (!unsaved()) return null
      if (!component) return creation(() => madeId.value ?? NEW_ID)
      return isEmptyChange(changes.value) ? null : [steps.change(component, changes.value)]
    },
    saving,
    isEmpty: () => component !== null && !unsaved(),
  })
  const { checks } = write

  return {
    ...write,
    name: part('name'),
    rows: part('rows'),
    state: part('state'),
    stateTitle: computed(() => (form.value.state ? first.titleOf(form.value.name, form.value.state) : '')),
    isMade,
    /** Rows of labels with something wrong. */
    marked: computed(
      () =>
        new Set(
          checks.shownOf('labels').flatMap(problem => ('rows' in problem && problem.level === 'error' ? problem.rows : [])),
        ),
    ),
    conflicts: saving.conflicts,
    decide: saving.answer,
    conflictName(field: string) {
      const key = labelOf(field)
      return key === null ? t('manage.fieldName.name') : t('manage.components.labelName', { key })
    },
  }
}

function editOf(base: ComponentFields): ComponentEdit {
  return { base, name: base.name, rows: Object.entries(base.labels).map(([key, value]) => ({ key, value })), state: null }
}

const isText = (one: unknown): one is string => typeof one === 'string'

/** A draft as it was kept; null where it cannot be read. */
function readEdit(value: unknown): ComponentEdit | null {
  if (!isRecord(value) || !isRecord(value.base) || !isRecord(value.base.labels)) return null
  const { base, name, rows } = value
  const areRows = Array.isArray(rows) && rows.every(row => isRecord(row) && isText(row.key) && isText(row.value))
  const isBase = isText(base.name) && Object.values(base.labels as object).every(isText)
  if (!isBase || !isText(name) || !areRows) return null
  return { base: base as unknown as ComponentFields, name, rows: rows as LabelRow[], state: readState(value.state) }
}

function readState(value: unknown): FirstState | null {
  if (!isRecord(value) || !isText(value.note)) return null
  const { severity, typeId, note } = value
  return { severity: typeof severity === 'number' ? severity : null, typeId: isText(typeId) ? typeId : null, note }
}
