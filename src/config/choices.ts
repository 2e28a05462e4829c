/** What visitors may choose for themselves, and what becomes of it where they chose nothing. */

export const THEME_MODES = ['system', 'light', 'dark'] as const
export type ThemeMode = (typeof THEME_MODES)[number]
export const PALETTES = ['default', 'colour-blind', 'high-contrast'] as const
export type Palette = (typeof PALETTES)[number]

/** What a visitor chose; anything not chosen follows the configuration. */
export interface Choices {
  theme?: ThemeMode
  palette?: Palette
  /** `local`, `utc` or an IANA name */
  timeZone?: string
  language?: string
}

/** What was kept, as far as it still means something. Never throws. */
export function restoreChoices(text: string | null): Choices {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    const { theme, palette, timeZone, language } = value as Record<string, unknown>
    return {
      ...(THEME_MODES.some(mode => mode === theme) && { theme: theme as ThemeMode }),
      ...(PALETTES.some(name => name === palette) && { palette: palette as Palette }),
      ...(typeof timeZone === 'string' && isZone(timeZone) && { timeZone }),
      ...(typeof language === 'string' && { language }),
    }
  } catch {
    return {}
  }
}

/** The language that was chosen, else the first one of the browser that the page offers, else the page's first. */
export function languageFor<T extends string>(
  { language }: Choices,
  offered: readonly T[],
  browserLanguages: readonly string[],
): T {
  const known = (code: string | undefined) => offered.find(one => one === code)
  return known(language) ?? browserLanguages.map(tag => known(tag.slice(0, 2).toLowerCase())).find(Boolean) ?? offered[0]!
}

/** The IANA name that a choice of a zone means. */
export function ianaZone(choice: string): string {
  if (choice === 'utc') return 'UTC'
  return choice === 'local' ? Intl.DateTimeFormat().resolvedOptions().timeZone : choice
}

/** The key of what this browser keeps: one host may serve several pages, and one page may be pointed at another API. */
export const storageKey = (what: string, apiUrl: string) => `scs-status ${what} ${new URL(document.baseURI).pathname} ${apiUrl}`

function isZone(choice: string): boolean {
  try {
    return choice === 'local' || choice === 'utc' || !!new Intl.DateTimeFormat('en', { timeZone: choice })
  } catch {
    return false
  }
}
