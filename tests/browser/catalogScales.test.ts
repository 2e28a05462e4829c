import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { noData } from '@/demo/data'
import { buildIncident } from '../support/builders'
import { expectNoAxeViolations } from '../support/browser/axe'
import { hasFocus } from '../support/browser/focus'
import { cloud, impact, NOW } from '../support/browser/manageCloud'
import { button, openManagePage } from '../support/browser/managePage'
import { say } from '../support/browser/texts'

const compute = buildIncident({ displayName: 'Slow volumes', affects: [impact('Compute', 60)] })
const data = () => ({
  ...cloud([compute]),
  phases: [
    ['Seen', 'Closed'],
    ['Investigating', 'Working on it', 'Resolved'],
  ],
})
const open = (path: string, options: Parameters<typeof openManagePage>[0] = {}) =>
  openManagePage({ now: NOW, path: `manage/${path}`, server: { data: data() }, ...options })
const band = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name }).first()
const gone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' })
const nameField = (page: Page) => page.getByLabel(say('manage.severities.name'), { exact: true })
const valueField = (page: Page) => page.getByLabel(say('manage.severities.value'), { exact: true })
const phase = (page: Page, n: number) => page.getByLabel(say('manage.phases.nameOf', { n }), { exact: true })
const row = (page: Page, n: number) => page.getByRole('listitem').filter({ has: phase(page, n) })
/** What is dragged is for the mouse alone, and silent. */
const handle = (page: Page, n: number) => row(page, n).locator('.handle')
const listed = (page: Page) =>
  page
    .getByRole('dialog')
    .getByLabel(new RegExp(`^${say('manage.phases.nameOf', { n: '\\d+' })}$`))
    .evaluateAll(fields => fields.map(field => (field as HTMLInputElement).value))

describe('severities', () => {
  test('are made, renamed by the old name, changed and deleted', async () => {
    const { page, takeWrites, server } = await open('severities')
    await button(page, 'manage.severities.add').click()
    await nameField(page).fill('Serious')
    await valueField(page).fill('80')
    await page.getByTestId('preview').getByText('67–80').waitFor()
    await button(page, 'manage.severities.create').click()
    await gone(page)
    await band(page, 'Serious').getByText('67–80').waitFor()

    await button(page, 'manage.severities.editName', { name: 'Serious' }).click()
    await nameField(page).fill('Severe')
    await button(page, 'manage.severities.save').click()
    await gone(page)
    await band(page, 'Severe').waitFor()

    await button(page, 'manage.severities.editName', { name: 'Major' }).click()
    await valueField(page).fill('50')
    await page.getByRole('dialog').getByText('Slow volumes').first().waitFor()
    await button(page, 'manage.severities.save').click()
    await button(page, 'manage.warnings.publish').click()
    await gone(page)
    await band(page, 'Major').getByText('34–50').waitFor()

    await button(page, 'manage.severities.deleteName', { name: 'Severe' }).click()
    await button(page, 'manage.delete.confirm').click()
    await button(page, 'manage.operation.sendNow').click()
    await gone(page)
    await band(page, 'Critical').getByText('51–100').waitFor()

    expect(takeWrites()).toEqual([
      { method: 'POST', path: '/severities', body: { displayName: 'Serious', value: 80 } },
      { method: 'PATCH', path: '/severities/Serious', body: { displayName: 'Severe' } },
      { method: 'PATCH', path: '/severities/Major', body: { value: 50 } },
      { method: 'DELETE', path: '/severities/Severe', body: null },
    ])
    expect(server.store.data.severities.map(({ displayName, value }) => [displayName, value])).toEqual([
      ['Minor', 33],
      ['Major', 50],
      ['Critical', 100],
    ])
  })

  test('a write whose answer is lost is looked up and not sent twice', async () => {
    const { page, takeWrites, server, expectProblem } = await open('severities')
    expectProblem(/net::ERR/)
    await button(page, 'manage.severities.add').click()
    await nameField(page).fill('Serious')
    await valueField(page).fill('80')
    server.setFaults([{ method: 'POST', path: '/severities', kind: 'lost', times: 1 }])
    await button(page, 'manage.severities.create').click()
    await gone(page)
    expect(takeWrites()).toHaveLength(1)
    expect(server.store.data.severities).toHaveLength(4)
  })
})

describe('phases', () => {
  test('are published as a new generation, ordered by keyboard and by drag, and new incidents begin with them', async () => {
    const { page, takeWrites } = await open('phases')
    await button(page, 'manage.phases.earlier').click()
    await page
      .getByRole('region', { name: say('manage.phases.generation', { generation: 1 }) })
      .getByText('Seen')
      .waitFor()
    await button(page, 'manage.phases.new').click()
    await phase(page, 1).press('Alt+ArrowDown')
    expect(await listed(page)).toEqual(['Working on it', 'Investigating', 'Resolved'])
    expect(await hasFocus(phase(page, 2))).toBe(true)
    await handle(page, 3).dragTo(handle(page, 1))
    expect(await listed(page)).toEqual(['Resolved', 'Working on it', 'Investigating'])
    await phase(page, 1).fill('Noticed')
    await button(page, 'manage.phases.add').click()
    await page.keyboard.type('Done')
    await button(page, 'manage.field.removeName', { name: 'Working on it' }).click()
    await button(page, 'manage.phases.step.publish').click()
    await button(page, 'manage.operation.sendNow').click()
    await gone(page)
    await page.getByRole('region', { name: say('manage.phases.currentGeneration', { generation: 3 }) }).waitFor()
    expect(takeWrites()).toEqual([{ method: 'POST', path: '/phases', body: { phases: ['Noticed', 'Investigating', 'Done'] } }])

    await page.getByRole('link', { name: say('manage.nav.incidents'), exact: true }).click()
    await page.getByRole('link', { name: say('manage.backfill'), exact: true }).click()
    await page
      .getByRole('group', { name: say('incident.phase') })
      .getByRole('button', { name: 'Noticed' })
      .waitFor()
  })
})

describe('the setup checklist', () => {
  const part = (page: Page, key: 'severities' | 'components' | 'topSeverity' | 'phases') =>
    page
      .getByRole('region', { name: say('manage.setup.title') })
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: say(`manage.setup.part.${key}`), exact: true }) })

  test('asks an empty server for components only', async () => {
    const { page } = await openManagePage({ path: 'manage', server: { data: 'empty' } })
    await part(page, 'components').getByText(say('manage.setup.state.missing')).waitFor()
    await part(page, 'severities').getByText(say('manage.setup.state.there')).waitFor()
    await expectNoAxeViolations(page)
  })

  test('leads from nothing at all to severities and phases', async () => {
    const { page } = await openManagePage({ path: 'manage', server: { data: noData() } })
    await part(page, 'severities').getByText(say('manage.setup.state.missing')).waitFor()
    await part(page, 'severities').getByRole('link').click()
    await button(page, 'manage.severities.add').click()
    expect(await valueField(page).inputValue()).toBe('100')
    await nameField(page).fill('Outage')
    await button(page, 'manage.severities.create').click()
    await gone(page)
    await page.getByRole('link', { name: say('manage.nav.phases'), exact: true }).click()
    await button(page, 'manage.phases.new').click()
    await phase(page, 1).fill('Open')
    await button(page, 'manage.phases.step.publish').click()
    await button(page, 'manage.operation.sendNow').click()
    await gone(page)
    await page.getByRole('link', { name: say('manage.nav.incidents'), exact: true }).click()
    await part(page, 'topSeverity').getByText(say('manage.setup.state.there')).waitFor()
    await part(page, 'phases').getByText(say('manage.setup.state.there')).waitFor()
    await part(page, 'components').getByText(say('manage.setup.state.missing')).waitFor()
  })
})

const views: Record<string, { path: string; go?: (page: Page) => Promise<void> }> = {
  severities: { path: 'severities' },
  'a severity': {
    path: 'severities',
    async go(page) {
      await button(page, 'manage.severities.editName', { name: 'Major' }).click()
      await valueField(page).fill('50')
      await button(page, 'manage.severities.save').click()
      await button(page, 'manage.warnings.publish').waitFor()
    },
  },
  'deleting a severity': {
    path: 'severities',
    async go(page) {
      await button(page, 'manage.severities.deleteName', { name: 'Critical' }).click()
      await button(page, 'manage.delete.confirm').waitFor()
    },
  },
  phases: { path: 'phases', go: page => button(page, 'manage.phases.earlier').click() },
  'a new generation': {
    path: 'phases',
    async go(page) {
      await button(page, 'manage.phases.new').click()
      await phase(page, 1).fill('')
      await page.getByText(say('manage.phases.problem.emptyNames')).waitFor()
    },
  },
}

describe.each(['light', 'dark'] as const)('in %s, axe finds nothing in', colorScheme => {
  test.each(Object.entries(views))('%s', async (_, { path, go }) => {
    const { page } = await open(path, { colorScheme, viewport: { width: 1440, height: 900 } })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText(say('app.loading')).first().waitFor({ state: 'detached' })
    await go?.(page)
    for (const width of [1440, 768, 360]) {
      await page.setViewportSize({ width, height: 900 })
      await expectNoAxeViolations(page)
      const [wanted, there] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ])
      expect(wanted, `${width} px`).toBeLessThanOrEqual(there)
    }
  })
})
