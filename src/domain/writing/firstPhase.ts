// Apart from phase.ts, so that visitors do not download what only operators need.
import type { PhaseList } from '@/domain/catalog/catalog'
import type { Incident, IncidentChanges, PhaseReference } from '@/domain/incident/incident'
import { kindOf, type DraftKind } from './incidentDraft'
import { findNamed, samePhase } from './sameContent'

/** The configured names of phases; null = none is configured. */
export type PhaseNames = Readonly<Record<DraftKind, string | null>>

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
  return phaseOr(list, wanted, 0)
}

/** What says that something is over (ours): the phase of that name, else the last one. As firstPhase otherwise. */
export function lastPhase(list: PhaseList | null, wanted: string | null): PhaseReference | null {
  return phaseOr(list, wanted, (list?.names.length ?? 0) - 1)
}

function phaseOr(list: PhaseList | null, wanted: string | null, order: number): PhaseReference | null {
  if (!list?.names.length) return null
  const named = wanted === null ? null : phaseNamed(list, wanted)
  return named ?? { generation: list.generation, order }
}

/**
 * The phase of an incident that one that comes of it goes on in (ours). It may be of an old generation, though, while 0402 wants the
 * current one, and it may say that all is over, which what goes on never does.
 * @param list the current generation; null = not known
 * @returns null where one that comes of it begins as a new one of its kind
 */
export function phaseThatGoesOn(
  original: Pick<Incident, 'phase' | 'impacts'>,
  list: PhaseList | null,
  last: PhaseNames,
): PhaseReference | null {
  const { phase } = original
  const isOver = [lastPhase(list, last[kindOf(original)]), lastPhase(list, null)].some(one => samePhase(one, phase))
  return phase && phase.generation === list?.generation && !isOver ? phase : null
}

/**
 * Where something is taken up again (ours): where a new one of its kind begins, unless that is the phase that says that it is over.
 * @returns null where no phase is left to choose
 */
export function phaseOfReopening(
  original: Pick<Incident, 'impacts'>,
  list: PhaseList | null,
  first: PhaseNames,
  last: PhaseNames,
): PhaseReference | null {
  const kind = kindOf(original)
  const [begin, over] = [firstPhase(list, first[kind]), lastPhase(list, last[kind])]
  if (!list || !samePhase(begin, over)) return begin
  const order = list.names.findIndex((_, index) => index !== over?.order)
  return order < 0 ? begin : { generation: list.generation, order }
}

/** What ends an incident, with the phase that says so: both go in one PATCH. A phase that is chosen already stays. */
export function withLastPhase(
  { phase }: Pick<Incident, 'phase'>,
  changes: IncidentChanges,
  last: PhaseReference | null,
): IncidentChanges {
  return last && !changes.phase && !samePhase(phase, last) ? { ...changes, phase: last } : changes
}
