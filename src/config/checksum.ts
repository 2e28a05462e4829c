/**
 * Tells whether a configuration is still the one that was checked, be it that somebody edits the page by hand. It keeps nobody out
 * (FNV-1a, 32 bits).
 */
export function checksum(text: string): string {
  let hash = 2_166_136_261
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 16_777_619)
  return (hash >>> 0).toString(36)
}
