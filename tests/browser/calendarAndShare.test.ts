import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import type { DemoData, WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { buildComponent, buildData, buildIncident, buildUpdate } from '../support/builders'
import { act, openActions, openCalls } from '../support/browser/actions'
import { expectNoAxeViolations } from '../support/browser/axe'
import { downloaded } from '../support/browser/download'
import { hasFocus } from '../support/browser/focus'
import { openStatusPage, type StatusPageOptions } from '../support/browser/statusPage'
import { disclose } from '../support/browser/disclose'
import { say } from '../support/browser/texts'
import { calendarInstant, parseCalendar } from '../support/ical'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const MARKDOWN = `## Plan

Short **breaks**, see [the plan](https://plan.test/a?b=1,2;3).

3. first
4. second

| when | what |
|---|---|
| night | switch |

<b>5 &lt; 6</b><script>alert(1)</script> [press](javascript:alert(1))`
const PLAIN = `Plan

Short breaks, see the plan (https://plan.test/a?b=1,2;3).

3. first
4. second

when | what
night | switch

5 < 6 press`

const planned = (name: string, fields: Partial<WireIncident> = {}) =>
  buildIncident({
    id: uuidOf(name),
    displayName: name,
    affects: [{ ...buildIncident().affects![0]!, severity: 0 }],
    beganAt: '2026-03-29T00:30:00Z',
    endedAt: '2026-03-29T02:00:00+01:00',
    description: '',
    ...fields,
  })
const switches = planned('Switch firmware: south, part 2/3', { description: MARKDOWN })
const disks = planned('Disks', { beganAt: '2026-03-10T11:00:00Z', endedAt: '2026-03-10T13:00:00Z' })
const endless = planned('Endless', { endedAt: null })
const outage = buildIncident({ beganAt: '2026-03-10T10:00:00Z', endedAt: null, description: MARKDOWN })
const data = (more: Partial<DemoData> = {}) => buildData({ incidents: [switches, disks, endless, outage], ...more })

const open = (options: StatusPageOptions = {}) => openStatusPage({ now: NOW, server: { data: data() }, ...options })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Presses a button and reads the file that arrives. */
const downloadOf = (page: Page, name: string) => downloaded(page, () => button(page, name).click())

describe('a calendar file', () => {
  test('of one maintenance has all that a calendar needs, and keeps its identity', async () => {
    const { page, site, server } = await open({ basePath: '/some/path/' })
    const press = say('calendar.addNamed', { title: switches.displayName! })
    await disclose(page, switches.displayName!)
    const file = await downloadOf(page, press)
    expect(file.name).toBe('Switch-firmware-south-part-2-3.ics')
    const { events } = parseCalendar(file.text)
    const url = `${site.origin}/some/path/incidents/${switches.id}`
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      UID: `${switches.id}@${new URL(server.url).host}`,
      SUMMARY: switches.displayName,
      DESCRIPTION: `${PLAIN}\n\n${say('incident.componentsAffected')}: ${buildComponent().displayName}\n\n${url}`,
      DTSTART: '20260329T003000Z',
      DTEND: '20260329T010000Z',
      URL: url,
      STATUS: 'CONFIRMED',
    })
    expect(Math.abs(calendarInstant(events[0]!['DTSTAMP']) - NOW)).toBeLessThan(60_000)

    await page.reload()
    await disclose(page, switches.displayName!)
    const again = parseCalendar((await downloadOf(page, press)).text).events[0]!
    expect(again['UID']).toBe(events[0]!['UID'])
  })

  test('of all maintenance holds those with both ends', async () => {
    const { page } = await open()
    const file = await downloadOf(page, say('calendar.addAll', { n: 2 }))
    expect(file.name).toBe('Maintenance.ics')
    expect(parseCalendar(file.text).events.map(({ SUMMARY }) => SUMMARY)).toEqual([disks.displayName, switches.displayName])
    await disclose(page, endless.displayName!)
    await page.getByText(say('calendar.noEnd')).waitFor()
  })

  test('is offered on the page of a maintenance, in German, and over plain HTTP', async () => {
    const plainHttp = () => void Reflect.deleteProperty(Crypto.prototype, 'randomUUID')
    const { page } = await open({ path: `incidents/${disks.id}`, locale: 'de-DE', initScripts: [plainHttp] })
    const file = await downloaded(page, () => act(page, say('calendar.addNamed', { title: 'Disks' }, 'de'), 'de'))
    expect(file.name).toBe('Disks.ics')
    expect(parseCalendar(file.text).events[0]!['DESCRIPTION']).toContain(`${say('incident.componentsAffected', {}, 'de')}: `)
  })

  test('is loaded when somebody wants it, and says when it is not to be had', async () => {
    const { page, site, context, expectProblem } = await open()
    await button(page, say('calendar.addNamed', { title: 'Disks' })).waitFor()
    await page.waitForLoadState('networkidle')
    expect(site.requests.filter(({ url }) => /calendarFile/.test(url))).toEqual([])
    await context.route(/calendarFile/, route => route.abort())
    expectProblem(/ERR_FAILED/)
    await button(page, say('calendar.addNamed', { title: 'Disks' })).click()
    await page
      .getByRole('alert')
      .filter({ hasText: say('calendar.failed') })
      .waitFor()
  })

  test('is not offered for an incident, and why not for a maintenance without an end', async () => {
    const { page, site } = await open({ path: `incidents/${outage.id}` })
    await openActions(page)
    expect(await page.getByText(/calendar/i).count()).toBe(0)
    await page.goto(`${site.url}incidents/${endless.id}`)
    await (await openActions(page)).getByText(say('calendar.noEnd')).waitFor()
  })
})

describe('sharing an incident', () => {
  const path = `incidents/${outage.id}`
  const permissions = ['clipboard-read', 'clipboard-write']
  const pasted = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

  test('copies it as text and as a link, by keyboard', async () => {
    const { page, site } = await open({ path, permissions })
    await button(page, say('share.actions')).focus()
    await page.waitForLoadState('networkidle')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText(say('share.copied')).waitFor()
    expect(await hasFocus(button(page, say('share.actions')))).toBe(true)
    const text = await pasted(page)
    const link = `${site.origin}/${path}`
    expect(text).toMatch(/^Slow volumes\nState: ongoing\nStart: Tue 10 Mar, 11:00 CET\n/)
    expect(text.endsWith(`\n\n${PLAIN}\n\n${link}`)).toBe(true)

    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => pasted(page)).toBe(link)
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('menu').count()).toBe(0)
    expect(await hasFocus(button(page, say('share.actions')))).toBe(true)
  })

  test('shows the text, selected, where the browser lets nobody copy', async () => {
    const plainHttp = () => void Reflect.deleteProperty(Navigator.prototype, 'clipboard')
    const { page } = await open({ path, initScripts: [plainHttp], viewport: { width: 320, height: 700 } })
    await act(page, say('share.copyText'))
    const field = page.getByLabel(say('share.copyFailed'))
    await field.waitFor()
    expect(await page.evaluate(() => document.getSelection()?.toString())).toContain('State: ongoing')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await expectNoAxeViolations(page)
  })

  test('passes it on in the way of the device, where it has one', async () => {
    const phone = () =>
      Object.assign(Navigator.prototype, {
        share: (given: ShareData) => Promise.resolve(void Object.assign(globalThis, { given })),
      })
    const { page, site } = await open({ path, initScripts: [phone] })
    await act(page, say('share.send'))
    const given = () => page.evaluate(() => (globalThis as { given?: ShareData }).given)
    await expect.poll(given).toMatchObject({ title: 'Slow volumes', url: `${site.origin}/${path}` })
    expect((await given())!.text).not.toContain(site.origin)
  })

  const shades = ['light', 'dark'] as const
  test.each(shades)('has nothing that axe finds: %s', async colorScheme => {
    const { page, site } = await open({ path, colorScheme, viewport: { width: 360, height: 740 } })
    for (const address of [path, `incidents/${disks.id}`, `incidents/${endless.id}`]) {
      await page.goto(site.url + address)
      await button(page, say('share.actions')).waitFor()
      await expectNoAxeViolations(page)
      await expectNoAxeViolations(page, { within: await openActions(page) })
      await openCalls(page)
      await expectNoAxeViolations(page)
    }
    await page.goto(site.url)
    await disclose(page, say('calls.show'))
    await page.getByText(/^curl/).waitFor()
    await expectNoAxeViolations(page)
  })
})

describe('the API calls', () => {
  const updates = { [outage.id]: [buildUpdate(), buildUpdate({ order: 1 })] }

  /** Opens a view, and answers what it shows and what it asked. */
  async function shownAndAsked(look: (page: Page) => Promise<unknown>, options: StatusPageOptions) {
    const { page, server } = await open({
      server: { data: data({ updates, phases: [['Looking'], ['Open', 'Closed']] }) },
      ...options,
    })
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    const asked = server.requests.map(({ path }) => `${server.url}${path}`)
    await look(page)
    const text = await page.getByText(/^curl/).innerText()
    expect(server.requests).toHaveLength(asked.length)
    return { page, text, asked, shown: [...text.matchAll(/'(http[^']+)'/g)].map(match => match[1]!) }
  }

  test('of the status page are what it asked, without a token', async () => {
    const look = (opened: Page) => disclose(opened, say('calls.show'))
    const { page, text, asked, shown } = await shownAndAsked(look, { permissions: ['clipboard-read', 'clipboard-write'] })
    expect(shown.sort()).toEqual(asked.sort())
    expect(shown.filter(url => /\/updates\/1$/.test(url))).toHaveLength(1)
    expect(text).not.toContain('Authorization')
    await button(page, say('share.copy')).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text)
  })

  test('of an incident are what its page asked for it', async () => {
    const { asked, shown } = await shownAndAsked(openCalls, { path: `incidents/${outage.id}` })
    expect(shown.filter(url => !asked.includes(url))).toEqual([])
    expect(shown.map(url => new URL(url).pathname + new URL(url).search).sort()).toEqual([
      `/incidents/${outage.id}`,
      `/incidents/${outage.id}/updates`,
      '/phases?generation=1',
    ])
  })
})
