import type { FrameLocator, Locator, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { buildComponent, buildData, buildIncident } from '../support/builders'
import { expectNoAxeViolations } from '../support/browser/axe'
import { openFrame as openFrameAt, openFrames as openFramesAt, type FrameOptions } from '../support/browser/frame'
import { inCase } from '../support/browser/inCase'
import { openStatusPage } from '../support/browser/statusPage'
import { AFFECTED_TITLE, affectedTitle } from '../support/browser/affected'
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

/** Nothing of a frame that lies beyond the screen is drawn: room for all. */
const ROOMY = { width: 1280, height: 6000 }
const openFrame = (address: string, options: Partial<FrameOptions> = {}) =>
  openFrameAt(address, { data: troubled, now: NOW, ...options })
const openFrames = (addresses: readonly string[], options: Partial<FrameOptions> = {}) =>
  openFramesAt(addresses, { data: troubled, now: NOW, viewport: ROOMY, ...options })

const headings = async (frame: FrameLocator) =>
  (await frame.getByRole('heading', { level: 2 }).allInnerTexts()).map(text => text.trim())
const drawn = (frame: FrameLocator | Page) => frame.getByRole('heading', { level: 2 }).first().waitFor()
const affected = (frame: FrameLocator | Page) => frame.getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
async function saysInGerman(frame: FrameLocator): Promise<void> {
  await frame.getByRole('heading', { level: 1, name: affectedTitle(['Compute', 'Major']) }).waitFor()
  await frame.getByText(say('banner.noEnd', {}, 'de')).waitFor()
}
/** From the upper edge of the one to that of the other, in pixels. */
const distance = async (from: Locator, to: Locator) => (await to.boundingBox())!.y - (await from.boundingBox())!.y
const overflow = (frame: FrameLocator) => frame.locator('html').evaluate(root => root.scrollHeight - root.clientHeight)
const rootOf = (frame: FrameLocator) =>
  frame.locator('html').evaluate(root => ({ theme: root.getAttribute('data-theme'), lang: root.getAttribute('lang') }))

const INCIDENTS = [say('incident.ongoing'), say('recent.title')]
const MAINTENANCE = say('maintenance.upcoming')
const COMPONENTS = say('components.title')
const ALL = [INCIDENTS[0], COMPONENTS, MAINTENANCE, INCIDENTS[1]]

const SHOWN = [
  ['all parts', '?embed', 1, ALL],
  ['all parts where it names none that there is', '?embed=everything', 1, ALL],
  ['the verdict alone', '?embed=banner', 1, []],
  ['components alone', '?embed=components', 0, [COMPONENTS]],
  ['incidents alone, those of the last days too', '?embed=incidents', 0, INCIDENTS],
  ['several, in the order of the page', '?embed=maintenance,banner,nothing', 1, [MAINTENANCE]],
] as const

describe('a frame shows', () => {
  test('the parts that its address names, and nothing of the frame of the page', async () => {
    const { frames } = await openFrames(SHOWN.map(([, address]) => address))
    for (const [nth, [name, , banners, expected]] of SHOWN.entries()) {
      const { box, frame } = frames[nth]!
      await inCase(name, affected(frame))
      await expect.poll(() => headings(frame), { message: name }).toEqual(expected)
      expect(await frame.getByTestId('banner').count(), `${name}: the verdict`).toBe(banners)
      expect(await frame.getByRole('banner').count(), `${name}: the head`).toBe(0)
      expect(await frame.getByRole('contentinfo').count(), `${name}: the foot`).toBe(0)
      expect(await frame.getByText(say('calls.show')).count(), `${name}: the calls`).toBe(0)
      if (!banners) expect(await distance(box, frame.getByRole('heading', { level: 2 }).first()), `${name}: the top`).toBe(16)
    }
  })

  test('while it loads no more rows than are to come', async () => {
    // As high as a component without anything beside its name.
    const ROW = 68
    const addresses = ['?embed=banner', '?embed=maintenance', '?embed=banner,components'] as const
    const { frames } = await openFrames(addresses, { faults: [{ path: '/', kind: 'timeout' }] })
    const heights = []
    for (const [nth, { frame, height }] of frames.entries()) {
      const name = addresses[nth]!
      await inCase(name, frame.getByRole('heading', { level: 1, name: say('banner.loading') }).waitFor({ state: 'attached' }))
      await expect.poll(height, { message: name }).not.toBe(150)
      await expect.poll(() => overflow(frame), { message: name }).toBe(0)
      heights.push(await height())
    }
    const [verdict, maintenance, components] = heights as [number, number, number]
    expect(Math.floor(verdict / ROW), 'the verdict').toBeLessThan(4)
    expect(Math.floor(maintenance / ROW), 'maintenance').toBe(4)
    expect(Math.floor((components - verdict) / ROW), 'components').toBe(12)
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
    await saysInGerman(frame)
    expect(await frame.getByRole('banner').count()).toBe(0)
  })
})

describe('its theme and its language', () => {
  test('are those of the address, on each page, and are not kept for the page itself', async () => {
    const addresses = ['?embed', `components/${buildComponent().id}?embed`]
    const { page, frames, status } = await openFrames(addresses.map(address => `${address}&theme=dark&lang=de`))
    for (const [nth, { frame }] of frames.entries()) {
      const name = addresses[nth]!
      await inCase(name, frame.getByRole('heading', { level: 1, name: /: \S|Ja:|^Compute$/ }).waitFor())
      expect(await rootOf(frame), name).toEqual({ theme: 'dark', lang: 'de' })
    }
    await page.goto(status.url)
    await affected(page)
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light')
  })

  test('are as the browser asks where the address is none', async () => {
    const addresses = ['?embed&theme=purple&lang=xx', '?embed']
    const { frames } = await openFrames(addresses, { colorScheme: 'dark' })
    for (const [nth, { frame }] of frames.entries()) {
      await inCase(addresses[nth]!, affected(frame))
      expect((await rootOf(frame)).theme, addresses[nth]).toBe('dark')
    }
  })
})

describe('the page around', () => {
  test('gives each frame the height that it tells, more and less, and is where its links lead', async () => {
    const { page, frames, status } = await openFrames(['?embed', '?embed=incidents&lang=en'])
    const [{ box, frame, height }, other] = frames as [(typeof frames)[0], (typeof frames)[0]]
    // The last that comes of it.
    await frame.getByRole('heading', { level: 2, name: say('recent.title') }).waitFor()
    await expect.poll(() => overflow(frame)).toBe(0)
    const tall = await height()
    expect(tall).toBeGreaterThan(600)
    await affected(other.frame)
    await expect.poll(() => overflow(other.frame)).toBe(0)
    const low = await other.height()
    expect(low).toBeLessThan(tall)
    await box.evaluate(one => one.setAttribute('width', '320'))
    await expect.poll(height, { message: 'narrower' }).toBeGreaterThan(tall)
    await box.evaluate(one => one.setAttribute('width', '800'))
    await expect.poll(height, { message: 'as wide as before' }).toBe(tall)
    expect(await other.height(), 'the other frame').toBe(low)

    await other.frame.getByRole('link', { name: 'Slow volumes' }).first().click()
    await page.waitForURL(`${status.url}incidents/${ongoing.id}`)
    await page.getByRole('heading', { level: 1, name: 'Slow volumes' }).waitFor()
  })

  test('hears nothing from another frame, or another origin, and nothing where the page stands for itself', async () => {
    const { page, frame, height, status } = await openFrame('?embed=banner')
    await affected(frame)
    await expect.poll(height).not.toBe(150)
    const before = await height()
    await page.evaluate(() => window.postMessage({ type: 'scs-status:height', height: 9999 }, '*'))
    await page.evaluate(() => new Promise(done => setTimeout(done)))
    expect(await height()).toBe(before)

    await page.goto(`${status.url}?embed=banner`)
    await affected(page)
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(0)
  })
})

describe('under hash routing, on a host that knows nothing but files,', () => {
  const host = { basePath: '/bucket/status/', fallback: false, kind: 'bucket' } as const

  test('each shows its part, theme, language and height, and its links lead into the window around, to addresses behind #', async () => {
    // The query may stand before the hash as well, as it does under history routing.
    const addresses = ['index.html#/?embed=components&theme=dark&lang=de', 'index.html?embed=components&theme=dark&lang=de']
    const { page, frames, status } = await openFrames([...addresses, 'index.html#/?embed=incidents'], { routing: 'hash', host })
    for (const [nth, name] of addresses.entries()) {
      const { frame, height } = frames[nth]!
      await inCase(name, drawn(frame))
      await expect.poll(() => headings(frame), { message: name }).toEqual([say('components.title', {}, 'de')])
      expect(await frame.getByTestId('banner').count(), `${name}: the verdict`).toBe(0)
      expect(await frame.getByRole('banner').count(), `${name}: the head`).toBe(0)
      expect(await rootOf(frame), name).toEqual({ theme: 'dark', lang: 'de' })
      await expect.poll(() => overflow(frame), { message: name }).toBe(0)
      expect(await height(), name).not.toBe(150)
    }
    const links = frames[2]!.frame.getByRole('link', { name: 'Slow volumes' })
    await links.first().waitFor()
    expect(status.requests.filter(answer => answer.status !== 200)).toEqual([])
    await links.first().click()
    await page.waitForURL(`${status.url}index.html#/incidents/${ongoing.id}`)
    await page.getByRole('heading', { level: 1, name: 'Slow volumes' }).waitFor()
  })

  test('one of several providers', async () => {
    const address = 'index.html#/p/north/?embed=banner&lang=de'
    const { frame, height } = await openFrame(address, { routing: 'hash', host, several: true })
    await saysInGerman(frame)
    expect(await frame.getByRole('banner').count()).toBe(0)
    await expect.poll(height).not.toBe(150)
  })
})

const ALONE = [
  ['light', '?embed', 360],
  ['dark', '?embed=components', 1280],
  ['light', '?embed=maintenance', 320],
] as const

test('axe finds nothing in what stands in frames, and nothing is wider than they are', async () => {
  const [colorScheme, path, width] = ALONE[0]
  const first = { colorScheme, path, viewport: { width, height: 800 } }
  const { page, site } = await openStatusPage({ now: NOW, server: { data: troubled }, ...first })
  for (const [nth, [colorScheme, address, width]] of ALONE.entries()) {
    const name = `${colorScheme}, ${address}, ${width} px`
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    if (nth) await page.goto(site.url + address)
    await inCase(name, drawn(page))
    await inCase(name, expectNoAxeViolations(page))
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(width)
  }
})
