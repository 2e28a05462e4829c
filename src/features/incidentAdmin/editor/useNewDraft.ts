import { computed, shallowRef, watch } from 'vue'
import type { Impact, Incident, PhaseReference } from '@/domain/incident/incident'
import {
  changedFields,
  draftOf,
  duplicateOf,
  newDraft,
  type DraftKind,
  type IncidentDraft,
  type UpdateDraft,
} from '@/domain/writing/incidentDraft'
import { defaultChoice } from '@/domain/severity/severityChoice'
import { readRepeat, type Repeat } from '@/features/incidentAdmin/schedule/repeat'
import { isRecord, readIncidentDraft, readUpdateDraft } from '@/operator/drafts/readDraft'
import type { Management } from '@/operator/useManagement'

/** What an editor of a new incident begins with. */
interface NewStart {
  readonly kind: DraftKind
  /** To be duplicated. */
  readonly from: Incident | null
  /** An incident entirely in the past: its times are known, and it went through all phases. */
  readonly backfill: boolean
}

/** What is kept besides the draft: of a past incident its updates, and its id once it is published; of a maintenance its dates. */
export interface KeptDraft extends IncidentDraft {
  readonly late?: readonly UpdateDraft[]
  readonly published?: string | null
  readonly repeat?: Repeat
}

/** The draft of something new, and how it changes its kind. */
export function useNewDraft({ store, clock, phases, firstPhase, lastPhase }: Management, { kind, from, backfill }: NewStart) {
  const firstOf = (asked: DraftKind): IncidentDraft => {
    const fresh = newDraft({ kind: asked, now: clock.read(), phase: startPhase(asked) })
    return backfill ? { ...fresh, beganAt: null, endedAt: null } : fresh
  }
  function startPhase(asked: DraftKind): PhaseReference | null {
    return backfill ? lastPhase(asked) : firstPhase(asked)
  }
  const duplicate = from && duplicateOf(from, clock.read(), startPhase(draftOf(from).kind))
  const start = shallowRef<IncidentDraft>(duplicate ?? firstOf(kind))
  const draft = shallowRef(start.value)
  const late = shallowRef<readonly UpdateDraft[]>([])
  const published = shallowRef<string | null>(null)
  /** How a maintenance comes again; null = it takes place once. */
  const repeat = shallowRef<Repeat | null>(null)

  // A new incident is always of the current generation (0402), which may be read late, or be another one by now.
  const inCurrent = (one: IncidentDraft): IncidentDraft =>
    one.phase?.generation === store.currentGeneration ? one : { ...one, phase: startPhase(one.kind) }
  watch(phases, () => {
    start.value = inCurrent(start.value)
    draft.value = inCurrent(draft.value)
  })

  // Nobody had said which phase new ones begin with, and now somebody has.
  watch(
    () => startPhase(draft.value.kind),
    phase => {
      if (!draft.value.phase && phase) draft.value = { ...draft.value, phase }
    },
  )

  function changeKind(to: DraftKind) {
    const { kind: before, beganAt, endedAt, phase, impacts } = draft.value
    if (to === before) return
    const fresh = firstOf(to)
    // Times that nobody touched follow what is usual for the kind.
    const untouched = beganAt === start.value.beganAt && endedAt === start.value.endedAt
    const phaseOf = phase?.order === start.value.phase?.order ? fresh.phase : phase
    const times = untouched ? { beganAt: fresh.beganAt, endedAt: fresh.endedAt } : { beganAt, endedAt }
    start.value = fresh
    repeat.value = null
    draft.value = { ...draft.value, kind: to, ...times, phase: phaseOf, impacts: impacts.map(impact => asKind(impact, to)) }
  }

  function asKind(impact: Impact, to: DraftKind): Impact {
    if (to === 'maintenance') return { ...impact, severity: 0 }
    return impact.severity === 0 ? { ...impact, severity: defaultChoice(store.scale)?.value ?? null } : impact
  }

  /** All that is kept of it. One of an incident that is going on can be taken up by the short form as well. */
  const value = computed<KeptDraft>({
    get() {
      if (backfill) return { ...draft.value, late: late.value, published: published.value }
      return repeat.value ? { ...draft.value, repeat: repeat.value } : draft.value
    },
    set({ late: updates = [], published: id = null, repeat: again = null, ...rest }) {
      draft.value = inCurrent(rest)
      late.value = updates
      published.value = id
      repeat.value = again
    },
  })

  return {
    draft,
    late,
    published,
    repeat,
    value,
    changeKind,
    changed: () =>
      published.value !== null ||
      late.value.length > 0 ||
      repeat.value !== null ||
      changedFields(start.value, draft.value).size > 0,
  }
}

/** A stored draft of something new; null where it is none. */
export function readNewDraft(value: unknown): KeptDraft | null {
  const draft = readIncidentDraft(value)
  if (!draft || !isRecord(value)) return draft
  const repeat = readRepeat(value.repeat)
  const again = { ...draft, ...(repeat && draft.kind === 'maintenance' && { repeat }) }
  if (value.late === undefined) return again
  const late = Array.isArray(value.late) ? value.late.map(readUpdateDraft) : []
  const published = typeof value.published === 'string' ? value.published : null
  return { ...again, late: late.filter(update => update !== null), published }
}
