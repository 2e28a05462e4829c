import { buildData } from '../builders'
import { button } from './managePage'
import { status, title } from './statusViews'
import { say } from './texts'
import { view, type View } from './views'

/** What the words, shapes and numbers of a server mean. */
export const legendViews: Readonly<Record<string, View>> = {
  'the legend': view(status({ server: { data: buildData() }, path: 'legend' }), {
    'with the words of the server': async ({ page }) => {
      await title(page, say('app.legend')).waitFor()
      await page
        .getByRole('region', { name: say('legend.severities') })
        .getByText('Critical')
        .waitFor()
      await page
        .getByRole('region', { name: say('legend.impactTypes') })
        .getByText('Slow responses')
        .waitFor()
    },
    'reached from the foot and the menu': async ({ page }) => {
      await page
        .getByRole('contentinfo')
        .getByRole('link', { name: say('app.legend') })
        .waitFor()
      await button(page, 'app.more').click()
      const menu = page.getByRole('dialog', { name: say('app.more') })
      await menu.getByRole('link', { name: say('app.legend') }).waitFor()
    },
  }),
}
