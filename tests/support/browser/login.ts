import { AFFECTED_TITLE } from './affected'
import type { BrowserContext, Locator, Page } from 'playwright'
import type { ConfigInput } from '@/config/schema'
import type { DemoServerOptions } from '@/demo/http/server'
import { CLIENT_ID, OPERATOR, startOidcProvider, type OidcOptions, type OidcServer } from './oidcProvider'
import { fine, openProviders } from './providers'
import { openStatusPage, type StatusPageOptions } from './statusPage'
import { say } from './texts'

type AuthConfig = NonNullable<ConfigInput['auth']>
interface Options extends Omit<StatusPageOptions, 'config'> {
  provider?: OidcOptions
  auth?: AuthConfig
  /** The document that the page is under hash routing, by its name. */
  hashDocument?: string
  requestTimeoutSeconds?: number
}

/** Without `offline_access` there is no refresh token: only the session of the provider renews a login. */
const SESSION_SCOPES = ['openid', 'profile']

const authAt = ({ issuer }: OidcServer): AuthConfig => ({ mode: 'oidc', issuer, clientId: CLIENT_ID })

/** Opens nothing at first: the provider learns where the page is before the page is there. */
const beforeThePage = ({ issuer }: OidcServer) => ({
  path: 'nothing.html',
  files: { 'nothing.html': '<!doctype html><link rel="icon" href="data:," />' },
  allowedOrigins: [issuer],
})

const agree = (page: Page) => page.getByRole('link', { name: 'Agree' }).click()

async function logIn(page: Page) {
  await page.getByRole('button', { name: say('account.login') }).click()
  await agree(page)
}

/** The page with a login by the provider; the page is open at `path`, the provider knows it. */
export async function openWithLogin({
  provider: providerOptions,
  auth,
  path,
  hashDocument,
  requestTimeoutSeconds = 15,
  ...rest
}: Options = {}) {
  const provider = await startOidcProvider(providerOptions)
  const opened = await openStatusPage({
    ...rest,
    ...beforeThePage(provider),
    config: {
      requestTimeoutSeconds,
      ...(hashDocument !== undefined && { routing: 'hash' as const }),
      auth: { ...authAt(provider), scopes: [...SESSION_SCOPES, 'groups', 'offline_access'], ...auth },
    },
  })
  const { url } = opened.site
  if (hashDocument === undefined) await provider.admit(url)
  else await provider.admit(url + hashDocument, url + hashDocument)
  await opened.page.goto(opened.site.url + (path ?? ''))
  const { page } = opened
  return {
    ...opened,
    provider,
    logIn: () => logIn(page),
    pathname: () => new URL(page.url()).pathname,
    stored: () => page.evaluate(() => ({ local: JSON.stringify(localStorage), tab: JSON.stringify(sessionStorage) })),
  }
}

/** Two clouds on one page, which share a provider of logins; nothing of the page is open yet. */
export async function openProvidersWithLogin(options: Parameters<typeof openProviders<'a' | 'b'>>[1] = {}) {
  const provider = await startOidcProvider()
  const place = { ...fine, auth: { ...authAt(provider), scopes: SESSION_SCOPES } }
  const opened = await openProviders({ a: place, b: place }, { ...options, ...beforeThePage(provider) })
  return { ...opened, provider, logIn: () => logIn(opened.page) }
}

/** For servers: lets through what it was not told to refuse, and keeps what it saw. */
export function tokenCheck() {
  const seen = new Set<string>()
  const refused = new Set<string>()
  const bearer = (token: string) => {
    seen.add(token)
    return !refused.has(token)
  }
  const server: DemoServerOptions = { bearer, readsNeedLogin: true }
  return { seen, bearer, server, refuseAll: () => seen.forEach(token => refused.add(token)) }
}

/**
 * A page that is all behind the login and has no refresh token: somebody logs in, the server refuses their token from then
 * on, and they go on to an incident, by the session of the provider.
 * @returns the tokens that the server saw, and the questions that the provider was asked without a word to anybody
 */
export async function renewBySession(options: Omit<Options, 'auth' | 'server'> = {}) {
  const { server, seen, refuseAll } = tokenCheck()
  const auth: AuthConfig = { readsNeedLogin: true, scopes: SESSION_SCOPES, bearer: 'access_token' }
  const { page, provider, logIn, expectProblem } = await openWithLogin({ ...options, server, auth })
  expectProblem(/401/)
  await logIn()
  await page.getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
  await page.waitForLoadState('networkidle')
  refuseAll()
  await page
    .getByRole('link', { name: /Slow volumes/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: /Slow volumes/ }).waitFor()
  await page.getByText(OPERATOR.name).waitFor()
  return { tokens: [...seen], silent: provider.requests.filter(request => request.includes('prompt=none')) }
}

/** Takes a login that ended up again, in a window beside the page, from the button in `place`. */
export async function logInInWindow(context: BrowserContext, place: Page | Locator): Promise<Page> {
  const opening = context.waitForEvent('page')
  await place.getByRole('button', { name: say('auth.again') }).click()
  const popup = await opening
  await agree(popup)
  return popup
}
