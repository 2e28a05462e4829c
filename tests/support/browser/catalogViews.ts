import type { Page } from 'playwright'
import { uuidOf } from '@/demo/uuid'
import { buildComponent, buildData, buildIncident } from '../builders'
import { disclose } from './disclose'
import { cloud, impact, ongoing } from './manageCloud'
import { button } from './managePage'
import { dialogOf, dismiss, press } from './manageSteps'
import { manage } from './managedCloud'
import { title } from './statusViews'
import { say } from './texts'
import { view, type View } from './views'

const part = (name: string, order: string, labels: Record<string, string> = {}) =>
  buildComponent({ id: uuidOf(name), displayName: name, labels: { order, ...labels } })
const componentData = buildData({
  components: [part('Compute', '10'), part('DNS', '20', { region: 'north' }), part('Storage', '30', { retired: '2026-03-01' })],
  incidents: [ongoing({ affects: [impact('Compute', 66)] })],
})
const scaleData = {
  ...cloud([buildIncident({ affects: [impact('Compute', 60)] })]),
  phases: [
    ['Seen', 'Closed'],
    ['Investigating', 'Working on it', 'Resolved'],
  ],
}
const config = { components: { orderLabel: 'order', retiredLabel: 'retired', groupBy: 'region' } }
const FILE = `components:
- displayname: Compute
  labels: {region: south}
- displayname: Mail
severities:
- name: Minor
  value: 40
`
const REPLACING = `components: [{displayname: Computes}]
severities: [{name: Minor, value: 30}]
phases: [Open, Closed]
`
const inDialog = (page: Page, key: Parameters<typeof button>[1]) => button(page.getByRole('dialog'), key)
const content = (page: Page) => page.getByLabel(say('manage.provisioning.text'))
const compares = async (page: Page, text: string) => {
  // Once it was compared, the step of the file is folded up.
  await disclose(page, say('manage.provisioning.step.file'))
  await content(page).fill(text)
  await press(page, 'manage.provisioning.compare')
}
const apply = (page: Page, n: number) => page.getByRole('button', { name: say('manage.provisioning.apply', { n }), exact: true })

/** The pages of operators about what incidents refer to. */
export const catalogViews: Readonly<Record<string, View>> = {
  components: view(manage({ path: 'manage/components', server: { data: componentData }, config }), {
    'with a ticked one': async ({ page }) => {
      await title(page, say('manage.nav.components')).waitFor()
      await button(page, 'manage.components.step.takeBack', { name: 'Storage' }).waitFor()
      await page.getByRole('checkbox', { name: 'DNS' }).check()
      await page.getByRole('group', { name: say('manage.board.ticked') }).waitFor()
    },
    'with labels for those that are ticked': async ({ page }) => {
      await press(page, 'manage.components.bulk')
      await dialogOf(page, say('manage.components.bulkTitle', { n: 1 })).waitFor()
    },
    'with those that are ticked to be deleted': async ({ page }) => {
      await dismiss(page)
      await press(page, 'manage.components.bulkDelete')
      await inDialog(page, 'manage.delete.confirm').waitFor()
    },
    'with one renamed in its row': async ({ page }) => {
      await dismiss(page)
      await press(page, 'manage.components.rename', { name: 'DNS' })
      await page.getByRole('textbox', { name: say('manage.fieldName.name') }).waitFor()
    },
    'with a new one that has a problem at once': async ({ page }) => {
      await page.keyboard.press('Escape')
      await press(page, 'manage.components.new')
      await page.getByLabel(say('manage.components.first.title')).check()
      await page.getByRole('textbox', { name: say('manage.components.first.note') }).waitFor()
    },
    'with a new one that has no name': async ({ page }) => {
      await page.reload()
      await press(page, 'manage.components.new')
      await inDialog(page, 'manage.components.addLabel').click()
      await inDialog(page, 'manage.components.create').click()
      await page.getByText(say('manage.catalog.problem.nameMissing')).first().waitFor()
    },
    'with one to be changed': async ({ page }) => {
      await page.reload()
      await press(page, 'manage.components.editName', { name: 'DNS' })
      await dialogOf(page, say('manage.components.editName', { name: 'DNS' })).waitFor()
      await page.getByText(say('manage.components.reserved.groupBy')).waitFor()
    },
    'with the keys that there are': async ({ page }) => {
      await page.getByRole('combobox', { name: say('manage.components.keyOf', { n: 1 }) }).fill('o')
      await page.getByRole('option').first().waitFor()
    },
    'with one to be deleted, or retired': async ({ page }) => {
      await page.reload()
      await press(page, 'manage.catalog.step.delete', { name: 'Compute' })
      await inDialog(page, 'manage.components.retire').waitFor()
    },
    'in another order': async ({ page }) => {
      await dismiss(page)
      await press(page, 'manage.components.order')
      await press(page, 'manage.components.up', { name: 'DNS' })
      await page.getByText(say('manage.components.orderCount', { n: 1 })).waitFor()
    },
  }),
  'impact types': view(manage({ path: 'manage/impact-types' }), {
    'with their uses': async ({ page }) => {
      await title(page, say('manage.nav.impactTypes')).waitFor()
      await page.getByRole('heading', { name: 'Slow responses' }).waitFor()
    },
    'with one to be deleted': async ({ page }) => {
      await press(page, 'manage.catalog.step.delete', { name: 'Slow responses' })
      await inDialog(page, 'manage.delete.confirm').waitFor()
    },
    'with one to be changed': async ({ page }) => {
      await dismiss(page)
      await press(page, 'manage.impactTypes.editName', { name: 'Slow responses' })
      await inDialog(page, 'manage.catalog.save').waitFor()
    },
    'with a new one that has no name': async ({ page }) => {
      await dismiss(page)
      await press(page, 'manage.impactTypes.new')
      await inDialog(page, 'manage.impactTypes.create').click()
      await page.getByText(say('manage.catalog.problem.nameMissing')).waitFor()
    },
  }),
  severities: view(manage({ path: 'manage/severities', server: { data: scaleData } }), {
    'as a scale': async ({ page }) => {
      await title(page, say('manage.nav.severities')).waitFor()
      await page.getByRole('row').filter({ hasText: 'Major' }).getByText('34–66').waitFor()
    },
    'with one to be deleted': async ({ page }) => {
      await press(page, 'manage.severities.deleteName', { name: 'Critical' })
      await dialogOf(page, say('manage.severities.deleteTitle')).waitFor()
      await inDialog(page, 'manage.delete.confirm').waitFor()
    },
    'with one to be changed, in spite of what moves': async ({ page }) => {
      await dismiss(page)
      await press(page, 'manage.severities.editName', { name: 'Major' })
      await page.getByLabel(say('manage.severities.value'), { exact: true }).fill('50')
      await press(page, 'manage.severities.save')
      await button(page, 'manage.warnings.publish').waitFor()
    },
    'with a new one that has no name': async ({ page }) => {
      await page.reload()
      await press(page, 'manage.severities.add')
      await press(page, 'manage.severities.create')
      await page.getByText(say('manage.severities.problem.nameMissing')).waitFor()
    },
  }),
  phases: view(manage({ path: 'manage/phases', server: { data: scaleData } }), {
    'with those before': async ({ page }) => {
      await title(page, say('manage.nav.phases')).waitFor()
      await press(page, 'manage.phases.earlier')
      const before = page.getByRole('region', { name: say('manage.phases.generation', { generation: 1 }) })
      await before.getByText('Seen').waitFor()
    },
    'with a new generation that lacks a name': async ({ page }) => {
      await press(page, 'manage.phases.new')
      await page.getByLabel(say('manage.phases.nameOf', { n: 1 }), { exact: true }).fill('')
      await page.getByText(say('manage.phases.problem.emptyNames')).waitFor()
    },
  }),
  'import and export': view(manage({ path: 'manage/provisioning' }), {
    'of broken YAML': async ({ page }) => {
      await title(page, say('manage.nav.provisioning')).waitFor()
      await compares(page, 'components:\n\t- displayname: A\n')
      await page
        .getByRole('alert')
        .getByText(say('manage.provisioning.place', { line: 2, column: 1 }))
        .waitFor()
    },
    'of a file in another shape': async ({ page }) => {
      await compares(page, 'components:\n- labels: {}\nseverities:\n- name: bad\n  value: 200\n')
      await page.getByRole('alert').getByText('components[0]').waitFor()
    },
    'with what would change': async ({ page }) => {
      await compares(page, FILE)
      await apply(page, 3).waitFor()
      await page.getByText('region: south').waitFor()
    },
    'with what may be renamed, recoloured and published': async ({ page }) => {
      await compares(page, REPLACING)
      await page.getByLabel(say('manage.provisioning.rename.choose', { from: 'Compute', to: 'Computes' })).check()
      await page.getByRole('group', { name: say('manage.provisioning.scale.title') }).waitFor()
      await page.getByLabel(say('manage.provisioning.publish.choose')).check()
    },
    'with what would be deleted': async ({ page }) => {
      await compares(page, FILE)
      await page.getByLabel(say('manage.provisioning.deleteAlso')).check()
      await apply(page, 7).click()
      await dialogOf(page, say('manage.provisioning.question')).getByText('Storage').waitFor()
    },
    'with what the server holds': async ({ page }) => {
      await press(page, 'manage.provisioning.questionNo')
      await press(page, 'manage.provisioning.show')
      await page
        .getByRole('region', { name: say('manage.provisioning.exported') })
        .getByText(/components:/)
        .waitFor()
    },
    applied: async ({ page }) => {
      await page.getByLabel(say('manage.provisioning.deleteAlso')).uncheck()
      await apply(page, 3).click()
      await page.getByText(say('manage.provisioning.same')).waitFor()
    },
  }),
}
