import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import type { WireIncident } from '@/demo/data'
import type { Fault } from '@/demo/http/faults'
import { uuidOf } from '@/demo/uuid'
import { buildComponent, buildData, buildIncident } from '../support/builders'
import { expectNoAxeViolations } from '../support/browser/axe'
import { choose, chosen } from '../support/browser/choose'
import { downloaded } from '../support/browser/download'
import { settled } from '../support/browser/settled'
import { openStatusPage, type StatusPageOptions } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const disk = buildComponent({ id: uuidOf('disk'), displayName: 'Volumes' })
const made = (name: string, beganAt: string, endedAt: string, fields: Partial<WireIncident> = {}) =>
  buildIncident({ id: uuidOf(name), displayName: name, description: '', beganAt, endedAt, ...fields })
const onDisk = [{ ...buildIncident().affects![0]!, reference: disk.id, severity: 90 }]

const lately = made('Lately', '2026-03-05T10:00:00Z', '2026-03-05T11:00:00Z')
const disks = made('=Disks, "all" of them', '2025-06-20T10:00:00Z', '2025-06-20T12:00:00Z', { affects: onDisk })
const other = made('Other', '2025-06-12T10:00:00Z', '2025-06-12T11:00:00Z')
const broken = made('Broken', '2025-06-15T10:00:00Z', '2025-06-15T11:00:00Z', { affects: onDisk })
const night = made('Night', '2025-05-31T23:00:00Z', '2025-05-31T23:30:00Z')
const data = buildData({ components: [buildComponent(), disk], incidents: [lately, disks, other, broken, night] })

const open = (path: string, options: StatusPageOptions = {}) =>
  openStatusPage({ now: NOW, server: { data }, path, timezoneId: 'UTC', ...options })
const month = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const titles = (page: Page) => page.getByTestId('month').getByRole('link').allInnerTexts()

/** 500 for every window that holds the day, as a server answers that cannot tell one of its records. */
const failsOn = (day: string): Fault => {
  const days = Array.from({ length: 400 }, (_, index) =>
    new Date(Date.parse('2025-03-01') + index * 864e5).toISOString().slice(0, 10),
  )
  const until = days.filter(date => date <= day).join('|')
  const after = days.filter(date => date > day).join('|')
  return { path: new RegExp(`^/incidents\\?start=(${until})T.*end=(${after})T`), kind: 500 }
}

describe('a deep link', () => {
  test('shows its month with its filters, and asks for no other month', async () => {
    const { page, server } = await open(`history?month=2025-06&component=${disk.id}&severity=band:Critical`)
    await month(page, 'June 2025').getByText('2 of 3').waitFor()
    expect(await titles(page)).toEqual([disks.displayName, 'Broken'])
    expect(await chosen(page, say('incident.component'))).toBe('Volumes')
    const windows = server.requests.filter(({ path }) => path.startsWith('/incidents?')).map(({ path }) => path)
    expect(windows).toHaveLength(2)
    expect(windows.some(path => path.includes('start=2025-06-01T') && path.includes('end=2025-07-01T'))).toBe(true)

    await page.getByRole('button', { name: say('components.reset') }).click()
    await page.getByRole('link', { name: 'Other' }).waitFor()
    expect(new URL(page.url()).search).toBe('?month=2025-06')
    await page.getByRole('link', { name: 'Other' }).click()
    await page.getByRole('heading', { level: 1, name: 'Other' }).waitFor()
    await page.goBack()
    await page.getByRole('link', { name: 'Broken' }).waitFor()
  })

  test('leads there from the status page', async () => {
    const { page } = await open('')
    await page.getByRole('link', { name: say('recent.all') }).click()
    await page.getByRole('heading', { level: 1, name: say('history.title') }).waitFor()
    await page.getByRole('link', { name: 'Lately' }).waitFor()
  })
})

test('older months come on demand, each with one window, and stay in the address', async () => {
  const { page, server } = await open('history')
  await page.getByRole('link', { name: 'Lately' }).waitFor()
  const asked = () => server.requests.filter(({ path }) => path.startsWith('/incidents?')).length
  for (const name of ['February 2026', 'January 2026', 'December 2025', 'November 2025']) {
    await page.getByRole('button', { name: say('history.more', { month: name }) }).click()
    await month(page, name).getByText(say('history.quiet')).waitFor()
  }
  expect(asked()).toBe(3)
  expect(new URL(page.url()).search).toBe('?months=5')
  await page.reload()
  await month(page, 'November 2025').getByText(say('history.quiet')).waitFor()
})

test('a month that failed when it was opened comes back by itself, long before the next poll', async () => {
  const { page, server, expectProblem } = await open('history?month=2025-06')
  await page.getByRole('link', { name: 'Other' }).waitFor()
  server.setFaults([{ path: /start=2025-05/, kind: 'html-502' }])
  expectProblem(/status of 502/)
  await page.getByRole('button', { name: say('history.more', { month: 'May 2025' }) }).click()
  await month(page, 'May 2025').getByTestId('failures').waitFor()
  server.setFaults([])
  // The last instant of the first retry: five seconds and a quarter of them.
  await page.clock.runFor(6_250)
  await month(page, 'May 2025').getByRole('link', { name: 'Night' }).waitFor()
  expect(await page.getByTestId('failures').count()).toBe(0)
})

describe('one record that the server cannot tell', () => {
  test('costs its day: it is named in its month, the rest shows, and it is there once the server can', async () => {
    const { page, server, expectProblem } = await open('history?month=2025-06&months=2', { faults: [failsOn('2025-06-15')] })
    expectProblem(/status of 500/)
    const june = month(page, 'June 2025')
    await june.getByTestId('failures').waitFor()
    expect(await june.getByTestId('failures').innerText()).toContain('15 Jun 2025, 00:00')
    expect(await titles(page)).toEqual([disks.displayName, 'Other', 'Night'])
    expect(await month(page, 'May 2025').getByTestId('failures').count()).toBe(0)
    server.setFaults([])
    await june.getByRole('button', { name: say('app.retry') }).click()
    await page.getByRole('link', { name: 'Broken' }).waitFor()
    expect(await page.getByTestId('failures').count()).toBe(0)
  })

  test('and a month that fails as a whole are told, and nothing is called quiet', async () => {
    const { page, expectProblem } = await open('history?month=2025-06', { faults: [{ path: /start=2025-06/, kind: 'html-502' }] })
    expectProblem(/status of 502/)
    await month(page, 'June 2025').getByTestId('failures').waitFor()
    expect(await page.getByRole('main').innerText()).not.toContain(say('history.quiet'))
  })
})

test('another zone moves what began at its border, and asks for the hours that are new', async () => {
  const { page } = await open('history?month=2025-06', { timezoneId: 'Europe/Berlin' })
  await page.getByRole('link', { name: 'Night' }).waitFor()
  await page.getByRole('button', { name: say('app.more'), exact: true }).click()
  await page.getByText(say('settings.title'), { exact: true }).click()
  await choose(page, say('settings.timeZone'), say('settings.zoneUtc'))
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('app.close') })
    .click()
  await expect.poll(() => titles(page)).not.toContain('Night')
  await page.getByRole('button', { name: say('history.more', { month: 'May 2025' }) }).click()
  await month(page, 'May 2025').getByRole('link', { name: 'Night' }).waitFor()
})

describe('what is shown is saved', () => {
  const saved = async (page: Page, name: string) => {
    await page.getByRole('button', { name: say('history.save'), exact: true }).click()
    return downloaded(page, () => page.getByText(name, { exact: true }).click())
  }

  test('as CSV and as JSON', async () => {
    const { page } = await open(`history?month=2025-06&component=${disk.id}`)
    await page.getByRole('link', { name: 'Broken' }).waitFor()
    const csv = await saved(page, say('history.csv'))
    expect(csv.name).toBe('history-2025-06.csv')
    const rows = csv.text.split('\r\n')
    expect(rows[0]).toMatch(/^\uFEFFid,title,/)
    expect(rows[1]).toContain(`${disks.id},"'=Disks, ""all"" of them",ended,2025-06-20T10:00:00.000Z,`)
    expect(rows).toHaveLength(4)
    const json = await saved(page, say('history.json'))
    expect(json.name).toBe('history-2025-06.json')
    const { incidents, unknown } = JSON.parse(json.text) as { incidents: { title: string; link: string }[]; unknown: unknown[] }
    expect(incidents.map(({ title }) => title)).toEqual([disks.displayName, 'Broken'])
    expect(incidents[1]!.link).toBe(new URL(`/incidents/${broken.id}`, page.url()).href)
    expect(unknown).toEqual([])
  })
})

test('any month is two choices away', async () => {
  const { page } = await open('history')
  await settled(page.getByTestId('month').first())
  await page
    .getByRole('navigation', { name: say('history.jump') })
    .getByRole('button')
    .click()
  await choose(page, say('history.month'), 'June')
  await page.getByLabel(say('history.year')).fill('2025')
  await page.getByLabel(say('history.year')).press('Enter')
  await month(page, 'June 2025').getByRole('link', { name: 'Other' }).waitFor()
  expect(new URL(page.url()).search).toBe('?month=2025-06')
})

describe.each(['light', 'dark'] as const)('in %s', colorScheme => {
  test.each([360, 1440])('at %s px axe finds nothing, and nothing is cut off', async width => {
    const { page, expectProblem } = await open('history?month=2025-06&months=2', {
      colorScheme,
      viewport: { width, height: 900 },
      faults: [failsOn('2025-06-15')],
    })
    expectProblem(/status of 500/)
    await page.getByTestId('failures').waitFor()
    await expectNoAxeViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })

  test.each([320, 1440])('at %s px so it is with the calendar and a search', async width => {
    const { page, expectProblem } = await open('history?month=2025-06&view=calendar', {
      colorScheme,
      viewport: { width, height: 900 },
      faults: [failsOn('2025-06-15')],
    })
    expectProblem(/status of 500/)
    const day = (number: number) => page.getByRole('gridcell', { name: new RegExp(` ${number} Jun 2025`) })
    await day(15).click()
    await page.getByText(say('history.unknownDay'), { exact: true }).waitFor()
    await day(20).click()
    await page.getByRole('link', { name: disks.displayName! }).waitFor()
    expect(new URL(page.url()).search).toContain('day=2025-06-20')
    await expectNoAxeViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)

    await page.getByRole('button', { name: say('history.list'), exact: true }).click()
    await page.getByRole('searchbox').fill('night')
    await page.getByRole('button', { name: say('history.searchOn') }).waitFor()
    await expectNoAxeViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })
})
