import { expect, test } from 'vitest'
import { buildData } from '../support/builders'
import { first, moved, openHeld, painted, seenIn, type HeldPage } from '../support/browser/firstPaint'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const french = { now: NOW, locale: 'fr-FR' }

/** Each address of the API once, and the texts of one language, once. */
function expectAskedOnce({ server, site }: HeldPage) {
  const asked = server.requests.map(({ path }) => path)
  expect(asked.length).toBe(new Set(asked).size)
  // Those of Vuetify's parts are a file of the same name.
  const files = site.requests.flatMap(({ url }) => /\/(?:en|de|fr)-[^/]*\.js$/.exec(url)?.[0] ?? [])
  expect(files.map(file => file.slice(1, 3))).toContain('fr')
  expect(files.filter(file => !file.startsWith('/fr-'))).toEqual([])
  expect(files.length).toBe(new Set(files).size)
}

test.each([
  ['a desk', {}],
  ['a phone, dark, under the strict policy', { viewport: { width: 390, height: 844 }, colorScheme: 'dark', policy: 'header' }],
] as const)('first paint speaks a language that is not in the page once its file is there: %s', async (_, look) => {
  const opened = await openHeld({ ...french, ...look, held: /\/assets\/(?!fr-).*\.js$/ })
  await painted(opened.page)
  await first(opened.page).getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
  expect(await opened.page.locator('html').getAttribute('lang')).toBe('fr')
  const before = await seenIn(opened.page, 'first')
  expect(before.length).toBeGreaterThan(20)
  await opened.release()
  expect(moved(before, await seenIn(opened.page, 'app'))).toEqual([])
  await opened.page.waitForLoadState('networkidle')
  expectAskedOnce(opened)
})

test('first paint leaves it to the page where that file does not come', async () => {
  const opened = await openHeld({ ...french, server: { data: buildData() } })
  await expect.poll(() => opened.server.requests.length).toBe(5)
  expect(await first(opened.page).evaluate(place => place.childElementCount)).toBe(0)
  await opened.release()
  await opened.page.getByRole('heading', { name: say('recent.title', {}, 'fr') }).waitFor()
  await opened.page.waitForLoadState('networkidle')
  expectAskedOnce(opened)
})
