import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { incidentPath, openCloud, ongoing } from '../support/browser/manageCloud'
import { openStatusPage } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

const UPRIGHT = { width: 360, height: 740 }
const ACROSS = { width: 740, height: 360 }

/** What is laid out by its own width, and how high it is with what is in it. */
const containers = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#app *')]
      .filter(element => !['', 'normal'].includes(getComputedStyle(element).containerType) && element.offsetWidth > 0)
      .map(({ tagName, className, offsetHeight }) => ({ part: `${tagName}.${className}`, offsetHeight })),
  )

async function turn(page: Page) {
  const before = await containers(page)
  expect(before.length).toBeGreaterThan(0)
  for (const viewport of [ACROSS, UPRIGHT]) {
    await page.setViewportSize(viewport)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(viewport.width)
    const after = await containers(page)
    expect(after.map(({ part }) => part)).toEqual(before.map(({ part }) => part))
    expect(after.filter(({ offsetHeight }) => offsetHeight === 0)).toEqual([])
  }
}

test('a phone that is turned keeps all that the status page shows', async () => {
  const { page } = await openStatusPage({ viewport: UPRIGHT })
  await page.getByRole('heading', { name: say('recent.title') }).waitFor()
  await turn(page)
})

test('a phone that is turned keeps all that the page of an incident shows', async () => {
  const { page } = await openStatusPage({ viewport: UPRIGHT, path: `incidents/${uuidOf('incident slow volumes north')}` })
  await page.getByRole('heading', { name: AFFECTED_TITLE }).waitFor()
  await turn(page)
})

test('a phone that is turned keeps the impacts of a form', async () => {
  const { page } = await openCloud([ongoing()], { path: `${incidentPath}/edit`, viewport: UPRIGHT })
  const field = page.getByRole('combobox', { name: say('manage.field.typeOf', { name: 'Compute' }), exact: true })
  await field.waitFor()
  await turn(page)
  await page.setViewportSize(ACROSS)
  expect(await field.isVisible()).toBe(true)
})
