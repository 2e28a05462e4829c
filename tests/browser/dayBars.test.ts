import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { buildComponent, buildData, buildIncident } from '../support/builders'
import { hasFocus, holdsFocus, isNothingFocused } from '../support/browser/focus'
import { say } from '../support/browser/texts'
import { openStatusPage, type StatusPageOptions } from '../support/browser/statusPage'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const impact = (severity: number) => ({ ...buildIncident().affects![0]!, severity })
const idOf = (digit: string) => `00000000-0000-4000-8000-${digit.repeat(12)}`

/** Today quiet; yesterday a major outage of three hours; three days ago maintenance; sixty days ago a minor one. */
const incidents = [
  buildIncident({
    id: idOf('1'),
    displayName: 'Switch failure',
    affects: [impact(90)],
    beganAt: '2026-03-09T09:00:00Z',
    endedAt: '2026-03-09T12:00:00Z',
  }),
  buildIncident({
    id: idOf('2'),
    displayName: 'New firmware',
    affects: [impact(0)],
    beganAt: '2026-03-07T09:00:00Z',
    endedAt: '2026-03-07T10:00:00Z',
  }),
  buildIncident({
    id: idOf('3'),
    displayName: 'Slow logins',
    affects: [impact(50)],
    beganAt: '2026-01-09T09:00:00Z',
    endedAt: '2026-01-09T09:30:00Z',
  }),
]
const open = (options: StatusPageOptions = {}) =>
  openStatusPage({ now: NOW, server: { data: buildData({ incidents }) }, ...options })

const barOf = (page: Page) => page.getByRole('slider', { name: /^Compute: the last \d+ days$/ })
const dayOf = (page: Page) => page.getByRole('dialog', { name: 'Compute' })
const told = (page: Page) => barOf(page).getAttribute('aria-valuetext')

/** The middle of a day, counted back from today, at the place where it is drawn. */
async function placeOf(page: Page, daysAgo: number) {
  const box = (await barOf(page).boundingBox())!
  const days = Number(await barOf(page).getAttribute('aria-valuemax'))
  return { x: box.x + (box.width / days) * (days - daysAgo - 0.5), y: box.y + box.height / 2 }
}

describe('by keyboard', () => {
  test('arrows, Home and End move by day and tell each', async () => {
    const { page } = await open()
    await barOf(page).focus()
    expect(await told(page)).toBe('Tue 10 Mar: Operational')
    const steps: [key: string, told: string][] = [
      ['ArrowLeft', 'Mon 9 Mar: Critical'],
      ['ArrowLeft', 'Sun 8 Mar: Operational'],
      ['ArrowLeft', 'Sat 7 Mar: Maintenance'],
      ['ArrowRight', 'Sun 8 Mar: Operational'],
      ['PageDown', 'Sun 1 Mar: Operational'],
      ['Home', '11 Dec 2025: Operational'],
      ['ArrowLeft', '11 Dec 2025: Operational'],
      ['End', 'Tue 10 Mar: Operational'],
      ['ArrowRight', 'Tue 10 Mar: Operational'],
    ]
    for (const [key, expected] of steps) {
      await page.keyboard.press(key)
      expect(await told(page), `after ${key}`).toMatch(new RegExp(`${expected}$`))
    }
  })

  test('Enter opens the day, Escape closes it, and the focus comes back', async () => {
    const { page } = await open()
    await barOf(page).focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await dayOf(page)
      .getByRole('button', { name: say('app.close') })
      .waitFor()
    expect(await holdsFocus(dayOf(page))).toBe(true)
    await page.keyboard.press('Escape')
    await dayOf(page).waitFor({ state: 'hidden' })
    expect(await hasFocus(barOf(page))).toBe(true)
    expect(await told(page)).toBe('Mon 9 Mar: Critical')
  })

  test('Tab behind the last stop of an opened day leads back to the bar', async () => {
    const { page } = await open()
    await barOf(page).focus()
    for (const key of ['Tab', 'Shift+Tab']) {
      await page.keyboard.press('Enter')
      await dayOf(page)
        .getByRole('button', { name: say('app.close') })
        .waitFor()
      const stops = await dayOf(page).getByRole('link').or(dayOf(page).getByRole('button')).count()
      for (let press = 0; press < (key === 'Tab' ? stops : 1); press++) await page.keyboard.press(key)
      await dayOf(page).waitFor({ state: 'hidden' })
      expect(await hasFocus(barOf(page))).toBe(true)
    }
  })

  test('one stop of the tabulator a component, however many days', async () => {
    const { page } = await open()
    const bar = barOf(page)
    await bar.focus()
    for (const [away, back] of [
      ['Tab', 'Shift+Tab'],
      ['Shift+Tab', 'Tab'],
    ] as const) {
      await page.keyboard.press(away)
      expect(await holdsFocus(bar), `after ${away}`).toBe(false)
      await page.keyboard.press(back)
      expect(await hasFocus(bar), `after ${back}`).toBe(true)
    }
    expect(await page.getByText(say('bars.help')).count()).toBe(1)
  })
})

describe('by mouse', () => {
  test('a hint names date, worst state, share of the day and incidents, and can be reached', async () => {
    const { page, site } = await open()
    const { x, y } = await placeOf(page, 1)
    await page.mouse.move(x, y)
    const hint = dayOf(page)
    await hint.waitFor()
    expect(await hint.innerText()).toMatch(/Mon 9 Mar.*Compute.*Critical.*3\shrs \(13% of the day\)/s)
    const link = hint.getByRole('link', { name: 'Switch failure' })
    await link.hover()
    await link.click()
    await page.getByRole('heading', { level: 1, name: 'Switch failure' }).waitFor()
    expect(page.url()).toBe(`${site.url}incidents/${idOf('1')}`)
  })

  test('the hint goes when the pointer leaves, and never moves the focus', async () => {
    const { page } = await open()
    const { x, y } = await placeOf(page, 3)
    await page.mouse.move(x, y)
    await dayOf(page)
      .getByText(say('bars.maintenance', { duration: '1 hr' }))
      .waitFor()
    expect(await isNothingFocused(page)).toBe(true)
    await page.mouse.move(5, 5)
    await dayOf(page).waitFor({ state: 'hidden' })
  })

  test('a click opens the day, and it stays until it is closed', async () => {
    const { page } = await open()
    const { x, y } = await placeOf(page, 60)
    await page.mouse.click(x, y)
    await page.mouse.move(5, 5)
    await dayOf(page).getByText('Slow logins').waitFor()
    await dayOf(page)
      .getByRole('button', { name: say('app.close') })
      .click()
    await dayOf(page).waitFor({ state: 'hidden' })
  })

  test('a click beside what was opened closes it, and so does Escape wherever the focus is', async () => {
    const { page } = await open()
    const { x, y } = await placeOf(page, 1)
    const close = dayOf(page).getByRole('button', { name: say('app.close') })
    await page.mouse.click(x, y)
    await close.waitFor()
    await page.mouse.click(5, 5)
    await dayOf(page).waitFor({ state: 'hidden' })

    await page.mouse.click(x, y)
    await close.waitFor()
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.keyboard.press('Escape')
    await dayOf(page).waitFor({ state: 'hidden' })
  })

  test('Escape puts a hint away', async () => {
    const { page } = await open()
    const { x, y } = await placeOf(page, 1)
    await page.mouse.move(x, y)
    await dayOf(page).waitFor()
    await page.keyboard.press('Escape')
    await dayOf(page).waitFor({ state: 'hidden' })
    expect(await isNothingFocused(page)).toBe(true)
  })

  test('what was opened and left gives way to the hint of another bar', async () => {
    const other = buildComponent({ id: idOf('4'), displayName: 'Network' })
    const { page } = await open({ server: { data: buildData({ incidents, components: [buildComponent(), other] }) } })
    const { x, y } = await placeOf(page, 1)
    await page.mouse.click(x, y)
    await dayOf(page)
      .getByRole('button', { name: say('app.close') })
      .waitFor()
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    // At its end, where the popover does not lie over it.
    const bar = (await page.getByRole('slider', { name: /^Network/ }).boundingBox())!
    await page.mouse.move(bar.x + 20, bar.y + bar.height / 2)
    await page.getByRole('dialog', { name: 'Network' }).waitFor()
  })

  test('today stands at the right edge', async () => {
    const { page } = await open()
    const box = (await barOf(page).boundingBox())!
    await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2)
    await dayOf(page).getByText('Tue 10 Mar').waitFor()
    const label = (await page.getByText(say('bars.today'), { exact: true }).boundingBox())!
    expect(Math.abs(label.x + label.width - (box.x + box.width))).toBeLessThanOrEqual(1)
  })
})

describe('by touch, on a narrow screen', () => {
  const phone = { hasTouch: true, viewport: { width: 360, height: 740 } }

  test('a touch opens a sheet, which its button, a touch beside it and Escape close', async () => {
    const { page } = await open(phone)
    await barOf(page).scrollIntoViewIfNeeded()
    const close: (() => Promise<void>)[] = [
      () =>
        dayOf(page)
          .getByRole('button', { name: say('app.close') })
          .tap(),
      () => page.touchscreen.tap(180, 20),
      () => page.keyboard.press('Escape'),
    ]
    for (const how of close) {
      const { x, y } = await placeOf(page, 1)
      await page.touchscreen.tap(x, y)
      await dayOf(page).getByRole('link', { name: 'Switch failure' }).waitFor()
      const sheet = (await dayOf(page).boundingBox())!
      expect([sheet.x, sheet.width, sheet.y + sheet.height]).toEqual([0, 360, 740])
      await how()
      await dayOf(page).waitFor({ state: 'hidden' })
    }
  })

  test('shows 30 days at 360 px and 90 at 1440 px', async () => {
    const { page } = await open(phone)
    expect(await barOf(page).getAttribute('aria-valuemax')).toBe('30')
    await page.getByText(say('bars.daysAgo', { n: 29 })).waitFor()
    await page.setViewportSize({ width: 1440, height: 900 })
    await expect.poll(() => barOf(page).getAttribute('aria-valuemax')).toBe('90')
    await page.getByText(say('bars.daysAgo', { n: 89 })).waitFor()
  })
})
