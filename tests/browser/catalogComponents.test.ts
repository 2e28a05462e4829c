import type { Locator, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { buildComponent, buildData } from '../support/builders'
import { expectNoAxeViolations } from '../support/browser/axe'
import { impact, NOW, ongoing } from '../support/browser/manageCloud'
import { button, openManagePage } from '../support/browser/managePage'
import { say } from '../support/browser/texts'

const part = (name: string, order: string, labels: Record<string, string> = {}) =>
  buildComponent({ id: uuidOf(name), displayName: name, labels: { order, ...labels } })
const data = () =>
  buildData({
    components: [part('Compute', '10'), part('DNS', '20', { region: 'north' }), part('Storage', '30')],
    incidents: [ongoing({ affects: [impact('Compute', 66)] })],
  })
const config = { components: { orderLabel: 'order', retiredLabel: 'retired', groupBy: 'region' } }
const open = (path: string, rest: Parameters<typeof openManagePage>[0] = {}) =>
  openManagePage({ now: NOW, server: { data: data() }, config, path, ...rest })
const openComponents = async (rest: Parameters<typeof openManagePage>[0] = {}) => {
  const opened = await open('manage/components', rest)
  await opened.page.getByRole('checkbox', { name: 'Compute' }).waitFor()
  return opened
}
const openTypes = async (rest: Parameters<typeof openManagePage>[0] = {}) => {
  const opened = await open('manage/impact-types', rest)
  await opened.page.getByRole('heading', { name: 'Slow responses' }).waitFor()
  return opened
}
const label = (page: Page | Locator, what: 'keyOf' | 'valueOf', n: number) =>
  page.getByLabel(say(`manage.components.${what}`, { n: String(n) }))
const closed = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' })

describe('components', () => {
  test('are made, renamed and labelled', async () => {
    const { page, takeWrites } = await openComponents()
    await button(page, 'manage.components.new').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(say('manage.fieldName.name')).fill('Mail')
    await button(dialog, 'manage.components.addLabel').click()
    await label(dialog, 'keyOf', 1).fill('region')
    await label(dialog, 'valueOf', 1).fill('north,south')
    await dialog.getByText(say('manage.components.reserved.groupBy')).waitFor()
    await button(dialog, 'manage.components.create').click()
    await closed(page)
    await page.getByRole('checkbox', { name: 'Mail' }).waitFor()
    expect(takeWrites()).toMatchObject([{ method: 'POST', body: { displayName: 'Mail', labels: { region: 'north,south' } } }])

    await button(page, 'manage.components.editName', { name: 'DNS' }).click()
    await dialog.getByLabel(say('manage.fieldName.name')).fill('Names')
    await label(dialog, 'valueOf', 2).fill('south')
    await button(dialog, 'manage.catalog.save').click()
    await closed(page)
    await page.getByRole('checkbox', { name: 'Names' }).waitFor()
    expect(takeWrites().map(({ method, body }) => [method, body])).toEqual([
      ['PATCH', { displayName: 'Names', labels: { order: '20', region: 'south' } }],
    ])
  })

  test('get a label together, one write each, and only those that change', async () => {
    const { page, takeWrites } = await openComponents()
    for (const name of ['DNS', 'Storage']) await page.getByRole('checkbox', { name }).check()
    await button(page, 'manage.components.bulk').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(say('manage.components.key')).fill('region')
    await dialog.getByLabel(say('manage.components.value'), { exact: true }).fill('north')
    await button(dialog, 'manage.catalog.save').click()
    await closed(page)
    expect(takeWrites()).toMatchObject([{ method: 'PATCH', body: { labels: { order: '30', region: 'north' } } }])
  })

  test('are ordered by keyboard and by drag', async () => {
    const { page, takeWrites } = await openComponents()
    await button(page, 'manage.components.order').click()
    await button(page, 'manage.components.up', { name: 'Storage' }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Alt+ArrowUp')
    await page
      .getByText(say('manage.components.place', { name: 'Storage', place: '1', total: '3' }))
      .waitFor({ state: 'attached' })
    await button(page, 'manage.components.orderSave').click()
    await page.getByRole('checkbox', { name: 'Storage' }).waitFor()
    expect(takeWrites()).toMatchObject([
      { path: expect.stringContaining(uuidOf('Storage')) as string, body: { labels: { order: '5' } } },
    ])

    await button(page, 'manage.components.order').click()
    // What is dragged is for the mouse and fingers alone, and silent.
    const handle = (name: string) => page.getByRole('listitem').filter({ hasText: name }).locator('.handle')
    await handle('Storage').dragTo(handle('DNS'))
    await page
      .getByText(say('manage.components.place', { name: 'Storage', place: '3', total: '3' }))
      .waitFor({ state: 'attached' })
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON')
    await button(page, 'manage.components.orderSave').click()
    await page.getByRole('checkbox', { name: 'Storage' }).waitFor()
    expect(takeWrites()).toMatchObject([{ body: { labels: { order: '30' } } }])
  })

  test('are ordered with a finger', async () => {
    const { page, takeWrites } = await openComponents({ viewport: { width: 360, height: 740 }, hasTouch: true })
    await button(page, 'manage.components.order').click()
    const box = async (name: string) =>
      (await page.getByRole('listitem').filter({ hasText: name }).locator('.handle').boundingBox())!
    const [from, to] = [await box('Storage'), await box('Compute')]
    const client = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: from.x + from.width / 2, y }],
      })
    await touch('touchStart', from.y + 20)
    for (let step = 1; step <= 10; step++) {
      await touch('touchMove', from.y + 20 + ((to.y - from.y - 10) * step) / 10)
      await page.waitForTimeout(40)
    }
    await touch('touchEnd', 0)
    await page
      .getByText(say('manage.components.place', { name: 'Storage', place: '1', total: '3' }))
      .waitFor({ state: 'attached' })
    await button(page, 'manage.components.orderSave').click()
    await page.getByRole('checkbox', { name: 'Storage' }).waitFor()
    expect(takeWrites()).toMatchObject([{ body: { labels: { order: '5' } } }])
  })

  test('are renamed in their row and deleted together, and the keyboard is never lost', async () => {
    const { page, takeWrites } = await openComponents()
    await button(page, 'manage.components.rename', { name: 'DNS' }).click()
    await page.keyboard.type('Names')
    await page.keyboard.press('Enter')
    await button(page, 'manage.components.rename', { name: 'Names' }).waitFor()
    expect(takeWrites()).toMatchObject([{ method: 'PATCH', body: { displayName: 'Names' } }])
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Names')
    for (const name of ['Names', 'Storage']) await page.getByRole('checkbox', { name }).check()
    await button(page, 'manage.components.bulkDelete').click()
    await button(page.getByRole('dialog'), 'manage.delete.confirm').click()
    await button(page.getByRole('dialog'), 'manage.operation.sendNow').click()
    await closed(page)
    await page.getByRole('checkbox', { name: 'Storage' }).waitFor({ state: 'detached' })
    expect(takeWrites().map(({ method }) => method)).toEqual(['DELETE', 'DELETE'])
    await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false)
  })

  test('are deleted, or retired where the server refuses, and taken back', async () => {
    const { page, takeWrites, server, site, expectProblem } = await openComponents()
    expectProblem(/status of 409/)
    await button(page, 'manage.catalog.step.delete', { name: 'Storage' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(say('manage.delete.question', { title: 'Storage' })).waitFor()
    await button(dialog, 'manage.delete.confirm').click()
    await button(dialog, 'manage.operation.sendNow').click()
    await closed(page)
    expect(takeWrites()).toMatchObject([{ method: 'DELETE' }])
    expect(server.store.data.components).toHaveLength(2)

    await button(page, 'manage.catalog.step.delete', { name: 'Compute' }).click()
    await button(dialog, 'manage.delete.confirm').click()
    await button(dialog, 'manage.operation.sendNow').click()
    await dialog.getByText(say('manage.catalog.refused')).waitFor()
    await button(dialog, 'manage.components.retire').click()
    await closed(page)
    expect(takeWrites()).toMatchObject([
      { method: 'DELETE' },
      { method: 'PATCH', body: { labels: { order: '10', retired: '2026-03-10' } } },
    ])

    const visitor = await page.context().newPage()
    await visitor.goto(site.url)
    await visitor.getByRole('heading', { name: 'DNS' }).first().waitFor()
    expect(await visitor.getByRole('heading', { name: 'Compute' }).count()).toBe(0)
    await visitor.getByText('Compute').first().waitFor()
    await visitor.close()

    await button(page, 'manage.components.step.takeBack', { name: 'Compute' }).click()
    await page.getByText(say('manage.components.retired'), { exact: true }).waitFor({ state: 'detached' })
    expect(takeWrites()).toMatchObject([{ method: 'PATCH', body: { labels: { order: '10' } } }])
  })
})

test('impact types are made, changed and deleted', async () => {
  const { page, takeWrites, server } = await openTypes()
  const dialog = page.getByRole('dialog')
  await button(page, 'manage.impactTypes.new').click()
  await dialog.getByLabel(say('manage.fieldName.name')).fill('No connection')
  await button(dialog, 'manage.impactTypes.create').click()
  await closed(page)
  await button(page, 'manage.impactTypes.editName', { name: 'No connection' }).click()
  await dialog.getByLabel(say('manage.fieldName.description')).fill('Nothing comes back.')
  await button(dialog, 'manage.catalog.save').click()
  await closed(page)
  await page.getByText('Nothing comes back.').waitFor()
  expect(takeWrites().map(({ method, body }) => [method, body])).toEqual([
    ['POST', { displayName: 'No connection' }],
    ['PATCH', { description: 'Nothing comes back.' }],
  ])
  await button(page, 'manage.catalog.step.delete', { name: 'No connection' }).click()
  await button(dialog, 'manage.delete.confirm').click()
  await button(dialog, 'manage.operation.sendNow').click()
  await closed(page)
  expect(server.store.data.impactTypes.map(({ displayName }) => displayName)).toEqual(['Slow responses'])
})

const steps: Record<string, (page: Page) => Promise<void>> = {
  list: page => page.getByRole('checkbox', { name: 'DNS' }).check(),
  edit: page => button(page, 'manage.components.editName', { name: 'DNS' }).click(),
  rename: page => button(page, 'manage.components.rename', { name: 'DNS' }).click(),
  async first(page) {
    await button(page, 'manage.components.new').click()
    await page.getByLabel(say('manage.components.first.title')).check()
  },
  order: page => button(page, 'manage.components.order').click(),
  delete: page => button(page, 'manage.catalog.step.delete', { name: 'Compute' }).click(),
  async deleteAll(page) {
    await page.getByRole('checkbox', { name: 'DNS' }).check()
    await button(page, 'manage.components.bulkDelete').click()
  },
  async bulk(page) {
    await page.getByRole('checkbox', { name: 'DNS' }).check()
    await button(page, 'manage.components.bulk').click()
  },
}

describe.each(['light', 'dark'] as const)('in %s', mode => {
  const theme = { config: { ...config, theme: { mode } } }
  test.each(Object.keys(steps))('components, %s: nothing to complain about for axe, nothing wider than a phone', async name => {
    const { page } = await openComponents(theme)
    await page.setViewportSize({ width: 360, height: 740 })
    await steps[name]!(page)
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
    expect(wide).toBeLessThanOrEqual(room)
    await expectNoAxeViolations(page)
  })

  test('impact types: nothing to complain about for axe', async () => {
    const { page } = await openTypes(theme)
    await expectNoAxeViolations(page)
    await button(page, 'manage.impactTypes.new').click()
    await expectNoAxeViolations(page)
  })
})
