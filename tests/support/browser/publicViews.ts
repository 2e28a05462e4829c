import type { Page } from 'playwright'
import { uuidOf } from '@/demo/uuid'
import { buildComponent, buildData, buildIncident, buildUpdate } from '../builders'
import { act, openActions, openCalls } from './actions'
import { choose } from './choose'
import { disclose } from './disclose'
import { followingViews } from './followingViews'
import { cloud, NOW, ongoing } from './manageCloud'
import { legendViews } from './legendViews'
import { button } from './managePage'
import { providerViews } from './providerViews'
import { heading, link } from './providers'
import { openStatusPage } from './statusPage'
import { isReady, status, title } from './statusViews'
import { AFFECTED_TITLE } from './affected'
import { say } from './texts'
import { goTo, view, type View } from './views'

const MARKDOWN = `## Example Cloud

[Mail](mailto:a@example.org)

| a wide | table |
|---|---|
| ${'not-to-be-broken-'.repeat(9)} | 1 |

    ${'code '.repeat(60)}`
const about = [{ path: 'imprint', title: 'Imprint', markdown: MARKDOWN }]

const outage = buildIncident({ beganAt: '2026-03-10T10:00:00Z', endedAt: null, description: MARKDOWN })
const named = (displayName: string, fields: Partial<typeof outage>) =>
  buildIncident({ id: uuidOf(displayName), displayName, ...fields })
const planned = { affects: [{ ...buildIncident().affects![0]!, severity: 0 }] }
const disks = named('Disks', { ...planned, beganAt: '2026-03-10T11:00:00Z', endedAt: '2026-03-10T13:00:00Z' })
const endless = named('Endless', { ...planned, beganAt: '2026-03-29T00:30:00Z', endedAt: null })
const switches = named('Switches', { ...planned, beganAt: '2026-03-20T10:00:00Z', endedAt: '2026-03-20T12:00:00Z' })
const before = named('Switch failure', { beganAt: '2026-03-05T10:00:00Z', endedAt: '2026-03-05T12:00:00Z' })
const lastYear = named('Fire drill', { beganAt: '2025-06-05T10:00:00Z', endedAt: '2025-06-05T12:00:00Z' })
const incidents = [outage, disks, endless, switches, before, lastYear]
const updates = { [outage.id]: [buildUpdate(), buildUpdate({ order: 1, displayName: 'Cause found' })] }
const data = buildData({
  components: [buildComponent({ displayName: `Compute with ${'a-name-that-goes-on-and-on-'.repeat(4)}` })],
  incidents,
  updates,
})
const componentPath = `components/${buildComponent().id}`
const tab = (page: Page, name: 'history' | 'embed') => page.getByRole('tab', { name: say(`component.tabs.${name}`) })
const yes = (page: Page) => page.getByText(/^Yes: Major/).first()
const withCalls = async (page: Page) => {
  await disclose(page, say('calls.show'))
  await page.getByText(/^curl/).waitFor()
}

const month = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const strip = (page: Page) => page.getByRole('region', { name: say('past.strip') })
const search = (page: Page) => page.getByRole('combobox', { name: say('search.label') })
const hits = (page: Page) => page.getByRole('dialog').getByRole('option')

/** The other pages of visitors. */
export const publicViews: Readonly<Record<string, View>> = {
  'incidents and maintenance, to be shared': view(status({ server: { data }, path: `incidents/${outage.id}` }), {
    'an incident': async ({ page }) => {
      await title(page, 'Slow volumes').waitFor()
      await page.getByText('Cause found').first().waitFor()
      await button(page, 'share.actions').waitFor()
    },
    'what can be done with it': ({ page }) => openActions(page),
    'the calls that read it': ({ page }) => openCalls(page),
    'a maintenance': async opened => {
      await goTo(opened, `incidents/${disks.id}`)
      await title(opened.page, 'Disks').waitFor()
      const actions = await openActions(opened.page)
      await actions.getByRole('menuitem', { name: say('calendar.addNamed', { title: 'Disks' }) }).waitFor()
      return actions
    },
    'a maintenance without an end': async opened => {
      await goTo(opened, `incidents/${endless.id}`)
      await title(opened.page, 'Endless').waitFor()
      const actions = await openActions(opened.page)
      await actions.getByText(say('calendar.noEnd')).waitFor()
      return actions
    },
    'on the status page': async opened => {
      await goTo(opened, '')
      await button(opened.page, 'calendar.addAll', { n: '2' }).waitFor()
      await isReady(opened.page)
    },
    'a missing incident': async opened => {
      opened.expectProblem(/status of 404/)
      await goTo(opened, `incidents/${uuidOf('nothing')}`)
      await title(opened.page, say('incident.notFound')).waitFor()
      await link(opened.page, say('incident.back')).waitFor()
    },
  }),
  'what is to be copied by hand': view(
    status({
      server: { data },
      path: `incidents/${outage.id}`,
      initScripts: [() => void Reflect.deleteProperty(Navigator.prototype, 'clipboard')],
    }),
    {
      'selected in a field': async ({ page }) => {
        await act(page, say('share.copyText'))
        await page.getByLabel(say('share.copyFailed')).waitFor()
      },
    },
  ),
  'the page of a component': view(status({ server: { data }, path: componentPath }), {
    'with all that opens': async ({ page }) => {
      await title(page, /^Compute with/).waitFor()
      await yes(page).waitFor()
      for (const key of ['component.daysTable', 'availability.formulaTitle'] as const) await disclose(page, say(key))
      await page.getByRole('link', { name: 'Switch failure' }).waitFor()
      await withCalls(page)
    },
    'a day with several incidents': async ({ page }) => {
      await page.getByRole('slider').press('Enter')
      const day = page.getByRole('dialog')
      await day.getByRole('link', { name: 'Disks' }).waitFor()
      return day
    },
    'with its year': async ({ page }) => {
      await page.keyboard.press('Escape')
      await tab(page, 'history').click()
      await page.getByRole('link', { name: 'Fire drill' }).waitFor()
    },
    'a day of its year': async ({ page }) => {
      await page.getByRole('gridcell', { name: /5 Mar/ }).click()
      const day = page.getByRole('dialog')
      await day.getByRole('link', { name: 'Switch failure' }).waitFor()
      return day
    },
    'with what embeds it': async ({ page }) => {
      await page.keyboard.press('Escape')
      await tab(page, 'embed').click()
      await button(page, 'component.copy').first().waitFor()
    },
    'that nobody lists': async opened => {
      await goTo(opened, `components/${uuidOf('nobody')}`)
      await title(opened.page, say('component.notFound')).waitFor()
    },
  }),
  'the history': view(
    status({
      path: 'history?month=2025-06',
      timezoneId: 'UTC',
      server: { data },
      faults: [{ path: /start=2025-05/, kind: 'html-502' }],
    }),
    {
      'with a month that could not be read': async ({ page, expectProblem }) => {
        expectProblem(/status of 502/)
        await title(page, say('history.title')).waitFor()
        await month(page, 'June 2025').getByRole('link', { name: 'Fire drill' }).waitFor()
        await button(page, 'history.more', { month: 'May 2025' }).click()
        await month(page, 'May 2025').getByTestId('failures').waitFor()
      },
      'where nothing matches': async ({ page }) => {
        await choose(page, say('history.kind'), say('history.kinds.maintenance'))
        await month(page, 'June 2025').getByText(say('history.noneMatch')).waitFor()
        await button(page, 'history.searchOn').waitFor()
      },
      'as a calendar': async ({ page }) => {
        await button(page, 'components.reset').click()
        await button(page, 'history.calendar').click()
        await page
          .getByRole('gridcell', { name: /1 incident/ })
          .first()
          .click()
        await page.getByRole('main').getByRole('link', { name: 'Fire drill' }).waitFor()
      },
    },
  ),
  'the status at a past moment': view(status({ path: '?at=2026-03-05T11:00:00Z', server: { data } }), {
    'with what was then': async ({ page }) => {
      await title(page, AFFECTED_TITLE).waitFor()
      await strip(page)
        .getByText(/5 Mar.*12:00 CET/)
        .waitFor()
      await isReady(page)
    },
    'with a date and a time to choose': async ({ page }) => {
      await button(page, 'past.choose').click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: say('past.show') })
        .waitFor()
    },
  }),
  ...followingViews,
  ...providerViews,
  'pages of the provider': view(status({ path: 'about/imprint', config: { about } }), {
    'with a wide table': async ({ page }) => {
      await title(page, 'Imprint').waitFor()
      await page.getByTestId('markdown').getByRole('table').waitFor()
    },
    'that there is not': async opened => {
      await goTo(opened, 'about/nothing')
      await title(opened.page, say('notFound.title')).waitFor()
    },
    'an address that leads nowhere': async opened => {
      await goTo(opened, 'nowhere')
      await title(opened.page, say('notFound.title')).waitFor()
      await link(opened.page, say('notFound.home')).waitFor()
    },
  }),
  ...legendViews,
  'the search': view(look => openStatusPage({ now: NOW, server: { data: cloud([ongoing()]) }, ...look }), {
    'with what is not in order': async ({ page }) => {
      await heading(page, AFFECTED_TITLE).waitFor()
      await button(page, 'app.search').click()
      await hits(page).filter({ hasText: 'Compute' }).first().waitFor()
      return page.getByRole('dialog')
    },
    'with what was found': async ({ page }) => {
      await search(page).fill('storge')
      await page
        .getByRole('dialog')
        .getByRole('option', { name: /Storage/, selected: true })
        .waitFor()
      return page.getByRole('dialog')
    },
    'with nothing found': async ({ page }) => {
      await search(page).fill('quite unheard of')
      await link(page, say('search.history')).waitFor()
      return page.getByRole('dialog')
    },
  }),
}
