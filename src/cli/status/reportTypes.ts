import type { ApiErrorKind } from '@/domain/apiError'
import type { LevelKind } from '@/domain/severity/severity'
import type { VerdictKind } from '@/domain/status/verdict'
import type { FailingPart } from '@/stores/queryState'

/**
 * The status as a document for machines, version 1: `scs-status status --json`, and `status.json` of what is published. Every time is
 * RFC 3339 in UTC; null always means that nobody knows, or that there is none. A field may be added within a version.
 */
export interface StatusReport {
  readonly version: 1
  readonly title: string
  /** When this document was made. */
  readonly generatedAt: string
  /** The past instant that it tells of; null = now. */
  readonly at: string | null
  /** What it is confined to, as it was asked for; null = all components. */
  readonly selection: { readonly component: string | null; readonly labels: readonly string[] } | null
  /** When the oldest of what decides the verdict was read. */
  readonly readAt: string | null
  /** Whether the states are those of now: else nothing in it is called fine. */
  readonly confirmed: boolean
  /** What was read is older than the configured limit. */
  readonly stale: boolean
  readonly verdict: {
    readonly state: VerdictKind
    readonly level: ReportedLevel
    /** For people. */
    readonly text: string
    readonly since: string | null
    /** Components; each stands in one of the counts below `total`. */
    readonly counts: Readonly<Record<'total' | 'operational' | 'affected' | 'maintenance' | 'unknown', number>>
  }
  readonly problems: readonly ReportedProblem[]
  /** IANA name of the zone in which days begin. */
  readonly zone: string
  /** Calendar date of the first of `days` of each component, `2026-03-10`. */
  readonly firstDay: string
  /** Of the last one, which is not over. */
  readonly lastDay: string
  readonly components: readonly ReportedComponent[]
  /** What goes on and is more than maintenance, worst first; then what else is scheduled. */
  readonly incidents: readonly ReportedIncident[]
  /** In progress, then to come. */
  readonly maintenance: readonly ReportedIncident[]
}

/** A state on the scale of the server. */
export interface ReportedLevel {
  /** Unique on the scale: the kind, or `band:<name>`. */
  readonly key: string
  readonly kind: LevelKind
  /** The server's own word; null where it has none. */
  readonly name: string | null
  /** The value of the severity: the highest that the level has, 0 = maintenance; null = it has none. */
  readonly severity: number | null
}

/** Something that could not be read, or not all of it. */
export interface ReportedProblem {
  readonly part: FailingPart
  /** `invalid`: entries came that nobody could read. */
  readonly reason: ApiErrorKind | 'invalid'
  /** For people. */
  readonly text: string
  /** Of when what is told instead is; null = nothing is. */
  readonly readAt: string | null
}

export interface ReportedComponent {
  readonly id: string
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly state: ReportedLevel & {
    /** Also where something worse hides it. */
    readonly inMaintenance: boolean
    /** Where the state could not be confirmed: what it was when it was read. */
    readonly lastKnown: (ReportedLevel & { readonly readAt: string | null }) | null
  }
  readonly since: string | null
  /** Percent, rounded down to hundredths, over so many days of which something is known. */
  readonly availability: { readonly days: number; readonly percent: number | null }
  /** Run lengths from `firstDay` to `lastDay`: how many days, and the key of their worst level; null = no data. */
  readonly days: readonly (readonly [count: number, level: string | null])[]
}

export interface ReportedIncident {
  readonly id: string
  readonly title: string
  readonly state: 'ongoing' | 'scheduled'
  readonly level: ReportedLevel
  /** It stands in one list only. */
  readonly isMaintenanceAlone: boolean
  readonly beganAt: string | null
  /** The announced end. */
  readonly endedAt: string | null
  /** The name, from the incident's own list. */
  readonly phase: string | null
  /** Worst first; a name is null where this reader does not see the component. */
  readonly components: readonly { readonly id: string; readonly name: string | null; readonly level: ReportedLevel }[]
  /** The newest one, its text as its author wrote it (Markdown). */
  readonly update: { readonly title: string; readonly text: string; readonly createdAt: string | null } | null
}
