import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import type { ApiErrorKind } from '@/domain/apiError'
import type { FaultKind } from '@/demo/http/faults'
import { buildData, buildIncident } from '../support/builders'
import { openPage, SHOWN_TEXT } from '../support/browser/page'
import { settled } from '../support/browser/settled'
import { say } from '../support/browser/texts'
import { type OpenedStatusPage, openStatusPage, type StatusPageOptions, startServer } from '../support/browser/statusPage'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const QUIET = say('recent.allQuiet', { n: 90 })
const ALL_CLEAR = say('banner.operational')

/** An init script: keeps in mind whether the page or its title ever said that all is well. */
const rememberAllClear = `new MutationObserver(() => {
  if (${SHOWN_TEXT}.includes('${ALL_CLEAR}')) globalThis.saidAllClear = true
}).observe(document, { subtree: true, childList: true, characterData: true })`
const saidAllClear = (page: Page) => page.evaluate(() => 'saidAllClear' in globalThis)

/** A cloud in which nothing is wrong, so that only the failure stands between the page and "all is well". */
const openQuiet = (options: StatusPageOptions = {}): Promise<OpenedStatusPage> =>
  openStatusPage({ server: { data: buildData() }, initScripts: [rememberAllClear], ...options })

const ready = (page: Page) => settled(page.getByTestId('banner'))
const headline = (page: Page) => page.getByTestId('banner').getByRole('heading', { level: 1 }).innerText()

const parts = {
  components: /^\/components/,
  incidents: /^\/incidents\?/,
  severities: /^\/severities/,
  phases: /^\/phases/,
  impactTypes: /^\/impacttypes/,
} as const
type Part = keyof typeof parts

describe('one of five answers is an error', () => {
  test.each(Object.entries(parts) as [Part, RegExp][])(
    '%s: it is named, the rest is shown, and it recovers',
    async (part, path) => {
      const name = say(`part.${part}`)
      const { page, server, expectProblem } = await openQuiet({ faults: [{ path, kind: 500 }] })
      expectProblem(/status of 500/)
      await ready(page)
      expect(await saidAllClear(page)).toBe(false)
      expect(await page.getByTestId('banner').innerText()).toContain(say('banner.missing', { parts: name }))
      const failures = page.getByTestId('failures')
      await expect.poll(() => failures.getByRole('listitem').count()).toBe(1)
      expect((await failures.innerText()).toLowerCase()).toContain(`${name}: ${say('error.server')}`.toLowerCase())
      expect(await failures.innerText()).toMatch(/GET .* \(HTTP status 500\)/)
      const slider = page.getByRole('slider', { name: 'Compute: the last 90 days' })
      expect(await slider.count()).toBe(part === 'components' ? 0 : 1)
      await expect.poll(() => page.getByText(QUIET).count()).toBe(part === 'incidents' ? 0 : 1)

      server.setFaults([])
      await failures.getByRole('button', { name: say('app.retry') }).click()
      await page.getByRole('heading', { name: ALL_CLEAR }).waitFor()
      expect(await failures.count()).toBe(0)
      expect(await slider.count()).toBe(1)
      expect(await saidAllClear(page)).toBe(true)
    },
  )
})

test.each(Object.entries(parts) as [Part, RegExp][])(
  '%s answers HTML: it is named, and nothing is called operational',
  async (part, path) => {
    const { page } = await openQuiet({ faults: [{ path, kind: 'html-200' }] })
    await ready(page)
    expect(await saidAllClear(page)).toBe(false)
    expect(await page.getByTestId('banner').innerText()).toContain(say('banner.missing', { parts: say(`part.${part}`) }))
    expect((await page.getByTestId('failures').innerText()).toLowerCase()).toContain(say('error.malformed').toLowerCase())
  },
)

const kinds: [FaultKind, problem: RegExp | null, told: ApiErrorKind][] = [
  ['refused', /ERR_EMPTY_RESPONSE/, 'network'],
  ['timeout', null, 'timeout'],
  [401, /status of 401/, 'unauthorized'],
  [403, /status of 403/, 'forbidden'],
  [404, /status of 404/, 'notFound'],
  [500, /status of 500/, 'server'],
  ['html-502', /status of 502/, 'server'],
  ['html-200', null, 'malformed'],
  ['empty', null, 'malformed'],
  ['truncated', /ERR_CONTENT_LENGTH_MISMATCH/, 'network'],
  ['cut-json', null, 'malformed'],
  ['wrong-shape', null, 'malformed'],
  ['cors', /CORS policy/, 'network'],
]

describe('every answer goes wrong', () => {
  test.each(kinds)('%s: status unknown, with the reason', async (kind, problem, told) => {
    const { page, expectProblem } = await openQuiet({ faults: [{ path: '/', kind }], config: { requestTimeoutSeconds: 1 } })
    if (problem) expectProblem(problem)
    if (kind === 'cors') expectProblem(/ERR_FAILED/)
    await ready(page)
    expect(await headline(page)).toBe(say('banner.unknown'))
    const listed = page.getByTestId('failures').getByRole('listitem')
    await expect.poll(() => listed.allInnerTexts()).toEqual([expect.stringContaining(say(`error.${told}`))])
    const reasons = await listed.allInnerTexts()
    for (const part of Object.keys(parts)) expect(reasons[0]?.toLowerCase()).toContain(say(`part.${part as Part}`))
    expect(await saidAllClear(page)).toBe(false)
  })

  test('incidents without any facts are no reason to say that all is well', async () => {
    const data = buildData({ incidents: [buildIncident()] })
    const { page } = await openQuiet({ now: NOW, server: { data }, faults: [{ path: parts.incidents, kind: 'nulls' }] })
    await ready(page)
    expect(await headline(page)).toBe(say('banner.incident'))
    expect(await saidAllClear(page)).toBe(false)
  })

  test('a host that answers everything with its start page is no API', async () => {
    const { page } = await openPage({ config: { apiUrl: './' }, initScripts: [rememberAllClear], files: startPages })
    await ready(page)
    expect(await headline(page)).toBe(say('banner.unknown'))
    expect(await page.getByTestId('failures').innerText()).toContain(say('error.malformed'))
    expect(await saidAllClear(page)).toBe(false)
  })

  test('a server that is not there at all', async () => {
    const server = await startServer()
    await server.close()
    const config = { apiUrl: server.url }
    const { page, expectProblem } = await openPage({ config, initScripts: [rememberAllClear] })
    expectProblem(/ERR_CONNECTION_REFUSED/)
    await ready(page)
    expect(await headline(page)).toBe(say('banner.unknown'))
    expect(await page.getByTestId('banner').innerText()).toContain(say('app.neverRead'))
    expect(await saidAllClear(page)).toBe(false)
  })
})

const startPages = Object.fromEntries(
  ['components', 'incidents', 'severities', 'impacttypes', 'phases'].map(path => [path, '<!doctype html><title>Welcome</title>']),
)

describe('the server goes away under an open page', () => {
  const config = { pollIntervalSeconds: 60, staleAfterSeconds: 120 }

  test('the page says so, keeps what it has, and recovers by itself', async () => {
    const { page, server, expectProblem } = await openQuiet({ now: NOW, config })
    await page.getByRole('heading', { name: ALL_CLEAR }).waitFor()
    await page.getByText(QUIET).first().waitFor()
    await server.close()
    expectProblem(/ERR_CONNECTION_REFUSED/)
    await page.clock.fastForward('01:01')
    await page.getByRole('heading', { name: say('banner.partial') }).waitFor()
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'saidAllClear'))

    expect(await page.getByTestId('banner').innerText()).toContain(say('banner.missing', { parts: 'components and incidents' }))
    expect(await page.getByTestId('failures').innerText()).toContain(say('error.shown', { ago: '1 minute ago' }))
    await page.getByRole('slider', { name: 'Compute: the last 90 days' }).waitFor()
    await page.clock.fastForward('30:00')
    expect(await page.getByTestId('banner').innerText()).toContain('31 minutes ago')
    expect(await saidAllClear(page)).toBe(false)

    await startServer({ port: server.port, data: buildData(), now: () => NOW })
    await page.clock.fastForward('02:00')
    await page.getByRole('heading', { name: ALL_CLEAR }).waitFor()
    expect(await page.getByTestId('failures').count()).toBe(0)
  })

  test('a server that hangs makes the page say how old it is', async () => {
    const { page, server } = await openQuiet({ now: NOW, config: { ...config, requestTimeoutSeconds: 300 } })
    // The page itself, which looks at the clock, and not first paint.
    await ready(page)
    expect(await headline(page)).toBe(ALL_CLEAR)
    server.setFaults([{ path: '/', kind: 'timeout' }])
    await page.clock.fastForward('03:00')
    await page.getByRole('heading', { name: say('banner.partial') }).waitFor()
    expect(await page.getByTestId('banner').innerText()).toContain(
      say('banner.lastKnown', { ago: '3 minutes ago', time: '13:00 CET' }),
    )
  })
})
