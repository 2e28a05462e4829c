import { describe, test } from 'vitest'
import { expectSound } from '../support/browser/axe'
import { embedViews } from '../support/browser/embedViews'
import { entryViews } from '../support/browser/entryViews'
import { publicViews } from '../support/browser/publicViews'
import { isReady, status, statusViews } from '../support/browser/statusViews'
import { DARK_DESK, inBothShades, PHONE } from '../support/browser/views'

// In light at a desk all of them are part of the quick run: tests/browser/pages.
const views = Object.entries({ ...statusViews, ...entryViews, ...publicViews, ...embedViews })

describe('on a dark desk nothing is wrong with', () => {
  test.each(views)('%s', (_, view) => view(DARK_DESK))
})

describe('on a phone, in light and in dark, nothing is wrong with', () => {
  test.each(views)('%s', (_, view) => view(PHONE, inBothShades()))
})

test.each(['colour-blind', 'high-contrast'] as const)('axe finds nothing in the palette %s', async palette => {
  const { page } = await status({ config: { theme: { palette }, components: { groupBy: 'region' } } })({})
  await isReady(page)
  await expectSound(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectSound(page)
})
