import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { openCloud } from '../support/browser/manageCloud'
import { say } from '../support/browser/texts'

const MAX_STOPS = 80

/** Presses Tab until what has the focus is called so: nobody may need more stops than there are. */
async function tabTo(page: Page, name: string | RegExp) {
  const seen: string[] = []
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    const focused = await page.evaluate(() => {
      const isControl = document.activeElement?.matches('a, button, input, select, textarea, summary, [tabindex="0"]')
      const element = isControl ? document.activeElement : null
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
          ? [...(element.labels ?? [])].map(label => label.textContent)
          : []
      return [element?.getAttribute('aria-label'), ...labels, element?.textContent].join(' ').replace(/\s+/g, ' ').trim()
    })
    seen.push(focused)
    if (typeof name === 'string' ? focused.includes(name) : name.test(focused)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${String(name)}:\n${seen.join('\n')}`)
}

test('an incident is reported, updated and ended by keyboard alone', async () => {
  const { page, takeWrites, server } = await openCloud()
  await page.getByRole('heading', { level: 1, name: say('manage.title') }).waitFor()
  await page.getByRole('region', { name: say('manage.list.ongoing') }).waitFor()

  await tabTo(page, say('manage.report.incident'))
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
  await tabTo(page, new RegExp(`^${say('manage.fieldName.title')}`))
  await page.keyboard.type('Names are not found')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: say('manage.report.open') }).waitFor()
  expect(takeWrites()).toMatchObject([{ method: 'POST', body: { displayName: 'Names are not found' } }])

  await tabTo(page, say('manage.report.open'))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Names are not found' }).waitFor()
  await tabTo(page, say('manage.update.headline'))
  await page.keyboard.type('Found it')
  await page.keyboard.press('Enter')
  await expect.poll(() => Object.values(server.store.data.updates).flat().length).toBe(1)
  await page.getByText(say('manage.step.say')).first().waitFor()

  await tabTo(page, say('manage.update.endNow'))
  await page.keyboard.press('Space')
  await tabTo(page, say('manage.update.publish'))
  await page.keyboard.press('Enter')
  await tabTo(page, say('manage.operation.sendNow'))
  await page.keyboard.press('Enter')
  await page.getByText(say('incident.stateEnded'), { exact: true }).waitFor()
  expect(takeWrites().map(({ method }) => method)).toEqual(['POST', 'PATCH'])
})
