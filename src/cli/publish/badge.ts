import { groupNames, labelKeys } from '@/domain/component/grouping'
import { hiddenLabelKeys } from '@/domain/component/componentFacts'
import { worstLevel, type Level } from '@/domain/severity/severity'
import { levelName } from '@/statusView/model/levelName'
import { headlineOf } from '@/statusView/model/verdictWords'
import { levelColors } from '@/theme/accent'
import { levelColorName, levelShape } from '@/theme/levelAppearance'
import { colorsOf } from '@/theme/palette'
import { badgeSvg } from './badgeSvg'
import { encodedFileName, fileNames } from './fileName'
import type { Publication } from './publication'
import { fileReader } from './reader'

/**
 * Badges as SVG by their paths below the folder, with slashes: `badge.svg` of all, `badges/components/<id>.svg`, and
 * `badges/labels/<key>/<value>.svg` of the worst among those that carry it, with names as `encodedFileName` makes them. What has no
 * name that is safe, or shares it, has none. Each names its time, since a file that nobody renews looks like any other. Where the state of now is not confirmed, all of them
 * are grey, and say that it is unknown or what was wrong last.
 */
export function badgeFiles(publication: Publication): ReadonlyMap<string, string> {
  const { store, provider } = publication.open
  const { config } = provider
  const { speech, format, language } = fileReader(publication)
  const { scale, confirmed, listedComponents, listedStates, summary, confirmedAt } = store
  const { palette } = config.theme
  const colors = colorsOf('light', palette)
  const ofSeverities = palette === 'default' ? levelColors(config.severities, 'light') : {}
  const when = confirmedAt === null ? null : format.dateTime(confirmedAt)
  const time = when === null ? speech.t('app.neverRead') : `${speech.t('app.label', { name: speech.t('app.asOf') })} ${when}`

  const colorOf = (level: Level) =>
    level.name !== null && Object.hasOwn(ofSeverities, level.name) ? ofSeverities[level.name]! : colors[levelColorName(level)]
  /** What was last known to be wrong is said, but as that; of what was fine nothing is known any more. */
  function draw(subject: string, known: Level, words = levelName(speech, known)): string {
    const level = confirmed ? known : scale.unknown
    const state = confirmed
      ? words
      : known.kind === 'band'
        ? speech.t('level.lastKnown', { level: words })
        : levelName(speech, level)
    return badgeSvg({ subject, state, color: colorOf(level), shape: levelShape(level), time, when, language })
  }
  const levelOf = (id: string) => listedStates.get(id)?.level ?? scale.unknown

  const files = new Map([['badge.svg', draw(config.title, summary.level, headlineOf(speech, summary))]])

  const byId = new Map(listedComponents.map(component => [component.id, component]))
  for (const [id, name] of fileNames(byId.keys(), encodedFileName))
    files.set(`badges/components/${name}.svg`, draw(byId.get(id)!.name, levelOf(id)))

  const keys = fileNames(labelKeys(listedComponents, hiddenLabelKeys(config.components)), encodedFileName)
  for (const [key, folder] of keys) {
    const levels = new Map<string, Level[]>()
    for (const component of listedComponents)
      for (const value of groupNames(component, key)) {
        if (value === null) continue
        const known = levels.get(value)
        if (known) known.push(levelOf(component.id))
        else levels.set(value, [levelOf(component.id)])
      }
    for (const [value, name] of fileNames(levels.keys(), encodedFileName))
      files.set(
        `badges/labels/${folder}/${name}.svg`,
        draw(speech.dataNames.labelValue(key, value), worstLevel(scale, levels.get(value)!)),
      )
  }
  return files
}
