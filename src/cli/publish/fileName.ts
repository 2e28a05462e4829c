// What stands for itself in a path and in the file systems of all hosts; no hidden file, and no end that Windows cuts off.
const SAFE = /^(?!\.)[A-Za-z0-9._~-]{1,100}(?<!\.)$/
// Windows keeps these for devices, whatever comes behind a dot.
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * The name under which any static server finds the file of an id, asked for `encodeURIComponent(id)`: the id itself.
 * @returns null where that would not be the same everywhere: then it has no file
 */
export const safeFileName = (id: string): string | null => (SAFE.test(id) && !DEVICE.test(id) ? id : null)

/**
 * The name of a file for any text, percent-encoded; its address encodes that once more, which changes nothing for letters of ASCII,
 * digits, and `._~-`.
 * @returns null for what has no name: empty, hidden, longer than 100 characters, or no text of Unicode
 */
export function encodedFileName(text: string): string | null {
  if (text.length > 100 || /\p{Cs}/u.test(text)) return null
  const name = encodeURIComponent(text).replace(/[!'()*]/g, one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
  return safeFileName(name.replaceAll('%', '~')) === null ? null : name
}

/**
 * The texts that have a file in one folder, with its name. Two that differ in upper and lower case only are one file on many hosts:
 * neither has one, since each would say what the other is.
 * @param nameOf `safeFileName` or `encodedFileName`
 */
export function fileNames(texts: Iterable<string>, nameOf = safeFileName): ReadonlyMap<string, string> {
  const named = [...new Set(texts)].flatMap(text => {
    const name = nameOf(text)
    return name === null ? [] : [{ text, name }]
  })
  const uses = new Map<string, number>()
  for (const { name } of named) uses.set(name.toLowerCase(), (uses.get(name.toLowerCase()) ?? 0) + 1)
  return new Map(named.filter(({ name }) => uses.get(name.toLowerCase()) === 1).map(({ text, name }) => [text, name]))
}
