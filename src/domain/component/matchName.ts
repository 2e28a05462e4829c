import type { ServiceComponent } from './component'
import { foldText } from '@/domain/foldText'
import { holdsWords, wordsIn } from '@/domain/holdsWords'

/** A component is called what was typed, its words hold it, or they nearly do. */
export interface NameMatches {
  readonly found: readonly ServiceComponent[]
  /** Nothing holds what was typed: these are called nearly so. */
  readonly isGuess: boolean
}

/** How many slips of the pen a word may have. A number with another digit is another number. */
const slipsIn = (word: string) => (/\d/.test(word) || word.length < 4 ? 0 : word.length < 7 ? 1 : 2)

/**
 * The components whose name, labels or id hold every typed word, those first whose name begins with the text. Only where there is
 * none: those of which each word nearly begins with a typed one, a letter or two missing, too many, wrong or swapped.
 */
export function matchNames(components: readonly ServiceComponent[], text: string): NameMatches {
  const typed = wordsIn(foldText(text))
  if (!typed.length) return { found: components, isGuess: false }
  const whole = typed.join(' ')
  const holds = components.filter(one => holdsWords(searched(one).text, typed))
  const begins = ({ text: all }: Searched) => Number(all.startsWith(whole))
  if (holds.length) return { found: holds.sort((a, b) => begins(searched(b)) - begins(searched(a))), isGuess: false }
  const near = components.filter(one => typed.every(word => searched(one).words.some(other => nearlyBegins(other, word))))
  return { found: near, isGuess: near.length > 0 }
}

interface Searched {
  readonly text: string
  readonly words: readonly string[]
}

// The same thousands of components are looked through with each key.
const known = new WeakMap<ServiceComponent, Searched>()

function searched(component: ServiceComponent): Searched {
  const before = known.get(component)
  if (before) return before
  const text = foldText([component.name, ...Object.entries(component.labels).flat(), component.id].join('\n'))
  const words = [...new Set(foldText([component.name, ...Object.values(component.labels)].join(' ')).split(/[^\p{L}\p{N}]+/u))]
  const made = { text, words: words.filter(Boolean) }
  known.set(component, made)
  return made
}

/** Whether a word begins with what was typed but for a slip or two. */
export function nearlyBegins(word: string, typed: string): boolean {
  const most = slipsIn(typed)
  if (most === 0 || word.length < typed.length - most) return word.startsWith(typed)
  const width = Math.min(word.length, typed.length + most)
  let before: number[] = []
  let last = Array.from({ length: width + 1 }, (_, at) => at)
  for (let row = 1; row <= typed.length; row++) {
    const now = [row]
    for (let at = 1; at <= width; at++) {
      const isSame = typed[row - 1] === word[at - 1]
      let least = Math.min(last[at]! + 1, now[at - 1]! + 1, last[at - 1]! + (isSame ? 0 : 1))
      const isSwapped = row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1]
      if (isSwapped) least = Math.min(least, before[at - 2]! + 1)
      now.push(least)
    }
    if (Math.min(...now) > most) return false
    ;[before, last] = [last, now]
  }
  return Math.min(...last) <= most
}
