import type { Config } from '@/config/schema'
import type { Language } from '@/i18n/messages'

/** What of the configuration first paint goes by. */
export type FirstSettings = Pick<
  Config,
  'apiUrl' | 'title' | 'timeZone' | 'historyDays' | 'maintenancePreviewDays' | 'recordsSince' | 'unknownWeight' | 'severities'
> & {
  readonly languages: readonly Language[]
  readonly logo: { readonly light: string; readonly dark: string } | null
  readonly theme: Config['theme']
  readonly links: Config['links']
  readonly components: Config['components']
  readonly authMode: Config['auth']['mode']
}

class Unusual extends Error {}

type Values = Readonly<Record<string, unknown>>

/**
 * Reads the configuration with the defaults of config/schema.ts, by hand: the checks proper come with the page, and whatever looks
 * unusual here is left to them.
 * @returns null = first paint steps aside: for several providers, the demo, a login before reading, hash routing, or a broken file
 */
export function firstSettings(input: unknown): FirstSettings | null {
  try {
    const all = object(input)
    const auth = part(all, 'auth')
    const isPlain = all['providers'] === undefined && all['routing'] !== 'hash' && auth['readsNeedLogin'] !== true
    if (!isPlain || all['apiUrl'] === 'demo') return null
    const theme = part(all, 'theme')
    const links = part(all, 'links')
    const components = part(all, 'components')
    const orNull = (from: Values, key: string) => (from[key] === null ? null : text(from[key], null))
    const logo = all['logo'] ?? null
    return {
      apiUrl: text(all['apiUrl']),
      title: text(all['title'], 'Status'),
      timeZone: text(all['timeZone'], 'local'),
      historyDays: number(all['historyDays'], 90),
      maintenancePreviewDays: number(all['maintenancePreviewDays'], 30),
      recordsSince: orNull(all, 'recordsSince'),
      unknownWeight: number(all['unknownWeight'], 100),
      severities: part(all, 'severities') as Config['severities'],
      languages: list(all['languages'], ['en', 'de']) as Language[],
      logo:
        logo === null
          ? null
          : typeof logo === 'string'
            ? { light: logo, dark: logo }
            : (object(logo) as { light: string; dark: string }),
      theme: {
        accent: text(theme['accent'], '#1d5fa8'),
        accentDark: orNull(theme, 'accentDark'),
        mode: text(theme['mode'], 'system') as Config['theme']['mode'],
        palette: text(theme['palette'], 'default') as Config['theme']['palette'],
      },
      links: {
        horizon: orNull(links, 'horizon'),
        subscribe: orNull(links, 'subscribe'),
        feed: orNull(links, 'feed'),
        support: orNull(links, 'support'),
        components: (links['components'] ?? []) as Config['links']['components'],
      },
      components: {
        groupBy: orNull(components, 'groupBy'),
        hiddenLabels: list(components['hiddenLabels'], []),
        orderLabel: orNull(components, 'orderLabel'),
        descriptionLabel: orNull(components, 'descriptionLabel'),
        recordsSinceLabel: orNull(components, 'recordsSinceLabel'),
        retiredLabel: orNull(components, 'retiredLabel'),
      },
      authMode: text(auth['mode'], 'off') as Config['auth']['mode'],
    }
  } catch (error) {
    if (error instanceof Unusual) return null
    throw error
  }
}

function object(value: unknown): Values {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unusual()
  return value as Values
}

const part = (all: Values, key: string) => object(all[key] === undefined ? {} : all[key])

function text(value: unknown): string
function text<T extends string | null>(value: unknown, missing: T): string | T
function text(value: unknown, missing?: string | null): string | null {
  if (value === undefined && missing !== undefined) return missing
  if (typeof value !== 'string') throw new Unusual()
  return value
}

function number(value: unknown, missing: number): number {
  if (value === undefined) return missing
  if (typeof value !== 'number') throw new Unusual()
  return value
}

function list(value: unknown, missing: readonly string[]): string[] {
  const items: unknown = value ?? missing
  if (!Array.isArray(items) || items.some(item => typeof item !== 'string')) throw new Unusual()
  return items as string[]
}
