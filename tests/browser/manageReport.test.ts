import type { Locator } from 'playwright'
import { describe, expect, test } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { choose, chosen } from '../support/browser/choose'
import { disclose } from '../support/browser/disclose'
import { cloud, impact, openCloud } from '../support/browser/manageCloud'
import { button } from '../support/browser/managePage'
import { say } from '../support/browser/texts'
import { buildImpactType } from '../support/builders'

const INPUTS = ['checkbox', 'combobox', 'radio', 'searchbox', 'slider', 'spinbutton', 'switch', 'textbox'] as const
/** In how many fields something can be typed or chosen. */
const inputsIn = (inside: Locator) =>
  INPUTS.map(role => inside.getByRole(role))
    .reduce((all, one) => all.or(one))
    .count()

describe('reporting an incident', () => {
  test('takes one dialog with five inputs at most, of which none but the component must be filled', async () => {
    const { page, takeWrites, server } = await openCloud()
    await button(page, 'manage.report.incident').click()
    const dialog = page.getByRole('dialog')
    // The choice of components is one input: a search over its list.
    const ofPicker = await inputsIn(dialog.getByRole('group', { name: say('manage.report.components') }))
    expect(ofPicker).toBeGreaterThan(1)
    expect((await inputsIn(dialog)) - ofPicker + 1).toBeLessThanOrEqual(5)

    await dialog.getByRole('checkbox', { name: 'DNS' }).check()
    await button(dialog, 'manage.report.publish.incident').click()
    await page.getByRole('link', { name: say('manage.report.open') }).waitFor()
    expect(takeWrites()).toEqual([
      {
        method: 'POST',
        path: '/incidents',
        body: {
          displayName: 'DNS: Slow responses',
          beganAt: '2026-03-10T12:00:00.000Z',
          phase: { generation: 1, order: 0 },
          affects: [impact('DNS', 66)],
        },
      },
    ])
    expect(server.requests.filter(({ method, authorization }) => (method === 'GET') === authorization)).toEqual([])
    await page
      .getByRole('region', { name: say('manage.list.ongoing') })
      .getByText('DNS: Slow responses')
      .waitFor()

    await page.getByRole('link', { name: say('manage.report.undo') }).click()
    await page
      .getByRole('dialog', { name: say('manage.delete.title') })
      .getByText(/DNS: Slow responses/)
      .waitFor()
  })

  test('shows the call that it would make, without the token', async () => {
    const { page, server } = await openCloud()
    await button(page, 'manage.report.incident').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: 'DNS' }).check()
    await disclose(dialog, say('calls.show'))
    const text = await dialog.getByText(/^curl/).innerText()
    expect(text).toContain('curl -X POST')
    expect(text).toContain(`${server.url}/incidents`)
    expect(text).toContain('"displayName":"DNS: Slow responses"')
    expect(text).toContain('-H "Authorization: Bearer $TOKEN"')
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  test('sends what was chosen, the exact value of a severity too', async () => {
    const { page, takeWrites } = await openCloud()
    await button(page, 'manage.report.incident').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: say('manage.field.groupAll') }).check()
    await choose(dialog, say('incident.severity'), 'Critical')
    await dialog.getByRole('button', { name: say('manage.field.exactValueIs', { value: 100 }) }).click()
    await dialog.getByRole('textbox', { name: say('manage.field.value', { label: say('incident.severity') }) }).fill('80')
    await dialog.getByLabel(say('manage.fieldName.title'), { exact: true }).fill('  Everything is slow ')
    await dialog.getByRole('textbox', { name: say('manage.report.message') }).fill('We look into it.')
    await button(dialog, 'manage.report.publish.incident').click()
    await page.getByRole('link', { name: say('manage.report.open') }).waitFor()
    const [created, ...rest] = takeWrites()
    expect(created?.body).toEqual({
      displayName: 'Everything is slow',
      beganAt: '2026-03-10T12:00:00.000Z',
      phase: { generation: 1, order: 0 },
      affects: ['Compute', 'DNS', 'Storage'].map(name => impact(name, 80)),
    })
    // What is said has a time of its own.
    expect(rest).toEqual([
      {
        method: 'POST',
        path: expect.stringMatching(/^\/incidents\/[^/]+\/updates$/) as string,
        body: { displayName: 'Investigating', description: 'We look into it.' },
      },
    ])
  })

  test('claims no type that nobody chose, and begins with the last one on the next visit', async () => {
    const data = cloud()
    data.impactTypes.push(buildImpactType({ id: uuidOf('outage'), displayName: 'Outage' }))
    const { page, takeWrites } = await openCloud([], { server: { data } })
    const dialog = page.getByRole('dialog')
    await button(page, 'manage.report.incident').click()
    expect(await chosen(dialog, say('incident.type'))).toBe('')
    await dialog.getByRole('checkbox', { name: 'DNS' }).check()
    await button(dialog, 'manage.report.publish.incident').click()
    await dialog
      .getByRole('group', { name: say('incident.type') })
      .getByText(say('manage.field.choose'))
      .waitFor()
    expect(takeWrites()).toEqual([])
    await choose(dialog, say('incident.type'), 'Outage')
    await button(dialog, 'manage.report.publish.incident').click()
    await page.getByRole('link', { name: say('manage.report.open') }).waitFor()
    // Loaded before the address has let go of it, the page would open the dialog again.
    await page.waitForURL(({ searchParams }) => !searchParams.has('do'))
    await page.reload()
    await button(page, 'manage.report.incident').click()
    expect(await chosen(dialog, say('incident.type'))).toBe('Outage')
  })

  test('without a component says what is missing, and sends nothing', async () => {
    const { page, takeWrites } = await openCloud()
    await button(page, 'manage.report.incident').click()
    const dialog = page.getByRole('dialog')
    await button(dialog, 'manage.report.publish.incident').click()
    await dialog.getByText(say('manage.problem.titleMissing')).waitFor()
    await dialog.getByLabel(say('manage.fieldName.title'), { exact: true }).fill('Something is wrong')
    await button(dialog, 'manage.report.publish.incident').click()
    await dialog.getByText(say('manage.problem.noComponent')).first().waitFor()
    expect(takeWrites()).toEqual([])
    await dialog.getByRole('checkbox', { name: 'DNS' }).check()
    await button(dialog, 'manage.report.publish.incident').click()
    await page.getByRole('link', { name: say('manage.report.open') }).waitFor()
    expect(takeWrites()).toHaveLength(1)
  })

  test('once, however often the button is pressed', async () => {
    const { page, takeWrites } = await openCloud([], { server: { data: cloud(), latencyMs: 150 } })
    await button(page, 'manage.report.incident').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: 'DNS' }).check()
    await button(dialog, 'manage.report.publish.incident').evaluate((element: HTMLElement) => {
      for (let times = 0; times < 5; times++) element.click()
    })
    await page.getByRole('link', { name: say('manage.report.open') }).waitFor()
    expect(takeWrites()).toHaveLength(1)
  })

  test('of a maintenance sends both times and severity 0', async () => {
    const { page, takeWrites } = await openCloud()
    await button(page, 'manage.report.maintenance').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: 'DNS' }).check()
    await button(dialog, 'manage.report.publish.maintenance').click()
    await dialog
      .getByText(say('manage.problem.shortNotice', { n: 72 }))
      .first()
      .waitFor()
    await button(dialog, 'manage.warnings.publish').click()
    await page.getByRole('link', { name: say('manage.report.open') }).waitFor()
    expect(takeWrites().map(({ body }) => body)).toEqual([
      {
        displayName: 'DNS: Maintenance',
        beganAt: '2026-03-10T13:00:00.000Z',
        endedAt: '2026-03-10T14:00:00.000Z',
        phase: { generation: 1, order: 0 },
        affects: [impact('DNS', 0)],
      },
    ])
    await page
      .getByRole('region', { name: say('manage.list.upcoming') })
      .getByText('DNS: Maintenance')
      .waitFor()
  })
})
