import { readFileSync } from 'node:fs'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { inject } from 'vitest'
import { withConfig } from '@/build/configure/inlineConfig'
import type { ConfigInput } from '@/config/schema'
import { type Guard, guard } from './guard'
import { type PolicyPlace, policyOf, tellViolations } from './policy'
import { startStaticServer, type StaticServer, type StaticServerOptions } from './staticServer'

export interface OpenPageOptions
  extends
    Omit<StaticServerOptions, 'headers'>,
    Pick<
      BrowserContextOptions,
      | 'bypassCSP'
      | 'colorScheme'
      | 'contrast'
      | 'forcedColors'
      | 'hasTouch'
      | 'javaScriptEnabled'
      | 'locale'
      | 'permissions'
      | 'reducedMotion'
      | 'storageState'
      | 'timezoneId'
      | 'viewport'
    > {
  /** What config.json says: an object (JSON), or a text as it is. Without it the host has the config.json of the folder, or none. */
  config?: object | string
  /** Has the configuration in index.html, as `npm run configure` writes it; nothing else answers for it then. */
  inline?: boolean
  /** The address under the base path, e.g. `#/incidents` or `incidents`. */
  path?: string
  /** Hosts beside the page's own and those of the APIs in `config` that may be asked. */
  allowedOrigins?: readonly string[]
  /** Run in every document before its own scripts. */
  initScripts?: readonly (string | (() => void))[]
  /** The page as a language would have it that is written from right to left: a false one, since its words stay as they are. */
  mirrored?: boolean
  /** Headers of the static host. */
  headers?: Record<string, string>
  /** Serves the page with the policy that `npm run configure` makes of `config`; whatever it forbids fails the test. */
  policy?: PolicyPlace
  /** Runs before the first navigation, e.g. to set the context's clock. */
  prepare?: (context: BrowserContext) => Promise<void>
}

export interface OpenedPage extends Guard {
  page: Page
  context: BrowserContext
  /** The host of the page: its address and the requests it got. */
  site: StaticServer
}

/** The connection of this worker, for all of its files. */
let browser: Promise<Browser> | undefined
let opened: OpenedPage[] = []

/** The browser that all tests share. */
const sharedBrowser = () => (browser ??= chromium.connect(inject('browserEndpoint')))

/** Opens the production build as people see it. Everything is closed, and the guard asked, at the end of the test. */
export async function openPage(options: OpenPageOptions = {}): Promise<OpenedPage> {
  const {
    config,
    inline = false,
    path = '',
    allowedOrigins = [],
    initScripts = [],
    mirrored = false,
    policy,
    prepare,
    root,
    basePath,
    files,
    headers,
    fallback,
    kind,
    ...rest
  } = options
  const html = inline ? withConfig(readFileSync('dist/index.html', 'utf8'), config) : undefined
  const strict = policy && policyOf(config, policy, html)
  const site = await startStaticServer({
    root,
    basePath,
    headers: { ...headers, ...strict?.headers },
    fallback,
    kind,
    files: {
      ...(html === undefined ? config !== undefined && { 'config.json': config } : { 'index.html': html }),
      ...strict?.files,
      ...files,
    },
  })
  const context = await (
    await sharedBrowser()
  ).newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
    ...rest,
  })
  context.setDefaultTimeout(10_000)
  const watch = guard(context, [site.origin, ...apiOrigins(config), ...allowedOrigins])
  const page = await context.newPage()
  const result = { page, context, site, ...watch }
  opened.push(result)
  if (policy) await context.addInitScript(tellViolations)
  if (mirrored) await context.addInitScript(mirror)
  for (const script of initScripts) await context.addInitScript(script)
  await prepare?.(context)
  await page.goto(site.url + path)
  return result
}

/** An init script: whatever the page says of its direction, it is the other one. */
function mirror() {
  const turn = () => {
    const root = document.documentElement as HTMLElement | null
    if (root && root.dir !== 'rtl') root.dir = 'rtl'
  }
  turn()
  new MutationObserver(turn).observe(document, { childList: true, subtree: true, attributeFilter: ['dir'] })
}

/** Resolves when the page has taken the place of first paint. */
export const takenOver = (page: Page) => page.locator('#first').waitFor({ state: 'detached' })

/** The text that the page shows, for init scripts: not that of its scripts. */
export const SHOWN_TEXT = `[...document.querySelectorAll('title, #first, #app, #overlays')].map(part => part.textContent).join()`

/** An init script: the page finds a browser that has no Temporal of its own. */
export function withoutTemporal() {
  Reflect.deleteProperty(globalThis, 'Temporal')
  Reflect.deleteProperty(Date.prototype, 'toTemporalInstant')
}

function apiOrigins(config: object | string | undefined): string[] {
  const { apiUrl, providers = [] } = (typeof config === 'object' ? config : {}) as Partial<ConfigInput>
  const urls = [apiUrl, ...providers.map(provider => provider.apiUrl)]
  return urls.flatMap(url => (url !== undefined && URL.canParse(url) ? [new URL(url).origin] : []))
}

/** Closes what the test opened, and throws what went wrong in it. After each test (setup.ts). */
export async function closePages(): Promise<void> {
  const pages = opened
  opened = []
  await Promise.all(pages.map(({ context }) => context.close()))
  await Promise.all(pages.map(({ site }) => site.close()))
  for (const page of pages) page.verify()
}
