import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { openStatusPage } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'
import { timesIn } from '../support/browser/times'

const NOW = Date.parse('2026-03-10T12:00:00Z')

/** An init script: a tab that can be put behind another one. */
function hideable() {
  let hidden = false
  Object.defineProperty(document, 'hidden', { get: () => hidden })
  Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') })
  document.addEventListener('test:hide', event => {
    hidden = (event as CustomEvent<boolean>).detail
    document.dispatchEvent(new Event('visibilitychange'))
  })
}
const hide = (page: Page, hidden: boolean) =>
  page.evaluate(detail => document.dispatchEvent(new CustomEvent('test:hide', { detail })), hidden)

/** Notes every change of the document from now on, but those of the time at which data was last confirmed. */
function watchChanges() {
  const changes: string[] = []
  const isConfirmation = (node: Node) =>
    !!(node instanceof Element ? node : node.parentElement)?.closest('[data-testid=banner] [datetime]')
  new MutationObserver(records => {
    for (const { type, target, attributeName } of records)
      if (!isConfirmation(target))
        changes.push(`${type} ${attributeName ?? ''} of ${target.parentElement?.outerHTML.slice(0, 120)}`)
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  Object.assign(globalThis, { changes })
}
const changesOf = (page: Page) => page.evaluate(() => (globalThis as unknown as { changes: string[] }).changes)

const open = async (pollIntervalSeconds = 60) => {
  const opened = await openStatusPage({
    now: NOW,
    initScripts: [hideable],
    config: { pollIntervalSeconds, staleAfterSeconds: 7200 },
  })
  await opened.page.getByRole('heading', { name: say('recent.title') }).waitFor()
  await opened.page.getByRole('button', { name: say('app.getUpdates') }).waitFor()
  await opened.page.waitForLoadState('networkidle')
  const { page, server } = opened
  const asked = () => server.requests.filter(({ path }) => path === '/components').length
  /** Whatever the page has sent before this, the server has seen after it. */
  const caughtUp = async () => {
    await page.evaluate(url => fetch(url, { cache: 'no-store' }).then(response => response.text()), `${server.url}/severities`)
    return asked()
  }
  return { ...opened, asked, caughtUp }
}

/** Whole answers: where an answer is still on its way when the time passes, the page takes it for lost and asks again. */
function whenAnswered(page: Page): () => Promise<void> {
  const underWay = new Set<unknown>()
  page.on('request', request => underWay.add(request))
  page.on('requestfinished', request => underWay.delete(request))
  return () => expect.poll(() => underWay.size).toBe(0)
}

describe('polling', () => {
  test('asks again after the configured time, for what can change only', async () => {
    const { page, server } = await open()
    const before = server.requests.length
    const answered = whenAnswered(page)
    await page.clock.fastForward('01:01')
    const again = () => server.requests.slice(before).map(({ path }) => path.replace(/\?.*|[0-9a-f-]{36}/g, ''))
    const expected = ['/components', '/incidents', '/incidents//updates/2', '/incidents//updates/2']
    await expect.poll(() => again().sort()).toEqual(expected)
    await answered()
    // Evenly: a leap of the clock makes the page ask at once.
    await page.clock.runFor(30_000)
    expect(again().sort()).toEqual(expected)
  })

  test('pauses in a hidden tab, and asks at once when it is seen again', async () => {
    const { page, asked, caughtUp } = await open()
    await hide(page, true)
    await page.clock.fastForward('30:00')
    expect(await caughtUp()).toBe(1)
    await hide(page, false)
    await page.clock.runFor(1)
    await expect.poll(asked).toBe(2)
  })

  test('does not ask twice when the tab was hidden for a moment only', async () => {
    const { page, asked, caughtUp } = await open()
    // Evenly: a leap of the clock makes the page ask at once.
    await hide(page, true)
    await page.clock.runFor(10_000)
    await hide(page, false)
    await page.clock.runFor(10_000)
    expect(await caughtUp()).toBe(1)
    await page.clock.runFor(45_000)
    await expect.poll(asked).toBe(2)
  })

  test('a refresh that brings nothing new changes nothing; when the minute is over, the time of the confirmation', async () => {
    const { page, caughtUp } = await open(5)
    // However long the machine took until here: from now on time passes when it is told to.
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000)
    const answered = whenAnswered(page)
    const before = await caughtUp()
    await answered()
    await page.evaluate(watchChanges)
    const confirmed = async () => (await timesIn(page.getByTestId('banner'))).at(-1)!
    const first = await confirmed()
    // In small steps, so that no answer is slow.
    const pass = async (ms: number) => {
      for (let passed = 0; passed < ms; passed += 250) {
        await page.clock.runFor(250)
        await caughtUp()
        await answered()
      }
    }
    await pass(6_000)
    expect(await caughtUp()).toBeGreaterThan(before)
    expect(await changesOf(page)).toEqual([])
    expect(await confirmed()).toBe(first)
    await page.clock.fastForward('01:00')
    await pass(6_000)
    expect(await confirmed()).not.toBe(first)
  })

  test('a refresh that brings something new shows it', async () => {
    const { page, server } = await open()
    await page.evaluate(watchChanges)
    server.store.write(data => {
      const component = data.components.find(({ displayName }) => displayName === 'DNS')
      if (component) component.displayName = 'Name service'
    })
    await page.clock.fastForward('01:01')
    await page.getByRole('heading', { name: 'Name service' }).waitFor()
    expect(await changesOf(page)).not.toEqual([])
  })
})
