/** The words that somebody looks for, in small letters. */
export const wordsIn = (query: string): string[] => query.toLowerCase().split(/\s+/).filter(Boolean)

/** Whether a text in small letters holds all of them. */
export const holdsWords = (text: string, words: readonly string[]): boolean => words.every(word => text.includes(word))
