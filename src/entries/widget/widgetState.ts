import type { ApiErrorKind } from '@/domain/apiError'
import { isRetired, listedComponents, type ServiceComponent } from '@/domain/component/component'
import { isSkewed } from '@/domain/time/clockSkew'
import { componentStates, isMaintenanceBeside } from '@/domain/component/componentState'
import { confirmedStates, doubtedStates } from '@/domain/status/confirmed'
import { distinctNames } from '@/domain/component/distinctNames'
import { groupNames, labelKeys } from '@/domain/component/grouping'
import { goingOnAt, hasOutage } from '@/domain/incident/moment'
import { unclearAt } from '@/domain/incident/oddTimes'
import { severityScale, type Level, type ScaleOptions } from '@/domain/severity/severity'
import { verdict, type VerdictKind } from '@/domain/status/verdict'
import { PARTS, type Known, type Part } from './known'
import type { Settings } from './settings'

/** The one thing that is said: a verdict over several components, the level of one, or why there is none. */
export type Statement =
  | { readonly kind: 'verdict'; readonly verdict: VerdictKind; readonly affected: number }
  | { readonly kind: 'level' | 'loading' | 'retired' | 'noApi' | 'noComponent' | 'noLabel' }

/** What an element tells at an instant, without words. Instants are epoch milliseconds. */
export interface WidgetState {
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
  readonly doubt: Staleness | null
  /** When the oldest of what decides was read; null = never. */
  readonly confirmedAt: number | null
}

export interface Staleness {
  /** The reasons, each with when it began. */
  readonly failures: readonly { readonly kind: ApiErrorKind; readonly since: number }[]
  /** Entries that nobody could read. */
  readonly invalidCount: number
  /** The clock of this device is not that of the server: what begins or ends now is anybody's guess. */
  readonly isSkewed: boolean
}

/**
 * Judges by the rules of the status page (domain, verdict), so that both say the same.
 * @param now epoch milliseconds
 * @param locale for the order of names
 */
export function widgetStateOf(known: Known, settings: Settings, now: number, locale: string): WidgetState {
  const { scope, provider, retiredLabel } = settings
  const { components, incidents, generations, parts } = known
  const scale = severityScale(known.severities, scaleOptions(known, settings))
  const { doubt, confirmedAt, stale, missing } = freshnessOf(known, settings, now)
  const bare = (kind: Exclude<Statement['kind'], 'verdict'>, name = provider): WidgetState => ({
    statement: { kind },
    level: scale.unknown,
    name,
    maintenanceBeside: false,
    since: null,
    components: [],
    incidents: [],
    doubt,
    confirmedAt,
  })
  if (settings.api === null) return { ...bare('noApi'), doubt: null }
  if (PARTS.some(part => parts[part].readAt === null && !parts[part].error)) return bare('loading')

  const names = distinctNames(components, labelKeys(components, retiredLabel === null ? [] : [retiredLabel]))
  const isWhole = scope.kind === 'provider'
  const isOne = scope.kind === 'component'
  const members = isOne ? components.filter(({ id }) => id === scope.id) : membersOf(components, settings)
  const name = scope.kind === 'label' ? scope.value : (isOne && names.get(scope.id)) || provider
  if (!isWhole && !members.length && parts.components.readAt !== null) return bare(isOne ? 'noComponent' : 'noLabel', name)
  if (isOne && members.some(one => isRetired(one, retiredLabel))) return bare('retired', name)

  const judged = componentStates(
    components,
    { incidents, incidentsLoaded: parts.incidents.readAt !== null, generations },
    now,
    scale,
  )
  const all = doubtedStates(judged, components, incidents, now, scale)
  // As the page orders them (domain/component/grouping, sortComponents).
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const states = new Map(members.map(({ id }) => [id, all.get(id)!]))
  const shown = confirmedStates(states, { confirmed: !doubt, at: confirmedAt, scale })
  const goingOn = [...new Set(Object.values(goingOnAt(incidents, now, scale)).flat())]
  const said = verdict({
    states,
    // What touches none of some components is not their business.
    ongoing: isWhole ? goingOn : [],
    unclear: isWhole ? unclearAt(incidents, now, generations) : [],
    scale,
    missing,
    stale,
  })
  return {
    ...bare('level', name),
    ...(!isOne && {
      statement: { kind: 'verdict', verdict: said.kind, affected: said.counts.affected },
      components: [...shown]
        .map(([id, state]) => ({ id, name: names.get(id)!, level: state.level, maintenanceBeside: isMaintenanceBeside(state) }))
        .sort((a, b) => b.level.rank - a.level.rank || compare(a.name, b.name) || (a.id < b.id ? -1 : 1)),
    }),
    level: said.level,
    maintenanceBeside: isOne && [...states.values()].some(isMaintenanceBeside),
    since: said.since,
    incidents: goingOn
      .filter(({ impacts }) => isWhole || impacts.some(({ componentId }) => states.has(componentId)))
      .map(incident => ({ title: incident.title, isMaintenance: !hasOutage(incident), since: incident.beganAt })),
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
  const confirmedAt = instants.includes(null) ? null : Math.min(...(instants as number[]))
  const skewed = isSkewed(skew)
  const stale = skewed || (confirmedAt !== null && now - confirmedAt > staleAfterMs)
  const missing: Part[] = PARTS.filter(part => parts[part].error || parts[part].invalidCount)
  const failures = new Map<ApiErrorKind, number>()
  let invalidCount = 0
  for (const { error, failingSince, invalidCount: lost } of Object.values(parts)) {
    if (error) failures.set(error, Math.min(failures.get(error) ?? Infinity, failingSince ?? now))
    invalidCount += lost
  }
  const doubt: Staleness = { failures: [...failures].map(([kind, since]) => ({ kind, since })), invalidCount, isSkewed: skewed }
  return { confirmedAt, stale, missing, doubt: stale || missing.length ? doubt : null }
}
