import { computed, ref, shallowRef } from 'vue'
import { checkLabels, checkName, labelsOf, type CatalogProblem, type LabelRow } from '@/domain/catalogCheck'
import { componentChangesBetween, type ComponentFields } from '@/domain/catalogContent'
import type { ServiceComponent } from '@/domain/component'
import type { TextRecord } from '@/domain/conflict'
import { isEmptyChange } from '@/domain/sameContent'
import { isRecord } from '@/operator/drafts/readDraft'
import { useStoredDraft } from '@/operator/drafts/useStoredDraft'
import { useChecks } from '@/operator/form/useChecks'
import { useLeaveGuard } from '@/operator/form/useLeaveGuard'
import { useOperation } from '@/operator/operation/useOperation'
import type { Management } from '@/operator/useManagement'
import { useText } from '@/shared/composables/useText'
import { useCatalogSave } from './useCatalogSave'
import { useComponentSteps } from '@/operator/steps/useComponentSteps'

interface Edit {
  /** What it was written over: what someone else changes in between is a conflict. */
  readonly base: ComponentFields
  readonly name: string
  readonly rows: readonly LabelRow[]
}

const LABEL = 'label '
const rowsOf = (labels: ComponentFields['labels']) => Object.entries(labels).map(([key, value]) => ({ key, value }))
const recordOf = ({ name, labels }: ComponentFields): TextRecord => ({
  name,
  ...Object.fromEntries(Object.entries(labels).map(([key, value]) => [LABEL + key, value])),
})
const fieldsOf = (record: TextRecord): ComponentFields => ({
  name: record['name'] ?? '',
  labels: Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) =>
      key.startsWith(LABEL) && value !== null ? [[key.slice(LABEL.length), value]] : [],
    ),
  ),
})

/** What is typed about a new component, or about one that is there. */
export function useComponentForm(management: Management, component: ServiceComponent | null) {
  const { provider, store } = management
  const { t } = useText()
  const steps = useComponentSteps()
  const operation = useOperation(provider)
  const first: ComponentFields = component ?? { name: '', labels: {} }
  const form = shallowRef<Edit>({ base: first, name: first.name, rows: rowsOf(first.labels) })
  const part = <F extends 'name' | 'rows'>(field: F) =>
    computed<Edit[F]>({
      get: () => form.value[field],
      set: value => {
        form.value = { ...form.value, [field]: value }
        checks.touch(field === 'rows' ? 'labels' : 'name')
      },
    })
  const mine = computed<ComponentFields>(() => ({
    name: form.value.name,
    labels: labelsOf(form.value.rows, form.value.base.labels),
  }))
  const changes = computed(() => componentChangesBetween(form.value.base, mine.value))
  // A key that stands there twice changes nothing, and is typed all the same.
  const unsaved = () => !isEmptyChange(changes.value) || problems.value.some(({ code }) => code === 'labelKeyRepeated')

  const stored = useStoredDraft<Edit>({
    form: 'component',
    target: component?.id ?? 'new',
    value: form,
    changed: unsaved,
    titleOf: ({ name }) => name || t('manage.components.new'),
    restore,
  })
  const guard = useLeaveGuard(unsaved, stored.discard)
  const orderLabel = provider.config.components.orderLabel
  const problems = computed<CatalogProblem[]>(() => [
    ...checkName(form.value.name, component?.id ?? null, store.sentComponents),
    ...checkLabels(form.value.rows, orderLabel),
  ])
  const checks = useChecks(
    () => problems.value,
    ({ code }: CatalogProblem) => t(`manage.catalog.problem.${code}`),
  )
  const marked = computed(
    () =>
      new Set(checks.shownOf('labels').flatMap(problem => ('rows' in problem && problem.level === 'error' ? problem.rows : []))),
  )
  const saving = useCatalogSave<ComponentFields>({
    operation,
    read: () => provider.api.getComponent(component!.id, { fresh: true }),
    recordOf,
    stepFor(theirs, record) {
      const sent = componentChangesBetween(theirs, fieldsOf(record))
      return isEmptyChange(sent) ? null : steps.change({ id: component!.id, name: theirs.name }, sent)
    },
  })
  const created = () => {
    const { name, labels } = mine.value
    return steps.create({ name: name.trim(), ...(Object.keys(labels).length && { labels }) })
  }
  const nothing = ref(false)

  /** @returns whether it is saved now */
  async function save(accept: boolean): Promise<boolean> {
    if (operation.state.value === 'done') return false
    nothing.value = component !== null && !unsaved()
    if (nothing.value || !checks.pass({ accept })) return false
    const result = component ? await saving.save(form.value.base, mine.value) : (await operation.start([created()])) && 'saved'
    nothing.value = result === 'nothing'
    if (result !== 'saved') return false
    stored.discard()
    guard.release()
    return true
  }

  return {
    name: part('name'),
    rows: part('rows'),
    checks,
    marked,
    stored,
    guard,
    operation,
    saving,
    nothing,
    save,
    conflictName: (field: string) =>
      field === 'name' ? t('manage.fieldName.name') : t('manage.components.labelName', { key: field.slice(LABEL.length) }),
    /** What would be sent; null = nothing. */
    steps: computed(() => {
      if (isEmptyChange(changes.value)) return null
      return [component ? steps.change(component, changes.value) : created()]
    }),
  }
}

function restore(value: unknown): Edit | null {
  if (!isRecord(value) || !isRecord(value.base) || !isRecord(value.base.labels)) return null
  const { base, name, rows } = value
  const isText = (one: unknown): one is string => typeof one === 'string'
  const areRows = Array.isArray(rows) && rows.every(row => isRecord(row) && isText(row.key) && isText(row.value))
  const isBase = isText(base.name) && Object.values(base.labels as object).every(isText)
  return isBase && isText(name) && areRows ? { base: base as unknown as ComponentFields, name, rows: rows as LabelRow[] } : null
}
