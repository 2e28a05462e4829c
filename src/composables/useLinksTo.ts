import { useRouter } from 'vue-router'

/** Links to pages of one kind, for lists of many: an address costs no resolving, a link no component of its own. */
export function useLinksTo(name: 'component' | 'incident') {
  const router = useRouter()
  const base = router.resolve({ name, params: { id: '-' } }).href.slice(0, -1)
  return {
    hrefOf: (id: string) => base + encodeURIComponent(id),
    /** Goes there without loading the page anew, unless the click asks for a tab or window of its own. */
    open(event: MouseEvent, id: string) {
      if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      // Where its files are gone the router loads the page whole.
      router.push({ name, params: { id } }).catch(() => undefined)
    },
  }
}
