import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { follows, incidentOn, openCloud } from '../support/browser/following'
import type { StatusPageOptions } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

/** An init script: notifications that are only noted down; the browser has asked already, or gives its permission when asked. */
function noteNotifications(permission: 'default' | 'denied' | 'granted') {
  const shown: { title: string; body: string | undefined; click: () => void }[] = []
  class Noted {
    static get permission() {
      return sessionStorage.getItem('permission') ?? permission
    }
    static requestPermission = () => {
      sessionStorage.setItem('permission', 'granted')
      return Promise.resolve('granted')
    }
    onclick = () => undefined
    constructor(title: string, options?: NotificationOptions) {
      shown.push({ title, body: options?.body, click: () => this.onclick() })
    }
    close() {}
  }
  Object.assign(globalThis, { Notification: Noted, shown })
}
function hideTab() {
  Object.defineProperty(document, 'hidden', { get: () => true })
  document.dispatchEvent(new Event('visibilitychange'))
}
type Shown = { title: string; body: string; click: () => void }[]
const shown = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { shown: Shown }).shown.map(({ title, body }) => ({ title, body })))
const noting = (permission: 'default' | 'denied' | 'granted', prepare: StatusPageOptions['prepare']) => ({
  prepare: async (context: Parameters<NonNullable<StatusPageOptions['prepare']>>[0]) => {
    await context.addInitScript(noteNotifications, permission)
    await prepare?.(context)
  },
})

describe('notifications', () => {
  const choice = (page: Page) => page.getByRole('checkbox', { name: say('notification.choice') })

  test('are asked for, kept, and tell a change once, in a hidden tab and on any page', async () => {
    const about = [{ path: 'imprint', title: 'Imprint', markdown: 'Example Cloud Ltd' }]
    const { page, server, site } = await openCloud({
      path: 'following',
      config: { about },
      ...noting('default', follows(['DNS', 'Compute'])),
    })
    await choice(page).check()
    expect(await shown(page)).toEqual([{ title: say('notification.sample'), body: say('notification.sampleText') }])
    await page.goto(`${site.url}about/imprint`)
    await page.getByText('Example Cloud Ltd').waitFor()
    await expect.poll(() => server.requests.filter(({ path }) => path === '/components').length).toBe(2)
    // Whatever was read before is no change.
    await page.waitForLoadState('networkidle')
    expect(await shown(page)).toEqual([])

    await page.evaluate(hideTab)
    server.store.write(data => void data.incidents.push(incidentOn('DNS', 90, 'No names'), incidentOn('Network', 50, 'Slow')))
    await page.clock.fastForward('01:01')
    const worse = {
      title: say('notification.change', { name: 'DNS', state: 'Critical' }),
      body: `No names\n${say('notification.before', { state: say('level.operational') })}`,
    }
    await expect.poll(() => shown(page)).toEqual([worse])

    server.store.write(data => {
      data.incidents.find(({ displayName }) => displayName === 'No names')!.endedAt = '2026-03-10T12:00:00Z'
    })
    await page.clock.fastForward('01:01')
    const better = {
      title: say('notification.change', { name: 'DNS', state: say('level.operational') }),
      body: `No names\n${say('notification.before', { state: 'Critical' })}`,
    }
    await expect.poll(() => shown(page)).toEqual([worse, better])

    await page.evaluate(() => (globalThis as unknown as { shown: Shown }).shown[0]!.click())
    await page.getByRole('heading', { level: 1, name: 'No names' }).waitFor()
    expect(page.url()).toBe(`${site.url}incidents/${uuidOf('No names')}`)
  })

  test('ask the server no more often where the page in front asks already', async () => {
    const { page, server } = await openCloud(noting('granted', follows(['DNS'], true)))
    const asked = () => server.requests.filter(({ path }) => path === '/components').length
    await page.getByRole('heading', { name: say('recent.title') }).waitFor()
    await page.waitForLoadState('networkidle')
    await page.clock.fastForward('01:01')
    await expect.poll(asked).toBe(2)
    // Whatever the page has sent before this, the server has seen after it.
    await page.evaluate(url => fetch(url, { cache: 'no-store' }).then(response => response.text()), `${server.url}/severities`)
    expect(asked()).toBe(2)
    expect(await shown(page)).toEqual([])
  })

  test('are not offered where the browser blocks them, and it says so', async () => {
    const { page } = await openCloud({ path: 'following', ...noting('denied', follows(['DNS'], true)) })
    await page.getByText(say('notification.denied')).waitFor()
    expect(await choice(page).count()).toBe(0)
  })
})
