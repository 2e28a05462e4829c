import type { Config } from '@/config/schema'

/**
 * Texts that are loaded with the part of the page that shows them, so that the first view does not carry them. The first keys of
 * a part are its own: no other part has them.
 */
export const lazyMessages = {
  /** A device whose clock is wrong. */
  clock: {
    en: () => import('./en.clock.json'),
    de: () => import('./de.clock.json'),
    fr: () => import('./fr.clock.json'),
  },
  /** What is wrong with the configuration. */
  config: {
    en: () => import('./en.config.json'),
    de: () => import('./de.config.json'),
    fr: () => import('./fr.config.json'),
  },
  /** The page of what a browser follows, and its notifications. */
  following: {
    en: () => import('./en.following.json'),
    de: () => import('./de.following.json'),
    fr: () => import('./fr.following.json'),
  },
  /** Components by two of their labels. */
  grid: {
    en: () => import('./en.grid.json'),
    de: () => import('./de.grid.json'),
    fr: () => import('./fr.grid.json'),
  },
  history: {
    en: () => import('./en.history.json'),
    de: () => import('./de.history.json'),
    fr: () => import('./fr.history.json'),
  },
  /** The page of a component. */
  component: {
    en: () => import('./en.component.json'),
    de: () => import('./de.component.json'),
    fr: () => import('./fr.component.json'),
  },
  /** What states, severities, phases and numbers mean. */
  legend: {
    en: () => import('./en.legend.json'),
    de: () => import('./de.legend.json'),
    fr: () => import('./fr.legend.json'),
  },
  /** What only operators read. */
  manage: {
    en: () => import('./en.manage.json'),
    de: () => import('./de.manage.json'),
    fr: () => import('./fr.manage.json'),
  },
  past: {
    en: () => import('./en.past.json'),
    de: () => import('./de.past.json'),
    fr: () => import('./fr.past.json'),
  },
  /** The overview of several providers, and the way back to it. */
  overview: {
    en: () => import('./en.overview.json'),
    de: () => import('./de.overview.json'),
    fr: () => import('./fr.overview.json'),
  },
  /** The search over everything. */
  search: {
    en: () => import('./en.search.json'),
    de: () => import('./de.search.json'),
    fr: () => import('./fr.search.json'),
  },
  /** Language, look and time, and the ways to hear of changes: in the menus of the header. */
  settings: {
    en: () => import('./en.settings.json'),
    de: () => import('./de.settings.json'),
    fr: () => import('./fr.settings.json'),
  },
  /** Sharing, calendars and API calls. */
  share: {
    en: () => import('./en.share.json'),
    de: () => import('./de.share.json'),
    fr: () => import('./fr.share.json'),
  },
  /** What is said in passing. */
  snackbar: {
    en: () => import('./en.snackbar.json'),
    de: () => import('./de.snackbar.json'),
    fr: () => import('./fr.snackbar.json'),
  },
}

export type LazyPart = keyof typeof lazyMessages

/** All of them, for the keys. */
export type LazyMessages = Intersection<Texts<typeof lazyMessages>[LazyPart]>

/** The texts of the parts; English is the source of their keys. A part that lacks a language, or a key in one, does not compile. */
type Texts<Parts extends { [P in keyof Parts]: Part<English<Parts[P]>> }> = { [P in keyof Parts]: English<Parts[P]> }
type Part<T> = Readonly<Record<Config['languages'][number], () => Promise<{ default: T }>>>
type English<P> = P extends { en: () => Promise<{ default: infer T }> } ? T : never
type Intersection<Union> = (Union extends unknown ? (part: Union) => void : never) extends (part: infer All) => void ? All : never
