import type { Page } from 'playwright'
import { expect } from 'vitest'
import { buildComponent, buildData, buildIncident } from '../builders'
import { openHost, type HostOptions } from './host'

const NOW = Date.parse('2026-03-10T12:00:00Z')
export const compute = buildComponent()
export const storage = buildComponent({
  id: '11111111-1111-4111-8111-111111111112',
  displayName: 'Storage',
  labels: { region: 'south,east', retired: '' },
})
export const outage = buildIncident({ beganAt: '2026-03-10T11:00:00.000Z', endedAt: null })
export const repairs = buildIncident({
  id: '22222222-2222-4222-8222-222222222223',
  displayName: 'New disks',
  beganAt: '2026-03-10T11:30:00.000Z',
  endedAt: '2026-03-10T12:02:00.000Z',
  affects: [{ ...buildIncident().affects![0]!, reference: storage.id, severity: 0 }],
})
export const quiet = buildData({ components: [compute, storage] })
export const troubled = buildData({ components: [compute, storage], incidents: [outage, repairs] })
export const BADGE = '<scs-status api="{api}" provider="Northwind"></scs-status>'
export const LIST = '<scs-status api="{api}" provider="Northwind" look="list"></scs-status>'

export const open = (options: Partial<HostOptions> = {}) =>
  openHost({ body: BADGE, now: NOW, server: { data: quiet }, ...options })
export const element = (page: Page, nth = 0) => page.locator('scs-status').nth(nth)
export const told = (page: Page, nth = 0) => element(page, nth).locator('[part=headline]').innerText()
/** @param name what the failure is told as */
export const settles = (page: Page, text: string | RegExp, nth = 0, name?: string) =>
  expect.poll(() => told(page, nth), { message: name }).toMatch(text)
export const oneLine = (text: string) => text.replace(/\s+/g, ' ')
/** The colour of the one shape that counts. */
export const color = (page: Page, nth = 0) =>
  element(page, nth)
    .locator('[part=headline] [part=shape]')
    .evaluate(shape => getComputedStyle(shape).fill)
export const GREEN = 'rgb(28, 124, 76)'
export const paths = (requests: readonly { path: string }[]) => requests.map(({ path }) => path.replace(/\?.*/, ''))
