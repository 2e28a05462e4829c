import type { Page } from 'playwright'
import { afterAll, describe, expect, test } from 'vitest'
import type { ConfigInput } from '@/config/schema'
import { HOSTILE_ENTRIES, hostileDescriptions, hostileLinks, hostileTexts, MANY_IMPACTS } from '../support/hostile'
import { harm, hostileFiles, MANY, movedByDirection, NOW, tooWide } from '../support/browser/hostileApi'
import { routeTo } from '../support/browser/byRouter'
import { componentRows } from '../support/browser/components'
import { inCase } from '../support/browser/inCase'
import { logIn } from '../support/browser/managePage'
import { openPage, takenOver } from '../support/browser/page'
import { say } from '../support/browser/texts'
import { type Traffic, watchTraffic } from '../support/browser/traffic'

const WIDTHS = [360, 1440]
const everything = Object.values(hostileTexts).slice(0, 30).join(' ')
const about: NonNullable<ConfigInput['about']> = [
  { path: 'page', title: hostileTexts['script']!, markdown: Object.values(hostileTexts).join('\n\n') },
]
const one = { apiUrl: './api', title: everything, about, components: { groupBy: 'group' }, historyDays: 90 }
const several = {
  title: hostileTexts['override']!,
  about,
  providers: Object.values(hostileTexts)
    .slice(0, 8)
    .map((name, index) => ({ id: `p${index}`, name, apiUrl: './api' })),
}

const open = async (path: string, config: object = one) => {
  let traffic: Traffic | undefined
  const opened = await openPage({
    path,
    config,
    files: hostileFiles('api'),
    viewport: { width: WIDTHS[0]!, height: 900 },
    prepare(context) {
      traffic = watchTraffic(context)
      return context.clock.install({ time: NOW })
    },
  })
  opened.page.on('dialog', dialog => {
    void dialog.dismiss()
    throw new Error(`a dialog opened: ${dialog.message()}`)
  })
  // What is named and does not exist.
  if (!path.startsWith('about')) opened.expectProblem(/status of 404/)
  return { ...opened, ends: traffic!.ends }
}
type Opened = Awaited<ReturnType<typeof open>>

let pages = 0
async function expectUnharmed({ page, ends }: Pick<Opened, 'page' | 'ends'>, name: string, widths = WIDTHS) {
  await heading(page).waitFor()
  await ends()
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    expect(await tooWide(page), `${name}: wider than ${width} px`).toEqual([])
  }
  expect(await harm(page), `${name}: harm`).toEqual([])
  expect(await page.getByText(say('app.unexpected')).count(), `${name}: something unexpected`).toBe(0)
  for (const text of ['override', 'Hebrew', 'Arabic'])
    expect((await movedByDirection(page, hostileTexts[text]!)).moved, `${name}: moved by ${text}`).toEqual([])
  pages++
}
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first()

/** What comes last of a status: its parts are drawn at once, and not before the details are there or late. */
const statusIsDrawn = (page: Page) => page.getByRole('heading', { level: 2, name: say('recent.title') }).waitFor()

/** Each of the pages in turn, narrow at first, on what is loaded already. */
async function visit(opened: Opened, visited: Readonly<Record<string, string>>, isDrawn?: (page: Page) => Promise<void>) {
  const { page } = opened
  for (const [name, path] of Object.entries(visited)) {
    const title = await page.title()
    await page.setViewportSize({ width: WIDTHS[0]!, height: 900 })
    await routeTo(opened, path)
    await expect.poll(() => page.title(), { message: name }).not.toBe(title)
    if (isDrawn) await inCase(name, isDrawn(page))
    await inCase(name, expectUnharmed(opened, name))
  }
}

describe('hostile and odd data', () => {
  test('the status page, its search, moments of the past, incidents and the history', async () => {
    const opened = await open('')
    const { page } = opened
    await takenOver(page)
    await statusIsDrawn(page)
    await inCase('the status page', expectUnharmed(opened, 'the status page'))

    await page.getByRole('button', { name: say('app.search'), exact: true }).waitFor()
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: say('search.label') })
    // Names are found, and shown as they are.
    for (const text of ['script', 'reversed', hostileTexts['Hebrew']!, hostileTexts['double quote']!, 'x'.repeat(10_000)]) {
      await field.fill(text)
      await page.getByRole('dialog').getByRole('status').waitFor()
    }
    // The other way round: to lay out anew what is behind it, wide, takes seconds.
    await inCase('the search', expectUnharmed(opened, 'the search', WIDTHS.toReversed()))
    await page.keyboard.press('Escape')

    await visit(opened, { 'a past moment': '?at=2026-03-10T10:30:00Z' }, statusIsDrawn)
    await visit(opened, {
      'an incident': 'incidents/script',
      'an incident from right to left': 'incidents/override',
      'an incident without a visible title': 'incidents/zero width',
      'the history': 'history',
    })
  }, 180_000)

  test('components, and what is followed', async () => {
    const opened = await open('components/script')
    await expectUnharmed(opened, 'a component')
    await visit(opened, {
      'a component from right to left': 'components/Hebrew',
      'a component with a long name': 'components/long word',
    })
    const followed = Object.keys(hostileTexts).map(encodeURIComponent)
    await visit(opened, { 'what is followed': `following?components=${followed.join(',')}` }, async page => {
      await page.getByRole('heading', { level: 1, name: say('following.sharedTitle') }).waitFor()
      await componentRows(page).first().waitFor()
    })
  }, 120_000)

  test('a page of the configuration', async () => {
    await expectUnharmed(await open('about/page'), 'a page of the configuration')
  })

  test('several providers', async () => {
    const opened = await open('', several)
    await expectUnharmed(opened, 'the overview')
    await visit(opened, { 'one of them': 'p/p0/' }, statusIsDrawn)
    await visit(opened, { 'an incident of one': 'p/p7/incidents/script' })
  }, 120_000)

  test('the management view', async () => {
    const opened = await open('manage', { ...one, auth: { mode: 'token' } })
    const title = await opened.page.title()
    await logIn(opened.page, 'a-token-for-tests')
    await expect.poll(() => opened.page.title()).not.toBe(title)
    await expectUnharmed(opened, 'the start')
    const below = ['components', 'severities', 'impact-types', 'phases', 'incidents/script', 'incidents/override/edit', 'new']
    await visit(opened, Object.fromEntries(below.map(path => [path, `manage/${path}`])))
  }, 180_000)

  test(`${MANY_IMPACTS} impacts on one incident`, async () => {
    const opened = await open(`incidents/${MANY}`)
    const { page } = opened
    await page.getByRole('heading', { level: 1, name: 'Many' }).waitFor()
    await expectUnharmed(opened, 'many impacts')
    expect(await page.getByRole('row').count()).toBe(201)
    await page.getByRole('button', { name: say('incident.moreImpacts', { n: 200, total: MANY_IMPACTS }) }).click()
    expect(await page.getByRole('row').count()).toBe(401)
  })

  test('descriptions that are long or deep', async () => {
    const [first, ...others] = Object.keys(hostileDescriptions)
    const opened = await open(`incidents/${first}`)
    const { page } = opened
    await page.getByRole('heading', { level: 1, name: first! }).waitFor()
    await inCase(first!, expectUnharmed(opened, first!))
    for (const id of others) {
      await visit(opened, { [id]: `incidents/${id}` })
      expect(await page.getByRole('heading', { level: 1, name: id }).count(), id).toBe(1)
    }
  }, 180_000)

  test('a configuration with such addresses is refused', async () => {
    const links = hostileLinks.slice(0, 9)
    const providers = links.map((link, nth) => ({ id: `p${nth}`, name: `P ${nth}`, apiUrl: './api', links: { support: link } }))
    const config = { title: everything, about, providers, links: { support: links[0] } }
    const { page } = await openPage({ config, files: hostileFiles('api') })
    await page.getByText('links.support', { exact: true }).waitFor()
    for (const [nth, link] of links.entries())
      expect(await page.getByText(`providers[${nth}].links.support`, { exact: true }).count(), JSON.stringify(link)).toBe(1)
    expect(await harm(page)).toEqual([])
    pages++
  })

  afterAll(() =>
    process.stdout.write(`\nHostile corpus: ${HOSTILE_ENTRIES} entries, ${pages} pages at ${WIDTHS.join(' and ')} px\n`),
  )
})
