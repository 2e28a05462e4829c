import type { Level } from '@/domain/severity/severity'
import { levelName } from './levelName'
import type { Translator } from '@/i18n/translator'

/** States that read the same: one choice of a filter, which means all of them. */
export interface LevelChoice {
  readonly name: string
  /** Of the first of them: it stands for the choice. */
  readonly key: string
  readonly keys: readonly string[]
}

/**
 * The choices of a filter by state, in the order of the levels. A server may call a band as the page calls a state
 * ("operational"): nobody could tell two choices of one word apart, whatever its capitals.
 */
export function levelChoices(speech: Translator, levels: readonly Level[]): LevelChoice[] {
  const byWord = new Map<string, LevelChoice>()
  for (const level of levels) {
    const name = levelName(speech, level)
    const word = name.trim().toLowerCase()
    const known = byWord.get(word)
    byWord.set(word, known ? { ...known, keys: [...known.keys, level.key] } : { name, key: level.key, keys: [level.key] })
  }
  return [...byWord.values()]
}

/** The choice that has a key; one that none of them has stands for itself, an empty one for nothing. */
export function chosenLevels(choices: readonly LevelChoice[], key: string): Omit<LevelChoice, 'name'> {
  return choices.find(({ keys }) => keys.includes(key)) ?? { key, keys: key ? [key] : [] }
}
