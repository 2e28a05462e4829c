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
  /** null = no end known */
  readonly endedAt: number | null
  readonly phase: PhaseReference | null
  readonly impacts: readonly Impact[]
  /** The orders of its updates, ascending. */
  readonly updateOrders: readonly number[]
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
