import type { BrowserContext, Page, Route } from 'playwright'
import { describe, expect, test } from 'vitest'
import { buildData } from '../support/builders'
import { openStatusPage, type StatusPageOptions } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const FINE = [say('banner.operational'), say('level.operational')]
const NOT_LOADED = say('banner.notLoaded')
const quiet = { now: NOW, inline: true, server: { data: buildData() } } satisfies StatusPageOptions

const withScripts = (answer: (route: Route) => Promise<void>) => async (context: BrowserContext) =>
  void (await context.route(/\/assets\/.*\.js$/, answer))
const withoutScripts = (answer: 'missing' | 'hanging') =>
  withScripts(async route => {
    if (answer === 'missing') await route.fulfill({ status: 404, body: '' })
  })

/** All words of the page and its tab. */
const told = async (page: Page) => `${await page.title()} ${await page.evaluate(() => document.body.innerText)}`

describe('a page whose scripts do not come', () => {
  test('says so at once where they are missing, and how old the last answer is, also hours later', async () => {
    const { page, expectProblem } = await openStatusPage({ ...quiet, prepare: withoutScripts('missing') })
    expectProblem(/status of 404/)
    await page.getByRole('heading', { level: 1, name: NOT_LOADED }).waitFor()
    expect(await page.title()).toContain(NOT_LOADED)
    await page.clock.fastForward('03:00:00')
    await page.getByText('3 hours ago').waitFor()
    for (const words of FINE) expect(await told(page)).not.toContain(words)
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    expect(await page.getByRole('link', { name: say('banner.reload') }).isVisible()).toBe(true)
  })

  test('says so after half a minute where they hang', async () => {
    const { page } = await openStatusPage({ ...quiet, prepare: withoutScripts('hanging') })
    await page.getByRole('heading', { level: 1, name: say('banner.operational') }).waitFor()
    await page.clock.fastForward(31_000)
    await page.getByRole('heading', { level: 1, name: NOT_LOADED }).waitFor()
    for (const words of FINE) expect(await told(page)).not.toContain(words)
  })

  test('is there when they come after all', async () => {
    let release = () => {}
    const released = new Promise<void>(resolve => (release = resolve))
    const { page } = await openStatusPage({
      ...quiet,
      prepare: withScripts(async route => {
        await released
        await route.continue()
      }),
    })
    await page.getByRole('heading', { level: 1, name: say('banner.operational') }).waitFor()
    await page.clock.fastForward(31_000)
    await page.getByRole('heading', { level: 1, name: NOT_LOADED }).waitFor()
    release()
    await page.getByRole('heading', { level: 1, name: say('banner.operational') }).waitFor()
    expect(await page.getByText(NOT_LOADED).count()).toBe(0)
    expect(await page.title()).not.toContain(NOT_LOADED)
  })
})

test.each(['history', ''])('where first paint draws nothing, scripts that hang are told as well: "%s"', async path => {
  let release = () => {}
  const released = new Promise<void>(resolve => (release = resolve))
  const { page } = await openStatusPage({
    ...quiet,
    path,
    inline: false,
    prepare: withScripts(async route => {
      await released
      await route.continue()
    }),
  })
  const words = page.getByText('This status page could not be loaded')
  await page.clock.fastForward(25_000)
  expect(await words.isVisible()).toBe(false)
  await page.clock.fastForward(6_000)
  await words.waitFor()
  release()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await words.waitFor({ state: 'hidden' })
})

describe('a configuration that nobody has checked', () => {
  test.each(['in a file', 'in the page'])('is drawn by no more than the page, %s', async place => {
    const links = { horizon: 'javascript:alert(1)' }
    const { page } = await openStatusPage({
      now: NOW,
      inline: place === 'in the page',
      server: { data: buildData() },
      config: { links },
      prepare: withoutScripts('hanging'),
    })
    await page.waitForTimeout(500)
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(0)
    expect(await page.getByRole('link').count()).toBe(0)
  })
})
