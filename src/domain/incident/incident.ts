/** A reference to a phase is always a pair (0402): the list's generation and the order within it. */
export interface PhaseReference {
  readonly generation: number
  readonly order: number
}

/** An impact of an incident on a component. It has no times: it spans its whole incident. */
export interface Impact {
  readonly componentId: string
  readonly typeId: string | null
  /** 0..100, 0 = maintenance; null = the server gave none, which is unknown and never fine. */
  readonly severity: number | null
}

/** An incident or a maintenance. All times are epoch milliseconds (integers). */
export interface Incident {
  readonly id: string
  /** The display name; empty where the server gives none. */
  readonly title: string
  /** Markdown of the operator; empty where the server gives none. */
  readonly description: string
  /** null = since unknown */
  readonly beganAt: number | null
  /** The server gave a begin that nobody can read: `beganAt` is null, but unlike none at all it does not say "since ever". */
  readonly beginUnreadable?: true
  /** null = no end known */
  readonly endedAt: number | null
  readonly phase: PhaseReference | null
  readonly impacts: readonly Impact[]
  /** The orders of its updates, ascending. */
  readonly updateOrders: readonly number[]
  /** What else the server lists under the same id, if it does (domain, versions). They have none of their own. */
  readonly otherVersions?: readonly Incident[]
}

/** An update, identified by (incident id, order). It has no phase. */
export interface IncidentUpdate {
  readonly incidentId: string
  readonly order: number
  readonly title: string
  readonly description: string
  /** Epoch milliseconds; null where the server gives none. */
  readonly createdAt: number | null
}

/** An impact as it is written: always complete (0402). `severity` is an integer 0..100, 0 = maintenance. */
export interface WrittenImpact {
  readonly componentId: string
  readonly typeId: string
  readonly severity: number
}

/**
 * What is sent to change an incident: only the fields that are given. Times are epoch milliseconds, null asks the
 * server to forget one. `impacts` replaces the whole list; with a severity 0 in it, `endedAt` goes along (0402).
 */
export interface IncidentChanges {
  readonly title?: string
  readonly description?: string
  readonly beganAt?: number | null
  readonly endedAt?: number | null
  readonly phase?: PhaseReference
  readonly impacts?: readonly WrittenImpact[]
}

/** What is sent to make an incident: never without a phase (0402), and a maintenance never without both times. */
export interface NewIncident extends IncidentChanges {
  readonly title: string
  readonly phase: PhaseReference
}

/** What is sent to change an update: only the fields that are given. */
export interface IncidentUpdateChanges {
  readonly title?: string
  readonly description?: string
  /** Epoch milliseconds. */
  readonly createdAt?: number | null
}

/** What is sent to make an update. The server chooses its order. */
export interface NewIncidentUpdate extends IncidentUpdateChanges {
  readonly title: string
}
