import { describe, expect, test } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import type { DemoData } from '@/demo/data'
import { buildData, buildImpactType, buildIncident, buildUpdate } from '../support/builders'
import { openStatusPage, type StatusPageOptions } from '../support/browser/statusPage'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const incident = buildIncident({ beganAt: '2026-03-10T10:00:00Z', endedAt: null })
const path = `incidents/${incident.id}`
const impact = incident.affects![0]!

const open = (data: Partial<DemoData> = {}, options: StatusPageOptions = {}) =>
  openStatusPage({ now: NOW, path, server: { data: buildData({ incidents: [incident], ...data }) }, ...options })

describe('an incident of its own', () => {
  test('opens by a link under any path, and leads back', async () => {
    const { page, site } = await open({}, { basePath: '/some/path/' })
    await page.getByRole('heading', { level: 1, name: 'Slow volumes' }).waitFor()
    expect(page.url()).toBe(`${site.origin}/some/path/${path}`)
    await page.getByRole('link', { name: say('incident.back') }).click()
    await page.getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
    expect(page.url()).toBe(`${site.origin}/some/path/`)
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Slow volumes' }).waitFor()
  })

  test('names its phases as its own, older list does', async () => {
    const phases = [
      ['Looking', 'Mending', 'Done'],
      ['Investigating', 'Working on it', 'Resolved'],
    ]
    const { page, server } = await open({ phases, incidents: [{ ...incident, phase: { generation: 1, order: 1 } }] })
    const steps = page.getByRole('list', { name: say('incident.phaseStep', { name: 'Mending', n: 2, total: 3 }) })
    await steps.waitFor()
    expect(await steps.getByRole('listitem').allTextContents()).toEqual(['Looking', 'Mending', 'Done'])
    expect(await steps.locator('[aria-current=step]').textContent()).toBe('Mending')
    expect(await page.getByText('Working on it').count()).toBe(0)
    expect(server.requests.filter(({ path: asked }) => asked === '/phases?generation=1')).toHaveLength(1)
  })

  test('says that a phase is unknown where its list is not to be had', async () => {
    const { page, expectProblem } = await open(
      { phases: [['Looking'], ['Investigating', 'Resolved']], incidents: [{ ...incident, phase: { generation: 1, order: 0 } }] },
      { faults: [{ path: '/phases?generation=1', kind: 500 }] },
    )
    expectProblem(/status of 500/)
    await page.getByRole('heading', { level: 1, name: 'Slow volumes' }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.getByText(say('incident.unknownPhase')).count()).toBe(1)
  })

  test('lists several impacts on one component, each with type and severity', async () => {
    const other = buildImpactType({ id: '66666666-6666-4666-8666-666666666666', displayName: 'Lost packets' })
    const affects = [
      { ...impact, severity: 20 },
      { ...impact, type: other.id, severity: 90 },
    ]
    const { page } = await open({ impactTypes: [buildImpactType(), other], incidents: [{ ...incident, affects }] })
    const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Compute' }) })
    await rows.first().waitFor()
    const [first, second] = await rows.allInnerTexts()
    expect(first).toMatch(/Critical.*value 90.*Lost packets/s)
    expect(second).toMatch(/Minor.*value 20.*Slow responses/s)
  })

  test('shows updates in their order, marks one that was added later, and turns the order around', async () => {
    const updates = [
      buildUpdate({ displayName: 'First', createdAt: '2026-03-10T10:10:00Z' }),
      buildUpdate({ order: 1, displayName: 'Late', createdAt: '2026-03-10T11:30:00Z' }),
      buildUpdate({ order: 2, displayName: 'Last', createdAt: '2026-03-10T11:00:00Z' }),
    ]
    const { page } = await open({ updates: { [incident.id]: updates } })
    await page.getByRole('heading', { name: 'First' }).waitFor()
    const order = () => page.getByRole('heading', { level: 3 }).allTextContents()
    expect(await order()).toEqual(['First', 'Late', 'Last'])
    const late = page.getByRole('listitem').filter({ hasText: say('incident.addedLater') })
    expect(await late.getByRole('heading').allTextContents()).toEqual(['Late'])
    await page.getByRole('button', { name: say('incident.newestFirst') }).click()
    expect(await order()).toEqual(['Last', 'Late', 'First'])
    await page.getByRole('button', { name: say('incident.oldestFirst') }).click()
    expect(await order()).toEqual(['First', 'Late', 'Last'])
  })

  test('the address of an update leads to it, below the line at the top', async () => {
    const updates = Array.from({ length: 12 }, (_, order) =>
      buildUpdate({
        order,
        displayName: `Update ${order}`,
        description: 'A text.\n\nAnother.',
        createdAt: '2026-03-10T10:10:00Z',
      }),
    )
    const { page } = await open({ updates: { [incident.id]: updates } }, { viewport: { width: 800, height: 700 } })
    const entry = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Update 5' }) })
    const link = entry.getByRole('link')
    const top = async () => (await link.boundingBox())!.y
    await link.click()
    await expect.poll(top).toBeLessThan(120)
    expect(await top()).toBeGreaterThan(56)
    // So it is for who comes by the address.
    await page.reload()
    await expect.poll(top).toBeLessThan(120)
    expect(await top()).toBeGreaterThan(56)
  })

  test('leads to the incidents before and after', async () => {
    const before = buildIncident({ id: uuidOf('before'), displayName: 'Before', beganAt: '2026-03-09T10:00:00Z' })
    const after = buildIncident({ id: uuidOf('after'), displayName: 'After', beganAt: '2026-03-10T11:00:00Z', endedAt: null })
    const { page } = await open({ incidents: [after, incident, before] })
    const around = page.getByRole('navigation', { name: say('incident.neighbours') })
    await around.getByRole('link', { name: 'Before' }).click()
    await page.getByRole('heading', { level: 1, name: 'Before' }).waitFor()
    await around.getByRole('link', { name: 'Slow volumes' }).click()
    await page.getByRole('heading', { level: 1, name: 'Slow volumes' }).waitFor()
    await around.getByRole('link', { name: 'After' }).click()
    await page.getByRole('heading', { level: 1, name: 'After' }).waitFor()
  })
})

describe('an incident that cannot be shown', () => {
  test('does not exist: said plainly, with a way back', async () => {
    const { page, expectProblem } = await open({}, { path: `incidents/${uuidOf('nothing')}` })
    expectProblem(/status of 404/)
    await page.getByRole('heading', { level: 1, name: say('incident.notFound') }).waitFor()
    await page.getByRole('link', { name: say('incident.back') }).waitFor()
  })

  test('could not be read: says why, and tries again on request', async () => {
    const { page, server, expectProblem } = await open({}, { faults: [{ path: `/${path}`, kind: 500 }] })
    expectProblem(/status of 500/)
    await page.getByRole('heading', { level: 1, name: say('incident.failed') }).waitFor()
    expect(await page.getByRole('alert').innerText()).toContain(say('error.server'))
    server.setFaults([])
    await page.getByRole('button', { name: say('app.retry') }).click()
    await page.getByRole('heading', { level: 1, name: 'Slow volumes' }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  test('its updates could not be read: the rest is shown', async () => {
    const { page, expectProblem } = await open({}, { faults: [{ path: `/${path}/updates`, kind: 'html-502' }] })
    expectProblem(/status of 502/)
    await page.getByRole('heading', { level: 1, name: 'Slow volumes' }).waitFor()
    await page.getByText(say('incident.updatesUnread')).waitFor()
    expect(await page.getByText(say('incident.noUpdates')).count()).toBe(0)
  })

  test('an address that leads nowhere says so', async () => {
    const { page } = await open({}, { path: 'incidents/1/2/3' })
    await page.getByRole('heading', { level: 1, name: say('notFound.title') }).waitFor()
    await page.getByRole('link', { name: say('notFound.home') }).click()
    await page.getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
  })
})
