import type { App } from 'vue'
import { firstViewKey } from '@/stores/useFirstView'

// What cannot be drawn does not hold the page back.
const TAKE_OVER_MS = 3_000

/** Puts the page into the place of first paint, in one go: when it shows at least as much. */
export async function handoff(page: App): Promise<void> {
  const first = document.getElementById('first')!
  const place = document.getElementById('app')!
  const drawn = new Promise<void>(done => page.provide(firstViewKey, done))
  if ('painted' in first.dataset) {
    place.hidden = true
    page.mount(place)
    await Promise.race([drawn, new Promise(done => setTimeout(done, TAKE_OVER_MS))])
    place.hidden = false
    keepFocus(first, place)
  } else page.mount(place)
  first.remove()
  // It may have come after everybody was told that it does not.
  const failed = document.getElementById('failed')
  if (failed) failed.hidden = true
}

/** First paint has no control but links: whoever was on one of them stays there. */
function keepFocus(first: HTMLElement, page: HTMLElement): void {
  const focused = document.activeElement
  if (!(focused instanceof HTMLAnchorElement) || !first.contains(focused)) return
  const link = [...page.getElementsByTagName('a')].find(({ href }) => href === focused.href)
  link?.focus({ preventScroll: true })
}
