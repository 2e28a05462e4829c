import type { ServiceComponent } from '@/domain/component/component'
import type { ComponentState } from '@/domain/component/componentState'
import type { DayStatus } from '@/domain/component/componentHistory'
import { affectedComponents } from '@/domain/incident/affected'
import type { Incident } from '@/domain/incident/incident'
import { hasMaintenance, hasOutage, incidentLevel, timingAt } from '@/domain/incident/moment'
import { phaseName } from '@/domain/incident/phase'
import type { Level } from '@/domain/severity/severity'
import type { VerdictKind } from '@/domain/status/verdict'
import { daysUntil } from '@/domain/time/calendar'
import type { Language } from '@/i18n/messages'
import { bannerLines } from '@/statusView/model/verdictWords'
import type { ViewContext } from '@/statusView/model/viewContext'
import { EXIT, type ExitCode } from '@/cli/exitCodes'
import { partName, reasonOf, reasonText } from './problems'
import { EVERYTHING, isWhole } from './selection'
import { statusFacts, type StatusFacts, type StatusSource } from './statusFacts'
import type { ReportedComponent, ReportedIncident, ReportedLevel, ReportedProblem, StatusReport } from './reportTypes'

interface ReportOptions {
  /** Whose words and times the texts in it have. */
  readonly context: ViewContext
  readonly language: Language
}

/**
 * The status as the JSON document that `docs/command.md` describes. Nothing in it is of another read than the rest, and nothing is
 * fine that the page would not call so. Names are the server's, as it sent them: whoever shows them takes care.
 */
export const statusReport = (source: StatusSource, options: ReportOptions): StatusReport =>
  reportOf(statusFacts(source, EVERYTHING, options.language), options)

/** The same of what is known already. */
export function reportOf(facts: StatusFacts, { context, language }: ReportOptions): StatusReport {
  const { source, selection, verdict, states, names, readAt } = facts
  const { store, provider, clock, zone, at } = source
  const now = at ?? clock.now.value
  const days = daysUntil(now, zone, provider.config.historyDays)
  const { total, affected, maintenance, unknown } = verdict.counts
  return {
    version: 1,
    title: provider.config.title,
    generatedAt: isoTime(clock.read())!,
    at: isoTime(at ?? null),
    selection: isWhole(selection)
      ? null
      : { component: selection.component, labels: selection.labels.map(([key, value]) => `${key}=${value}`) },
    readAt: isoTime(readAt),
    confirmed: store.confirmed,
    stale: verdict.stale,
    verdict: {
      state: verdict.kind,
      level: levelOf(verdict.level),
      text: bannerLines(context.speech, { verdict, states, names }).join('; '),
      since: isoTime(verdict.since),
      counts: { total, operational: total - affected - maintenance - unknown, affected, maintenance, unknown },
    },
    problems: store.failures.map((failure): ReportedProblem => ({
      part: failure.part,
      reason: reasonOf(failure),
      text: `${partName(context, failure)}: ${reasonText(context, language, failure)}`,
      readAt: isoTime(failure.readAt),
    })),
    zone,
    firstDay: days[0]!.date,
    lastDay: days.at(-1)!.date,
    components: facts.components.map(component => componentOf(component, states.get(component.id)!, source)),
    incidents: [...facts.ongoing, ...facts.upcoming.filter(one => !hasMaintenance(one))].map(one => incidentOf(one, facts, now)),
    maintenance: [...facts.inProgress, ...facts.upcoming.filter(hasMaintenance)].map(one => incidentOf(one, facts, now, true)),
  }
}

/** RFC 3339 in UTC; null where nobody knows, or no such text can say it. */
const isoTime = (instant: number | null): string | null =>
  instant === null || !Number.isFinite(instant) || Math.abs(instant) > 8.64e15 ? null : new Date(instant).toISOString()

const levelOf = ({ key, kind, name, range }: Level): ReportedLevel => ({
  key,
  kind,
  name,
  severity: kind === 'maintenance' ? 0 : (range?.to ?? null),
})

function componentOf(component: ServiceComponent, state: ComponentState, { historyOf }: StatusSource): ReportedComponent {
  const { id, name, labels } = component
  const { days, availability, availabilityDays } = historyOf(component)
  const { level, since, inMaintenance } = state
  const { lastKnown = null } = level
  return {
    id,
    name,
    labels,
    state: {
      ...levelOf(level),
      inMaintenance,
      lastKnown: lastKnown && { ...levelOf(lastKnown.level), readAt: isoTime(lastKnown.at) },
    },
    since: isoTime(since),
    availability: { days: availabilityDays, percent: availability && availability.basisPoints / 100 },
    days: runsOf(days),
  }
}

/** Days by run length. */
function runsOf(days: readonly DayStatus[]): [number, string | null][] {
  const runs: [number, string | null][] = []
  for (const { level } of days) {
    const last = runs.at(-1)
    const key = level?.key ?? null
    if (last && last[1] === key) last[0]++
    else runs.push([1, key])
  }
  return runs
}

function incidentOf(incident: Incident, { source, names }: StatusFacts, now: number, asMaintenance = false): ReportedIncident {
  const { scale, generations, newestUpdates } = source.store
  const { id, title, beganAt, endedAt, phase } = incident
  const update = newestUpdates.get(id) ?? null
  return {
    id,
    title,
    state: timingAt(incident, now) === 'scheduled' ? 'scheduled' : 'ongoing',
    level: levelOf(asMaintenance ? scale.maintenance : incidentLevel(incident, scale)),
    isMaintenanceAlone: !hasOutage(incident),
    beganAt: isoTime(beganAt),
    endedAt: isoTime(endedAt),
    phase: generations && phaseName(phase, generations),
    components: affectedComponents(incident, scale, names).map(one => ({
      id: one.id,
      name: one.name,
      level: levelOf(one.level),
    })),
    update: update && { title: update.title, text: update.description, createdAt: isoTime(update.createdAt) },
  }
}

const EXIT_OF: Readonly<Record<VerdictKind, ExitCode>> = {
  operational: EXIT.fine,
  notice: EXIT.fine,
  maintenance: EXIT.fine,
  affected: EXIT.affected,
  incident: EXIT.affected,
  partial: EXIT.unknown,
  unknown: EXIT.unknown,
  empty: EXIT.unknown,
}

/** What a report means to whoever asked: notices and maintenance are in order, and what nobody knows is not (docs/domain.md, "Never green by default"). */
export const exitCodeOf = ({ verdict }: Pick<StatusReport, 'verdict'>): ExitCode => EXIT_OF[verdict.state]
