import { uuidOf } from '@/demo/uuid'
import { follows, openCloud } from './following'
import { button } from './managePage'
import { title } from './statusViews'
import { say } from './texts'
import { goTo, view, type View } from './views'

/** What a visitor chose to see. */
export const followingViews: Readonly<Record<string, View>> = {
  'what somebody follows': view(
    look => openCloud({ path: 'following', prepare: follows(['DNS', 'Storage', 'A component that is gone']), ...look }),
    {
      'with one that is gone': async ({ page }) => {
        await title(page, say('app.following')).waitFor()
        await page.getByRole('slider', { name: /^DNS/ }).waitFor()
        await page.getByText(say('following.goneText', { n: 1 })).waitFor()
      },
      'a list that was shared': async opened => {
        await goTo(opened, `following?components=${uuidOf('Compute')}`)
        await title(opened.page, say('following.sharedTitle')).waitFor()
        await button(opened.page, 'following.followThese').waitFor()
        await opened.page.getByRole('slider', { name: /^Compute/ }).waitFor()
      },
    },
  ),
  'the page of somebody who follows nothing': view(look => openCloud({ path: 'following', ...look }), {
    'with what to do': async ({ page }) => {
      await title(page, say('app.following')).waitFor()
      await page.getByText(say('following.emptyTitle')).waitFor()
    },
  }),
}
