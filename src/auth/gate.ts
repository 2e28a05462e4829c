import type { Config } from '@/config/schema'

type Gate = Config['auth']['gate']

/** The value of a claim; dots lead into objects where no claim has the whole name (`https://example.org/groups`). */
export function claimOf(claims: object, name: string): unknown {
  if (Object.hasOwn(claims, name)) return (claims as Record<string, unknown>)[name]
  return name
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined,
      claims,
    )
}

/** Whether a login gets to see the management view: its claim is what the gate wants, or a list that holds it. */
export function passesGate(claims: object, gate: Gate): boolean {
  if (gate === null) return true
  const value = claimOf(claims, gate.claim)
  return value === gate.contains || (Array.isArray(value) && value.includes(gate.contains))
}
