import type { Config } from '@/config/schema'

/** Seconds that the clocks of provider and device may differ before a token counts as over. */
const CLOCK_LEEWAY_S = 60

interface Expected {
  /** As configured; compared to the letter, as OpenID Connect wants it. */
  readonly issuer: string
  readonly clientId: string
  /** Seconds since 1970. */
  readonly now: number
}

/** The claim that is not as it must be. */
export type IdTokenFault = 'iss' | 'aud' | 'azp' | 'exp'

/**
 * Whether an ID token is from the configured provider, for this client, and not over (OpenID Connect Core 3.1.3.7, 2 to 5 and 9).
 * Its signature is not looked at: it comes from the token endpoint itself (3.1.3.7, 6). The nonce is the library's to check.
 * @returns null for one that is fine; one that cannot be read has no issuer
 */
export function checkIdToken(token: string, { issuer, clientId, now }: Expected): IdTokenFault | null {
  const { iss, aud, azp, exp } = claimsOf(token)
  if (iss !== issuer) return 'iss'
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud]
  if (!audiences.includes(clientId)) return 'aud'
  if (azp === undefined ? audiences.length > 1 : azp !== clientId) return 'azp'
  return typeof exp === 'number' && now < exp + CLOCK_LEEWAY_S ? null : 'exp'
}

/** What a JSON Web Token says; nothing where it is none. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const [, payload = ''] = token.split('.')
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0))
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

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
