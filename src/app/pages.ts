import type { Component } from 'vue'
import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'
import type { SiteConfig } from '@/config/siteConfig'
import type { LazyPart } from '@/i18n/lazyMessages'
import type { Provider } from '@/stores/provider'
import { createProvider } from './createProvider'
import PageLayout from './layout/PageLayout.vue'

/** What a page of one provider and one of several do not have in common. */
export interface Pages {
  readonly providers: readonly Provider[]
  /** The layout around every route. */
  readonly root: Component
  /** Puts the pages of a provider where they belong, elsewhere than at the top; those of operators only where somebody can log in. */
  mountRoutes?(pages: readonly RouteRecordRaw[], options?: { readonly operators: boolean }): RouteRecordRaw[]
  /** Whose page this is; undefined = of the page as a whole. */
  providerOf(to: Pick<RouteLocationNormalized, 'params'>): Provider | undefined
  /** Texts that the layout needs. */
  readonly texts?: LazyPart
}

/** With one provider nothing of several is loaded. */
export async function createPages({ providers }: SiteConfig): Promise<Pages> {
  if (providers.length > 1) return (await import('./multiProvider/pagesOfSeveral')).pagesOfSeveral(providers)
  const provider = await createProvider(providers[0])
  return { providers: [provider], root: PageLayout, providerOf: () => provider }
}
