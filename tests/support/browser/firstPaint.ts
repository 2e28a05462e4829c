import type { BrowserContext, Page } from 'playwright'
import { expect } from 'vitest'
import { takenOver } from './page'
import { openStatusPage, type OpenedStatusPage, type StatusPageOptions } from './statusPage'

export interface HeldPage extends OpenedStatusPage {
  /** Lets the scripts of the page come, and waits until it has taken the place of first paint. */
  release(): Promise<void>
}

/**
 * The page whose scripts do not come before the test lets them: what is seen is first paint. It has its configuration in
 * index.html: of one in a file nobody knows yet whether it is right, and first paint waits for the page.
 */
export async function openHeld({
  prepare,
  inline = true,
  held = /\/assets\/.*\.js$/,
  ...options
}: StatusPageOptions & {
  /** The addresses of what does not come before. */
  readonly held?: RegExp
} = {}): Promise<HeldPage> {
  let release = () => {}
  const released = new Promise<void>(resolve => (release = resolve))
  const opened = await openStatusPage({
    ...options,
    inline,
    async prepare(context: BrowserContext) {
      await prepare?.(context)
      await context.route(held, async route => {
        await released
        await route.continue()
      })
    },
  })
  return {
    ...opened,
    async release() {
      release()
      await takenOver(opened.page)
    },
  }
}

export interface Word {
  readonly word: string
  readonly x: number
  readonly y: number
}

/** First paint, as long as the page has not taken its place. */
export const first = (page: Page) => page.locator('#first')

/** The components that it has drawn: their names, and as yet no bars. */
export const firstRows = (page: Page) =>
  first(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading') })

/** What somebody sees of first paint, or of the page: each word with its place on the screen, in pixels. */
export const seenIn = (page: Page, place: 'first' | 'app') =>
  page.locator(`#${place}`).evaluate(root => {
    const words: Word[] = []
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const node = texts.currentNode as Text
      if (!node.parentElement!.checkVisibility()) continue
      for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
        const range = new Range()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        const { x, y, width } = range.getBoundingClientRect()
        // Options of a field that is closed are nowhere.
        if (width) words.push({ word, x, y })
      }
    }
    return words
  })

/** The words that are not where they were, by a pixel or more. */
export const moved = (before: readonly Word[], after: readonly Word[]) =>
  before
    .filter(
      ({ word, x, y }) => !after.some(other => other.word === word && Math.abs(other.x - x) < 1 && Math.abs(other.y - y) < 1),
    )
    .map(({ word, x, y }) => `${word} at ${x} ${y}`)

/**
 * The boxes of everything that is drawn, to the hundredth of a pixel, with their colours and letters. Without those around the last
 * one: the page goes on below it.
 */
export const boxesIn = (page: Page, place: 'first' | 'app') =>
  page.locator(`#${place}`).evaluate(root => {
    const elements = [...root.getElementsByTagName('*')]
    const last = elements.at(-1)!
    return elements.flatMap(element => {
      const { x, y, width, height } = element.getBoundingClientRect()
      if (!width || !height || element.contains(last) || !element.checkVisibility({ visibilityProperty: true })) return []
      const { color, backgroundColor, fontSize, fontWeight, fill } = getComputedStyle(element)
      const box = [x, y, width, height].map(one => one.toFixed(2)).join(' ')
      const isShape = element instanceof SVGElement
      if (!isShape && !element.textContent.trim()) return [box]
      return [box, [box, ...(isShape ? [fill] : [color, backgroundColor, fontSize, fontWeight])].join(' ')]
    })
  })

/** Of everything that moved by itself. */
export const layoutShift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>(done => {
        let sum = 0
        new PerformanceObserver(list =>
          list.getEntries().forEach(entry => (sum += (entry as unknown as { value: number }).value)),
        ).observe({
          type: 'layout-shift',
          buffered: true,
        })
        setTimeout(() => done(sum), 100)
      }),
  )

/** First paint is done with what it knows. */
export const painted = (page: Page) => firstRows(page).first().waitFor()

/**
 * First paint has answered nobody, and nothing was asked.
 * @param name what the failure is told as
 */
export async function expectAside({ page, server }: OpenedStatusPage, name = 'it steps aside'): Promise<void> {
  await page.evaluate(() => globalThis.scsFirstPaint)
  expect(await first(page).evaluate(place => place.childElementCount), name).toBe(0)
  expect(server.requests, name).toEqual([])
}
