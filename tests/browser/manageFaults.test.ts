import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { buildData, buildIncident, buildUpdate } from '../support/builders'
import { openCloud } from '../support/browser/manageCloud'
import { button, openManagePage } from '../support/browser/managePage'
import { say } from '../support/browser/texts'
import { describeWrites, told, TYPED, type Write } from '../support/browser/writeFaults'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const incident = buildIncident({ beganAt: '2026-03-10T10:00:00Z', endedAt: null })
const update = buildUpdate({ createdAt: '2026-03-10T10:10:00Z' })

const ofIncident = `manage/incidents/${incident.id}`
const dialog = (page: Page) => page.getByRole('dialog')
const headline = (page: Page) => page.getByLabel(say('manage.update.headline')).last()

const writes: Record<string, Write> = {
  'create incident': {
    request: { method: 'POST', path: /^\/incidents$/ },
    step: say('manage.step.create'),
    async fill(page) {
      await button(page, 'manage.report.incident').click()
      await dialog(page).getByRole('checkbox', { name: 'Compute' }).check()
      await dialog(page).getByLabel(say('manage.fieldName.title'), { exact: true }).fill(TYPED)
    },
    async send(page) {
      const again = button(dialog(page), 'manage.warnings.publish')
      await button(dialog(page), 'manage.report.publish.incident').or(again).click()
      await again.click({ timeout: 1_000 }).catch(() => undefined)
    },
    kept: page => dialog(page).getByLabel(say('manage.fieldName.title'), { exact: true }),
  },
  'publish update': {
    request: { method: 'POST', path: /\/updates$/ },
    step: say('manage.step.say'),
    path: ofIncident,
    fill: page => headline(page).fill(TYPED),
    send: page => button(page, 'manage.update.publish').click(),
    kept: headline,
  },
  'change incident': {
    request: { method: 'PATCH', path: /^\/incidents\/[^/]*$/ },
    step: say('manage.step.change'),
    path: `${ofIncident}/edit`,
    fill: page => page.getByLabel(say('manage.fieldName.title'), { exact: true }).fill(TYPED),
    send: page => button(page, 'manage.editor.save').click(),
    kept: page => page.getByLabel(say('manage.fieldName.title'), { exact: true }),
  },
  'delete incident': {
    request: { method: 'DELETE', path: /^\/incidents\/[^/]*$/ },
    step: say('manage.step.delete'),
    path: ofIncident,
    fill: page => button(page, 'manage.incident.delete').click(),
    send: page => button(dialog(page), 'manage.delete.confirm').click(),
    held: true,
  },
  'change update': {
    request: { method: 'PATCH', path: /\/updates\/0$/ },
    step: say('manage.step.changeUpdate'),
    path: ofIncident,
    async fill(page) {
      await button(page, 'manage.updates.editName', { title: update.displayName ?? '' }).click()
      await headline(page).fill(TYPED)
    },
    send: page => dialog(page).locator('footer .button-primary').click(),
    kept: headline,
  },
  'delete update': {
    request: { method: 'DELETE', path: /\/updates\/0$/ },
    step: say('manage.step.deleteUpdate'),
    path: ofIncident,
    fill: page => button(page, 'manage.updates.deleteName', { title: update.displayName ?? '' }).click(),
    send: page => dialog(page).locator('footer .button-primary').click(),
    held: true,
  },
}

const open = ({ path }: Pick<Write, 'path'>) => {
  const data = buildData({ incidents: [incident], updates: { [incident.id]: [update] } })
  return openManagePage({ now: NOW, server: { data }, config: { requestTimeoutSeconds: 5 }, ...(path && { path }) })
}

describeWrites(writes, open)

test('a failed PATCH after a published text does not say the text again', async () => {
  const { page, server, takeWrites, expectProblem } = await open(writes['publish update']!)
  expectProblem(/status of 403/)
  server.setFaults([{ method: 'PATCH', path: /^\/incidents/, kind: 403, times: 1 }])
  await headline(page).fill(TYPED)
  await page.getByRole('combobox', { name: say('incident.phase') }).selectOption('Working on it')
  await button(page, 'manage.update.publish').click()
  const message = await told(page).innerText()
  expect(message).toContain(say('manage.operation.failed', { step: say('manage.step.change') }))
  expect(message).toContain(say('manage.operation.saved', { steps: say('manage.step.say') }))
  await button(page, 'manage.operation.giveUp').click()
  await button(page, 'manage.update.publish').click()
  await expect.poll(() => server.store.data.incidents[0]?.phase).toEqual({ generation: 1, order: 1 })
  expect(takeWrites().map(({ method }) => method)).toEqual(['POST', 'PATCH', 'PATCH'])
})

test('a follow-up that is published is not published again when the end fails', async () => {
  const { page, server, takeWrites, expectProblem } = await open(writes['publish update']!)
  expectProblem(/status of 403/)
  server.setFaults([{ method: 'PATCH', path: /^\/incidents/, kind: 403, times: 1 }])
  await page.getByText(say('manage.update.impacts')).click()
  await page.getByRole('combobox', { name: say('manage.field.severityOf', { name: 'Compute' }) }).selectOption('Critical')
  await button(page, 'manage.update.publish').click()
  await button(dialog(page), 'manage.history.fromNow').click()
  expect(await told(page).innerText()).toContain(say('manage.operation.saved', { steps: say('manage.step.followUp') }))
  await button(page, 'manage.operation.giveUp').click()
  await button(page, 'manage.update.publish').click()
  await button(page, 'manage.operation.sendNow').click()
  await page.getByText(say('incident.stateEnded'), { exact: true }).waitFor()
  expect(takeWrites().map(({ method }) => method)).toEqual(['POST', 'PATCH', 'PATCH'])
  expect(server.store.data.incidents).toHaveLength(2)
})

test('an expired login in the middle of a form: a new one, then the same write', async () => {
  const { page, takeWrites, expectProblem, server } = await openManagePage({
    now: NOW,
    path: ofIncident,
    server: { data: buildData({ incidents: [incident] }), bearer: token => token === 'a-token-for-tests' || token === 'renewed' },
  })
  expectProblem(/status of 401/)
  server.setFaults([{ method: 'POST', path: /updates/, kind: 401, times: 1 }])
  await headline(page).fill(TYPED)
  await button(page, 'manage.update.publish').click()
  await told(page).getByLabel(say('auth.token')).fill('renewed')
  await button(told(page), 'auth.again').click()
  await button(page, 'manage.operation.retry').click()
  await page.getByText(say('manage.operation.saved', { steps: say('manage.step.say') })).waitFor()
  expect(takeWrites().map(({ body }) => body)).toEqual([{ displayName: TYPED }, { displayName: TYPED }])
})

test('nothing is told to be over or not to be there that could not be read', async () => {
  const { page, expectProblem } = await openCloud([], {
    faults: [
      { method: 'GET', path: /^\/incidents/, kind: 500 },
      { method: 'GET', path: /^\/components/, kind: 500 },
      { method: 'GET', path: /^\/impacttypes/, kind: 500 },
    ],
  })
  expectProblem(/status of 500/)
  await page.getByText(say('manage.list.unread')).first().waitFor()
  const main = await page.getByRole('main').innerText()
  expect(main).toContain(say('components.unread'))
  for (const key of ['ongoingNone', 'inProgressNone', 'upcomingNone', 'pastNone'] as const)
    expect(main).not.toContain(say(`manage.list.${key}`))
  expect(main).not.toContain(say('components.noneListed'))

  const lead = async (name: string, create: string) => {
    await page
      .getByRole('navigation', { name: say('manage.nav.label') })
      .getByRole('link', { name })
      .click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByTestId('failures').waitFor()
    expect(await page.getByRole('button', { name: create }).isDisabled()).toBe(true)
    return page.getByRole('main').innerText()
  }
  expect(await lead(say('manage.nav.components'), say('manage.components.new'))).not.toContain(say('manage.components.none'))
  expect(await lead(say('manage.nav.impactTypes'), say('manage.impactTypes.new'))).not.toContain(say('manage.impactTypes.none'))
})
