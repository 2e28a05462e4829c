import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { hasFocus } from '../support/browser/focus'
import { openCloud } from '../support/browser/manageCloud'
import { button } from '../support/browser/managePage'
import { say } from '../support/browser/texts'

const MAX_STOPS = 80

/** Presses Tab until something has the focus: nobody may need more stops than there are. */
async function tabTo(page: Page, wanted: Locator) {
  const seen: string[] = []
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    await wanted.waitFor()
    if (await hasFocus(wanted)) return
    seen.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? ''))
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${String(wanted)}:\n${seen.join('\n')}`)
}

test('an incident is reported, updated and ended by keyboard alone', async () => {
  const { page, takeWrites, server } = await openCloud()
  await page.getByRole('heading', { level: 1, name: say('manage.title') }).waitFor()
  await page.getByRole('region', { name: say('manage.list.ongoing') }).waitFor()

  await tabTo(page, button(page, 'manage.report.incident'))
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  // The search has the focus: what it finds is ticked in the list below.
  await page.keyboard.type('DNS')
  await page.keyboard.press('Tab')
  const ticked = () => page.getByText(say('manage.field.chosen', { n: 1 })).isVisible()
  for (let move = 0; move < 4 && !(await ticked()); move++) {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
  }
  await tabTo(page, page.getByLabel(say('manage.fieldName.title'), { exact: true }))
  await page.keyboard.type('Names are not found')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('link', { name: say('manage.report.open') }).waitFor()
  expect(takeWrites()).toMatchObject([{ method: 'POST', body: { displayName: 'Names are not found' } }])

  await tabTo(page, page.getByRole('link', { name: say('manage.report.open') }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Names are not found' }).waitFor()
  await tabTo(page, page.getByLabel(say('manage.update.headline')))
  await page.keyboard.type('Found it')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => Object.values(server.store.data.updates).flat().length).toBe(1)
  await page.getByText(say('manage.step.say')).first().waitFor()

  await tabTo(page, page.getByLabel(say('manage.update.endNow')))
  await page.keyboard.press('Space')
  await tabTo(page, button(page, 'manage.update.publish'))
  // The seconds in which an ending can be taken back do not run out while a slow machine tabs.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000)
  await page.keyboard.press('Enter')
  await tabTo(page, button(page, 'manage.operation.sendNow'))
  await page.keyboard.press('Enter')
  await page.clock.resume()
  await page.getByText(say('incident.stateEnded'), { exact: true }).waitFor()
  // The last phase goes along with the end, and is told.
  expect(takeWrites()).toMatchObject([
    { method: 'POST', body: { displayName: 'Found it' } },
    { method: 'POST', body: { displayName: 'Resolved' } },
    { method: 'PATCH', body: { endedAt: expect.any(String) as string, phase: { generation: 1, order: 2 } } },
  ])
})
