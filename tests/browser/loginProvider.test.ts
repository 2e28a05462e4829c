import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { buildData, buildIncident } from '../support/builders'
import { openWithLogin, tokenCheck } from '../support/browser/login'
import { button } from '../support/browser/managePage'
import { OPERATOR } from '../support/browser/oidcProvider'
import { say } from '../support/browser/texts'

const incident = buildIncident({ beganAt: '2026-03-10T10:00:00Z', endedAt: null })

/** Somebody on the way from the provider puts words of their own into an answer. */
const forge = (page: Page, address: string, change: (answer: Record<string, string>) => object) =>
  page.route(address, async route => {
    const response = await route.fetch()
    await route.fulfill({ response, json: change((await response.json()) as Record<string, string>) })
  })

function withAudience(token: string, aud: string): string {
  const [header, payload = '', signature] = token.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object
  return [header, Buffer.from(JSON.stringify({ ...claims, aud })).toString('base64url'), signature].join('.')
}

/** Something half typed by somebody whose tokens the server refuses from now on. */
async function openRefusedForm() {
  const { bearer, refuseAll, seen } = tokenCheck()
  const opened = await openWithLogin({
    path: `manage/incidents/${incident.id}`,
    server: { data: buildData({ incidents: [incident] }), bearer },
    requestTimeoutSeconds: 2,
  })
  const { page, logIn, expectProblem } = opened
  expectProblem(/status of 40[01]|invalid_grant|ERR_ABORTED|net::/)
  await logIn()
  const headline = page.getByLabel(say('manage.update.headline'))
  await headline.fill('First')
  await button(page, 'manage.update.publish').click()
  await page.getByText(say('manage.operation.saved', { steps: say('manage.step.say') })).waitFor()
  expect(seen.size).toBe(1)
  refuseAll()
  await headline.fill('Half a sentence')
  return { ...opened, headline, panel: page.getByTestId('operation') }
}

describe('a login', () => {
  test('at a provider that calls itself otherwise is not begun', async () => {
    const { page, provider, pathname } = await openWithLogin({ path: 'login' })
    await forge(page, `${provider.issuer}/.well-known/openid-configuration`, answer => ({
      ...answer,
      issuer: 'https://evil.example',
    }))
    await button(page, 'account.login').click()
    await page.getByText(say('auth.problem.untrusted')).waitFor()
    await page.getByText('https://evil.example').waitFor()
    expect(pathname()).toBe('/login')
    expect(provider.requests.filter(request => request.startsWith('GET /auth'))).toEqual([])
  })

  test('with a token for another client ends, and nothing of it is kept', async () => {
    const { page, provider, logIn, stored } = await openWithLogin({ path: 'login' })
    await forge(page, `${provider.issuer}/token`, answer => ({
      ...answer,
      id_token: withAudience(answer.id_token ?? '', 'shop'),
    }))
    await logIn()
    await page.getByText(say('auth.problem.untrusted')).waitFor()
    await page.getByText('aud: shop').waitFor()
    expect((await stored()).tab).not.toContain('eyJ')
  })
})

describe('a write whose login has to be renewed', () => {
  test('waits for a silent provider as long as configured, then keeps what was typed and says why', async () => {
    const { page, provider, headline, panel } = await openRefusedForm()
    provider.fallSilent()
    const begin = performance.now()
    await button(page, 'manage.update.publish').click()
    await panel.getByText(say('manage.failure.unauthorized')).waitFor()
    expect(performance.now() - begin).toBeLessThan(8_000)
    expect(await headline.inputValue()).toBe('Half a sentence')
    await page.getByText(say('auth.problem.unreachable')).waitFor()
  })

  test('is not lost with the window of the login, and goes out by one button after it', async () => {
    const { page, context, provider, headline, panel, server } = await openRefusedForm()
    provider.forgetAll()
    await button(page, 'manage.update.publish').click()
    const openWindow = async () => {
      const opening = context.waitForEvent('page')
      await panel.getByRole('button', { name: say('auth.again') }).click()
      const popup = await opening
      await popup.getByRole('link', { name: 'Agree' }).waitFor()
      return popup
    }
    await (await openWindow()).close()
    await panel.getByText(say('auth.problem.closed')).waitFor()
    expect(await headline.inputValue()).toBe('Half a sentence')

    await (await openWindow()).getByRole('link', { name: 'Agree' }).click()
    await panel.getByText(say('manage.operation.loggedInAs', { name: OPERATOR.name })).waitFor()
    const retry = button(page, 'manage.operation.retry')
    await expect.poll(() => retry.evaluate(element => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await expect
      .poll(() =>
        Object.values(server.store.data.updates)
          .flat()
          .map(({ displayName }) => displayName),
      )
      .toEqual(['First', 'Half a sentence'])
  })
})
