/** Without what XML 1.0 cannot hold (production 2, Char): most control characters, and halves of surrogate pairs. */
const xmlText = (text: string): string => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')

/** A text as XML and as HTML, in elements and in quoted attributes alike. */
export const escapedText = (text: string): string =>
  xmlText(text).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)

/** Longer titles and names are cut: nobody reads on. */
const LONGEST_LINE = 300

/** A title or a name in one line, of which XML can hold everything. */
export function oneLine(text: string): string {
  const line = xmlText(text.slice(0, 2 * LONGEST_LINE))
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > LONGEST_LINE || text.length > 2 * LONGEST_LINE ? `${xmlText(line.slice(0, LONGEST_LINE))}…` : line
}
