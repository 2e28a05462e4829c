import type { Day, Span } from '@/domain/time/calendar'
import type { ServiceComponent } from './component'
import { addTo, compare } from '@/domain/lists'
import type { Incident } from '@/domain/incident/incident'
import { endsBeforeItBegins } from '@/domain/incident/moment'
import { levelOf, type Level, type SeverityScale } from '@/domain/severity/severity'
import { mergedSpans, overlap, sharedMs } from '@/domain/time/spans'
import { allVersions, onceEach, versionsOf } from '@/domain/incident/versions'

/** An impact laid out in time: it spans its whole incident. Epoch milliseconds; open ends are infinite. */
export interface ImpactSpan extends Span {
  readonly level: Level
  readonly incident: Incident
  /** It marks the days that it overlaps, but no minute of them counts: see doubtSpans. */
  readonly isDoubt?: true
}

/** A stretch of time in which the same levels are active. Segments of one component never overlap. */
export interface Segment extends Span {
  /** The worst active level, maintenance included. */
  readonly level: Level
  /** The worst active level that is not maintenance; null while there is maintenance alone. */
  readonly worstBand: Level | null
  readonly maintenance: boolean
  /** The largest active weight, whole percent. */
  readonly weight: number
}

/**
 * Lays all impacts out in time, by component id, in one pass. An incident that ends before it begins affects no time;
 * one of zero length has a span of zero length, which marks its day and weighs nothing. An unknown begin reaches back
 * to the start of what is loaded, since spans are always cut to what was observed; one that cannot be read reaches nowhere: its
 * incident marks the day of its end, the only one that it names, as one of zero length does (what else it leaves unknown: doubtSpans).
 * @param components whose hints (`activelyAffectedBy`) on these incidents are laid out as well, by the times of the incident
 * and where its own impacts do not tell them, as the component's state takes them (docs/domain.md, "Hints")
 */
export function impactSpans(
  incidents: readonly Incident[],
  scale: SeverityScale,
  components: readonly ServiceComponent[] = [],
): ReadonlyMap<string, ImpactSpan[]> {
  const spans = new Map<string, ImpactSpan[]>()
  const add = (componentId: string, incident: Incident, severity: number | null) => {
    const { beganAt, endedAt, beginUnreadable } = incident
    const end = endedAt ?? Infinity
    const start = beginUnreadable ? end : (beganAt ?? -Infinity)
    addTo(spans, componentId, { start, end, level: levelOf(scale, severity), incident })
  }
  const hinted = components.filter(({ activeReferences }) => activeReferences.length)
  // What is told of a component: the incident alone, and with each of its types. Sets, so that many hints cost no search. Each of those
  // that share an id is one of its own here.
  const toldOf = new Map(hinted.map(({ id }) => [id, new Map<Incident, Set<string | null>>()]))
  const affectsTime = (incident: Incident) =>
    !endsBeforeItBegins(incident) && !(incident.beginUnreadable && incident.endedAt === null)
  for (const incident of allVersions(incidents)) {
    if (!affectsTime(incident)) continue
    for (const { componentId, typeId, severity } of incident.impacts) {
      add(componentId, incident, severity)
      const told = toldOf.get(componentId)
      told?.set(incident, (told.get(incident) ?? new Set<string | null>([null])).add(typeId))
    }
  }
  if (!hinted.length) return spans

  const byId = new Map(onceEach(incidents).map(incident => [incident.id, incident]))
  for (const { id, activeReferences } of hinted) {
    const told = toldOf.get(id)!
    const added = new Set<string>()
    for (const { incidentId, typeId, severity } of activeReferences) {
      const incident = byId.get(incidentId)
      const hint = JSON.stringify([incidentId, typeId, severity])
      if (!incident || added.has(hint)) continue
      added.add(hint)
      const untold = versionsOf(incident).filter(version => affectsTime(version) && !told.get(version)?.has(typeId))
      for (const version of untold) add(id, version, severity)
    }
  }
  return spans
}

/**
 * Cuts overlapping spans into segments by a sweep, n log n. Each instant belongs to one segment; time in which nothing is
 * active belongs to none.
 */
export function segmentsOf(spans: readonly ImpactSpan[], scale: SeverityScale): Segment[] {
  const edges = spans
    .filter(({ start, end, isDoubt }) => end > start && !isDoubt)
    .flatMap(({ start, end, level }) => [
      { at: start, rank: level.rank, change: 1 },
      { at: end, rank: level.rank, change: -1 },
    ])
    .sort((a, b) => compare(a.at, b.at))
  const active = scale.levels.map(() => 0)
  const segments: Segment[] = []
  edges.forEach((edge, index) => {
    active[edge.rank]! += edge.change
    const end = edges[index + 1]?.at
    if (end === undefined || end === edge.at) return
    const segment = activeSegment(active, scale, { start: edge.at, end })
    if (segment) segments.push(segment)
  })
  return segments
}

function activeSegment(active: readonly number[], scale: SeverityScale, span: Span): Segment | null {
  let level: Level | null = null
  let worstBand: Level | null = null
  let weight = 0
  for (const candidate of scale.levels) {
    if (!active[candidate.rank]) continue
    level = candidate
    if (candidate !== scale.maintenance) worstBand = candidate
    weight = Math.max(weight, candidate.weight)
  }
  return level && { ...span, level, worstBand, maintenance: active[scale.maintenance.rank]! > 0, weight }
}

/** What was loaded about a component and may be told: disjoint spans, ascending, epoch milliseconds. */
export type Observed = readonly Span[]

/**
 * What is observed: the loaded spans, from the start of the records, until now. Nothing outside is ever shown as fine.
 * @param recordsSince epoch milliseconds; null = no such limit
 */
export function observedSpans(loaded: readonly Span[], recordsSince: number | null, now: number): Observed {
  return mergedSpans(
    loaded.map(({ start, end }) => ({ start: Math.max(start, recordsSince ?? -Infinity), end: Math.min(end, now) })),
  )
}

/** A calendar day of a component (docs/domain.md, "Day colours"). */
export interface DayStatus {
  readonly day: Day
  /** The worst level of the impacts that overlap the observed part of the day; null = no data. */
  readonly level: Level | null
  /** The incidents behind it, in order of their begin. */
  readonly incidents: readonly Incident[]
  /** Milliseconds by level, each instant under its worst band only; maintenance is apart. */
  readonly affectedMs: ReadonlyMap<Level, number>
  readonly maintenanceMs: number
  /** Milliseconds of the day that are loaded, recorded and past. */
  readonly observedMs: number
}

// Of most days: one for all of them, since a long list has hundreds of thousands.
const NOTHING = { incidents: [], affectedMs: new Map<Level, number>(), maintenanceMs: 0 } as const

/**
 * The status of consecutive days, oldest first. Cost: days + spans + segments, plus the days that each incident covers.
 */
export function dayStatuses(
  days: readonly Day[],
  spans: readonly ImpactSpan[],
  observed: Observed,
  scale: SeverityScale,
): DayStatus[] {
  const segments = segmentsOf(spans, scale)
  const sorted = [...spans].sort(byStartThenId)
  let nextSpan = 0
  let open: ImpactSpan[] = []
  let firstSegment = 0
  return days.map(day => {
    const parts = observed.map(span => overlap(span, day)).filter(part => part !== null)
    while (nextSpan < sorted.length && sorted[nextSpan]!.start < day.end) open.push(sorted[nextSpan++]!)
    open = open.filter(span => span.end > day.start || (span.start === span.end && span.start >= day.start))
    while (firstSegment < segments.length && segments[firstSegment]!.end <= day.start) firstSegment++
    if (!parts.length) return { day, level: null, ...NOTHING, observedMs: 0 }
    const observedMs = parts.reduce((sum, { start, end }) => sum + end - start, 0)
    if (!open.length) return { day, level: scale.operational, ...NOTHING, observedMs }

    const marking = open.filter(span => parts.some(part => touches(span, part)))
    return {
      day,
      level: marking.reduce((worst, { level }) => (level.rank > worst.rank ? level : worst), scale.operational),
      incidents: [...new Map(marking.map(({ incident }) => [incident.id, incident])).values()],
      ...measure(segments, firstSegment, parts),
      observedMs,
    }
  })
}

function measure(segments: readonly Segment[], from: number, parts: readonly Span[]) {
  const affectedMs = new Map<Level, number>()
  let maintenanceMs = 0
  const end = parts.at(-1)!.end
  for (let index = from; index < segments.length && segments[index]!.start < end; index++) {
    const { worstBand, maintenance } = segments[index]!
    const length = sharedMs(segments[index]!, parts)
    if (worstBand && length) affectedMs.set(worstBand, (affectedMs.get(worstBand) ?? 0) + length)
    if (maintenance) maintenanceMs += length
  }
  return { affectedMs, maintenanceMs }
}

// Ties by id, so that the order never flickers.
const byStartThenId = (a: ImpactSpan, b: ImpactSpan) => compare(a.start, b.start) || compare(a.incident.id, b.incident.id)

// A span of zero length shares no time with anything, but it stands in a day.
const touches = (span: Span, part: Span) =>
  span.start === span.end ? span.start >= part.start && span.start < part.end : overlap(span, part) !== null
