import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { generateCloud } from '../support/generateCloud'
import { atEnd } from '../support/cleanup'
import { DAY_MS, MINUTE_MS, NOW } from '../support/clock'
import { components, renderComponents } from '../support/componentSection'
import { buildData } from '../support/builders'
import { impactOn, named, ongoing, settled } from '../support/status'

// Parts that nobody waits for come within two frames and an idle moment.
const CALM_MS = 60

/**
 * What was done to the section since it was drawn as a whole; the browser's own record, so that it also knows what was written anew
 * as it was.
 */
async function watched(section: Element) {
  const records: string[] = []
  const note = (list: MutationRecord[]) =>
    records.push(...list.map(({ type, attributeName, target }) => `${type} ${attributeName ?? ''} of ${target.nodeName}`))
  const observer = new MutationObserver(note)
  observer.observe(section, { subtree: true, childList: true, attributes: true, characterData: true })
  atEnd(() => observer.disconnect())
  do records.splice(0)
  while (await new Promise<boolean>(resolve => setTimeout(() => resolve(records.length > 0), CALM_MS)))
  return () => {
    note(observer.takeRecords())
    return records
  }
}

describe('the components', () => {
  it('are not touched by a poll that changed nothing', async () => {
    const { section, store } = await renderComponents()
    const changes = await watched(section)
    await store.refresh()
    await settled({ store })
    expect(changes()).toEqual([])
  })

  it('are not touched by a minute in which nothing begins or ends', async () => {
    const { section, clock } = await renderComponents({
      data: buildData({
        components,
        incidents: [ongoing([impactOn('Compute South', 0)], { endedAt: new Date(NOW + DAY_MS).toISOString() })],
      }),
    })
    const changes = await watched(section)
    clock.moveTo(NOW + MINUTE_MS)
    await flushPromises()
    expect(changes()).toEqual([])
  })

  it('change in the row whose component did, and in no other', async () => {
    const { section, store, row, rows: rowsNow, demo } = await renderComponents()
    const rows = rowsNow()
    const before = rows.map(one => one.innerHTML)
    const changes = await watched(section)
    demo.write(data => void (data.components.find(({ displayName }) => displayName === 'Dashboard')!.displayName = 'Console'))
    await store.refresh()
    await settled({ store })
    expect(changes()).not.toEqual([])
    const changed = rowsNow().filter((one, index) => one !== rows[index] || one.innerHTML !== before[index])
    expect(changed).toHaveLength(1)
    expect(changed[0]).toBe(row('Console'))
  })

  it('are the same objects after a poll that changed something else', async () => {
    const { store, demo } = await renderComponents()
    const { states, incidents } = store
    demo.write(data => void data.components.push(named('New', {})))
    await store.refresh()
    await settled({ store })
    expect(store.states).not.toBe(states)
    expect(store.incidents).toBe(incidents)
    for (const [id, state] of states) expect(store.states.get(id)).toBe(state)
  })
})

describe('a long list', () => {
  const data = generateCloud({ components: 400, incidents: 50, days: 30, now: NOW })

  it('draws the rows of the first screen, and says how many there are', async () => {
    const page = await renderComponents({ data, config: { components: { groupBy: null } } })
    const rows = page.rows()
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.length).toBeLessThan(60)
    expect(rows.map(row => row.getAttribute('aria-setsize'))).toEqual(rows.map(() => '400'))
    expect(rows[0]!.getAttribute('aria-posinset')).toBe('1')
  })

  it('draws all of them on paper, and the first ones again after it', async () => {
    const { rows } = await renderComponents({ data, config: { components: { groupBy: null } } })
    const count = () => rows().length
    const before = count()
    window.dispatchEvent(new Event('beforeprint'))
    await flushPromises()
    expect(count()).toBe(400)
    window.dispatchEvent(new Event('afterprint'))
    await flushPromises()
    expect(count()).toBe(before)
  })
})
