import { describe, expect, test } from 'vitest'
import { buildData, buildIncident } from '../support/builders'
import { logInInWindow, openWithLogin, tokenCheck } from '../support/browser/login'
import { button } from '../support/browser/managePage'
import { say } from '../support/browser/texts'

const incident = buildIncident({ beganAt: '2026-03-10T10:00:00Z', endedAt: null })

/** An update half typed by somebody who is logged in at a real provider; the server may refuse their tokens from now on. */
async function openForm() {
  const { bearer, refuseAll } = tokenCheck()
  const opened = await openWithLogin({
    path: `manage/incidents/${incident.id}`,
    server: { data: buildData({ incidents: [incident] }), bearer },
  })
  await opened.logIn()
  const { page } = opened
  const headline = page.getByLabel(say('manage.update.headline'))
  await headline.fill('First')
  await button(page, 'manage.update.publish').click()
  await page.getByText(say('manage.operation.saved', { steps: say('manage.step.say') })).waitFor()
  await headline.fill('Half a sentence')
  return { ...opened, headline, refuseAll }
}

const updates = ({ server }: Awaited<ReturnType<typeof openForm>>) =>
  Object.values(server.store.data.updates)
    .flat()
    .map(({ displayName }) => displayName)

describe('a token that expires in the middle of a form', () => {
  test('is renewed, and the write goes out once more without a word', async () => {
    const opened = await openForm()
    const { page, refuseAll, expectProblem, provider } = opened
    expectProblem(/status of 401/)
    refuseAll()
    await button(page, 'manage.update.publish').click()
    await expect.poll(() => updates(opened)).toEqual(['First', 'Half a sentence'])
    expect(provider.requests.filter(request => request.startsWith('POST /token'))).toHaveLength(2)
    expect(await page.getByText(say('auth.expired')).count()).toBe(0)
  })

  test('and cannot be renewed loses nothing: a window beside the page logs in, then the same write goes out', async () => {
    const opened = await openForm()
    const { page, context, refuseAll, expectProblem, provider, headline } = opened
    expectProblem(/status of 40[01]|invalid_grant/)
    refuseAll()
    provider.forgetAll()
    await button(page, 'manage.update.publish').click()
    await page.getByTestId('operation').getByText(say('manage.failure.unauthorized')).waitFor()
    expect(await headline.inputValue()).toBe('Half a sentence')
    expect(updates(opened)).toEqual(['First'])

    await logInInWindow(context, page.getByTestId('operation'))
    await page.getByText(say('auth.expired')).waitFor({ state: 'detached' })
    await button(page, 'manage.operation.retry').click()
    await expect.poll(() => updates(opened)).toEqual(['First', 'Half a sentence'])
  })
})
