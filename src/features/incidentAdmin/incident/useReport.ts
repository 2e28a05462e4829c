import { useStorage } from '@vueuse/core'
import { computed, ref, shallowRef } from 'vue'
import { newDraft, type DraftKind, type IncidentDraft } from '@/domain/writing/incidentDraft'
import type { PhaseReference } from '@/domain/incident/incident'
import { defaultChoice } from '@/domain/severity/severityChoice'
import type { AppliedTemplate } from '@/features/incidentAdmin/templates/useTemplates'
import type { Management } from '@/operator/useManagement'
import { useMaintenanceType } from '@/operator/useMaintenanceType'
import { useWriting } from '@/operator/useWriting'
import type { Provider } from '@/stores/provider'
import { useWrittenNames } from './useWrittenNames'

/** What this operator chose last for a kind: mostly what is needed next. */
interface LastChoice {
  readonly typeId: string | null
  /** By impact type: the severity that went with it. */
  readonly severities: Readonly<Record<string, number>>
}

/**
 * The short way to a published incident: one type for all components, a severity for all or for each, begin and phase by
 * default. It makes the same draft as the editor does.
 */
export function useReport(
  { provider, store, clock, nameOf, firstPhase }: Management,
  kind: DraftKind,
  componentIds: readonly string[],
) {
  const { write } = useWriting(provider)
  const namesOf = useWrittenNames({ provider, nameOf })
  const maintenanceType = useMaintenanceType({ provider, store })
  const last = useLastChoice(provider, kind)
  const start = newDraft({ kind, now: clock.read(), phase: null })

  /** null = what is suggested. */
  const typedTitle = ref<string | null>(null)
  const description = ref('')
  const chosen = shallowRef(componentIds)
  const severity = shallowRef(kind === 'maintenance' ? 0 : (defaultChoice(store.scale)?.value ?? null))
  /** Of single components, where it is not that of all. */
  const severities = shallowRef<ReadonlyMap<string, number>>(new Map())
  const typeId = shallowRef(initialType())
  const beganAt = shallowRef(start.beganAt)
  const endedAt = shallowRef(start.endedAt)
  /** Of a template, a draft or the operator; null = the first one. */
  const phase = shallowRef<PhaseReference | null>(null)
  if (kind === 'incident' && typeId.value !== null) severity.value = severityWith(typeId.value)

  /**
   * What nobody chose is not claimed: the type that was chosen last, the only one there is, and for a maintenance the one that
   * is called so.
   */
  function initialType(): string | null {
    const types = store.impactTypes
    const remembered = types.find(({ id }) => id === last.value.typeId)
    const named = kind === 'maintenance' ? maintenanceType.value : undefined
    const only = types.length === 1 ? types[0] : undefined
    return (remembered ?? named ?? only)?.id ?? null
  }
  function severityWith(type: string): number | null {
    return last.value.severities[type] ?? severity.value
  }

  /** What it is called unless the operator has a better title. */
  const suggestedTitle = computed(() => {
    if (!chosen.value.length) return ''
    const components = namesOf(chosen.value)
    const type = store.impactTypes.find(({ id }) => id === typeId.value)
    const what = kind === 'maintenance' ? write('maintenance') : type?.name
    return what ? write('suggestedTitle', { components, what }) : components
  })
  const title = computed({
    get: () => typedTitle.value ?? suggestedTitle.value,
    // Back at the suggestion it follows what is chosen again.
    set: text => (typedTitle.value = text === suggestedTitle.value ? null : text),
  })
  const severityOf = (id: string) => severities.value.get(id) ?? severity.value
  const draft = computed<IncidentDraft>({
    get: () => ({
      kind,
      title: title.value.trim(),
      description: description.value,
      beganAt: beganAt.value,
      endedAt: endedAt.value,
      phase: phase.value ?? firstPhase(kind),
      impacts: [...new Set(chosen.value)].map(id => ({ componentId: id, typeId: typeId.value, severity: severityOf(id) })),
    }),
    set(from) {
      chosen.value = [...new Set(from.impacts.map(impact => impact.componentId))]
      severity.value = from.impacts[0]?.severity ?? severity.value
      severities.value = new Map(
        from.impacts.flatMap(({ componentId, severity: own }) =>
          own === null || own === severity.value ? [] : [[componentId, own] as const],
        ),
      )
      typeId.value = from.impacts[0]?.typeId ?? typeId.value
      title.value = from.title
      description.value = from.description
      beganAt.value = from.beganAt
      endedAt.value = from.endedAt
      // A new incident is always of the current generation (0402).
      phase.value = from.phase?.generation === store.currentGeneration ? from.phase : null
    },
  })

  const typed = () => [
    ...[typedTitle, description, chosen, severity, typeId, beganAt, endedAt, phase].map(one => one.value),
    [...severities.value],
  ]
  const atFirst = JSON.stringify(typed())

  return {
    title,
    description,
    chosen,
    severity,
    severities,
    /** With the type comes the severity that went with it the last time. */
    typeId: computed({
      get: () => typeId.value,
      set(id) {
        typeId.value = id
        if (id !== null && kind === 'incident') severity.value = severityWith(id)
      },
    }),
    beganAt,
    endedAt,
    phase: computed({ get: () => phase.value ?? firstPhase(kind), set: chosenPhase => (phase.value = chosenPhase) }),
    draft,
    apply(applied: AppliedTemplate) {
      title.value = applied.title
      description.value = applied.description
      if (kind === 'incident') severity.value = applied.severity ?? severity.value
      typeId.value = applied.typeId ?? typeId.value
      phase.value = applied.phase ?? phase.value
    },
    remember() {
      const { severities: before } = last.value
      const own = typeId.value !== null && severity.value !== null ? { [typeId.value]: severity.value } : {}
      last.value = { typeId: typeId.value ?? last.value.typeId, severities: { ...before, ...own } }
    },
    /** Whether there is anything typed that would be a pity to lose. */
    changed: () => JSON.stringify(typed()) !== atFirst,
  }
}

/** Whether the short way can show a draft whole: one type, and one impact a component. */
export function isReport({ kind, impacts }: IncidentDraft, asked: DraftKind): boolean {
  const [first] = impacts
  const isOneEach = new Set(impacts.map(({ componentId }) => componentId)).size === impacts.length
  return kind === asked && isOneEach && impacts.every(({ typeId }) => typeId === first?.typeId)
}

const useLastChoice = ({ config }: Provider, kind: DraftKind) =>
  useStorage<LastChoice>(
    `scs-status last ${kind} ${new URL(document.baseURI).pathname} ${config.apiUrl}`,
    { typeId: null, severities: {} },
    undefined,
    {
      // The dialog may be gone before anything else happens.
      flush: 'sync',
      mergeDefaults: true,
      // Kept nowhere: nothing is known then.
      onError: () => undefined,
    },
  )
