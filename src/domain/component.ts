/** A service component as `GET /components` tells it. `ServiceComponent`, so that nobody takes it for a Vue component. */
export interface ServiceComponent {
  readonly id: string
  /** The display name, or the id where the server gives none. */
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  /** `activelyAffectedBy`: a hint, not the truth (domain.md, "What is true at the instant t"). */
  readonly hints: readonly ImpactHint[]
}

/** One entry of `activelyAffectedBy`. Its reference names an incident. */
export interface ImpactHint {
  readonly incidentId: string
  readonly typeId: string | null
  /** 0..100, 0 = maintenance; null = the server gave none, which is unknown and never fine. */
  readonly severity: number | null
}
