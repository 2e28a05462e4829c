import type { Locator, Page } from 'playwright'
import { expect } from 'vitest'
import type { Place } from '../faultMatrix'
import { SHOWN_TEXT } from './page'
import { say } from './texts'

/** Those of the page that are there, in its order. */
export function locate(page: Page, { inside, testId, role, name, level, isCurrent, text }: Place): Locator {
  const root = inside ? locate(page, inside) : page
  if (testId) return root.getByTestId(testId)
  if (text) return root.getByText(text)
  const found = root.getByRole(role!, { ...(name && { name }), ...(level && { level }) })
  return isCurrent ? found.and(page.locator('[aria-current=step]')) : found
}

/** An init script: notes whether the page or its title ever said that all is well, and which requests it made when, by its own clock. */
export const watchPage = `
  new MutationObserver(() => {
    if (${SHOWN_TEXT}.includes('${say('banner.operational')}')) globalThis.saidAllClear = true
  }).observe(document, { subtree: true, childList: true, characterData: true })
  globalThis.asked = []
  globalThis.awaited = new Set()
  const ask = globalThis.fetch
  globalThis.fetch = (...given) => {
    const { pathname, search } = new URL(given[0].url ?? given[0], location.href)
    const call = { path: pathname + search, at: performance.now() }
    globalThis.asked.push(call)
    globalThis.awaited.add(call)
    const answer = ask(...given)
    const over = () => globalThis.awaited.delete(call)
    answer.then(response => response.clone().text()).then(over, over)
    return answer
  }
`
interface Call {
  path: string
  at: number
}
const watched = (page: Page) =>
  page.evaluate(() => {
    const { asked, awaited } = globalThis as unknown as { asked: Call[]; awaited: Set<Call> }
    return { asked, awaited: [...awaited].map(({ path }) => path) }
  })
export const saidAllClear = (page: Page) => page.evaluate(() => 'saidAllClear' in globalThis)
/** When (milliseconds of the page's clock) requests of a path left. */
export const askedAt = async (page: Page, path: RegExp) =>
  (await watched(page)).asked.filter(each => path.test(each.path)).map(({ at }) => at)

/** Time passes until the page has taken the place of first paint, which waits a while for an answer that does not come. */
async function passFirstPaint(page: Page): Promise<void> {
  const isThere = async () => {
    if (await page.locator('#first').count()) await page.clock.runFor(200)
    return page.locator('#first').count()
  }
  await expect.poll(isThere, { timeout: 10_000, interval: 20 }).toBe(0)
}

/** Resolves when the page awaits no answer, but those that `held` fits, and has had the time to ask for more. */
export async function settled(page: Page, held?: RegExp): Promise<void> {
  await passFirstPaint(page)
  let calm = 0
  const look = async () => {
    const awaited = (await watched(page)).awaited.filter(path => !held?.test(path))
    calm = awaited.length ? 0 : calm + 1
    return calm > 3 ? 'calm' : `awaits ${awaited.join(', ')}`
  }
  await expect.poll(look, { timeout: 10_000, interval: 20 }).toBe('calm')
}
