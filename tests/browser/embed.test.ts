import type { FrameLocator, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { buildComponent, buildData, buildIncident } from '../support/builders'
import { expectNoAxeViolations } from '../support/browser/axe'
import { openFrame as openFrameAt, type FrameOptions } from '../support/browser/frame'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const ongoing = buildIncident({ beganAt: '2026-03-10T11:00:00.000Z', endedAt: null })
const repairs = buildIncident({
  id: '22222222-2222-4222-8222-222222222223',
  displayName: 'New disks',
  beganAt: '2026-03-11T11:30:00.000Z',
  endedAt: '2026-03-11T12:30:00.000Z',
  affects: [{ ...buildIncident().affects![0]!, severity: 0 }],
})
const troubled = buildData({ incidents: [ongoing, repairs] })

const openFrame = (address: string, options: Partial<FrameOptions> = {}) =>
  openFrameAt(address, { data: troubled, now: NOW, ...options })

const headings = async (frame: FrameLocator) =>
  (await frame.getByRole('heading', { level: 2 }).allInnerTexts()).map(text => text.trim())
const drawn = (frame: FrameLocator | Page) => frame.getByRole('heading', { level: 2 }).first().waitFor()
const overflow = (frame: FrameLocator) => frame.locator('html').evaluate(root => root.scrollHeight - root.clientHeight)
const height = (page: Page) => page.locator('iframe').evaluate(frame => Number(frame.getAttribute('height')))

const INCIDENTS = [say('incident.ongoing'), say('recent.title')]
const MAINTENANCE = say('maintenance.title')
const COMPONENTS = say('components.title')
const ALL = [INCIDENTS[0], MAINTENANCE, COMPONENTS, INCIDENTS[1]]

describe('a frame shows', () => {
  test.each([
    ['all parts', '?embed', true, ALL],
    ['all parts where it names none that there is', '?embed=everything', true, ALL],
    ['the verdict alone', '?embed=banner', true, []],
    ['components alone', '?embed=components', false, [COMPONENTS]],
    ['incidents alone, those of the last days too', '?embed=incidents', false, INCIDENTS],
    ['several, in the order of the page', '?embed=maintenance,banner,nothing', true, [MAINTENANCE]],
  ])('%s', async (_, address, hasBanner, expected) => {
    const { frame } = await openFrame(address)
    await frame.getByRole('heading', { level: 1, name: /affected/ }).waitFor()
    await expect.poll(() => headings(frame)).toEqual(expected)
    expect(await frame.getByTestId('banner').count()).toBe(hasBanner ? 1 : 0)
    expect(await frame.getByRole('banner').count()).toBe(0)
    expect(await frame.getByRole('contentinfo').count()).toBe(0)
    expect(await frame.getByText(say('calls.show')).count()).toBe(0)
  })

  test('while it loads no more rows than are to come', async () => {
    // As high as a component without anything beside its name.
    const ROW = 68
    const heightOf = async (address: string) => {
      const { page, frame } = await openFrame(address, { faults: [{ path: '/', kind: 'timeout' }] })
      await frame.getByRole('heading', { level: 1, name: say('banner.loading') }).waitFor({ state: 'attached' })
      await expect.poll(() => height(page)).not.toBe(150)
      await expect.poll(() => overflow(frame)).toBe(0)
      return height(page)
    }
    const verdict = await heightOf('?embed=banner')
    expect(Math.floor(verdict / ROW)).toBeLessThan(4)
    expect(Math.floor((await heightOf('?embed=maintenance')) / ROW)).toBe(4)
    expect(Math.floor(((await heightOf('?embed=banner,components')) - verdict) / ROW)).toBe(12)
  })

  test('that no maintenance is planned, rather than nothing', async () => {
    const { frame } = await openFrame('?embed=maintenance', { data: buildData() })
    await frame.getByText(say('embed.noMaintenance')).waitFor()
  })

  test('what could not be read, whatever its parts are', async () => {
    const { frame, expectProblem } = await openFrame('?embed=maintenance', { faults: [{ path: '/incidents', kind: 500 }] })
    expectProblem(/status of 500/)
    await frame.getByTestId('failures').waitFor()
    expect(await frame.getByText(say('embed.noMaintenance')).count()).toBe(0)
  })

  test('one of several providers', async () => {
    const { frame } = await openFrame('p/north/?embed=banner&lang=de', { several: true })
    await frame.getByRole('heading', { level: 1, name: '1 Komponente betroffen' }).waitFor()
    expect(await frame.getByRole('banner').count()).toBe(0)
  })
})

describe('its theme and its language', () => {
  test.each(['?embed', `components/${buildComponent().id}?embed`])('are those of the address: %s', async address => {
    const { frame } = await openFrame(`${address}&theme=dark&lang=de`)
    await frame.getByRole('heading', { level: 1, name: /betroffen|Ja:/ }).waitFor()
    const root = frame.locator('html')
    expect(await root.getAttribute('data-theme')).toBe('dark')
    expect(await root.getAttribute('lang')).toBe('de')
  })

  test('are not kept for the page itself', async () => {
    const { page, frame, status } = await openFrame('?embed&theme=dark&lang=de')
    await frame.getByRole('heading', { level: 1 }).waitFor()
    await page.goto(status.url)
    await page.getByRole('heading', { level: 1, name: /affected/ }).waitFor()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light')
  })

  test.each(['?embed&theme=purple&lang=xx', '?embed'])('are as the browser asks where the address is none: %s', async address => {
    const { frame } = await openFrame(address, { colorScheme: 'dark' })
    await frame.getByRole('heading', { level: 1, name: /affected/ }).waitFor()
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark')
  })
})

describe('the page around', () => {
  test('gives it the height that it tells, more and less', async () => {
    const { page, frame } = await openFrame('?embed')
    await drawn(frame)
    await expect.poll(() => overflow(frame)).toBe(0)
    const tall = await height(page)
    expect(tall).toBeGreaterThan(600)
    await page.locator('iframe').evaluate(one => one.setAttribute('width', '320'))
    await expect.poll(() => height(page)).toBeGreaterThan(tall)
    await page.locator('iframe').evaluate(one => one.setAttribute('width', '800'))
    await expect.poll(() => height(page)).toBe(tall)
  })

  test('hears nothing from another frame, or another origin', async () => {
    const { page, frame } = await openFrame('?embed=banner')
    await frame.getByRole('heading', { level: 1, name: /affected/ }).waitFor()
    await expect.poll(() => height(page)).not.toBe(150)
    const before = await height(page)
    await page.evaluate(() => window.postMessage({ type: 'scs-status:height', height: 9999 }, '*'))
    await page.evaluate(() => new Promise(done => setTimeout(done)))
    expect(await height(page)).toBe(before)
  })

  test('is where its links lead', async () => {
    const { page, frame, status } = await openFrame('?embed=incidents&lang=en')
    await frame.getByRole('link', { name: 'Slow volumes' }).first().click()
    await page.waitForURL(`${status.url}incidents/${ongoing.id}`)
    await page.getByRole('heading', { level: 1, name: 'Slow volumes' }).waitFor()
  })

  test('is told nothing where the page stands for itself', async () => {
    const { page, status } = await openFrame('?embed=banner')
    await page.goto(`${status.url}?embed=banner`)
    await page.getByRole('heading', { level: 1, name: /affected/ }).waitFor()
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(0)
  })
})

describe('under hash routing, on a host that knows nothing but files,', () => {
  const host = { basePath: '/bucket/status/', fallback: false, kind: 'bucket' } as const
  const openBehindHash = (address: string, options: Partial<FrameOptions> = {}) =>
    openFrame(address, { routing: 'hash', host, ...options })

  test.each([
    ['index.html#/?embed=components&theme=dark&lang=de', [say('components.title', {}, 'de')]],
    // The query may stand before the hash as well, as it does under history routing.
    ['index.html?embed=components&theme=dark&lang=de', [say('components.title', {}, 'de')]],
  ])('%s shows its part, theme, language and height', async (address, expected) => {
    const { page, frame, status } = await openBehindHash(address)
    await drawn(frame)
    await expect.poll(() => headings(frame)).toEqual(expected)
    expect(await frame.getByTestId('banner').count()).toBe(0)
    expect(await frame.getByRole('banner').count()).toBe(0)
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(await frame.locator('html').getAttribute('lang')).toBe('de')
    await expect.poll(() => overflow(frame)).toBe(0)
    expect(await height(page)).not.toBe(150)
    expect(status.requests.filter(answer => answer.status !== 200)).toEqual([])
  })

  test('its links lead into the window around, to addresses behind #', async () => {
    const { page, frame, status } = await openBehindHash('index.html#/?embed=incidents')
    await frame.getByRole('link', { name: 'Slow volumes' }).first().click()
    await page.waitForURL(`${status.url}index.html#/incidents/${ongoing.id}`)
    await page.getByRole('heading', { level: 1, name: 'Slow volumes' }).waitFor()
  })

  test('one of several providers', async () => {
    const { page, frame } = await openBehindHash('index.html#/p/north/?embed=banner&lang=de', { several: true })
    await frame.getByRole('heading', { level: 1, name: '1 Komponente betroffen' }).waitFor()
    expect(await frame.getByRole('banner').count()).toBe(0)
    await expect.poll(() => height(page)).not.toBe(150)
  })
})

test.each([
  ['light', '?embed', 360],
  ['dark', '?embed=components', 1280],
  ['light', '?embed=maintenance', 320],
] as const)('axe finds nothing in %s, %s at %i px, and nothing is wider than the frame', async (colorScheme, address, width) => {
  const { page, frame, status } = await openFrame(address, { colorScheme, viewport: { width, height: 800 } })
  await drawn(frame)
  await page.goto(status.url + address)
  await drawn(page)
  await expectNoAxeViolations(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
})
