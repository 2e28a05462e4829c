import { expect } from 'vitest'
import type { ConfigInput } from '@/config/schema'
import { button } from './managePage'
import { openPage } from './page'
import { openStatusPage } from './statusPage'
import { title } from './statusViews'
import { AFFECTED_TITLE } from './affected'
import { say } from './texts'
import { goTo, view, type Look, type View } from './views'

/** The login page of an operator, or of everybody where nothing can be read without. */
const login =
  (auth: NonNullable<ConfigInput['auth']>, path = 'manage') =>
  (look: Look) =>
    openStatusPage({ config: { auth }, path, ...look })
const oidc = { mode: 'oidc', issuer: 'http://127.0.0.1:9', clientId: 'status-page' } as const

/** What is met before the status: the demo, a configuration that has problems, the login. */
export const entryViews: Readonly<Record<string, View>> = {
  'demo mode': view(look => openPage({ config: { apiUrl: 'demo' }, ...look }), {
    'with its mark': async ({ page }) => {
      await title(page, AFFECTED_TITLE).waitFor()
      await page.getByTestId('demo-mark').getByText(say('app.demoText')).waitFor()
      return page.getByTestId('demo-mark')
    },
  }),
  'a configuration with problems': view(
    look => openPage({ config: { title: '', theme: { accent: 'red' }, other: 1 }, ...look }),
    {
      'of several keys': async ({ page }) => {
        await title(page, say('config.invalid', { n: 3 })).waitFor()
        expect(await page.getByRole('row').count()).toBe(4)
      },
    },
  ),
  'a configuration that is no JSON': view(look => openPage({ config: '{\n  "title": "A" "B"\n}', ...look }), {
    'with line and column': async ({ page }) => {
      await title(page, say('config.broken')).waitFor()
      await page.getByText(/line 2, column 16/).waitFor()
    },
  }),
  'a host without a configuration': view(openPage, {
    'with what to do': async ({ page, expectProblem }) => {
      expectProblem(/404 \(Not Found\)/)
      await title(page, say('config.missing')).waitFor()
      await page.getByText(/config\.example\.json/).waitFor()
    },
  }),
  'the login by a token': view(login({ mode: 'token' }), {
    'with its field': async ({ page }) => {
      await title(page, say('auth.title')).waitFor()
      await page.getByLabel(say('auth.token')).waitFor()
    },
  }),
  'the login at a provider': view(login(oidc), {
    'with its button': async ({ page }) => {
      await title(page, say('auth.title')).waitFor()
      await page.getByText(say('auth.text')).waitFor()
      await button(page, 'account.login').waitFor()
    },
    'that did not work': async opened => {
      await goTo(opened, 'login?code=stolen&state=forged')
      await title(opened.page, say('auth.failed')).waitFor()
      await opened.page.getByText(say('auth.problem.invalid')).waitFor()
    },
  }),
  'the login before anything can be read': view(login({ ...oidc, readsNeedLogin: true }, ''), {
    'with its button': async ({ page }) => {
      await title(page, say('auth.title')).waitFor()
      await page.getByText(say('auth.allText')).waitFor()
    },
  }),
  'the login at a proxy': view(login({ mode: 'cookie', loginUrl: '/outside?rd={return}' }), {
    'with its button': async ({ page }) => {
      await title(page, say('auth.title')).waitFor()
      await button(page, 'account.login').waitFor()
    },
  }),
}
