import type { ActiveReference, ServiceComponent } from './component'
import { addTo } from '@/domain/lists'
import type { PhaseList } from '@/domain/catalog/catalog'
import type { Incident } from '@/domain/incident/incident'
import { timingAt } from '@/domain/incident/moment'
import { unclearAt } from '@/domain/incident/oddTimes'
import { sameItems } from '@/domain/sameValue'
import { levelOf, worstLevel, type Level, type SeverityScale } from '@/domain/severity/severity'
import { earliest } from '@/domain/time/earliest'
import { versionsOf } from '@/domain/incident/versions'

/** One impact that is active on a component. */
export interface ActiveImpact {
  readonly incident: Incident
  readonly typeId: string | null
  readonly severity: number | null
  readonly level: Level
}

/** A component at an instant. */
export interface ComponentState {
  readonly level: Level
  /** Named beside the level where something worse hides it. */
  readonly inMaintenance: boolean
  readonly impacts: readonly ActiveImpact[]
  /** When the worst of the active impacts began, epoch milliseconds; null = operational, or not known. */
  readonly since: number | null
  /** Incidents on it of which nobody can tell whether they go on (oddTimes): then it is unknown at least. Missing where there are none. */
  readonly unclear?: readonly Incident[]
}

/** Whether the maintenance must be named beside the level, since something worse hides it there. */
export const isMaintenanceBeside = ({ inMaintenance, level }: ComponentState): boolean =>
  inMaintenance && level.kind !== 'maintenance'

/** What is known when component states are computed. */
export interface Knowledge {
  readonly incidents: readonly Incident[]
  /** Whether the incidents around t are loaded at all. Without them nothing is known to be operational. */
  readonly incidentsLoaded: boolean
  /** Whether the incidents of a component are on record at t at all (`recordsSince`); by default those of all are. */
  readonly isRecorded?: ((component: ServiceComponent) => boolean) | undefined
  /** The phase lists that are known, by generation: the last phase of one tells that an incident is over whose times do not. */
  readonly generations?: ReadonlyMap<number, PhaseList> | undefined
}

/**
 * The state of every component at t (docs/domain.md, "A component at an instant"): every impact of the incidents ongoing at t,
 * the worst of them is its state. `activelyAffectedBy` is only a hint: an entry is judged by the times of its incident; one whose
 * incident is not loaded makes the component unknown until it is, and one that nobody can read for good. Of incidents that were
 * loaded twice the first counts, with all that the server lists under its id.
 * @param t epoch milliseconds
 * @returns states by component id, for the listed components
 */
export function componentStates(
  components: readonly ServiceComponent[],
  { incidents, incidentsLoaded, isRecorded = () => true, generations }: Knowledge,
  t: number,
  scale: SeverityScale,
): ReadonlyMap<string, ComponentState> {
  const byId = new Map<string, Incident>()
  for (const incident of incidents) if (!byId.has(incident.id)) byId.set(incident.id, incident)
  const active = new Map<string, ActiveImpact[]>()
  const add = (componentId: string, incident: Incident, typeId: string | null, severity: number | null) =>
    addTo(active, componentId, { incident, typeId, severity, level: levelOf(scale, severity) })
  for (const incident of [...byId.values()].flatMap(versionsOf))
    if (timingAt(incident, t) === 'ongoing')
      for (const { componentId, typeId, severity } of incident.impacts) add(componentId, incident, typeId, severity)
  const unclear = new Set(unclearAt([...byId.values()], t, generations))
  const unclearOn = new Map<string, Set<Incident>>()
  const doubt = (componentId: string, incident: Incident) =>
    unclearOn.set(componentId, (unclearOn.get(componentId) ?? new Set()).add(incident))
  for (const incident of unclear) for (const { componentId } of incident.impacts) doubt(componentId, incident)

  const unresolved = new Set(components.filter(({ hintsUnreadable }) => hintsUnreadable).map(({ id }) => id))
  for (const { id, activeReferences } of components) {
    const own = activeReferences.length ? [...(active.get(id) ?? [])] : []
    for (const hint of activeReferences) {
      const incident = byId.get(hint.incidentId)
      if (!incident) unresolved.add(id)
      for (const version of incident ? versionsOf(incident) : []) {
        if (unclear.has(version)) doubt(id, version)
        if (timingAt(version, t) === 'ongoing' && !isTold(own, active.get(id), version, hint))
          add(id, version, hint.typeId, hint.severity)
      }
    }
  }

  return new Map(
    components.map(component => {
      const isKnown = incidentsLoaded && !unresolved.has(component.id) && isRecorded(component)
      return [
        component.id,
        stateOf(active.get(component.id) ?? [], [...(unclearOn.get(component.id) ?? [])], isKnown, scale),
      ] as const
    }),
  )
}

/**
 * States as they are now, in which each that says the same as before is the very object of before; all of them are those of before
 * where nothing changed. Incidents and levels count as the same only as the same objects.
 */
export function withKnownStates(
  before: ReadonlyMap<string, ComponentState> | undefined,
  now: ReadonlyMap<string, ComponentState>,
): ReadonlyMap<string, ComponentState> {
  if (!before) return now
  let isNew = before.size !== now.size
  const states = new Map<string, ComponentState>()
  for (const [id, state] of now) {
    const old = before.get(id)
    const isKnown = old !== undefined && sameState(old, state)
    states.set(id, isKnown ? old : state)
    isNew ||= !isKnown
  }
  return isNew || !sameItems([...before.keys()], [...now.keys()]) ? states : before
}

function sameState(a: ComponentState, b: ComponentState): boolean {
  return (
    a.level === b.level &&
    a.inMaintenance === b.inMaintenance &&
    a.since === b.since &&
    sameItems(a.unclear ?? [], b.unclear ?? []) &&
    a.impacts.length === b.impacts.length &&
    a.impacts.every((one, index) => {
      const other = b.impacts[index]!
      return (
        one.incident === other.incident &&
        one.level === other.level &&
        one.typeId === other.typeId &&
        one.severity === other.severity
      )
    })
  )
}

/** The ids of incidents that only `activelyAffectedBy` knows: to be fetched by id (bounded by the caller) and judged. */
export function unresolvedHints(components: readonly ServiceComponent[], incidents: readonly Incident[]): string[] {
  const loaded = new Set(incidents.map(({ id }) => id))
  const hinted = components.flatMap(({ activeReferences }) => activeReferences.map(({ incidentId }) => incidentId))
  return [...new Set(hinted)].filter(id => !loaded.has(id))
}

// Looks only through the component's own impacts: an incident may affect thousands of components. A hint without a type says nothing
// that the incident's own impact does not say. Hints that contradict each other all count.
const isTold = (
  own: readonly ActiveImpact[],
  all: readonly ActiveImpact[] | undefined,
  incident: Incident,
  { typeId, severity }: ActiveReference,
) =>
  own.some(impact => impact.incident === incident && (typeId === null || impact.typeId === typeId)) ||
  (all?.some(impact => impact.incident === incident && impact.typeId === typeId && impact.severity === severity) ?? false)

function stateOf(
  impacts: readonly ActiveImpact[],
  unclear: readonly Incident[],
  known: boolean,
  scale: SeverityScale,
): ComponentState {
  const levels = impacts.map(({ level }) => level)
  const level = worstLevel(scale, known && !unclear.length ? levels : [...levels, scale.unknown])
  const begins = impacts.filter(impact => impact.level === level).map(({ incident }) => incident.beganAt)
  return {
    level,
    inMaintenance: levels.includes(scale.maintenance),
    impacts,
    since: earliest(begins),
    ...(unclear.length && { unclear }),
  }
}
