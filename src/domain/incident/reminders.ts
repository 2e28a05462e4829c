import type { PhaseList } from '@/domain/catalog/catalog'
import { firstPhase, lastPhase } from '@/domain/writing/firstPhase'
import type { Incident, IncidentUpdate } from './incident'
import { kindOf, type DraftKind } from '@/domain/writing/incidentDraft'
import { MINUTE_MS } from '@/domain/time/units'
import type { IncidentsAt } from './moment'
import { phaseName } from './phase'

/** Readers of an ongoing incident wait no longer than this for news (ours). */
const QUIET_MS = 30 * MINUTE_MS
/** Whoever looks back further than a weekend wants to read, not to be told what to do (ours). */
const OVER_MS = 3 * 24 * 60 * MINUTE_MS

/** What an operator may have forgotten about an incident or a maintenance. */
export interface Reminder {
  /**
   * `quiet`: nothing was said for long; `silent`: nothing was said at all; `begun`: a maintenance that has begun says that it is
   * still to come; `over`: its end has passed, and its phase is not the last.
   */
  readonly kind: 'quiet' | 'silent' | 'begun' | 'over'
  readonly incident: Incident
  /** Since when: of the last update, the begin, or the end; epoch milliseconds. */
  readonly since: number
  /** The name of its phase, where that is what is wrong. */
  readonly phase: string | null
}

type WantedPhases = Readonly<Record<DraftKind, string | null>>

/** What of it is known by now. */
interface Known extends Pick<IncidentsAt, 'ongoing' | 'inProgress' | 'past'> {
  /** The newest update of each ongoing incident; null or missing = not known, or none (the incident itself tells which). */
  readonly newestUpdates: ReadonlyMap<string, IncidentUpdate | null>
  readonly generations: ReadonlyMap<number, PhaseList>
  /** The configured names of first and last phases; null = the first and the last of the list. */
  readonly firstPhase: WantedPhases
  readonly lastPhase: WantedPhases
}

/**
 * What is due at an instant, what has waited longest first (ours). Nothing is reminded of that is not known for certain.
 * @param now epoch milliseconds
 */
export function remindersAt(now: number, known: Known): readonly Reminder[] {
  const { ongoing, inProgress, past, generations } = known
  const listOf = ({ phase }: Incident) => (phase && generations.get(phase.generation)) ?? null
  const nameOf = ({ phase }: Incident) => phaseName(phase, generations)

  function isFirst(incident: Incident): boolean {
    const list = listOf(incident)
    return (
      list !== null && list.names.length > 1 && firstPhase(list, known.firstPhase.maintenance)?.order === incident.phase?.order
    )
  }
  function isLast(incident: Incident): boolean {
    const last = lastPhase(listOf(incident), known.lastPhase[kindOf(incident)])
    return last !== null && last.order === incident.phase?.order
  }

  const waiting = ongoing.flatMap((incident): Reminder[] => {
    const isSilent = incident.updateOrders.length === 0
    const since = isSilent ? incident.beganAt : (known.newestUpdates.get(incident.id)?.createdAt ?? null)
    if (since === null || now - since < QUIET_MS) return []
    return [{ kind: isSilent ? 'silent' : 'quiet', incident, since, phase: null }]
  })
  const begun = inProgress.flatMap((incident): Reminder[] => {
    if (kindOf(incident) !== 'maintenance' || incident.beganAt === null || !isFirst(incident) || isLast(incident)) return []
    return [{ kind: 'begun', incident, since: incident.beganAt, phase: nameOf(incident) }]
  })
  const over = past.flatMap((incident): Reminder[] => {
    const { endedAt } = incident
    const phase = nameOf(incident)
    if (endedAt === null || endedAt > now || now - endedAt > OVER_MS || phase === null || isLast(incident)) return []
    return [{ kind: 'over', incident, since: endedAt, phase }]
  })
  return [...waiting, ...begun, ...over].sort((a, b) => a.since - b.since)
}
