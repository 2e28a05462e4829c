import type { Level } from '@/domain/severity/severity'
import { levelClass, levelShape } from '@/theme/levelAppearance'
import { levelName } from './levelName'
import { levelStyle, type ViewContext } from './viewContext'

/** The shape of a state. It says nothing by itself: its word stands beside it, or in `label`. */
export interface LevelIconModel {
  /** SVG path, 24 x 24. */
  readonly icon: string
  /** The class that gives it its colour. */
  readonly tone: string
  readonly style: Readonly<Record<string, string>> | undefined
  readonly label?: string | undefined
}

/** A state as shape, word and colour. */
export interface LevelModel extends LevelIconModel {
  readonly word: string
  /** What stands behind the word: how old it is, what else holds. */
  readonly notes: readonly string[]
}

export const levelIconModel = (colors: ViewContext['colors'], level: Level, label?: string): LevelIconModel => ({
  icon: levelShape(level),
  tone: levelClass(level),
  style: levelStyle(colors, level),
  label,
})

/** A state that could not be confirmed has its age behind it. */
export function levelModel({ speech, format, colors }: Omit<ViewContext, 'now'>, level: Level, note?: string): LevelModel {
  const at = level.lastKnown?.at ?? null
  return {
    ...levelIconModel(colors, level),
    word: levelName(speech, level),
    notes: [at === null ? '' : format.ago(at), note ?? ''].filter(Boolean),
  }
}
