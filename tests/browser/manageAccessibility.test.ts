import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { buildUpdate } from '../support/builders'
import { expectNoAxeViolations } from '../support/browser/axe'
import { disclose } from '../support/browser/disclose'
import { cloud, impact, incidentPath, NOW, ongoing } from '../support/browser/manageCloud'
import { button, openManagePage } from '../support/browser/managePage'
import { say } from '../support/browser/texts'

const affects = [impact('Compute', 66), impact('DNS', 100)]
const update = buildUpdate({ createdAt: '2026-03-10T10:10:00Z' })
const maintenance = ongoing({ displayName: 'New switches', endedAt: '2026-03-10T14:00:00Z', affects: [impact('Storage', 0)] })
const ended = ongoing({ displayName: 'Over', endedAt: '2026-03-10T11:00:00Z' })
const dialogOf = (page: Page) => page.getByRole('dialog').last().waitFor()

const widthsOf = (page: Page): Promise<[number, number]> =>
  page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])

/** Each view and dialog: what it is about, and the way to it. */
const views: Record<string, { incident?: ReturnType<typeof ongoing>; path?: string; go?: (page: Page) => Promise<void> }> = {
  overview: { path: 'manage', go: page => page.getByRole('region', { name: say('manage.list.ongoing') }).waitFor() },
  'report dialog': {
    path: 'manage',
    async go(page) {
      await button(page, 'manage.report.incident').click()
      await button(page.getByRole('dialog'), 'manage.report.publish.incident').click()
      await page.getByText(say('manage.problem.titleMissing')).waitFor()
    },
  },
  'maintenance dialog': {
    path: 'manage',
    go: page =>
      button(page, 'manage.report.maintenance')
        .click()
        .then(() => dialogOf(page)),
  },
  'back to normal': {
    path: 'manage',
    go: page =>
      button(page, 'manage.board.healName', { name: 'Compute' })
        .click()
        .then(() => dialogOf(page)),
  },
  incident: {
    async go(page) {
      await disclose(page, say('manage.update.impacts'))
      await disclose(page, say('manage.update.late'))
    },
  },
  delete: {
    go: page =>
      button(page, 'manage.incident.delete')
        .click()
        .then(() => dialogOf(page)),
  },
  split: {
    go: page =>
      button(page, 'manage.incident.split')
        .click()
        .then(() => dialogOf(page)),
  },
  reopen: {
    incident: ended,
    go: page =>
      button(page, 'manage.incident.reopen')
        .click()
        .then(() => dialogOf(page)),
  },
  'shorten maintenance': {
    incident: maintenance,
    go: page =>
      button(page, 'manage.incident.shorten')
        .click()
        .then(() => dialogOf(page)),
  },
  'edit update': {
    go: page =>
      button(page, 'manage.updates.editName', { title: 'Investigating' })
        .click()
        .then(() => dialogOf(page)),
  },
  'delete update': {
    go: page =>
      button(page, 'manage.updates.deleteName', { title: 'Investigating' })
        .click()
        .then(() => dialogOf(page)),
  },
  'leave question': {
    async go(page) {
      await page.getByLabel(say('manage.update.headline')).fill('x')
      await page.getByRole('link', { name: say('manage.back') }).click()
      await dialogOf(page)
    },
  },
  'history question': {
    async go(page) {
      await disclose(page, say('manage.update.impacts'))
      await button(page, 'manage.field.removeImpact', { name: 'DNS' }).click()
      await button(page, 'manage.update.publish').click()
      await dialogOf(page)
    },
  },
  'new incident': { path: 'manage/new?kind=incident' },
  'new maintenance': { path: 'manage/new?kind=maintenance' },
  backfill: { path: 'manage/new?backfill=1' },
  edit: { path: `${incidentPath}/edit` },
}

describe.each(['light', 'dark'] as const)('in %s, axe finds nothing in', colorScheme => {
  test.each(Object.entries(views))('%s', async (_, { incident = ongoing({ affects }), path = incidentPath, go }) => {
    const data = { ...cloud([incident]), updates: { [incident.id]: [update] } }
    const { page } = await openManagePage({ now: NOW, server: { data }, path, colorScheme })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText(say('app.loading')).first().waitFor({ state: 'detached' })
    await go?.(page)
    await expectNoAxeViolations(page)
    const [wanted, there] = await widthsOf(page)
    expect(wanted).toBeLessThanOrEqual(there)
  })
})

test('on a narrow screen nothing is wider than the screen', async () => {
  const data = { ...cloud([ongoing({ affects })]), updates: { [ongoing().id]: [update] } }
  for (const path of ['manage', incidentPath, 'manage/new', `${incidentPath}/edit`]) {
    const { page } = await openManagePage({ now: NOW, server: { data }, path, viewport: { width: 320, height: 640 } })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText(say('app.loading')).first().waitFor({ state: 'detached' })
    const [wanted, there] = await widthsOf(page)
    expect(wanted, path).toBeLessThanOrEqual(there)
  }
})
