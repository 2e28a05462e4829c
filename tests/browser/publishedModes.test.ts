import 'temporal-polyfill/global'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Page } from 'playwright'
import { describe, expect, onTestFinished, test } from 'vitest'
import { main } from '@/cli/main'
import type { ConfigInput } from '@/config/schema'
import { seedBelievableCloud } from '@/demo/seed'
import { openPage, type OpenPageOptions } from '../support/browser/page'
import { startServer } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'
import { fineIn, toldBy } from '../support/browser/toldAsFine'
import { buildComponent, buildData } from '../support/builders'

const HOUR_MS = 3_600_000

/** What the command publishes now, as anybody would run it, and the server that it asked. */
async function publish(snapshot: ConfigInput['snapshot'], data = seedBelievableCloud(Date.now())) {
  const server = await startServer({ data })
  const folder = await mkdtemp(join(tmpdir(), 'scs-status-modes-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const [config, out] = [join(folder, 'status.yaml'), join(folder, 'out')]
  await writeFile(config, `apiUrl: ${server.url}\ntimeZone: utc\nsnapshot: ${String(snapshot)}\n`)
  const written: string[] = []
  const terminal = {
    out: () => undefined,
    err: (text: string) => written.push(text),
    isTTY: false,
    env: {},
    onEnd: () => () => undefined,
  }
  const code = await main(['publish', '--config', config, '--out', out, '--months', '2'], terminal)
  expect({ code, written }).toEqual({ code: 0, written: [] })
  const files: Record<string, string> = {}
  for (const one of await readdir(out, { recursive: true, withFileTypes: true })) {
    const path = join(one.parentPath, one.name)
    const name = relative(out, path)
    if (one.isFile() && !name.startsWith('assets/')) files[name] = await readFile(path, 'utf8')
  }
  const asked = server.requests.length
  return {
    server,
    files,
    asked: () => server.requests.length - asked,
    open: (options: OpenPageOptions = {}) => openPage({ ...options, fallback: '404.html', files, allowedOrigins: [server.url] }),
  }
}

/** The page itself, in the place of what was published. */
async function taken(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.getElementById('first'))
  await page.locator('#app').getByRole('heading', { level: 1 }).waitFor()
}
const outage = 'Slow volumes'
/** A severity that counts as working is green all the same. */
const fineWordsOn = async (page: Page) => fineIn(await toldBy(page.mainFrame())).filter(one => one !== 'a green shape')
const incidentLink = (page: Page) => page.locator('#app').getByRole('link', { name: outage }).first()

describe('a page with a published status', () => {
  test('off: asks the API, and shows what it says', async () => {
    const { open, server, asked } = await publish('off')
    server.store.write(data => void (data.incidents = []))
    const { page, site } = await open()
    await taken(page)
    await page.getByRole('heading', { level: 1, name: say('banner.operational') }).waitFor()
    expect(asked()).toBeGreaterThan(0)
    expect(site.requests.map(({ url }) => url)).not.toContain('/snapshot.json')
  })

  test('fallback: does not ask for the files while the API answers, and shows them when it is down', async () => {
    const { open, server } = await publish('fallback')
    const { page, site, expectProblem } = await open()
    await taken(page)
    await incidentLink(page).waitFor()
    expect(site.requests.map(({ url }) => url)).not.toContain('/snapshot.json')

    expectProblem(/ERR_CONNECTION_REFUSED|Failed to load/)
    await server.close()
    // Another visitor, whose browser keeps nothing.
    await page.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!)
    })
    await page.reload()
    await taken(page)
    await incidentLink(page).waitFor()
    await page.getByText(say('error.title'), { exact: true }).waitFor()
    expect(site.requests.map(({ url }) => url)).toContain('/snapshot.json')
    expect(await fineWordsOn(page)).toEqual([])
  })

  test('first: shows the files with the API behind them, and goes on without it', async () => {
    const { open, server, asked } = await publish('first')
    await server.close()
    const { page, site, expectProblem } = await open()
    expectProblem(/ERR_CONNECTION_REFUSED|Failed to load/)
    await taken(page)
    await incidentLink(page).waitFor()
    expect(site.requests.map(({ url }) => url)).toContain('/snapshot.json')
    expect(asked()).toBe(0)
    expect(await fineWordsOn(page)).toEqual([])
    // An incident as it was published.
    await incidentLink(page).click()
    await page.getByRole('heading', { level: 1, name: outage }).waitFor()
  })

  test('only: never asks the API, on no page, and goes on with what is published next', async () => {
    const { open, asked, files } = await publish('only')
    const { page, site } = await open({ prepare: context => context.clock.install() })
    await taken(page)
    await incidentLink(page).waitFor()
    for (const [link, heading] of [
      [say('app.history'), say('history.title')],
      [say('app.status'), ''],
    ] as const) {
      await page.getByRole('navigation').getByRole('link', { name: link, exact: true }).first().click()
      if (heading) await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      else await incidentLink(page).waitFor()
    }
    await incidentLink(page).click()
    await page.getByRole('heading', { level: 1, name: outage }).waitFor()
    await page.goBack()
    await incidentLink(page).waitFor()
    expect(asked()).toBe(0)

    expect(site.requests.map(({ url }) => url)).toContain('/snapshot.json')
    const next = files['snapshot.json']!.replaceAll(/Slow volumes[^"]*/g, 'Volumes are slow')
    await page.route('**/snapshot.json', route => route.fulfill({ body: next, contentType: 'application/json' }))
    await page.clock.fastForward(61_000)
    await page.locator('#app').getByRole('link', { name: 'Volumes are slow' }).first().waitFor()
    expect(asked()).toBe(0)
  })

  test.each(['fallback', 'first', 'only'] as const)('%s: says of files three hours old how old they are', async mode => {
    const well = buildData({ components: [buildComponent()] })
    const { open, server, files } = await publish(mode, well)
    await server.close()
    const old = (text: string) => text.replace(/"readAt":(\d+)/g, (_, readAt) => `"readAt":${Number(readAt) - 3 * HOUR_MS}`)
    files['snapshot.json'] = old(files['snapshot.json']!)
    const { page, expectProblem } = await open()
    if (mode !== 'only') expectProblem(/ERR_CONNECTION_REFUSED|Failed to load/)
    await taken(page)
    await page
      .getByText(/3 hours ago/)
      .first()
      .waitFor()
    expect(fineIn(await toldBy(page.mainFrame()))).toEqual([])
  })
})
