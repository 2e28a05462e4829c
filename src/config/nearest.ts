const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

// As domain/editDistance, once more: shared with what operators load it would be one more request of every visitor.
/** How many letters must be added, dropped, replaced or swapped with their neighbor to turn one text into the other. */
const editDistance = (from: string, to: string) => {
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      next[j] = Math.min(replaced, row[j]! + 1, next[j - 1]! + 1, isSwapped ? before[j - 2]! + 1 : Infinity)
    }
    before = row
    row = next
  }
  return row[to.length]!
}

/** The known word that was probably meant, or undefined: a typing error, other case or separators, or the beginning of it. */
export const nearestWord = (word: string, known: readonly string[]): string | undefined => {
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
