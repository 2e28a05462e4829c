import type { Incident } from './incident'
import { levelOf, type Level, type SeverityScale } from '@/domain/severity/severity'

/** A component that an incident affects, with the worst that it does to it. */
export interface AffectedComponent {
  readonly id: string
  readonly level: Level
  /** null = this reader does not see the component. */
  readonly name: string | null
}

/** So many are named at first where the rest can be opened: hundreds would push down what was said last. */
export const NAMED_AT_FIRST = 8

/** The components of an incident, worst first, then by name; several impacts on one component are one entry. */
export function affectedComponents(
  { impacts }: Pick<Incident, 'impacts'>,
  scale: SeverityScale,
  names: ReadonlyMap<string, string>,
): AffectedComponent[] {
  const worst = new Map<string, Level>()
  for (const { componentId, severity } of impacts) {
    const level = levelOf(scale, severity)
    if (level.rank >= (worst.get(componentId)?.rank ?? 0)) worst.set(componentId, level)
  }
  return [...worst]
    .map(([id, level]) => ({ id, level, name: names.get(id) ?? null }))
    .sort(
      (a, b) =>
        b.level.rank - a.level.rank ||
        Number(a.name === null) - Number(b.name === null) ||
        (a.name ?? '').localeCompare(b.name ?? ''),
    )
}
