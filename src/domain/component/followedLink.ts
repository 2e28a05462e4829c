/** The ids of components as one text for a link; ids are opaque, so whatever separates them is escaped. */
export const idsText = (ids: readonly string[]): string => ids.map(encodeURIComponent).join(',')

/** The ids in such a text, each once. What cannot be decoded is taken as it stands. */
export function idsIn(text: string): string[] {
  return [...new Set(text.split(',').map(decoded))].filter(id => id)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.trim())
  } catch {
    return text
  }
}
