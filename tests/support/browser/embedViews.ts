import type { Page } from 'playwright'
import { generateCloud } from '../generateCloud'
import type { MessageKey } from '@/i18n/messages'
import { buildComponent, buildData } from '../builders'
import { AFFECTED_TITLE } from './affected'
import { componentRows } from './components'
import { disclose } from './disclose'
import { openHost } from './host'
import { cloud, ongoing } from './manageCloud'
import { isReady, status, title } from './statusViews'
import { say } from './texts'
import { goTo, view, type View } from './views'
import { compute, outage, repairs, storage } from './widget'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const server = { data: buildData({ components: [compute, storage], incidents: [outage, repairs] }) }

const part =
  (address: string, shows: MessageKey | null) =>
  async (opened: Parameters<typeof goTo>[0]): Promise<void> => {
    await goTo(opened, address)
    const { page } = opened
    await title(page, AFFECTED_TITLE).waitFor({ state: 'attached' })
    if (shows) await page.getByRole('heading', { level: 2, name: say(shows) }).waitFor()
  }
const element = (page: Page, says: string | RegExp) => page.getByText(says).first().waitFor()

/** What other pages show of the page, and the page in places of another kind. */
export const embedViews: Readonly<Record<string, View>> = {
  'what frames show': view(status({ server, path: '?embed' }), {
    'all parts': async ({ page }) => {
      await title(page, AFFECTED_TITLE).waitFor()
      for (const key of ['incident.ongoing', 'components.title', 'recent.title'] as const)
        await page.getByRole('heading', { level: 2, name: say(key), exact: true }).waitFor()
    },
    'the verdict': part('?embed=banner', null),
    components: part('?embed=components', 'components.title'),
    incidents: part('?embed=incidents', 'recent.title'),
    maintenance: part('?embed=maintenance', 'maintenance.title'),
    'a component': async opened => {
      await goTo(opened, `components/${compute.id}?embed`)
      const { page } = opened
      await title(page, compute.displayName!).waitFor()
      await page
        .getByText(say('component.affected', { level: 'Major' }))
        .first()
        .waitFor()
      await page.getByRole('link', { name: say('component.fullPage') }).waitFor()
    },
  }),
  'the page about embedding': view(status({ server, path: 'embed.html', config: { title: 'Northwind' } }), {
    'with a frame and elements': async ({ page }) => {
      await title(page, 'Embedding the status').waitFor()
      await element(page, say('banner.affected', { n: 1 }))
      await page
        .getByTitle('Status', { exact: true })
        .contentFrame()
        .getByRole('heading', { level: 1, name: AFFECTED_TITLE })
        .waitFor()
    },
  }),
  'a page of somebody else': view(
    look =>
      openHost({
        now: NOW,
        server: {
          data: buildData({
            components: [buildComponent({ displayName: `Compute with ${'a-name-that-goes-on-and-on-'.repeat(4)}` }), storage],
            incidents: [outage, repairs],
          }),
        },
        body: `<p><scs-status api="{api}" href="/" provider="Northwind"></scs-status></p>
<p><scs-status api="{api}" component="${compute.id}"></scs-status></p>
<scs-status api="{api}" provider="Northwind" look="list"></scs-status>`,
        css: 'html { color-scheme: light dark }',
        ...look,
      }),
    {
      'with elements': async ({ page }) => {
        await element(page, /Northwind/)
        await element(page, say('banner.affected', { n: 1 }))
        await element(page, 'Storage')
      },
    },
  ),
  'a host that knows nothing but files': view(
    status({
      kind: 'bucket',
      basePath: '/bucket/status/',
      fallback: false,
      path: 'index.html',
      config: { routing: 'hash' },
      server: { data: cloud([ongoing()]) },
    }),
    {
      'the start': async ({ page }) => {
        await title(page, AFFECTED_TITLE).waitFor()
        await isReady(page)
        await page.waitForURL('**/bucket/status/index.html#/')
      },
    },
  ),
  'a long list of components': view(
    status({
      config: { components: { groupBy: 'region' } },
      server: { data: generateCloud({ components: 600, incidents: 60, days: 30, now: NOW - 86_400_000 }) },
    }),
    {
      'with an open group': async ({ page }) => {
        await isReady(page)
        const closed = await componentRows(page).count()
        await disclose(page, 'west')
        await componentRows(page).nth(closed).waitFor()
      },
    },
  ),
}
