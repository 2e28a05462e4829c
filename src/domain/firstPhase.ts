// Apart from phase.ts, so that visitors do not download what only operators need.
import type { PhaseList } from './catalog'
import type { Incident, PhaseReference } from './incident'
import { kindOf, type DraftKind } from './incidentDraft'
import { findNamed } from './sameContent'

/** The phase of that name in a list, exactly or else in any case of letters; null where there is none. */
export function phaseNamed({ generation, names }: PhaseList, name: string): PhaseReference | null {
  const order = findNamed([...names.keys()], name, one => names[one]!)
  return order === undefined ? null : { generation, order }
}

/**
 * Where something new begins (ours): the phase of that name, else the first one.
 * @param list the current generation, which new incidents refer to (0402); null = not known
 * @param wanted the configured name; null = the first one
 * @returns null where there is no phase to begin with
 */
export function firstPhase(list: PhaseList | null, wanted: string | null): PhaseReference | null {
  if (!list?.names.length) return null
  const named = wanted === null ? null : phaseNamed(list, wanted)
  return named ?? { generation: list.generation, order: 0 }
}

/**
 * Where an incident begins that comes of another one (ours): in its phase, which may be of an old generation, though; 0402
 * wants the current one, so there it begins as a new one of its kind does.
 * @param list the current generation; null = not known
 * @param wanted the configured names of first phases
 * @returns null where there is no phase to begin with
 */
export function phaseOfFollowUp(
  original: Pick<Incident, 'phase' | 'impacts'>,
  list: PhaseList | null,
  wanted: Readonly<Record<DraftKind, string | null>>,
): PhaseReference | null {
  const { phase } = original
  return phase && phase.generation === list?.generation ? phase : firstPhase(list, wanted[kindOf(original)])
}
