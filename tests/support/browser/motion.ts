import type { Page } from 'playwright'

/** The first class of what has been moved or faded, by style sheet or script, and for how many milliseconds. */
export const motions = (page: Page) => page.evaluate(() => (window as unknown as { motions: [string, number][] }).motions)

/** An init script for `motions`. */
export function recordMotion() {
  const motions: [string, number][] = []
  Object.assign(window, { motions })
  const record = (element: Element, animation: Animation | undefined) =>
    motions.push([element.classList[0] ?? element.tagName, Number(animation?.effect?.getComputedTiming().duration)])
  document.addEventListener('transitionrun', ({ target }) => {
    const element = target as Element
    record(element, element.getAnimations()[0])
  })
  const { animate } = Element.prototype
  Element.prototype.animate = function (...frames) {
    const animation = animate.apply(this, frames)
    record(this, animation)
    return animation
  }
}
