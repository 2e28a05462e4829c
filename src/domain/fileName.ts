// Names that Windows keeps for devices, whatever comes behind a dot.
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i
// Four bytes each at most, so that an ending fits into the 255 of common file systems.
const LONGEST = 60

/**
 * A title as the name of a file, without its ending: letters and digits of any script, hyphens between them.
 * @param fallback for a title of which nothing is left
 */
export function fileNameOf(title: string, fallback: string): string {
  const words = title.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  const name = [...words.replace(/^-/, '')].slice(0, LONGEST).join('').replace(/-$/, '')
  return name === '' || RESERVED.test(name) ? fallback : name
}
