/** An impact type, e.g. "Connectivity problem": data, never code. */
export interface ImpactType {
  readonly id: string
  /** The display name, or the id where the server gives none. */
  readonly name: string
  readonly description: string
}

/** A severity as the server lists it: a name and the upper bound of its band (0402). */
export interface Severity {
  readonly name: string
  readonly value: number
}

/** One generation of phase names, in order. Never edited: a change is a new generation. */
export interface PhaseList {
  readonly generation: number
  readonly names: readonly string[]
}

/** What is sent to make an impact type. */
export interface NewImpactType {
  readonly name: string
  readonly description?: string
}

/** What is sent to change an impact type: only the fields that are given. */
export interface ImpactTypeChanges {
  readonly name?: string
  readonly description?: string
}

/** What is sent to change a severity: only the fields that are given. A new name is a new identity. */
export interface SeverityChanges {
  readonly name?: string
  readonly value?: number
}
