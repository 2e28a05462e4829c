import { describe, expect, test } from 'vitest'
import type { DemoData } from '@/demo/data'
import { generateCloud } from '../support/generateCloud'
import { uuidOf } from '@/demo/uuid'
import { buildData, buildIncident, buildUpdate } from '../support/builders'
import {
  boxesIn,
  expectAside,
  first,
  firstRows,
  type HeldPage,
  layoutShift,
  moved,
  openHeld,
  painted,
  seenIn,
} from '../support/browser/firstPaint'
import { hasFocus } from '../support/browser/focus'
import { SHOWN_TEXT } from '../support/browser/page'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const HOUR_MS = 3_600_000
const at = (hours: number) => new Date(NOW + hours * HOUR_MS).toISOString()

/** Everything that the first screen can have: outages, maintenance in progress and planned, long texts, older phases. */
function busyCloud(): DemoData {
  const data = generateCloud({ components: 30, incidents: 40, days: 80, now: NOW - 24 * HOUR_MS })
  const [first, second, third] = data.components.map(({ id }) => id)
  const type = data.impactTypes[0]!.id
  const add = (name: string, began: number, ended: number | null, severities: Record<string, number>) => {
    const id = uuidOf(name)
    const affects = Object.entries(severities).map(([reference, severity]) => ({ reference, type, severity }))
    const endedAt = ended === null ? null : at(ended)
    data.incidents.push(
      buildIncident({ id, displayName: name, beganAt: at(began), endedAt, affects, phase: { generation: 1, order: 1 } }),
    )
    data.updates[id] = [
      buildUpdate({ description: `We **know** of it.\n\n- [status](https://example.org)\n- \`code\`\n\nMore soon.` }),
    ]
  }
  add('Volumes hang', -2, null, { [first!]: 100, [second!]: 40 })
  add('An incident with a name that is longer than a line of a phone can be', -30, null, { [third!]: 60 })
  add('Switch firmware', -1, 2, { [first!]: 0 })
  add('Host kernels', 48, 50, { [second!]: 0 })
  return data
}

const clouds: Record<string, () => DemoData | undefined> = {
  'the demo cloud': () => undefined,
  'a busy cloud': busyCloud,
  'all quiet': () => generateCloud({ components: 12, incidents: 30, days: 80, now: NOW - 24 * HOUR_MS }),
}
const viewers = {
  'a desktop': {},
  'a phone, dark, in German': { viewport: { width: 360, height: 740 }, colorScheme: 'dark', locale: 'de-DE' },
  'a tablet in New York': { viewport: { width: 768, height: 1000 }, timezoneId: 'America/New_York' },
} as const
const pairs = Object.keys(clouds).flatMap(cloud => Object.keys(viewers).map(viewer => [cloud, viewer] as const))

/** What first paint has asked for, the page does not ask for again; a configuration in a file neither. */
function expectAskedOnce({ server, site }: HeldPage, isInFile = false) {
  const asked = server.requests.map(({ path }) => path)
  expect(asked.length).toBe(new Set(asked).size)
  expect(site.requests.filter(({ url }) => url.endsWith('config.json')).length).toBe(isInFile ? 1 : 0)
}

describe('first paint', () => {
  test.each(pairs)('has every word where the page has it: %s on %s', async (cloud, viewer) => {
    const data = clouds[cloud]!()
    const opened = await openHeld({ now: NOW, server: data && { data }, ...viewers[viewer as keyof typeof viewers] })
    await painted(opened.page)
    const before = await seenIn(opened.page, 'first')
    expect(before.length).toBeGreaterThan(20)
    await opened.release()
    expect(moved(before, await seenIn(opened.page, 'app'))).toEqual([])
    await opened.page.waitForLoadState('networkidle')
    expect(moved(before, await seenIn(opened.page, 'app')), 'late').toEqual([])
    expect(await layoutShift(opened.page)).toBeLessThan(0.001)
    expectAskedOnce(opened)
  })

  test.each([
    ['as the page groups them', { components: { groupBy: 'region' } }],
    [
      'with descriptions, links and an order',
      {
        components: { descriptionLabel: 'category', orderLabel: 'category' },
        links: { components: [{ name: 'Docs', url: 'https://example.org/{componentId}' }], support: 'https://example.org' },
      },
    ],
  ])('draws components %s', async (_, config) => {
    const opened = await openHeld({ now: NOW, server: { data: busyCloud() }, config: config })
    await painted(opened.page)
    const before = await seenIn(opened.page, 'first')
    await opened.release()
    expect(moved(before, await seenIn(opened.page, 'app'))).toEqual([])
  })

  const screens = [1280, 768, 390].flatMap(width => (['light', 'dark'] as const).map(colorScheme => ({ width, colorScheme })))
  test.each(screens)('has every box where the page has it: $width px, $colorScheme', async ({ width, colorScheme }) => {
    const title = 'The status of a cloud whose name is longer than the line has room for, wherever it is read'
    const config = {
      title,
      components: { groupBy: 'region' },
      severities: { 'Major outage': { color: '#7a1fa2', label: 'Down' } },
      phases: { Investigating: { en: 'Looking into it' } },
      announcement: { text: 'New **hardware** in May, which takes more than a line.\n\n- [What](https://example.org/) changes' },
    }
    const opened = await openHeld({
      now: NOW,
      server: { data: busyCloud() },
      config,
      viewport: { width, height: 900 },
      colorScheme,
    })
    await painted(opened.page)
    const before = await boxesIn(opened.page, 'first')
    expect(before.length).toBeGreaterThan(100)
    await opened.release()
    const after = new Set(await boxesIn(opened.page, 'app'))
    expect(before.filter(box => !after.has(box))).toEqual([])
    // It can be dismissed when the page stands; that moves nothing.
    await opened.page.getByRole('button', { name: say('app.close') }).waitFor()
    const late = new Set(await boxesIn(opened.page, 'app'))
    expect(before.filter(box => !late.has(box))).toEqual([])
  })

  // From index.html without a policy: each of the pages above.
  test.each([
    ['sent with the page', { policy: 'header' }],
    ['in the page', { policy: 'page' }],
  ] as const)('takes the configuration from index.html under the strict policy, %s', async (_, options) => {
    const opened = await openHeld({ now: NOW, ...options })
    await painted(opened.page)
    await opened.release()
    await opened.page.getByRole('heading', { name: say('recent.title') }).waitFor()
    await opened.page.waitForLoadState('networkidle')
    expectAskedOnce(opened)
  })

  test.each([
    ['without a policy', {}],
    ['under the strict policy', { policy: 'header' }],
  ] as const)(
    'waits for the page where the configuration is in config.json, %s, and has asked for everything',
    async (_, options) => {
      const opened = await openHeld({ now: NOW, inline: false, ...options })
      await opened.page.evaluate(() => globalThis.scsFirstPaint)
      expect(await first(opened.page).evaluate(place => place.childElementCount)).toBe(0)
      await expect.poll(() => opened.server.requests.length).toBe(5)
      await opened.release()
      await opened.page.getByRole('heading', { name: say('recent.title') }).waitFor()
      await opened.page.waitForLoadState('networkidle')
      expectAskedOnce(opened, true)
    },
  )

  test.each(['/components', '/incidents', '/severities', '/phases', '/impacttypes'])(
    'says nothing of the status when %s fails',
    async path => {
      const opened = await openHeld({
        now: NOW,
        server: { data: buildData() },
        faults: [{ path: new RegExp(`^${path}`), kind: 500 }],
        initScripts: [
          `new MutationObserver(() => { if (${SHOWN_TEXT}.includes('${say('banner.operational')}')) globalThis.saidAllClear = true })
          .observe(document, { subtree: true, childList: true, characterData: true })`,
        ],
      })
      opened.expectProblem(/status of 500/)
      await opened.page.evaluate(() => globalThis.scsFirstPaint)
      expect(await firstRows(opened.page).count()).toBe(0)
      expect(await first(opened.page).getByRole('heading', { level: 1 }).innerText()).toBe(say('banner.loading'))
      await opened.release()
      await opened.page.getByText(say('error.server')).first().waitFor()
      expect(await opened.page.evaluate(() => 'saidAllClear' in globalThis)).toBe(false)
    },
  )

  test('asks for nothing that the page asks for by itself meanwhile', async () => {
    let answer = () => {}
    const held = new Promise<void>(resolve => (answer = resolve))
    const opened = await openHeld({
      now: NOW,
      prepare: async context => {
        await context.route(/\/impacttypes$/, async route => {
          await held
          await route.continue()
        })
      },
    })
    await opened.release()
    await opened.page.getByRole('heading', { name: say('recent.title') }).waitFor()
    answer()
    await opened.page.waitForLoadState('networkidle')
    const asked = opened.server.requests.map(({ path }) => path)
    expect(asked.filter(path => path.includes('/updates/')).length).toBeGreaterThan(0)
    expect(asked.length).toBe(new Set(asked).size)
  })

  test('an answer that nobody waits for any longer is given up', async () => {
    const opened = await openHeld({
      server: { data: buildData() },
      config: { requestTimeoutSeconds: 1 },
      faults: [{ path: /^\/severities/, kind: 'timeout' }],
    })
    const failed = opened.page.waitForEvent('requestfailed', request => request.url().endsWith('/severities'))
    await opened.release()
    await failed
  })
})

describe('it steps aside', () => {
  test('for other addresses than that of the status as it is', async () => {
    const [[firstName, path], ...others] = [
      ['a moment of the past', '?at=2026-03-01T00:00Z'],
      ['a frame', '?embed=banner'],
      ['an incident', `incidents/${uuidOf('incident slow volumes north')}`],
      ['a component', 'components/x'],
      ['the history', 'history'],
      ['an address after the hash', '#/history'],
    ] as const
    const opened = await openHeld({ path })
    await expectAside(opened, firstName)
    for (const [name, path] of others) {
      await opened.page.goto(opened.site.url + path)
      await expectAside(opened, name)
    }
  })

  test.each([
    ['hash routing', { config: { routing: 'hash' } }],
    ['the demo', { config: { apiUrl: 'demo' } }],
    ['a login before reading', { config: { auth: { mode: 'bearer', readsNeedLogin: true } } }],
    [
      'several providers',
      {
        config: {
          apiUrl: undefined,
          providers: [
            { id: 'a', name: 'A', apiUrl: './a' },
            { id: 'b', name: 'B', apiUrl: './b' },
          ],
        },
      },
    ],
  ])('for %s', async (_, options) => {
    await expectAside(await openHeld(options as object))
  })
})

describe('what somebody does before the page is there', () => {
  test('can be no more than to follow a link: nothing else has to be answered for', async () => {
    const { page, release } = await openHeld({
      now: NOW,
      config: { components: { groupBy: 'region' } },
      server: { data: busyCloud() },
    })
    await painted(page)
    for (const role of ['button', 'searchbox', 'combobox', 'listbox', 'slider', 'group'] as const)
      expect(await first(page).getByRole(role).count(), role).toBe(0)
    expect(await first(page).getByRole('link').count()).toBeGreaterThan(10)
    const link = page.getByRole('link', { name: 'Volumes hang' })
    await link.focus()
    await release()
    expect(await hasFocus(link)).toBe(true)
  })
})
