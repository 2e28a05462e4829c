import type { Page } from 'playwright'
import { expect } from 'vitest'
import type { MessageKey } from '@/i18n/messages'
import { buildData, buildIncident, buildUpdate } from '../builders'
import { componentRows } from './components'
import { disclose } from './disclose'
import { openHeld, painted } from './firstPaint'
import { closeDialog, openMoreMenu, openSettings } from './header'
import { button } from './managePage'
import { openStatusPage, type StatusPageOptions } from './statusPage'
import { AFFECTED_TITLE } from './affected'
import { say } from './texts'
import { goTo, view, type Look, type View } from './views'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const links = {
  horizon: 'https://cloud.example.org/',
  components: [{ name: 'Metrics', url: 'https://m.example.org/{componentId}' }],
}
const about = [{ path: 'terms', title: 'Terms', url: 'https://cloud.example.org/terms' }]
const config = { about, links, components: { groupBy: 'region', descriptionLabel: 'description' } }

/** The page before the believable cloud of the demo, unless it is told of another. */
export const status =
  (options: StatusPageOptions = {}) =>
  (look: Look) =>
    openStatusPage({ now: NOW, config, ...options, ...look })
export const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
export const isReady = (page: Page) => page.getByRole('heading', { name: say('recent.title') }).waitFor()
/** Presses buttons among the choices of the components, which phones have in a sheet. */
async function pressChoices(page: Page, ...keys: MessageKey[]): Promise<void> {
  await page.getByRole('searchbox').waitFor()
  const filters = button(page, 'components.filters')
  const isSheet = (await filters.count()) > 0
  if (isSheet) await filters.click()
  for (const key of keys) await button(page, key).click()
  if (isSheet) await closeDialog(page)
}

/** What the banner says of a cloud, and what else tells that all of the page is there. */
const verdict = (options: StatusPageOptions, says: MessageKey, shows: (page: Page) => Promise<unknown>): View =>
  view(status(options), {
    'with its verdict': async ({ page }) => {
      await title(page, say(says, { n: 1 })).waitFor()
      await shows(page)
    },
  })
const showsText = (key: MessageKey) => (page: Page) => page.getByText(say(key)).first().waitFor()
const showsFailures = (page: Page) => page.getByTestId('failures').waitFor()
const everything = [{ path: '/', kind: 'html-200' as const }]

const HEADINGS = ['# One', '### Three', '###### Six', '## Two', 'Two underlined\n---', '<h1>HTML</h1>'].join('\n\n')
const headed = buildIncident({ description: HEADINGS, beganAt: '2026-03-10T10:00:00Z', endedAt: null })
const strong = ({ page }: { page: Page }) => page.getByTestId('markdown').getByRole('strong').first().waitFor()

/** The status page as visitors find it. */
export const statusViews: Readonly<Record<string, View>> = {
  'the status page': view(status(), {
    'with formula and API calls': async ({ page }) => {
      await title(page, AFFECTED_TITLE).waitFor()
      await isReady(page)
      await page.getByRole('slider', { name: /^Block storage North/ }).waitFor()
      await disclose(page, say('availability.formulaTitle'))
      await disclose(page, say('calls.show'))
      await page.getByText(/^curl/).waitFor()
    },
    'with the menu of what is seldom wanted': async ({ page }) => openMoreMenu(page),
    'with settings': async ({ page }) => {
      await page.keyboard.press('Escape')
      await openSettings(page)
      return page.getByRole('dialog')
    },
    'with ways to get updates': async ({ page }) => {
      await closeDialog(page)
      await button(page, 'app.getUpdates').click()
      await page.getByText(say('updates.followHint')).waitFor()
    },
    'a day of a bar': async ({ page }, { hasTouch }) => {
      await closeDialog(page)
      const bar = page.getByRole('slider', { name: /^Block storage North/ })
      await (hasTouch ? bar.tap() : bar.click())
      await page.getByRole('dialog', { name: 'Block storage North' }).waitFor()
      return page.getByRole('dialog')
    },
    'as a table': async ({ page }) => {
      await page.keyboard.press('Escape')
      await pressChoices(page, 'components.problemsFirst', 'components.table')
      await page.getByRole('rowheader', { name: 'Block storage North' }).first().waitFor()
      await disclose(page, /^\d+ days?$/)
    },
    'where nothing matches': async ({ page }) => {
      await page.getByRole('searchbox').fill('xyz')
      await page.getByText(say('components.noneMatch')).waitFor()
    },
  }),
  'the status page without groups': view(status({ config: { ...config, components: { groupBy: null } } }), {
    'as rows': async ({ page }) => {
      await isReady(page)
      // On a narrow screen what goes well is folded.
      const folded = page.getByRole('button', { name: say('components.more', { n: 13 }) })
      if (await folded.isVisible()) await folded.click()
      expect(await componentRows(page).count()).toBe(17)
    },
    'as a table': async ({ page }) => {
      await pressChoices(page, 'components.table')
      await page.getByRole('rowheader', { name: 'Block storage North' }).waitFor()
    },
  }),
  'first paint': view(look => openHeld({ now: NOW, server: { data: buildData({ incidents: [headed] }) }, ...look }), {
    'before any script': async ({ page }) => {
      await painted(page)
      await title(page, AFFECTED_TITLE).waitFor()
    },
    'taken over': async ({ page, release }) => {
      await release()
      await isReady(page)
    },
  }),
  'the status while it loads': verdict({ faults: [{ path: '/', kind: 'timeout' }] }, 'banner.loading', page =>
    button(page, 'app.more').waitFor(),
  ),
  'the status when all is well': verdict({ server: { data: buildData() } }, 'banner.operational', page =>
    // On a narrow screen a group in which all is well is closed.
    page.getByRole('heading', { level: 2, name: say('components.title') }).waitFor(),
  ),
  'the status that is not confirmed': verdict(
    { server: { data: buildData() }, faults: [{ path: '/phases', kind: 'html-200' }] },
    'banner.partial',
    showsFailures,
  ),
  'the status that is unknown': verdict({ faults: everything }, 'banner.unknown', showsFailures),
  'the status of a cloud without components': verdict(
    { server: { data: 'empty' } },
    'banner.empty',
    showsText('banner.emptyText'),
  ),
  'texts with headings of their own': view(
    status({
      config: { ...config, about: [{ path: 'imprint', title: 'Imprint', markdown: HEADINGS }] },
      server: {
        data: buildData({ incidents: [headed], updates: { [headed.id]: [buildUpdate({ order: 0, description: HEADINGS })] } }),
      },
    }),
    {
      'on the status page': async opened => {
        await isReady(opened.page)
        await strong(opened)
      },
      'on the page of an incident': async opened => {
        await goTo(opened, `incidents/${headed.id}`)
        await title(opened.page, 'Slow volumes').waitFor()
        await opened.page.getByRole('heading', { name: say('incident.updates') }).waitFor()
        await strong(opened)
      },
      'on a page of the provider': async opened => {
        await goTo(opened, 'about/imprint')
        await title(opened.page, 'Imprint').waitFor()
        await strong(opened)
      },
    },
  ),
}
