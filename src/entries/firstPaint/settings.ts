import type { Config, ParsedSite } from '@/config/schema'

/** The configuration as first paint goes by it. */
export type FirstSettings = Omit<Config, 'logo'> & { readonly logo: { readonly light: string; readonly dark: string } | null }

/**
 * @param site checked and complete, as `configure` writes it into the page (build/configure/inlineConfig)
 * @returns null = first paint steps aside: for several providers, the demo, a login before reading, hash routing, and where the API is not asked
 */
export function firstSettings(site: ParsedSite): FirstSettings | null {
  const { apiUrl, providers, routing, auth, logo, snapshot } = site
  if (apiUrl === undefined || apiUrl === 'demo' || providers || routing === 'hash' || auth.readsNeedLogin || snapshot === 'only')
    return null
  return { ...site, apiUrl, logo: typeof logo === 'string' ? { light: logo, dark: logo } : logo }
}
