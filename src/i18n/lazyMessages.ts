import type { Language } from './messages'
import type clockEn from './en.clock.json'
import type componentEn from './en.component.json'
import type configEn from './en.config.json'
import type followingEn from './en.following.json'
import type gridEn from './en.grid.json'
import type historyEn from './en.history.json'
import type legendEn from './en.legend.json'
import type manageEn from './en.manage.json'
import type overviewEn from './en.overview.json'
import type pastEn from './en.past.json'
import type searchEn from './en.search.json'
import type settingsEn from './en.settings.json'
import type shareEn from './en.share.json'
import type snackbarEn from './en.snackbar.json'

/** The texts of one part of the page, by language; English is the source of its keys. */
type Part<T> = Readonly<Record<Language, () => Promise<{ default: T }>>>

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
  } satisfies Part<typeof clockEn>,
  /** What is wrong with the configuration. */
  config: {
    en: () => import('./en.config.json'),
    de: () => import('./de.config.json'),
    fr: () => import('./fr.config.json'),
  } satisfies Part<typeof configEn>,
  /** The page of what a browser follows, and its notifications. */
  following: {
    en: () => import('./en.following.json'),
    de: () => import('./de.following.json'),
    fr: () => import('./fr.following.json'),
  } satisfies Part<typeof followingEn>,
  /** Components by two of their labels. */
  grid: {
    en: () => import('./en.grid.json'),
    de: () => import('./de.grid.json'),
    fr: () => import('./fr.grid.json'),
  } satisfies Part<typeof gridEn>,
  history: {
    en: () => import('./en.history.json'),
    de: () => import('./de.history.json'),
    fr: () => import('./fr.history.json'),
  } satisfies Part<typeof historyEn>,
  /** The page of a component. */
  component: {
    en: () => import('./en.component.json'),
    de: () => import('./de.component.json'),
    fr: () => import('./fr.component.json'),
  } satisfies Part<typeof componentEn>,
  /** What states, severities, phases and numbers mean. */
  legend: {
    en: () => import('./en.legend.json'),
    de: () => import('./de.legend.json'),
    fr: () => import('./fr.legend.json'),
  } satisfies Part<typeof legendEn>,
  /** What only operators read. */
  manage: {
    en: () => import('./en.manage.json'),
    de: () => import('./de.manage.json'),
    fr: () => import('./fr.manage.json'),
  } satisfies Part<typeof manageEn>,
  past: {
    en: () => import('./en.past.json'),
    de: () => import('./de.past.json'),
    fr: () => import('./fr.past.json'),
  } satisfies Part<typeof pastEn>,
  /** The overview of several providers, and the way back to it. */
  overview: {
    en: () => import('./en.overview.json'),
    de: () => import('./de.overview.json'),
    fr: () => import('./fr.overview.json'),
  } satisfies Part<typeof overviewEn>,
  /** The search over everything. */
  search: {
    en: () => import('./en.search.json'),
    de: () => import('./de.search.json'),
    fr: () => import('./fr.search.json'),
  } satisfies Part<typeof searchEn>,
  /** Language, look and time, and the ways to hear of changes: in the menus of the header. */
  settings: {
    en: () => import('./en.settings.json'),
    de: () => import('./de.settings.json'),
    fr: () => import('./fr.settings.json'),
  } satisfies Part<typeof settingsEn>,
  /** Sharing, calendars and API calls. */
  share: {
    en: () => import('./en.share.json'),
    de: () => import('./de.share.json'),
    fr: () => import('./fr.share.json'),
  } satisfies Part<typeof shareEn>,
  /** What is said in passing. */
  snackbar: {
    en: () => import('./en.snackbar.json'),
    de: () => import('./de.snackbar.json'),
    fr: () => import('./fr.snackbar.json'),
  } satisfies Part<typeof snackbarEn>,
}

export type LazyPart = keyof typeof lazyMessages

/** All of them, for the keys. */
export type LazyMessages = Intersection<Loaded[LazyPart]>

type Loaded = { [P in LazyPart]: Awaited<ReturnType<(typeof lazyMessages)[P]['en']>>['default'] }
type Intersection<Union> = (Union extends unknown ? (part: Union) => void : never) extends (part: infer All) => void ? All : never
