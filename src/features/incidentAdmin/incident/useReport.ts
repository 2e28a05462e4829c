import { useStorage } from '@vueuse/core'
import { computed, ref, shallowRef } from 'vue'
import type { IncidentDraft, DraftKind } from '@/domain/incidentDraft'
import { newDraft } from '@/domain/incidentDraft'
import type { PhaseReference } from '@/domain/incident'
import { setImpacts } from '@/domain/impactSet'
import { defaultChoice } from '@/domain/severityChoice'
import { useFormat } from '@/shared/composables/useFormat'
import { useText } from '@/shared/composables/useText'
import type { AppliedTemplate } from '@/features/incidentAdmin/templates/useTemplates'
import type { Management } from '@/operator/useManagement'
import type { Provider } from '@/stores/provider'

const MAX_NAMES = 3

/**
 * The short way to a published incident: one type and one severity for all components, begin and phase by default. It makes
 * the same draft as the editor does.
 */
export function useReport(
  { provider, store, clock, nameOf, firstPhase }: Management,
  kind: DraftKind,
  componentIds: readonly string[],
) {
  const { t } = useText()
  const format = useFormat()
  const lastType = useLastType(provider)
  const known = (id: string | null) => store.impactTypes.find(type => type.id === id)
  const start = newDraft({ kind, now: clock.read(), phase: null })

  const title = ref('')
  const description = ref('')
  const chosen = shallowRef(componentIds)
  const severity = shallowRef(kind === 'maintenance' ? 0 : (defaultChoice(store.scale)?.value ?? null))
  const typeId = shallowRef(known(lastType.value)?.id ?? store.impactTypes[0]?.id ?? null)
  const beganAt = shallowRef(start.beganAt)
  const endedAt = shallowRef(start.endedAt)
  /** Of a template or a draft; null = the first one. */
  const phase = shallowRef<PhaseReference | null>(null)

  /** What it is called unless the operator has a better title. */
  const suggestedTitle = computed(() => {
    if (!chosen.value.length) return ''
    const first = chosen.value.slice(0, MAX_NAMES).map(nameOf)
    const more = chosen.value.length - first.length
    const components = more ? t('banner.andMore', { names: first.join(', '), n: more }) : format.list(first)
    const what = kind === 'maintenance' ? t('level.maintenance') : known(typeId.value)?.name
    return what ? t('manage.report.suggestedTitle', { components, what }) : components
  })
  const draft = computed<IncidentDraft>({
    get: () => ({
      kind,
      title: title.value.trim() || suggestedTitle.value,
      description: description.value,
      beganAt: beganAt.value,
      endedAt: endedAt.value,
      phase: phase.value ?? firstPhase(kind),
      impacts: setImpacts([], chosen.value, { typeId: typeId.value, severity: severity.value }),
    }),
    set(from) {
      title.value = from.title
      description.value = from.description
      chosen.value = [...new Set(from.impacts.map(impact => impact.componentId))]
      severity.value = from.impacts[0]?.severity ?? severity.value
      typeId.value = from.impacts[0]?.typeId ?? typeId.value
      beganAt.value = from.beganAt
      endedAt.value = from.endedAt
      // A new incident is always of the current generation (0402).
      phase.value = from.phase?.generation === store.currentGeneration ? from.phase : null
    },
  })

  const typed = () => [title, description, chosen, severity, typeId, beganAt, endedAt, phase].map(one => one.value)
  const atFirst = JSON.stringify(typed())

  return {
    title,
    description,
    chosen,
    severity,
    typeId,
    beganAt,
    endedAt,
    suggestedTitle,
    draft,
    apply(applied: AppliedTemplate) {
      title.value = applied.title
      description.value = applied.description
      if (kind === 'incident') severity.value = applied.severity ?? severity.value
      typeId.value = applied.typeId ?? typeId.value
      phase.value = applied.phase ?? phase.value
    },
    remember: () => (lastType.value = typeId.value ?? lastType.value),
    /** Whether there is anything typed that would be a pity to lose. */
    changed: () => JSON.stringify(typed()) !== atFirst,
  }
}

/** Whether the short way can show a draft whole. */
export function isReport({ kind, impacts }: IncidentDraft, asked: DraftKind): boolean {
  const [first] = impacts
  return kind === asked && impacts.every(({ typeId, severity }) => typeId === first?.typeId && severity === first.severity)
}

/** The impact type that this operator used last: mostly the one that is needed next. */
const useLastType = ({ config }: Provider) =>
  useStorage<string | null>(`scs-status impact type ${new URL(document.baseURI).pathname} ${config.apiUrl}`, null, undefined, {
    // The dialog may be gone before anything else happens.
    flush: 'sync',
    // Kept nowhere: the first type is the default then.
    onError: () => undefined,
  })
