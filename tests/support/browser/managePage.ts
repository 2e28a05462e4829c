import type { Locator, Page } from 'playwright'
import { openStatusPage, type OpenedStatusPage, type StatusPageOptions } from './statusPage'
import { say } from './texts'

const TOKEN = 'a-token-for-tests'
/** What nothing asks about, unless a test takes it away. */
const FIRST_PHASE = { incident: 'Investigating', maintenance: 'Investigating' }

interface WrittenRequest {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

export interface OpenedManagePage extends OpenedStatusPage {
  /** The writes that reached the server since the last call, in their order. */
  takeWrites: () => WrittenRequest[]
}

/**
 * The management view before a demo server that refuses writes without the token, and reads with one, as the usual proxy does.
 * The operator is logged in by a pasted token, on whatever page `path` names.
 */
export async function openManagePage({
  path = 'manage',
  server,
  config,
  prepare,
  ...rest
}: StatusPageOptions = {}): Promise<OpenedManagePage> {
  let writes: WrittenRequest[] = []
  const opened = await openStatusPage({
    ...rest,
    path,
    config: { firstPhase: FIRST_PHASE, ...config, auth: { mode: 'token', ...config?.auth } },
    server: { bearer: TOKEN, ...server },
    async prepare(context) {
      context.on('request', request => {
        const { pathname } = new URL(request.url())
        const method = request.method()
        if (!['POST', 'PATCH', 'DELETE'].includes(method)) return
        writes.push({ method, path: pathname, body: request.postDataJSON() as unknown })
      })
      await prepare?.(context)
    },
  })
  await logIn(opened.page)
  return {
    ...opened,
    takeWrites() {
      const taken = writes
      writes = []
      return taken
    },
  }
}

/** Gives the login page a token; another one than the server's makes every write fail with 401. */
export async function logIn(page: Page, token = TOKEN): Promise<void> {
  await page.getByLabel(say('auth.token')).fill(token)
  await page.getByRole('button', { name: say('account.login') }).click()
}

/** A button by its text. */
export const button = (within: Page | Locator, key: Parameters<typeof say>[0], values: Record<string, string> = {}) =>
  within.getByRole('button', { name: say(key, values), exact: true })

/** Takes one of the actions of an incident that stand in the menu beside it. */
export async function pressMore(page: Page, key: Parameters<typeof say>[0]): Promise<void> {
  await button(page, 'manage.incident.more').click()
  await page.getByRole('menuitem', { name: say(key), exact: true }).click()
}
