import { expect, test } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { buildComponent, buildData, buildIncident } from '../support/builders'
import { hasFocus } from '../support/browser/focus'
import { printed } from '../support/browser/printed'
import { openStatusPage } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

const before = buildIncident({
  id: uuidOf('before'),
  displayName: 'Switch failure',
  beganAt: '2026-03-05T10:00:00Z',
  endedAt: '2026-03-05T12:00:00Z',
})
const open = (query = '') =>
  openStatusPage({
    now: Date.parse('2026-03-10T12:00:00Z'),
    path: `components/${buildComponent().id}${query}`,
    config: { timeZone: 'utc' },
    server: { data: buildData({ incidents: [before] }) },
  })

test('tells its year by keyboard, in one stop', async () => {
  const { page } = await open('?tab=history')
  const grid = page.getByRole('grid', { name: say('component.yearLabel', { name: 'Compute' }) })
  const today = grid.getByRole('gridcell', { name: /^Tue 10 Mar: / })
  await today.focus()
  for (const key of ['ArrowUp', 'ArrowDown', ...Array<string>(5).fill('ArrowLeft')]) await page.keyboard.press(key)
  const day = grid.getByRole('gridcell', { name: 'Thu 5 Mar: Major', exact: true })
  expect(await hasFocus(day)).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Compute' }).getByRole('link', { name: 'Switch failure' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  expect(await hasFocus(day)).toBe(true)
  await page.keyboard.press('Tab')
  expect(await grid.getByRole('gridcell').and(page.locator(':focus')).count()).toBe(0)
})

test('is printed with its past', async () => {
  const { page } = await open()
  await page.getByRole('heading', { name: say('component.days') }).waitFor()
  const sheet = await printed(page)
  await sheet.getByRole('heading', { name: say('component.availability') }).waitFor()
  await sheet.getByRole('link', { name: 'Switch failure' }).first().waitFor()
  expect(await sheet.getByRole('heading', { name: say('component.past') }).count()).toBe(1)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('tab').count()).toBe(0)
  expect(await page.getByRole('button').count()).toBe(0)
})
