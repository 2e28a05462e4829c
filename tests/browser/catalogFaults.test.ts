import type { Page } from 'playwright'
import { cloud, NOW } from '../support/browser/manageCloud'
import { button, openManagePage } from '../support/browser/managePage'
import { say } from '../support/browser/texts'
import { describeWrites, TYPED, type Write } from '../support/browser/writeFaults'

const dialog = (page: Page) => page.getByRole('dialog')
const name = (page: Page) => dialog(page).getByLabel(say('manage.fieldName.name'), { exact: true })
const severityName = (page: Page) => dialog(page).getByLabel(say('manage.severities.name'), { exact: true })
/** The one thing that a dialog is for, whatever it says while warnings wait for the operator's word. */
const primary = (page: Page) => dialog(page).locator('footer .button-primary')
const sendOnce = (page: Page) => primary(page).click()

/** Where a warning asks once before the first try. */
async function sendInSpite(page: Page) {
  await primary(page).click()
  await button(dialog(page), 'manage.warnings.publish')
    .click({ timeout: 1_000 })
    .catch(() => undefined)
}

const writes: Record<string, Write> = {
  'create component': {
    request: { method: 'POST', path: /^\/components$/ },
    step: say('manage.catalog.step.create', { name: TYPED }),
    path: 'manage/components',
    async fill(page) {
      await button(page, 'manage.components.new').click()
      await name(page).fill(TYPED)
    },
    send: sendOnce,
    kept: name,
  },
  'change component': {
    request: { method: 'PATCH', path: /^\/components\/[^/]*$/ },
    step: say('manage.catalog.step.change', { name: 'DNS' }),
    path: 'manage/components',
    async fill(page) {
      await button(page, 'manage.components.editName', { name: 'DNS' }).click()
      await name(page).fill(TYPED)
    },
    send: sendOnce,
    kept: name,
  },
  'create impact type': {
    request: { method: 'POST', path: /^\/impacttypes$/ },
    step: say('manage.catalog.step.create', { name: TYPED }),
    path: 'manage/impact-types',
    async fill(page) {
      await button(page, 'manage.impactTypes.new').click()
      await name(page).fill(TYPED)
    },
    send: sendOnce,
    kept: name,
  },
  'change impact type': {
    request: { method: 'PATCH', path: /^\/impacttypes\/[^/]*$/ },
    step: say('manage.catalog.step.change', { name: 'Slow responses' }),
    path: 'manage/impact-types',
    async fill(page) {
      await button(page, 'manage.impactTypes.editName', { name: 'Slow responses' }).click()
      await name(page).fill(TYPED)
    },
    send: sendOnce,
    kept: name,
  },
  'create severity': {
    request: { method: 'POST', path: /^\/severities$/ },
    step: say('manage.catalog.step.create', { name: TYPED }),
    path: 'manage/severities',
    async fill(page) {
      await button(page, 'manage.severities.add').click()
      await severityName(page).fill(TYPED)
      await dialog(page).getByLabel(say('manage.severities.value'), { exact: true }).fill('80')
    },
    send: sendInSpite,
    kept: severityName,
  },
  'change severity': {
    request: { method: 'PATCH', path: /^\/severities\// },
    step: say('manage.catalog.step.change', { name: 'Minor' }),
    path: 'manage/severities',
    async fill(page) {
      await button(page, 'manage.severities.editName', { name: 'Minor' }).click()
      await severityName(page).fill(TYPED)
    },
    send: sendInSpite,
    kept: severityName,
  },
  'publish phases': {
    request: { method: 'POST', path: /^\/phases$/ },
    step: say('manage.phases.step.publish'),
    path: 'manage/phases',
    async fill(page) {
      await button(page, 'manage.phases.new').click()
      await dialog(page)
        .getByLabel(say('manage.phases.nameOf', { n: 1 }), { exact: true })
        .fill(TYPED)
    },
    send: sendOnce,
    kept: page => dialog(page).getByLabel(say('manage.phases.nameOf', { n: 1 }), { exact: true }),
  },
  'delete component': {
    request: { method: 'DELETE', path: /^\/components\/[^/]*$/ },
    step: say('manage.catalog.step.delete', { name: 'DNS' }),
    path: 'manage/components',
    fill: page => button(page, 'manage.catalog.step.delete', { name: 'DNS' }).click(),
    send: page => primary(page).click(),
    held: true,
  },
  'delete impact type': {
    request: { method: 'DELETE', path: /^\/impacttypes\/[^/]*$/ },
    step: say('manage.catalog.step.delete', { name: 'Slow responses' }),
    path: 'manage/impact-types',
    fill: page => button(page, 'manage.catalog.step.delete', { name: 'Slow responses' }).click(),
    send: page => primary(page).click(),
    held: true,
  },
  'delete severity': {
    request: { method: 'DELETE', path: /^\/severities\// },
    step: say('manage.catalog.step.delete', { name: 'Minor' }),
    path: 'manage/severities',
    fill: page => button(page, 'manage.severities.deleteName', { name: 'Minor' }).click(),
    send: page => primary(page).click(),
    held: true,
  },
}

describeWrites(writes, ({ path }) =>
  openManagePage({ now: NOW, server: { data: cloud() }, config: { requestTimeoutSeconds: 5 }, ...(path && { path }) }),
)
