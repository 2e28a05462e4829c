import type { ApiErrorKind } from '@/domain/apiError'
import { isRetired, listedComponents, type ServiceComponent } from '@/domain/component'
import { componentAnswer } from '@/domain/componentAnswer'
import { isSkewed } from '@/domain/clockSkew'
import { componentStates, isMaintenanceBeside } from '@/domain/componentState'
import { confirmedStates, doubtedStates } from '@/domain/confirmed'
import { distinctlyNamed } from '@/domain/distinctNames'
import { groupComponents, groupNames, labelKeys } from '@/domain/grouping'
import type { Incident } from '@/domain/incident'
import { hasOutage, incidentsAt } from '@/domain/moment'
import { severityScale, type Level, type ScaleOptions, type SeverityScale } from '@/domain/severity'
import { verdict, type VerdictKind } from '@/domain/verdict'
import { PARTS, type Known, type Part } from './known'
import type { Settings } from './settings'

/** The one thing that is said: a verdict over several components, the level of one, or why there is none. */
export type Statement =
  | { readonly kind: 'verdict'; readonly verdict: VerdictKind; readonly affected: number }
  | { readonly kind: 'level' | 'loading' | 'retired' | 'noApi' | 'noComponent' | 'noLabel' }

/** What an element tells at an instant, without words. Instants are epoch milliseconds. */
export interface Telling {
  readonly statement: Statement
  readonly level: Level
  /** Of the component, the label's value or the provider; empty = nothing to name. */
  readonly name: string
  /** Maintenance that something worse hides. */
  readonly maintenanceBeside: boolean
  /** null = nobody knows, or nothing stands */
  readonly since: number | null
  /** Problems first; empty for one component. */
  readonly components: readonly { readonly name: string; readonly level: Level; readonly maintenanceBeside: boolean }[]
  /** What goes on: problems, then maintenance. */
  readonly incidents: readonly { readonly title: string; readonly isMaintenance: boolean; readonly since: number | null }[]
  /** Why what is said may not hold; null = it was read and is fresh. */
  readonly doubt: Doubt | null
  /** When the oldest of what decides was read; null = never. */
  readonly asOf: number | null
}

export interface Doubt {
  /** The reasons, each with when it began. */
  readonly failures: readonly { readonly kind: ApiErrorKind; readonly since: number }[]
  /** Entries that nobody could read. */
  readonly dropped: number
  /** The clock of this device is not that of the server: what begins or ends now is anybody's guess. */
  readonly isSkewed: boolean
}

/**
 * Judges by the rules of the status page (domain, verdict and componentAnswer), so that both say the same.
 * @param now epoch milliseconds
 * @param locale for the order of names
 */
export function tell(known: Known, settings: Settings, now: number, locale: string): Telling {
  const { scope, provider } = settings
  const scale = severityScale(known.severities, scaleOptions(known, settings))
  const base = { level: scale.unknown, name: provider, maintenanceBeside: false, since: null, components: [], incidents: [] }
  const freshness = freshnessOf(known, settings, now)
  const { doubt, asOf, stale, missing } = freshness
  const bare = (kind: Exclude<Statement['kind'], 'verdict'>): Telling => ({ ...base, doubt, asOf, statement: { kind } })
  if (settings.api === null) return { ...bare('noApi'), doubt: null }
  if (PARTS.some(part => known.parts[part].readAt === null && !known.parts[part].error)) return bare('loading')

  const hidden = settings.retiredLabel === null ? [] : [settings.retiredLabel]
  const named = distinctlyNamed(known.components, labelKeys(known.components, hidden))
  const members = membersOf(named, settings)
  const isRead = known.parts.components.readAt !== null
  const { components, incidents } = known
  const judged = componentStates(components, { incidents, incidentsLoaded: known.parts.incidents.readAt !== null }, now, scale)
  const states = doubtedStates(judged, components, incidents, now, scale)
  if (scope.kind === 'component') {
    const component = named.find(({ id }) => id === scope.id)
    if (!component && isRead) return bare('noComponent')
    const state = component && states.get(component.id)
    const answer = componentAnswer({
      state,
      scale,
      missing,
      stale,
      hintUnresolved: !!component?.hints.some(({ incidentId }) => !known.incidents.some(({ id }) => id === incidentId)),
      isRecorded: true,
      isRetired: !!component && isRetired(component, settings.retiredLabel),
    })
    return {
      ...bare(answer.kind === 'retired' ? 'retired' : 'level'),
      level: answer.level,
      name: component?.name ?? provider,
      maintenanceBeside: !!state && isMaintenanceBeside(state),
      since: answer.since,
      incidents: goingOn(known.incidents, new Set([scope.id]), scale, now),
    }
  }

  const name = scope.kind === 'label' ? scope.value : provider
  if (scope.kind === 'label' && isRead && !members.length) return { ...bare('noLabel'), name }
  const memberStates = new Map(members.map(({ id }) => [id, states.get(id)!]))
  const shown = confirmedStates(memberStates, { confirmed: !doubt, at: asOf, scale })
  const { ongoing, inProgress } = incidentsAt(known.incidents, now, scale)
  const said = verdict({
    states: memberStates,
    // What touches no component of a label is not its business.
    ongoing: scope.kind === 'label' ? [] : [...new Set([...ongoing, ...inProgress])],
    scale,
    missing,
    stale,
  })
  const concerned = scope.kind === 'label' ? new Set(members.map(({ id }) => id)) : null
  return {
    ...bare('loading'),
    statement: { kind: 'verdict', verdict: said.kind, affected: said.counts.affected },
    level: said.level,
    name,
    since: said.since,
    components: groupComponents(members, shown, scale, { by: null, problemsFirst: true, locale }).flatMap(group =>
      group.components.map(component => {
        const state = shown.get(component.id)!
        return { name: component.name, level: state.level, maintenanceBeside: isMaintenanceBeside(state) }
      }),
    ),
    incidents: goingOn(known.incidents, concerned, scale, now),
  }
}

function scaleOptions({ severities }: Known, { good }: Settings): ScaleOptions {
  if (!good) return {}
  return { overrides: Object.fromEntries(severities.map(({ name }) => [name, { good: good.includes(name) }])) }
}

function membersOf(components: readonly ServiceComponent[], { scope, retiredLabel }: Settings): readonly ServiceComponent[] {
  const listed = listedComponents(components, retiredLabel)
  return scope.kind === 'label' ? listed.filter(one => groupNames(one, scope.key).includes(scope.value)) : listed
}

function freshnessOf({ parts, skew = null }: Known, { staleAfterMs }: Settings, now: number) {
  const instants = [parts.components.readAt, parts.incidents.readAt]
  const asOf = instants.includes(null) ? null : Math.min(...(instants as number[]))
  const skewed = isSkewed(skew)
  const stale = skewed || (asOf !== null && now - asOf > staleAfterMs)
  const missing: Part[] = PARTS.filter(part => parts[part].error || parts[part].dropped)
  const failures = new Map<ApiErrorKind, number>()
  let dropped = 0
  for (const { error, failingSince, dropped: lost } of Object.values(parts)) {
    if (error) failures.set(error, Math.min(failures.get(error) ?? Infinity, failingSince ?? now))
    dropped += lost
  }
  const doubt: Doubt = { failures: [...failures].map(([kind, since]) => ({ kind, since })), dropped, isSkewed: skewed }
  return { asOf, stale, missing, doubt: stale || missing.length ? doubt : null }
}

/** @param concerned ids of components; null = all */
function goingOn(incidents: readonly Incident[], concerned: ReadonlySet<string> | null, scale: SeverityScale, now: number) {
  const { ongoing, inProgress } = incidentsAt(incidents, now, scale)
  return [...new Set([...ongoing, ...inProgress])]
    .filter(({ impacts }) => !concerned || impacts.some(({ componentId }) => concerned.has(componentId)))
    .map(incident => ({ title: incident.title, isMaintenance: !hasOutage(incident), since: incident.beganAt }))
}
