import { describe, test } from 'vitest'
import { expectFitting } from '../support/browser/axe'
import { catalogViews } from '../support/browser/catalogViews'
import { incidentPath } from '../support/browser/manageCloud'
import { manage } from '../support/browser/managedCloud'
import { manageViews } from '../support/browser/manageViews'
import { say } from '../support/browser/texts'
import { DARK_DESK, goTo, inBothShades, PHONE } from '../support/browser/views'

// In light at a desk all of them are part of the quick run: tests/browser/pages.
const views = Object.entries({ ...manageViews, ...catalogViews })

describe('on a dark desk nothing is wrong with', () => {
  test.each(views)('%s', (_, view) => view(DARK_DESK))
})

describe('on a phone, in light and in dark, nothing is wrong with', () => {
  test.each(views)('%s', (_, view) => view(PHONE, inBothShades()))
})

test('on a narrow screen nothing is wider than the screen', async () => {
  const opened = await manage({ path: 'manage' })({ viewport: { width: 320, height: 640 } })
  const { page } = opened
  for (const path of ['manage', incidentPath, 'manage/new', `${incidentPath}/edit`]) {
    await goTo(opened, path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText(say('app.loading')).first().waitFor({ state: 'detached' })
    await expectFitting(page)
  }
})
