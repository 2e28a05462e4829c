import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { buildComponent, buildData, buildImpactType, buildIncident } from '../support/builders'
import { expectNoAxeViolations } from '../support/browser/axe'
import { openStatusPage, type StatusPageOptions } from '../support/browser/statusPage'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const component = (name: string) => buildComponent({ id: uuidOf(name), displayName: name })
const incident = (name: string, overrides: Partial<WireIncident>) =>
  buildIncident({
    id: uuidOf(name),
    displayName: name,
    affects: [{ reference: uuidOf('Compute'), type: buildImpactType().id, severity: 66 }],
    ...overrides,
  })
const outage = incident('Slow volumes', { beganAt: '2026-03-03T10:00:00Z', endedAt: '2026-03-03T14:00:00Z' })
const long = incident('Long ago', { beganAt: '2024-05-01T10:00:00Z', endedAt: '2024-05-01T11:00:00Z' })
const data = () => {
  const all = buildData({ components: ['Compute', 'DNS'].map(component), incidents: [outage, long] })
  all.updates[outage.id] = [
    { order: 0, displayName: 'We look into it', description: '', createdAt: '2026-03-03T10:10:00Z' },
    { order: 1, displayName: 'Solved', description: '', createdAt: '2026-03-03T13:50:00Z' },
  ]
  return all
}
const open = (path: string, options: StatusPageOptions = {}) =>
  openStatusPage({ now: NOW, server: { data: data() }, path, ...options })
const headline = (page: Page) => page.getByRole('heading', { level: 1 })
const strip = (page: Page) => page.getByRole('region', { name: say('past.strip') })
const at = (page: Page) => new URL(page.url()).searchParams.get('at')
const step = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const picker = (page: Page) => page.getByRole('dialog', { name: say('past.moment', { zone: 'Europe/Berlin' }) })
async function openPicker(page: Page) {
  await step(page, say('past.choose')).click()
  await picker(page)
    .getByLabel(say('past.time', { zone: 'Europe/Berlin' }))
    .waitFor()
}
const days = (page: Page) => page.getByRole('slider', { name: say('past.days'), exact: true })

describe('the status at a past moment', () => {
  test('is the page of that moment, marked as such', async () => {
    const { page } = await open('?at=2026-03-03T12:00:00Z')
    await headline(page).filter({ hasText: AFFECTED_TITLE }).waitFor()
    await strip(page)
      .getByText(/3 Mar.*13:00 CET/)
      .waitFor()
    expect(await page.title()).toMatch(/Status on .*3 Mar.*13:00 CET/)
    // As of then: for two hours, with what had been said, and without a phase.
    await page.getByText('for 2 hrs').first().waitFor()
    await page.getByText('We look into it').waitFor()
    // What has ended by now was no expectation.
    await page
      .getByText(new RegExp(`${say('incident.stateEnded')} 15:00 CET`))
      .first()
      .waitFor()
    expect(await page.getByText(say('incident.expectedEnd')).count()).toBe(0)
    expect(await page.getByText('Solved').count()).toBe(0)
    expect(await page.getByText('Investigating').count()).toBe(0)
  })

  test('is left for now, and entered from a day of a bar', async () => {
    const { page } = await open('?at=2026-03-03T12:00:00Z')
    await page.getByRole('link', { name: say('past.now') }).click()
    await headline(page)
      .filter({ hasText: say('banner.operational') })
      .waitFor()
    expect(at(page)).toBeNull()
    await expect.poll(() => page.title()).toContain(say('banner.operational'))
    const bar = page.getByRole('slider', { name: /Compute/ })
    await bar.focus()
    await bar.press('PageDown')
    await bar.press('Enter')
    await page.getByRole('link', { name: say('bars.lookBack') }).click()
    await strip(page).waitFor()
    expect(at(page)).toBe('2026-03-03T10:00:00Z')
    await headline(page).filter({ hasText: AFFECTED_TITLE }).waitFor()
    expect(await page.title()).toMatch(/Status on .*3 Mar/)
    await page.goBack()
    await expect.poll(() => page.title()).toContain(say('banner.operational'))
  })

  test('is moved by the hour, by the day, from change to change, by hand and by keys', async () => {
    const { page } = await open('?at=2026-03-03T12:00:00Z')
    await headline(page).filter({ hasText: AFFECTED_TITLE }).waitFor()
    await openPicker(page)
    await step(page, say('past.hourOn')).click()
    await expect.poll(() => at(page)).toBe('2026-03-03T13:00:00Z')
    await step(page, say('past.dayBack')).click()
    await expect.poll(() => at(page)).toBe('2026-03-02T13:00:00Z')
    await step(page, say('past.dayOn')).click()
    await expect.poll(() => at(page)).toBe('2026-03-03T13:00:00Z')
    await page.keyboard.press('Escape')
    await step(page, say('past.nextChange')).click()
    await expect.poll(() => at(page)).toBe('2026-03-03T14:00:00Z')
    await headline(page)
      .filter({ hasText: say('banner.operational') })
      .waitFor()
    await page.keyboard.press('PageUp')
    await expect.poll(() => at(page)).toBe('2026-03-03T10:00:00Z')
    await page.keyboard.press('ArrowLeft')
    await headline(page)
      .filter({ hasText: say('banner.operational') })
      .waitFor()
    await page.keyboard.press('Shift+ArrowLeft')
    await expect.poll(() => at(page)).toBe('2026-03-02T09:00:00Z')
    await openPicker(page)
    await picker(page).getByRole('button', { name: 'Select year' }).click()
    await picker(page).getByText('2024', { exact: true }).click()
    await picker(page).getByRole('button', { name: 'Select month' }).click()
    await picker(page).getByRole('button', { name: 'May', exact: true }).click()
    await picker(page)
      .getByRole('button', { name: /\bMay 1, 2024|\b1 May 2024/ })
      .click()
    const time = picker(page).getByLabel(say('past.time', { zone: 'Europe/Berlin' }))
    await time.fill('half past noon')
    await time.press('Enter')
    await picker(page).getByText(say('past.timeForm')).waitFor()
    await time.fill('12:30')
    await time.press('Enter')
    await picker(page).waitFor({ state: 'hidden' })
    await headline(page).filter({ hasText: AFFECTED_TITLE }).waitFor()
    expect(at(page)).toBe('2024-05-01T10:30:00Z')
    await page.getByText('Long ago').first().waitFor()
  })

  test('is moved over its days, each of which says whether something changed on it', async () => {
    const { page } = await open('?at=2026-03-04T12:00:00Z')
    await headline(page)
      .filter({ hasText: say('banner.operational') })
      .waitFor()
    await days(page).focus()
    expect(await days(page).getAttribute('aria-valuetext')).toMatch(/^Wed 4 Mar$/)
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => at(page)).toBe('2026-03-03T12:00:00Z')
    expect(await days(page).getAttribute('aria-valuetext')).toBe(say('past.changedOn', { day: 'Tue 3 Mar' }))
    await headline(page).filter({ hasText: AFFECTED_TITLE }).waitFor()
    await page.keyboard.press('End')
    // The same time of that day is still to come, or just over: the last minute before now.
    await expect.poll(() => at(page)).toMatch(/^2026-03-10T1(1:59|2:0\d):00Z$/)
  })

  test('never covers what has the focus, however low the screen is', async () => {
    const { page } = await open('?at=2026-03-03T12:00:00Z', { viewport: { width: 320, height: 256 } })
    await headline(page).filter({ hasText: AFFECTED_TITLE }).waitFor()
    await page.getByRole('link', { name: 'Slow volumes' }).first().focus()
    const covered: string[] = []
    for (let stop = 0; stop < 30; stop++) {
      await page.keyboard.press(stop < 15 ? 'Tab' : 'Shift+Tab')
      const hidden = await strip(page).evaluate(own => {
        const focused = document.activeElement!
        if (own.contains(focused)) return null
        const { left, top, width, height } = focused.getBoundingClientRect()
        const seen = document.elementFromPoint(left + width / 2, top + height / 2)
        return own.contains(seen) ? focused.textContent : null
      })
      if (hidden !== null) covered.push(hidden)
    }
    expect(covered).toEqual([])
  })

  test('asks for incidents once while it moves within what is loaded', async () => {
    const { page, server } = await open('?at=2026-03-03T12:00:00Z')
    await headline(page).filter({ hasText: AFFECTED_TITLE }).waitFor()
    const asked = () => server.requests.filter(({ path }) => path.startsWith('/incidents?')).length
    const before = asked()
    await openPicker(page)
    for (const hour of ['13', '14', '15']) {
      await step(page, say('past.hourOn')).click()
      await expect.poll(() => at(page)).toBe(`2026-03-03T${hour}:00:00Z`)
    }
    await expect.poll(() => server.requests.some(({ path }) => decodeURIComponent(path).includes('at=2026-03-03T15'))).toBe(true)
    expect(asked()).toBe(before)
  })

  test('never goes beyond now', async () => {
    const { page } = await open('?at=2026-03-10T11:30:00Z')
    await headline(page)
      .filter({ hasText: say('banner.operational') })
      .waitFor()
    await openPicker(page)
    await expect.poll(() => step(page, say('past.hourOn')).getAttribute('aria-disabled')).toBe('true')
    await step(page, say('past.hourOn')).click({ force: true })
    expect(at(page)).toBe('2026-03-10T11:30:00Z')
  })

  test.each([
    ['2027-01-01T00:00:00Z', 'past.future'],
    ['yesterday', 'past.invalid'],
    ['2026-13-01T00:00:00Z', 'past.invalid'],
  ] as const)('%s is told to be none', async (text, message) => {
    const { page } = await open(`?at=${text}`)
    await page.getByText(say(message), { exact: true }).waitFor()
    expect(await headline(page).count()).toBe(0)
  })

  test('before the records began is unknown, never fine', async () => {
    const { page } = await open('?at=2026-02-01T12:00:00Z', { config: { recordsSince: '2026-02-15' } })
    await headline(page)
      .filter({ hasText: say('banner.unknown') })
      .waitFor()
  })

  test('of a server that fails is not told as fine, and comes with the server', async () => {
    const { page, server, expectProblem } = await open('?at=2024-05-01T10:30:00Z', {
      faults: [{ path: '/incidents', kind: 500 }],
    })
    expectProblem(/500.*\/incidents/)
    await headline(page)
      .filter({ hasText: say('banner.unknown') })
      .waitFor()
    server.setFaults([])
    await page.getByRole('button', { name: say('app.retry') }).click()
    await headline(page).filter({ hasText: AFFECTED_TITLE }).waitFor()
  })

  test('is right on a server that does not know its components at another time', async () => {
    const { page, expectProblem } = await open('?at=2026-03-03T12:00:00Z', {
      faults: [{ path: /^\/components\?at=/, kind: 500 }],
    })
    await headline(page).filter({ hasText: AFFECTED_TITLE }).waitFor()
    expectProblem(/500.*\/components/)
    await page.getByText(say('error.title')).first().waitFor()
  })

  test.each(['light', 'dark'] as const)('can be read and used by everybody, %s', async colorScheme => {
    const { page } = await open('?at=2026-03-03T12:00:00Z', { colorScheme, viewport: { width: 360, height: 800 } })
    await headline(page).filter({ hasText: AFFECTED_TITLE }).waitFor()
    await expectNoAxeViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    // What fades in has another contrast.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openPicker(page)
    await expectNoAxeViolations(page, { within: picker(page) })
  })
})
