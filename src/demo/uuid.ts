const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** A version 4 UUID. `crypto.randomUUID` exists on secure origins only, and a demo may be served over plain HTTP. */
export function createUuid(): string {
  return formatUuid(crypto.getRandomValues(new Uint8Array(16)))
}

/** The same UUID for the same name, so that links into the demo outlive a reseed. */
export function uuidOf(name: string): string {
  const random = randomOf(name)
  return formatUuid(Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)))
}

/** Pseudo random numbers 0 <= x < 1 that depend on the name alone (FNV-1a into mulberry32). */
export function randomOf(name: string): () => number {
  let state = 0x811c9dc5
  for (let index = 0; index < name.length; index++) state = Math.imul(state ^ name.charCodeAt(index), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

function formatUuid(bytes: Uint8Array): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, byte => HEX[byte]).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
