import { uuidOf } from '@/demo/uuid'
import { buildIncident } from '../builders'
import { AFFECTED_TITLE } from './affected'
import { cloud, impact, NOW, ongoing } from './manageCloud'
import { broken, fine, heading, link, openProviders, overall } from './providers'
import { isReady } from './statusViews'
import { say } from './texts'
import { view, type View } from './views'

const switches = buildIncident({ id: uuidOf('New switches'), displayName: 'New switches' })

/** Several providers beside each other. */
export const providerViews: Readonly<Record<string, View>> = {
  'several providers': view(
    look =>
      openProviders(
        {
          north: { ...broken, link: 'https://north.example.org/' },
          south: { server: { data: cloud([ongoing({ ...switches, affects: [impact('DNS', 0)] })]) } },
          locked: { ...fine, auth: { mode: 'token', readsNeedLogin: true } },
          dead: { apiUrl: 'http://127.0.0.1:1' },
        },
        { now: NOW, ...look },
      ),
    {
      'all of them, and what was found': async ({ page, row, expectProblem }) => {
        expectProblem(/ERR_(CONNECTION_REFUSED|UNSAFE_PORT)/)
        await row('dead').getByText(say('overview.failures')).click()
        await row('dead').getByTestId('failures').waitFor()
        await row('locked').getByText(say('overview.locked')).waitFor()
        await row('north')
          .getByText(say('banner.affected', { n: 1 }))
          .waitFor()
        await heading(page, overall('affected', 1, 4)).waitFor()
        await page.getByRole('searchbox').fill('d')
        await page.getByRole('list', { name: say('overview.results') }).waitFor()
      },
      'the page of one': async ({ page }) => {
        await link(page, 'Cloud north').click()
        await heading(page, AFFECTED_TITLE).waitFor()
        await isReady(page)
      },
    },
  ),
}
