import type { Page } from 'playwright'
import { afterAll, describe, expect, test } from 'vitest'
import type { ConfigInput } from '@/config/schema'
import { HOSTILE_ENTRIES, hostileDescriptions, hostileLinks, hostileTexts, MANY_IMPACTS } from '../support/hostile'
import { harm, hostileFiles, MANY, movedByDirection, NOW, tooWide } from '../support/browser/hostileApi'
import { logIn } from '../support/browser/managePage'
import { openPage, takenOver } from '../support/browser/page'
import { say } from '../support/browser/texts'

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
  const opened = await openPage({
    path,
    config,
    files: hostileFiles('api'),
    viewport: { width: WIDTHS[0]!, height: 900 },
    prepare: context => context.clock.install({ time: NOW }),
  })
  opened.page.on('dialog', dialog => {
    void dialog.dismiss()
    throw new Error(`a dialog opened: ${dialog.message()}`)
  })
  // What is named and does not exist.
  if (!path.startsWith('about')) opened.expectProblem(/status of 404/)
  return opened
}

let pages = 0
async function expectUnharmed(page: Page) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    expect(await tooWide(page), `wider than ${width} px`).toEqual([])
  }
  expect(await harm(page)).toEqual([])
  expect(await page.getByText(say('app.unexpected')).count()).toBe(0)
  for (const name of ['override', 'Hebrew', 'Arabic'])
    expect((await movedByDirection(page, hostileTexts[name]!)).moved, name).toEqual([])
  pages++
}
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first()

const visitorPages: Record<string, string> = {
  'the status page': '',
  'a past moment': '?at=2026-03-10T10:30:00Z',
  'an incident': 'incidents/script',
  'an incident from right to left': 'incidents/override',
  'an incident without a visible title': 'incidents/zero width',
  'a component': 'components/script',
  'a component from right to left': 'components/Hebrew',
  'a component with a long name': 'components/long word',
  'the history': 'history',
  'a page of the configuration': 'about/page',
}

describe('hostile and odd data', () => {
  test.each(Object.entries(visitorPages))('%s', async (_, path) => {
    const { page } = await open(path)
    await heading(page).waitFor()
    await page.waitForLoadState('networkidle')
    await expectUnharmed(page)
  })

  test('the search finds names and shows them as they are', async () => {
    const { page } = await open('')
    await takenOver(page)
    await heading(page).waitFor()
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: say('search.label') })
    for (const text of ['script', 'reversed', hostileTexts['Hebrew']!, hostileTexts['double quote']!, 'x'.repeat(10_000)]) {
      await field.fill(text)
      await page.getByRole('dialog').getByRole('status').waitFor()
    }
    await expectUnharmed(page)
  })

  test('what is followed', async () => {
    const { page } = await open(`following?ids=${Object.keys(hostileTexts).map(encodeURIComponent).join(',')}`)
    await heading(page).waitFor()
    await page.waitForLoadState('networkidle')
    await expectUnharmed(page)
  })

  test.each(['', 'p/p0/', 'p/p7/incidents/script'])('several providers: /%s', async path => {
    const { page } = await open(path, several)
    await heading(page).waitFor()
    await page.waitForLoadState('networkidle')
    await expectUnharmed(page)
  })

  test('the management view', async () => {
    const { page, site } = await open('manage', { ...one, auth: { mode: 'token' } })
    await logIn(page, 'a-token-for-tests')
    for (const path of [
      '',
      '/components',
      '/severities',
      '/impact-types',
      '/phases',
      '/incidents/script',
      '/incidents/override/edit',
      '/new',
    ]) {
      if (path) await page.goto(`${site.url}manage${path}`)
      await heading(page).waitFor()
      await page.waitForLoadState('networkidle')
      await expectUnharmed(page)
    }
  })

  test(`${MANY_IMPACTS} impacts on one incident`, async () => {
    const { page } = await open(`incidents/${MANY}`)
    await page.getByRole('heading', { level: 1, name: 'Many' }).waitFor()
    await expectUnharmed(page)
    expect(await page.getByRole('row').count()).toBe(201)
    await page.getByRole('button', { name: say('incident.moreImpacts', { n: 200, total: MANY_IMPACTS }) }).click()
    expect(await page.getByRole('row').count()).toBe(401)
  })

  test.each(Object.keys(hostileDescriptions))('%s as a description', async id => {
    const { page } = await open(`incidents/${id}`)
    await page.getByRole('heading', { level: 1, name: id }).waitFor()
    await page.waitForLoadState('networkidle')
    await expectUnharmed(page)
  })

  test.each(hostileLinks.slice(0, 9))('a configuration with %j is refused', async link => {
    const { page } = await openPage({ config: { ...one, links: { support: link } }, files: hostileFiles('api') })
    await page.getByText('links.support').first().waitFor()
    expect(await harm(page)).toEqual([])
    pages++
  })

  afterAll(() =>
    process.stdout.write(`\nHostile corpus: ${HOSTILE_ENTRIES} entries, ${pages} pages at ${WIDTHS.join(' and ')} px\n`),
  )
})
