import { describe, expect, test } from 'vitest'
import type { DemoData } from '@/demo/data'
import { buildComponent, buildData, buildIncident, buildUpdate } from '../support/builders'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'
import { openStatusPage } from '../support/browser/statusPage'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const MINUTE = 60_000
const DAY = 1440 * MINUTE
const ALL_CLEAR = say('banner.operational')

const at = (ms: number) => new Date(NOW + ms).toISOString()
const impact = (severity: number) => ({ ...buildIncident().affects![0]!, severity })
const open = (data: Partial<DemoData>, quirks = false) =>
  openStatusPage({
    now: NOW,
    server: { data: buildData(data), quirks },
    config: { pollIntervalSeconds: 3600, staleAfterSeconds: 7200 },
  })

describe('what is true now is decided by the times; a hint of the server that contradicts them leaves it unknown', () => {
  test('maintenance in progress that the server leaves out', async () => {
    const incident = buildIncident({ affects: [impact(0)], beganAt: at(-60 * MINUTE), endedAt: at(60 * MINUTE) })
    const updates = { [incident.id]: [buildUpdate(), buildUpdate({ order: 1, displayName: 'Half done' })] }
    const { page, server } = await open({ incidents: [incident], updates }, true)
    await page.getByRole('heading', { name: say('banner.maintenance') }).waitFor()
    await page
      .getByRole('region', { name: say('maintenance.title'), exact: true })
      .getByText(say('incident.stateInProgress'))
      .waitFor()
    const answer = (await (await fetch(`${server.url}/components`)).json()) as { data: { activelyAffectedBy: [] }[] }
    expect(answer.data.map(component => component.activelyAffectedBy)).toEqual([[]])
    await page.getByText('Half done').waitFor()
  })

  test('an open incident of the future, which the server lists already: its clock or ours is wrong', async () => {
    const incident = buildIncident({ beganAt: at(DAY), endedAt: null })
    const { page, server } = await open({ incidents: [incident] }, true)
    await page.getByRole('heading', { name: say('banner.unknown') }).waitFor()
    const answer = (await (await fetch(`${server.url}/components`)).json()) as { data: { activelyAffectedBy: [] }[] }
    expect(answer.data.map(component => component.activelyAffectedBy.length)).toEqual([1])
    await page
      .getByRole('region', { name: say('maintenance.upcomingMixed') })
      .getByText('Slow volumes')
      .waitFor()
    expect(await page.getByRole('heading', { name: say('incident.ongoing') }).count()).toBe(0)
    expect(await page.getByText(ALL_CLEAR).count()).toBe(0)
  })

  test('an incident that only the hint knows is asked for by its id, once, and judged', async () => {
    const incident = buildIncident({ beganAt: at(60 * DAY), endedAt: null })
    const { page, server } = await open({ incidents: [incident], components: [buildComponent()] }, true)
    const asked = () => server.requests.filter(({ path }) => path === `/incidents/${incident.id}`).length
    await expect.poll(asked).toBe(1)
    await page.waitForLoadState('networkidle')
    await page.getByRole('heading', { name: say('banner.unknown') }).waitFor()
    expect(await page.getByTestId('failures').count()).toBe(0)
    expect(asked()).toBe(1)
  })

  test('while such an incident cannot be read, its component is unknown', async () => {
    const incident = buildIncident({ beganAt: at(60 * DAY), endedAt: null })
    const other = buildComponent({ id: '44444444-4444-4444-8444-444444444444', displayName: 'Network' })
    const { page, expectProblem } = await openStatusPage({
      now: NOW,
      server: { quirks: true, data: buildData({ incidents: [incident], components: [buildComponent(), other] }) },
      faults: [{ path: `/incidents/${incident.id}`, kind: 500 }],
    })
    expectProblem(/status of 500/)
    await page.getByRole('heading', { name: say('banner.partial') }).waitFor()
    expect(await page.getByTestId('banner').innerText()).toContain('2 components: 1 operational, 1 unknown.')
    const row = page.getByRole('listitem').filter({ has: page.getByRole('slider', { name: /^Compute/ }) })
    expect(await row.innerText()).toContain(say('level.unknown'))
  })

  test('an incident on a component that this reader does not see forbids "all components operational"', async () => {
    const hidden = '55555555-5555-4555-8555-555555555555'
    const incident = buildIncident({ beganAt: at(-MINUTE), endedAt: null, affects: [{ ...impact(60), reference: hidden }] })
    const { page } = await open({ incidents: [incident], hiddenComponentIds: [hidden] })
    await page.getByRole('heading', { name: say('banner.incident') }).waitFor()
    await page.getByText(say('incident.hiddenComponent')).waitFor()
    expect(await page.getByText(ALL_CLEAR).count()).toBe(0)
  })
})

describe('without a poll', () => {
  test('an incident begins and ends on the page when its time comes', async () => {
    const incident = buildIncident({ beganAt: at(75_000), endedAt: at(10 * MINUTE + 15_000) })
    const { page, server } = await open({ incidents: [incident] })
    await page.getByRole('heading', { name: ALL_CLEAR }).waitFor()
    await page.waitForLoadState('networkidle')
    const asked = server.requests.length

    // Not in one go: a leap of the clock makes the page ask.
    const paused = (await page.evaluate(() => Date.now())) + 1_000
    await page.clock.pauseAt(paused)
    await page.clock.runFor(NOW + 73_000 - paused)
    expect(await page.getByRole('heading', { name: ALL_CLEAR }).count()).toBe(1)
    await page.clock.runFor(3_000)
    await page.getByRole('heading', { name: AFFECTED_TITLE }).waitFor()
    await page.getByRole('heading', { name: say('incident.ongoing') }).waitFor()

    await page.clock.runFor(9 * MINUTE - 3_000)
    expect(await page.getByRole('heading', { name: ALL_CLEAR }).count()).toBe(0)
    await page.clock.runFor(3_000)
    await page.getByRole('heading', { name: ALL_CLEAR }).waitFor()
    expect(server.requests).toHaveLength(asked)
  })

  test('a duration goes on', async () => {
    const incident = buildIncident({ beganAt: at(-5 * MINUTE), endedAt: null })
    const { page } = await open({ incidents: [incident] })
    const article = page.getByRole('article')
    await article.getByText('for 5 mins').waitFor()
    await page.clock.fastForward('30:00')
    await article.getByText('for 35 mins').waitFor()
  })
})
