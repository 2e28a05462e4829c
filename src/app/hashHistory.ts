import { createWebHashHistory, type RouterHistory } from 'vue-router'

/** What is opened itself, be it named or not; any other path below the base is a link of a page under history routing. */
const DOCUMENT = /^[^/]*\.html?$|^$/i

/**
 * Addresses behind `#`, for hosts that answer unknown paths with nothing of ours. They carry the whole path of the document, since some
 * hosts must hear `index.html`, and relative ones would count from the base.
 * @param base path of the folder of the page
 */
export function createHashHistory(base: string): RouterHistory {
  const { pathname, search, hash } = location
  const below = pathname.startsWith(base) ? pathname.slice(base.length) : ''
  const page = DOCUMENT.test(below) ? pathname : base
  if (!hash.startsWith('#/')) {
    const path = page === pathname ? pathOf(search) : `/${below}`
    window.history.replaceState(null, '', `${page}#${path}${search}${hash}`)
  }
  const history = createWebHashHistory(page)
  history.createHref = to => `${page}#${to}`
  return history
}

/** The page that was meant. A login comes back with its answer before the `#`, see auth/returnAddress.ts. */
function pathOf(search: string): string {
  const query = new URLSearchParams(search)
  if (!query.has('state') && !query.has('done')) return '/'
  const provider = query.get('p')
  return provider === null ? '/login' : `/p/${encodeURIComponent(provider)}/login`
}
