import { nextTick } from 'vue'
import {
  createRouter,
  createWebHistory,
  START_LOCATION,
  type NavigationGuard,
  type Router,
  type RouteRecordRaw,
  type RouterHistory,
} from 'vue-router'
import type { LazyPart } from '@/i18n/lazyMessages'
import { isEmbedded } from '@/composables/useEmbedded'
import type { Pages } from '@/app/pages'
import { visitorRoutes } from '@/app/visitorRoutes'

/** Base path of the page: what `<base>` says, see index.html. */
export const basePath = () => new URL(document.baseURI).pathname.replace(/[^/]*$/, '')

function pathHistory(): RouterHistory {
  const history = createWebHistory(basePath())
  // What a page under hash routing has behind "#" is meant. Two slashes in front would make a host of what follows in every link.
  const meant = (/#(\/.*)/.exec(history.location)?.[1] ?? history.location).replace(/^\/+/, '/')
  if (meant !== history.location) history.replace(meant)
  return history
}

/** Where operators go, of whatever provider; what is there is loaded when somebody does. */
const OPERATORS = /^(\/p\/[^/]+)?\/(manage|login)(\/|$)/

/**
 * Nobody reads before the login. A proxy's session cannot be seen from here: there the server's answer tells. Operators' own pages
 * ask for it themselves.
 */
export const loginFirst =
  (providerOf: Pages['providerOf']): NavigationGuard =>
  async to => {
    const provider = providerOf(to)
    if (!provider?.config.auth.readsNeedLogin) return true
    const { auth, path } = provider
    await auth.restore()
    if (OPERATORS.test(to.path) || !['oidc', 'token'].includes(auth.mode) || auth.session.value.state === 'loggedIn') return true
    return { path: `${path}login`, query: { to: to.fullPath } }
  }

export interface RouterOptions {
  /** For tests; by default the address bar under the base of the page. */
  readonly history?: RouterHistory | undefined
  /** Loads the texts of a part of the page. */
  readonly texts: (part: LazyPart) => Promise<void>
  /** Puts the pages where they belong; by default they stay where they are. */
  readonly mountRoutes?: Pages['mountRoutes']
  /** Loads the pages of operators; without it there are none. */
  readonly operatorRoutes?: (() => Promise<readonly RouteRecordRaw[]>) | undefined
}

export function createPageRouter({
  history = pathHistory(),
  texts,
  mountRoutes = pages => [...pages],
  operatorRoutes,
}: RouterOptions): Router {
  const router = createRouter({
    history,
    // Some hosts show the page under its name only.
    routes: mountRoutes(visitorRoutes(texts)).map(page => (page.path === '/' ? { ...page, alias: '/index.html' } : page)),
    scrollBehavior(to, from, saved) {
      if (saved) return saved
      // The line at the top covers what is scrolled to, unless room is left for it.
      if (to.hash) return { el: to.hash, top: parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0 }
      // A changed filter is no new page.
      return to.path === from.path ? false : { top: 0 }
    },
  })
  if (operatorRoutes) {
    const forget = router.beforeEach(async to => {
      if (!OPERATORS.test(to.path)) return true
      const routes = await operatorRoutes()
      forget()
      for (const route of mountRoutes(routes, { operators: true })) router.addRoute(route)
      return to.fullPath
    })
  }
  // What is embedded shows its own page alone; every link leads out of it, into the window around.
  router.beforeEach((to, from) => {
    if (from === START_LOCATION || !isEmbedded(from) || isEmbedded(to)) return true
    window.open(router.resolve(to).href, '_top')
    return false
  })
  // Who follows a link goes on reading at the new content; a page that has just been loaded is read from its top.
  router.afterEach(async (to, from, failure) => {
    if (failure || from === START_LOCATION || to.path === from.path) return
    await nextTick()
    document.getElementById('content')?.focus({ preventScroll: true })
  })
  return router
}
