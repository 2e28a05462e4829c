import { MINUTE_MS } from '@/domain/time/units'

/** Told by whoever loads the page when its scripts do not come (build/entryScript, main); whoever answers for it says so. */
const FAILED = 'scs-page-failed'
// A slow line takes ten seconds for the page. What was true half a minute ago may not be true any more.
const EXPIRES_MS = 30_000

/** Whether the place still waits for the page. */
export const isAwaited = (place: HTMLElement) => place.isConnected && !('expired' in place.dataset)

/**
 * Nothing that is drawn before the page stays without it: when a script of the page fails, and after half a minute at the latest, it
 * is drawn anew, and then each minute, until the page comes after all.
 * @param draw at an instant, epoch milliseconds
 */
export function expireWithoutPage(place: HTMLElement, draw: (instant: number) => void): void {
  const expire = () => {
    if (!isAwaited(place)) return
    place.dataset['expired'] = ''
    const minute = () => (place.isConnected ? draw(Date.now()) : clearInterval(timer))
    const timer = setInterval(minute, MINUTE_MS)
    minute()
  }
  setTimeout(expire, EXPIRES_MS)
  document.addEventListener(FAILED, event => {
    if (!place.isConnected) return
    expire()
    event.preventDefault()
  })
}
