import type { PhaseList } from '@/domain/catalog/catalog'
import type { Incident, PhaseReference } from './incident'

/** The phases of an incident's own generation with the place where it stands. */
export interface PhaseSteps {
  readonly names: readonly string[]
  /** Index of the current phase; -1 where its name cannot be found ("unknown phase"). */
  readonly current: number
}

/**
 * Names always come from the incident's own generation, never from the newest list (docs/domain.md, "Phases and generations").
 * An order counts from 0. A name that the server left empty (the mapper gives '' for what is no text) is no name: unknown.
 * @returns null where the incident names no phase, or its generation is not loaded
 */
export function phaseSteps(reference: PhaseReference | null, generations: ReadonlyMap<number, PhaseList>): PhaseSteps | null {
  const list = reference && generations.get(reference.generation)
  if (!reference || !list) return null
  return { names: list.names, current: list.names[reference.order]?.trim() ? reference.order : -1 }
}

/** The name of a phase; null where none is named, or it cannot be known (see phaseSteps). */
export function phaseName(reference: PhaseReference | null, generations: ReadonlyMap<number, PhaseList>): string | null {
  const steps = phaseSteps(reference, generations)
  return steps && steps.current >= 0 ? steps.names[steps.current]! : null
}

/** The generations that some incidents refer to and that are not loaded yet, ascending. They are immutable: load each once. */
export function missingGenerations(incidents: readonly Incident[], generations: ReadonlyMap<number, PhaseList>): number[] {
  const referenced = incidents.map(({ phase }) => phase?.generation).filter(generation => generation !== undefined)
  return [...new Set(referenced)].filter(generation => !generations.has(generation)).sort((a, b) => a - b)
}
