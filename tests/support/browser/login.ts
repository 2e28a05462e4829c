import type { ConfigInput } from '@/config/schema'
import { CLIENT_ID, startOidcProvider, type OidcOptions } from './oidcProvider'
import { openStatusPage, type StatusPageOptions } from './statusPage'
import { say } from './texts'

type AuthConfig = NonNullable<ConfigInput['auth']>
interface Options extends Omit<StatusPageOptions, 'config'> {
  provider?: OidcOptions
  auth?: AuthConfig
  /** The document that the page is under hash routing, by its name. */
  hashDocument?: string
}

/** The page with a login by the provider; the page is open at `path`, the provider knows it. */
export async function openWithLogin({ provider: providerOptions, auth, path, hashDocument, ...rest }: Options = {}) {
  const provider = await startOidcProvider(providerOptions)
  const opened = await openStatusPage({
    ...rest,
    // The provider learns where the page is before the page is there.
    path: 'nothing.html',
    files: { 'nothing.html': '<!doctype html><link rel="icon" href="data:," />' },
    allowedOrigins: [provider.issuer],
    config: {
      ...(hashDocument !== undefined && { routing: 'hash' as const }),
      auth: {
        mode: 'oidc',
        issuer: provider.issuer,
        clientId: CLIENT_ID,
        scopes: ['openid', 'profile', 'groups', 'offline_access'],
        ...auth,
      },
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
    logIn: async () => {
      await page.getByRole('button', { name: say('account.login') }).click()
      await page.getByRole('link', { name: 'Agree' }).click()
    },
    pathname: () => new URL(page.url()).pathname,
    stored: () => page.evaluate(() => ({ local: JSON.stringify(localStorage), tab: JSON.stringify(sessionStorage) })),
  }
}
