import { editDistance } from '@/domain/editDistance'

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** The known word that was probably meant, or undefined: a typing error, other case or separators, or the beginning of it. */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  // A long text is no misspelt key, and the distance costs length times length.
  const meant = plain(word.slice(0, 60))
  let best: string | undefined
  let bestDistance = Infinity
  for (const candidate of known) {
    const target = plain(candidate)
    const isBeginning = meant.length > 2 && (target.startsWith(meant) || meant.startsWith(target))
    const distance = editDistance(meant, target)
    if (distance < bestDistance && (isBeginning || distance <= Math.max(1, Math.floor(target.length / 3)))) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}
