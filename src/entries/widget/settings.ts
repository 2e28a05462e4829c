/** What an element shows. */
export type Scope =
  | { readonly kind: 'component'; readonly id: string }
  | { readonly kind: 'label'; readonly key: string; readonly value: string }
  | { readonly kind: 'provider' }

/** What the attributes of an element say; whatever they do not say, or not rightly, takes its default. */
export interface Settings {
  /** Absolute address of the API; null = there is none, or it is no address. */
  readonly api: string | null
  readonly scope: Scope
  /** The name that readers know the provider by; empty = none is given. */
  readonly provider: string
  readonly look: 'badge' | 'list'
  /** Where the whole status is; null = nowhere. */
  readonly href: string | null
  readonly intervalMs: number
  readonly staleAfterMs: number
  /** The only severities that count as good, by their names; null = as the page does without a configuration. */
  readonly good: readonly string[] | null
  readonly retiredLabel: string | null
  /** What readers see in place of the names of severities, by these. */
  readonly severityNames: ReadonlyMap<string, string>
}

export const ATTRIBUTES = [
  'api',
  'component',
  'label',
  'provider',
  'look',
  'href',
  'interval',
  'stale-after',
  'good',
  'retired-label',
  'severity-names',
  'lang',
] as const
type Attribute = (typeof ATTRIBUTES)[number]

/**
 * Reads the attributes of an element.
 * @param baseUrl relative addresses count from it
 */
export function readSettings(attribute: (name: Attribute) => string | null, baseUrl: string): Settings {
  const intervalMs = milliseconds(attribute('interval'), 60, 5)
  return {
    // Elements that mean the same API share it, however they write it.
    api: addressOf(attribute('api'), baseUrl, ['http:', 'https:'])?.replace(/\/+$/, '') ?? null,
    scope: scopeOf(attribute('component'), attribute('label')),
    provider: attribute('provider')?.trim() ?? '',
    look: attribute('look') === 'list' ? 'list' : 'badge',
    href: addressOf(attribute('href'), baseUrl, ['http:', 'https:', 'mailto:']),
    intervalMs,
    // Before the next answer can be there, nothing is old.
    staleAfterMs: Math.max(milliseconds(attribute('stale-after'), 300, 0), 2 * intervalMs),
    good: attribute('good') === null ? null : listed(attribute('good')),
    retiredLabel: attribute('retired-label') || null,
    severityNames: new Map(listed(attribute('severity-names')).filter(Boolean).map(keyAndValue)),
  }
}

function scopeOf(component: string | null, label: string | null): Scope {
  if (component !== null) return { kind: 'component', id: component }
  if (label === null) return { kind: 'provider' }
  const [key, value] = keyAndValue(label)
  return { kind: 'label', key, value }
}

const listed = (text: string | null) => (text ?? '').split(',').map(one => one.trim())

function keyAndValue(text: string): [key: string, value: string] {
  const [key = '', ...value] = text.split('=')
  return [key.trim(), value.join('=').trim()]
}

/** No other scheme: an address may come from where the page does not look. */
function addressOf(text: string | null, baseUrl: string, schemes: readonly string[]): string | null {
  if (!text?.trim() || !URL.canParse(text, baseUrl)) return null
  const { protocol, href } = new URL(text, baseUrl)
  return schemes.includes(protocol) ? href : null
}

function milliseconds(seconds: string | null, byDefault: number, least: number): number {
  const given = Number(seconds?.trim() || NaN)
  return 1000 * (Number.isFinite(given) ? Math.min(Math.max(given, least), 86_400) : byDefault)
}
