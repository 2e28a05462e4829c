import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { choose } from '../support/browser/choose'
import { openCloud } from '../support/browser/manageCloud'
import { button, openManagePage } from '../support/browser/managePage'
import { say } from '../support/browser/texts'
import { describeWrites, openWrite, told } from '../support/browser/writeFaults'
import { NOW } from '../support/clock'
import { savedText } from '../support/writeFaults'
import { incidentWrites, TYPED } from '../support/writeFaultsTable'

const { 'publish update': publishUpdate } = incidentWrites

const dialog = (page: Page) => page.getByRole('dialog')
const headline = (page: Page) => page.getByLabel(say('manage.update.headline')).last()

describeWrites(incidentWrites)

test('a failed PATCH after a published text does not say the text again', async () => {
  const { page, server, takeWrites, expectProblem } = await openWrite(publishUpdate)
  expectProblem(/status of 403/)
  server.setFaults([{ method: 'PATCH', path: /^\/incidents/, kind: 403, times: 1 }])
  await headline(page).fill(TYPED)
  await choose(page, say('incident.phase'), 'Working on it')
  await button(page, 'manage.update.publish').click()
  const message = await told(page).innerText()
  expect(message).toContain(say('manage.operation.failed', { step: say('manage.step.change') }))
  expect(message).toContain(say('manage.operation.saved', { steps: say('manage.step.say') }))
  await button(page, 'manage.operation.giveUp').click()
  await button(page, 'manage.update.publish').click()
  // By the page: the server may know before the browser has told what it sent.
  await page.getByText(savedText(say('manage.step.change'))).waitFor()
  expect(server.store.data.incidents[0]?.phase).toEqual({ generation: 1, order: 1 })
  expect(takeWrites().map(({ method }) => method)).toEqual(['POST', 'PATCH', 'PATCH'])
})

test('a follow-up that is published is not published again when the end fails', async () => {
  const { page, server, takeWrites, expectProblem } = await openWrite(publishUpdate)
  expectProblem(/status of 403/)
  server.setFaults([{ method: 'PATCH', path: /^\/incidents/, kind: 403, times: 1 }])
  await page.getByText(say('manage.update.impacts')).click()
  // Better than before: the past stays, and a follow-up tells the rest.
  await choose(page, say('manage.field.severityOf', { name: 'Compute' }), 'Minor')
  await button(page, 'manage.update.publish').click()
  await button(dialog(page), 'manage.history.fromNow').click()
  expect(await told(page).innerText()).toContain(say('manage.operation.saved', { steps: say('manage.step.followUp') }))
  await button(page, 'manage.operation.giveUp').click()
  await button(page, 'manage.update.publish').click()
  await button(page, 'manage.operation.sendNow').click()
  // The operator goes on where the incident does.
  await page.waitForURL(url => !url.pathname.includes(publishUpdate.page))
  expect(takeWrites().map(({ method }) => method)).toEqual(['POST', 'PATCH', 'PATCH'])
  expect(server.store.data.incidents.map(({ endedAt }) => typeof endedAt === 'string').toSorted()).toEqual([false, true])
})

test('an expired login in the middle of a form: a new one, then the same write', async () => {
  const { page, takeWrites, expectProblem, server } = await openManagePage({
    now: NOW,
    path: publishUpdate.page,
    server: { data: publishUpdate.data(), bearer: token => token === 'a-token-for-tests' || token === 'renewed' },
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
