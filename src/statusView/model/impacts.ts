import { affectedComponents, type AffectedComponent } from '@/domain/incident/affected'
import type { Incident } from '@/domain/incident/incident'
import type { SeverityScale } from '@/domain/severity/severity'
import { levelName } from './levelName'
import { levelIconModel, type LevelIconModel } from './level'
import type { ViewContext } from './viewContext'

/** The components of an incident, worst first; several impacts on one component are one entry. */
export interface ImpactsModel {
  readonly label: string
  readonly entries: readonly ImpactModel[]
  /** What is said of those that are not named; empty = all are. */
  readonly more: string
  /** Where there is no entry. */
  readonly nothing: string
}

interface ImpactModel {
  readonly icon: LevelIconModel
  readonly name: string
  /** Whether that is its own name. */
  readonly isNamed: boolean
}

/**
 * @param names of components by id; without any the list was not read (or is empty): then nothing is said about what it lists
 * @param most so many are named
 */
export function impactsModel(
  { speech, colors }: Pick<ViewContext, 'speech' | 'colors'>,
  incident: Pick<Incident, 'impacts'>,
  scale: SeverityScale,
  names: ReadonlyMap<string, string>,
  most: number,
): ImpactsModel {
  const { t } = speech
  const all = affectedComponents(incident, scale, names)
  const rest = all.length - most
  const unlisted = t(names.size ? 'incident.hiddenComponent' : 'incident.someComponent')
  const entryOf = ({ level, name }: AffectedComponent): ImpactModel => ({
    icon: levelIconModel(colors, level, levelName(speech, level)),
    name: name ?? unlisted,
    isNamed: name !== null,
  })
  return {
    label: t('incident.componentsAffected'),
    entries: all.slice(0, most).map(entryOf),
    more: rest > 0 ? t('incident.andMore', { n: rest }) : '',
    nothing: t('incident.noImpacts'),
  }
}
