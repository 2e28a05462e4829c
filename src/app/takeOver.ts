import type { App } from 'vue'
import { firstViewKey } from '@/stores/useFirstView'

// What cannot be drawn does not hold the page back.
const TAKE_OVER_MS = 3_000

/** Puts the page into the place of first paint, in one go: when it shows at least as much. */
export async function takeOver(page: App): Promise<void> {
  const first = document.getElementById('first')!
  const place = document.getElementById('app')!
  const drawn = new Promise<void>(done => page.provide(firstViewKey, done))
  if ('painted' in first.dataset) {
    place.hidden = true
    page.mount(place)
    await Promise.race([drawn, new Promise(done => setTimeout(done, TAKE_OVER_MS))])
    place.hidden = false
    carryOver(first, place)
  } else page.mount(place)
  first.remove()
  // It may have come after everybody was told that it does not.
  const failed = document.getElementById('failed')
  if (failed) failed.hidden = true
}

/** What visitors did to the controls of first paint, which could not answer yet, is done to those of the page. */
function carryOver(first: HTMLElement, page: HTMLElement): void {
  const controls = 'a, button, input, select, summary'
  for (const theirs of first.querySelectorAll<HTMLElement>(controls)) {
    const isTouched = 'touched' in theirs.dataset
    const isFocused = theirs === document.activeElement
    if (!isTouched && !isFocused) continue
    const mine = [...page.querySelectorAll<HTMLElement>(controls)].find(control => nameOf(control) === nameOf(theirs))
    if (!mine) continue
    if (isTouched) repeat(mine, theirs)
    if (isFocused) mine.focus({ preventScroll: true })
  }
}

/** By this a control is found again: what it is, and what it is called. */
function nameOf(control: HTMLElement): string {
  const title = control.querySelector('h3') ?? control.closest('label')?.querySelector('span') ?? control
  return `${control.localName} ${control.getAttribute('placeholder') ?? title.textContent.trim()}`
}

function repeat(mine: HTMLElement, theirs: HTMLElement): void {
  if (mine instanceof HTMLInputElement && theirs instanceof HTMLInputElement) {
    mine.value = theirs.value
    mine.dispatchEvent(new Event('input', { bubbles: true }))
  } else if (mine instanceof HTMLSelectElement && theirs instanceof HTMLSelectElement) {
    mine.selectedIndex = theirs.selectedIndex
    mine.dispatchEvent(new Event('change', { bubbles: true }))
  } else if (mine.localName === 'summary')
    (mine.parentElement as HTMLDetailsElement).open = (theirs.parentElement as HTMLDetailsElement).open
  else if (theirs.ariaPressed === 'true') mine.click()
}
