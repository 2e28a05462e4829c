import type { BrowserContext, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { buildData, buildUpdate } from '../support/builders'
import { cloud, incidentOn } from '../support/browser/following'
import { keeps, keptNames } from '../support/browser/kept'
import { broken, fine, openProviders } from '../support/browser/providers'
import { openStatusPage, startServer, type StatusPageOptions } from '../support/browser/statusPage'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const ALL_CLEAR = say('banner.operational')
const REFUSED = /ERR_CONNECTION_REFUSED/

const banner = (page: Page) => page.getByTestId('banner')
const headed = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

const open = (options: StatusPageOptions = {}) =>
  openStatusPage({
    now: NOW,
    server: { data: buildData() },
    config: { pollIntervalSeconds: 60, staleAfterSeconds: 300, requestTimeoutSeconds: 2 },
    ...options,
  })

describe('the API is killed under an open page, and the page is loaded again', () => {
  test('the last known state is there with its age, and fresh again within one poll', async () => {
    const { page, server, expectProblem } = await open()
    await headed(page, ALL_CLEAR)
    await keeps(page, 'status')
    await server.close()
    expectProblem(REFUSED)
    await page.clock.fastForward('02:00:00')
    await page.reload()

    await headed(page, say('banner.partial'))
    await page.getByTestId('failures').waitFor()
    expect(await banner(page).innerText()).toContain('2 hours ago')
    expect(await page.getByTestId('failures').innerText()).toContain(say('error.shown', { ago: '2 hours ago' }))
    await page.getByRole('slider', { name: 'Compute: the last 90 days' }).waitFor()
    expect(await page.title()).not.toContain(ALL_CLEAR)

    await startServer({ port: server.port, data: buildData(), now: () => NOW })
    await page.clock.fastForward('01:10')
    await headed(page, ALL_CLEAR)
    expect(await page.getByTestId('failures').count()).toBe(0)
  })

  test('bad news stays, with what was said last; so does the page of the incident, and that of the component', async () => {
    const incident = incidentOn('Storage', 90, 'Disks are gone')
    const data = { ...cloud(), updates: { [incident.id]: [buildUpdate({ description: 'New disks are on their way.' })] } }
    const { page, server, expectProblem } = await open({ server: { data }, path: `incidents/${incident.id}` })
    await headed(page, 'Disks are gone')
    await keeps(page, 'incidents')
    await keeps(page, 'status')
    await server.close()
    expectProblem(REFUSED)
    await page.clock.fastForward('30:00')
    await page.reload()
    await headed(page, 'Disks are gone')
    await page.getByText(say('incident.staleText', { ago: '30 minutes ago' })).waitFor()
    await page.getByText('New disks are on their way.').waitFor()

    await page.getByRole('link', { name: say('incident.back') }).click()
    await page.getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
    await page.getByText('New disks are on their way.').waitFor()
    expect(await banner(page).innerText()).toContain('30 minutes ago')

    const goTo = (path: string) => page.goto(new URL(path, page.url()).href)
    await goTo(`/components/${uuidOf('DNS')}`)
    await page.getByTestId('answer').waitFor()
    expect(await page.getByTestId('answer').innerText()).toContain('30 minutes ago')

    await goTo('/history')
    await page.getByRole('link', { name: 'Disks are gone' }).waitFor()
    expect(await page.getByTestId('failures').innerText()).toContain(say('error.shown', { ago: '30 minutes ago' }))
  })

  test('a server that hangs does not hold back what is known', async () => {
    const { page, server } = await open({ config: { requestTimeoutSeconds: 300, pollIntervalSeconds: 60 } })
    await headed(page, ALL_CLEAR)
    await keeps(page, 'status')
    server.setFaults([{ path: '/', kind: 'timeout' }])
    await page.clock.fastForward('02:00:00')
    await page.reload()
    await headed(page, say('banner.partial'))
    expect(await banner(page).innerText()).toContain('2 hours ago')
    await page.getByRole('slider', { name: 'Compute: the last 90 days' }).waitFor()
  })

  test('what is too old to be worth anything is not shown', async () => {
    const { page, server, expectProblem } = await open()
    await headed(page, ALL_CLEAR)
    await keeps(page, 'status')
    await server.close()
    expectProblem(REFUSED)
    await page.clock.fastForward(31 * 24 * 3_600_000)
    await page.reload()
    await headed(page, say('banner.unknown'))
    expect(await banner(page).innerText()).toContain(say('app.neverRead'))
  })
})

test('of several providers the one that is away is shown as it was last known, each apart', async () => {
  const { page, servers, row, expectProblem } = await openProviders({ north: broken, south: fine }, { now: NOW })
  await row('north').getByText('1 component affected').waitFor()
  await row('south').getByText(ALL_CLEAR).waitFor()
  await keeps(page, 'status', 2)
  await servers.north.close()
  await servers.south.close()
  expectProblem(REFUSED)
  await page.clock.fastForward('03:00:00')
  await page.reload()
  await row('north').getByText('1 component affected').waitFor()
  await row('south').getByText(say('banner.partial')).waitFor()
  for (const id of ['north', 'south'] as const) {
    await row(id).getByText(say('overview.failures')).click()
    expect(await row(id).getByTestId('failures').innerText()).toContain(say('error.shown', { ago: '3 hours ago' }))
  }
})

describe('a browser that keeps nothing', () => {
  const without: Record<string, () => void> = {
    'has no database': () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }),
    'forbids to look for it': () =>
      Object.defineProperty(globalThis, 'indexedDB', {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      }),
    'refuses to open it': () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'InvalidStateError')
      }
    },
    'never answers': () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest
    },
    'is full': () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    },
  }
  test.each(Object.entries(without))('one that %s shows what the API says', async (_, initScript) => {
    const { page, server, expectProblem } = await open({ initScripts: [initScript] })
    await headed(page, ALL_CLEAR)
    await page.clock.runFor(5_000)
    await server.close()
    expectProblem(REFUSED)
    await page.reload()
    await headed(page, say('banner.unknown'))
  })
})

test('nothing is kept where reads need a login', async () => {
  const { page } = await open({ config: { auth: { mode: 'none', readsNeedLogin: true } } })
  await headed(page, ALL_CLEAR)
  await page.clock.runFor(5_000)
  await page.reload()
  await headed(page, ALL_CLEAR)
  expect(await keptNames(page)).toEqual([])
})

describe('a device whose clock is wrong', () => {
  /** The host of the page and the status server live at NOW, the device elsewhere. */
  const openAt = (offsetMs: number, options: StatusPageOptions = {}) =>
    openStatusPage({
      now: NOW,
      server: { data: cloud() },
      headers: { Date: new Date(NOW).toUTCString() },
      prepare: (context: BrowserContext) => context.clock.install({ time: NOW + offsetMs }),
      ...options,
    })
  const notice = (page: Page) => page.getByTestId('clock')
  /** How long the incident has lasted, as the banner tells it. */
  const lasting = (page: Page) => banner(page).innerText()

  test.each([
    ['ahead', 19.75, '20 mins'],
    ['behind', -19.9, '20 mins'],
  ] as const)('%s: it is told by how much, and the page goes by the time of its host', async (kind, minutes, duration) => {
    const { page, site } = await openAt(minutes * 60_000)
    await notice(page)
      .getByText(say(`clock.${kind}`, { duration: duration.replace(' ', '\u00a0') }))
      .waitFor()
    expect(await notice(page).innerText()).toContain(say('clock.corrected'))
    await page.getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
    expect((await lasting(page)).replaceAll('\u00a0', ' ')).toContain('for 2 hr')
    // Checked once more, past all caches.
    expect(site.requests.filter(({ method }) => method === 'HEAD')).toHaveLength(1)
  })

  test('nothing is said of one that is right, and nobody is asked again', async () => {
    const { page, site } = await openAt(40_000)
    await page.getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await notice(page).count()).toBe(0)
    expect(site.requests.filter(({ method }) => method === 'HEAD')).toEqual([])
  })

  test('an update of the time to come makes the clock doubtful where the host says nothing', async () => {
    const incident = incidentOn('Storage', 90, 'Disks are gone')
    const createdAt = new Date(NOW + 10 * 60_000).toISOString()
    const { page } = await openAt(0, {
      headers: {},
      server: { data: { ...cloud(), updates: { [incident.id]: [buildUpdate({ createdAt })] } } },
    })
    await notice(page).waitFor()
    expect(await notice(page).innerText()).toContain(say('clock.futureText'))
  })
})
