import type { StorageLike } from '@vueuse/core'
import './embeddedPage.css'

/**
 * Makes the page fit into a frame: tells its height to the page around, and takes theme and language from its address.
 * @param address with `theme=light|dark|system` and `lang=…` in its query
 * @param content what the frame has to have room for
 * @returns what the visitor chose on the whole page, with those above it. A frame keeps nothing: it must not change what the same
 * browser shows elsewhere
 */
export function fitIntoFrame(address: string, content: Element): StorageLike {
  tellHeight(content)
  // Under hash routing the query stands behind the hash.
  const query = new URLSearchParams(/\?([^#]*)/.exec(address)?.[1])
  const [theme, language] = [query.get('theme'), query.get('lang')]
  return {
    getItem(key) {
      const asked = { ...(theme && { theme }), ...(language && { language }) }
      try {
        return JSON.stringify({ ...(JSON.parse(localStorage.getItem(key) ?? '{}') as object), ...asked })
      } catch {
        return JSON.stringify(asked)
      }
    },
    setItem: () => undefined,
    removeItem: () => undefined,
  }
}

/** Tells the page around how high the frame has to be, in CSS pixels, now and whenever that changes. */
function tellHeight(content: Element): void {
  if (window.parent === window) return
  let told = -1
  new ResizeObserver(() => {
    const height = Math.ceil(content.getBoundingClientRect().height)
    if (height === told) return
    told = height
    // To whomever: that the page is there, and how high it is, is no secret.
    window.parent.postMessage({ type: 'scs-status:height', height }, '*')
  }).observe(content)
}
