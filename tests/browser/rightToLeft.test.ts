import type { Locator, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { expectSound } from '../support/browser/axe'
import { componentRows } from '../support/browser/components'
import { moved, openHeld, painted, seenIn } from '../support/browser/firstPaint'
import { publicViews } from '../support/browser/publicViews'
import { isReady, status, statusViews } from '../support/browser/statusViews'
import { say } from '../support/browser/texts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }
const DESK = { viewport: { width: 1280, height: 800 } }

/** A name, where it is on the screen: its edges from the left. */
type Box = readonly [name: string, left: number, right: number]

const boxOf = async (name: string, part: Locator): Promise<Box> => {
  const { x, width } = (await part.boundingBox())!
  return [name, Math.round(x), Math.round(x + width)]
}

const row = (page: Page) => componentRows(page).first()

/** What is read first and what last, in a line each: of the header, of a row, of the tools. */
const placesOf = (page: Page) =>
  Promise.all([
    boxOf('title', page.getByRole('banner').getByRole('link').first()),
    boxOf('navigation', page.getByRole('navigation', { name: say('app.navigation') })),
    boxOf('menu', page.getByRole('button', { name: say('app.more'), exact: true })),
    boxOf('verdict', page.getByRole('heading', { level: 1 })),
    boxOf('search', page.getByRole('searchbox')),
    // On phones the choices are behind a button.
    boxOf(
      'choices',
      page
        .getByRole('button', { name: say('components.filters') })
        .or(page.getByRole('button', { name: say('components.table') })),
    ),
    boxOf('name', row(page).getByRole('heading').getByRole('link')),
    boxOf('state', row(page).getByText('Partial outage', { exact: true })),
    boxOf('follow', row(page).getByRole('button')),
    boxOf('days', row(page).getByRole('slider')),
  ])

describe.each([
  ['a phone', PHONE],
  ['a desk', DESK],
] as const)('from right to left, on %s', (_, look) => {
  test('everything stands where a mirror would show it, and nothing is wider than the screen', async () => {
    const [plain, mirrored] = await Promise.all([status()(look), status()({ ...look, mirrored: true })])
    await Promise.all([plain, mirrored].map(({ page }) => isReady(page)))
    const { width } = look.viewport
    const expected = (await placesOf(plain.page)).map(([name, left, right]) => [name, width - right, width - left])
    const found = await placesOf(mirrored.page)
    for (const [index, [name, left, right]] of found.entries()) {
      expect(Math.abs(left - Number(expected[index]![1])), `left of ${name}`).toBeLessThanOrEqual(1)
      expect(Math.abs(right - Number(expected[index]![2])), `right of ${name}`).toBeLessThanOrEqual(1)
    }
    await expectSound(mirrored.page)
  })

  test('first paint has every word where the page has it', async () => {
    const { page, release } = await openHeld({ ...look, mirrored: true })
    await painted(page)
    const before = await seenIn(page, 'first')
    expect(before.length).toBeGreaterThan(20)
    await release()
    expect(moved(before, await seenIn(page, 'app'))).toEqual([])
  })
})

test('the newest day is the leftmost one, and its detail stays on the screen', async () => {
  const { page } = await status()({ ...DESK, mirrored: true })
  await isReady(page)
  const bar = row(page).getByRole('slider')
  const { width, height } = (await bar.boundingBox())!
  for (const [x, day] of [
    [2, '90'],
    [width - 2, '1'],
  ] as const) {
    await bar.click({ position: { x, y: height - 4 } })
    expect(await bar.getAttribute('aria-valuenow')).toBe(day)
    const { x: left, width: wide } = (await page.getByRole('dialog').boundingBox())!
    const middle = (await bar.boundingBox())!.x + x
    expect(left).toBeLessThanOrEqual(middle)
    expect(left + wide).toBeGreaterThanOrEqual(middle)
    expect(left + wide).toBeLessThanOrEqual(DESK.viewport.width)
    await page.keyboard.press('Escape')
  }
})

test('the way back in time is to the right', async () => {
  const { page } = await status({ path: '?at=2026-03-05T11:00:00Z' })({ ...DESK, mirrored: true })
  const back = page.getByRole('button', { name: say('past.previousChange') })
  const on = page.getByRole('button', { name: say('past.nextChange') })
  await back.focus()
  expect((await back.boundingBox())!.x).toBeGreaterThan((await on.boundingBox())!.x)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => new URL(page.url()).searchParams.get('at')).toBe('2026-03-05T10:00:00Z')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => new URL(page.url()).searchParams.get('at')).toBe('2026-03-05T11:00:00Z')
})

test('code is read from left to right, and a text in the direction of its own language', async () => {
  const { page } = await status({ path: '' })({ ...DESK, mirrored: true })
  await isReady(page)
  const text = page.getByTestId('markdown').first()
  expect(
    await text
      .getByRole('code')
      .first()
      .evaluate(code => getComputedStyle(code).direction),
  ).toBe('ltr')
  // Where its last line begins, from the left of the paragraph.
  const indent = await text
    .getByRole('paragraph')
    .first()
    .evaluate(paragraph => {
      const range = new Range()
      range.selectNodeContents(paragraph)
      return Array.from(range.getClientRects()).at(-1)!.left - paragraph.getBoundingClientRect().left
    })
  expect(Math.abs(indent)).toBeLessThan(1)
})

describe('from right to left, on a phone, nothing is wrong with', () => {
  test.each(Object.entries({ 'the status page': statusViews['the status page']!, ...publicViews }))('%s', (_, view) =>
    view({ ...PHONE, mirrored: true }),
  )
})
