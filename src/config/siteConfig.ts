import { storageKey } from './choices'
import type { Config, ParsedSite } from './schema'

/** One provider, as the configuration describes it. */
export interface ProviderSetting {
  /** A slug, unique on the page, part of its addresses where there are several. */
  readonly id: string
  readonly name: string
  /** Address of its own site; null = none. */
  readonly link: string | null
  readonly config: Config
}

/** The configuration of the page as a whole. */
export interface SiteConfig extends Omit<ParsedSite, 'apiUrl' | 'providers'> {
  /** At least one, in the order of the configuration. */
  readonly providers: readonly [ProviderSetting, ...ProviderSetting[]]
}

/**
 * Gives every provider a whole configuration: what it says itself, else what is said for all. The title of several is their own
 * name; a single one has the title of the page, be it written as `apiUrl` or as a list of one.
 */
export function siteConfigOf({ apiUrl, providers, ...common }: ParsedSite): SiteConfig {
  const given = providers ?? [{ id: 'main', name: common.title, link: null, apiUrl }]
  const settings = given.map(({ id, name, link, ...own }) => {
    const title = given.length > 1 ? name : common.title
    return { id, name, link, config: { ...common, ...own, title } }
  })
  // What is valid names one of the two, and no empty list.
  return { ...common, providers: settings as unknown as SiteConfig['providers'] }
}

/** The key of what a browser keeps of the page as a whole, which is one page also where it shows several providers. */
export const siteStorageKey = (what: string, { providers: [{ config }, ...others] }: SiteConfig) =>
  storageKey(what, others.length ? 'several' : config.apiUrl)
