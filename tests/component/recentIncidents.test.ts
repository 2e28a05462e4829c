import { within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { buildData, buildIncident } from '../support/builders'
import { say } from '../support/browser/texts'
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW, wireTime } from '../support/clock'
import { API_URL } from '../support/config'
import { around } from '../support/roles'
import { impactOn, named, ongoing, renderStatus, textOf } from '../support/status'

const past = (name: string, fromMs: number, lengthMs: number, fields: Partial<WireIncident> = {}) =>
  buildIncident({
    id: uuidOf(name),
    displayName: name,
    beganAt: wireTime(fromMs),
    endedAt: wireTime(fromMs + lengthMs),
    affects: [impactOn('Compute', 50)],
    ...fields,
  })

async function renderRecent(incidents: WireIncident[], options: Parameters<typeof renderStatus>[0] = {}) {
  const page = await renderStatus({ data: buildData({ components: [named('Compute')], incidents }), ...options })
  const section = page.getByRole('region', { name: say('recent.title') })
  const { queryByRole } = within(section)
  /** The entry of an incident, by its title. */
  const entryOf = (name: string) => around('listitem', within(section).getByRole('link', { name }))
  return {
    ...page,
    ...within(section),
    section,
    entryOf,
    has: (name: string) => queryByRole('link', { name }) !== null,
    titles: () =>
      within(section)
        .getAllByRole('link')
        .map(textOf)
        .filter(text => ![say('recent.all'), say('recent.lookBack')].includes(text)),
    component: () => textOf(around('listitem', page.getByRole('heading', { name: 'Compute' }))),
  }
}

describe('past incidents', () => {
  it('tell what, how bad, when and how long, the one that ended last first', async () => {
    const { entryOf, titles } = await renderRecent([
      past('Early', -2 * DAY_MS - 4 * HOUR_MS, HOUR_MS),
      past('Late', -2 * DAY_MS, 26 * HOUR_MS, { phase: { generation: 1, order: 2 } }),
    ])
    expect(titles()).toEqual(['Late', 'Early'])
    const late = textOf(entryOf('Late'))
    expect(late).toContain('Major')
    expect(late).toContain(`Sun 8 Mar, 12:00 – Mon 9 Mar, 14:00 UTC, ${say('incident.lasted', { duration: '1 day 2 hrs' })}`)
    expect(late).toContain('Compute')
  })

  it('are the last five, and lead to all of them', async () => {
    const { titles, getByRole } = await renderRecent(
      [1, 2, 3, 4, 5, 6, 7].map(days => past(`Of ${days}`, -days * DAY_MS, HOUR_MS)),
    )
    expect(titles()).toEqual([1, 2, 3, 4, 5].map(days => `Of ${days}`))
    expect(getByRole('link', { name: say('recent.all') }).getAttribute('href')).toBe('/status/history')
  })

  it('follow the zone of the reader', async () => {
    const { entryOf } = await renderRecent([past('Night', -13 * HOUR_MS, HOUR_MS)], { zone: 'Asia/Tokyo' })
    expect(textOf(entryOf('Night'))).toContain('08:00 – 09:00 GMT+9')
  })

  it('leave out what is ongoing or to come', async () => {
    const { section } = await renderRecent([ongoing([], { displayName: 'Now' }), past('Soon', DAY_MS, HOUR_MS)])
    expect(textOf(section)).not.toContain('Now')
    expect(textOf(section)).not.toContain('Soon')
  })

  it('whose times contradict each other are listed and marked, and counted nowhere', async () => {
    const page = await renderRecent([past('Backwards', -DAY_MS, -HOUR_MS)])
    const entry = textOf(page.entryOf('Backwards'))
    expect(entry).toContain(say('incident.endsBeforeBegin'))
    expect(entry).not.toContain('lasted')
    expect(page.component()).toContain(`${say('availability.overPart', { n: 89, days: 90 })}: 100.00%`)
  })

  it('that began before the first day are listed where they reach into the history, and no longer', async () => {
    const long = past('Long ago', -40 * DAY_MS, 36 * DAY_MS)
    const { has } = await renderRecent([long, past('Before', -40 * DAY_MS, HOUR_MS)], { config: { historyDays: 7 } })
    expect(has('Long ago')).toBe(true)
    expect(has('Before')).toBe(false)
  })

  it('without a title have a name all the same', async () => {
    const { entryOf } = await renderRecent([past('', -DAY_MS, HOUR_MS, { affects: [impactOn('Compute', 0)] })])
    expect(entryOf(say('incident.untitledMaintenance'))).toBeDefined()
  })

  it('that are none are told in one sentence', async () => {
    const { getByText } = await renderRecent([], { config: { historyDays: 30 } })
    expect(getByText(say('recent.allQuiet', { n: 30 }))).toBeDefined()
  })
})

describe('days of which nothing is known', () => {
  const unknown = (n: number) => say('recent.unknownDays', { n, days: 90 })

  it('are counted where the records begin later', async () => {
    const { getByText } = await renderRecent([past('One', -DAY_MS, HOUR_MS)], { config: { recordsSince: '2026-03-08' } })
    expect(getByText(unknown(87))).toBeDefined()
  })

  it('are not called quiet where the incidents could not be read', async () => {
    const first = [http.get(`${API_URL}/incidents`, () => new HttpResponse(null, { status: 500 }))]
    const { section, getByText } = await renderRecent([], { first })
    expect(getByText(say('recent.unread'))).toBeDefined()
    expect(textOf(section)).not.toContain(say('recent.allQuiet', { n: 90 }))
  })

  it('are those after the last read as well', async () => {
    const page = await renderRecent([])
    expect(page.queryByText(unknown(3))).toBeNull()
    page.clock.moveTo(NOW + 3 * DAY_MS)
    await flushPromises()
    expect(page.getByText(unknown(3))).toBeDefined()
  })
})

it('moves on by the clock when an incident ends', async () => {
  const page = await renderRecent([ongoing([impactOn('Compute', 90)], { displayName: 'Now', endedAt: wireTime(MINUTE_MS) })])
  expect(page.has('Now')).toBe(false)
  page.clock.moveTo(Date.parse(wireTime(MINUTE_MS)))
  await flushPromises()
  expect(page.has('Now')).toBe(true)
})

it('counts no time after the last read as up', async () => {
  const page = await renderRecent([past('Whole', -12 * HOUR_MS, 12 * HOUR_MS)], { config: { historyDays: 2 } })
  expect(page.component()).toContain(`${say('availability.over', { days: 2 })}: 66.66%`)
  page.clock.moveTo(NOW + DAY_MS)
  await flushPromises()
  expect(page.component()).toContain(`${say('availability.overPart', { n: 1, days: 2 })}: 0.00%`)
})

it.each([false, true])('says of how many days an availability speaks (as a table: %s)', async isTable => {
  const page = await renderStatus({
    config: { recordsSince: '2026-03-08' },
    data: buildData({ components: [named('Compute')], incidents: [] }),
    url: isTable ? '/?view=table' : '/',
  })
  const part = say('availability.shortPart', { n: 3, days: 90 })
  if (isTable) {
    const row = around('row', await page.findByRole('rowheader', { name: 'Compute' }))
    return expect(textOf(row)).toContain(`100.00% (${part})`)
  }
  const row = textOf(around('listitem', page.getByRole('heading', { name: 'Compute' })))
  expect(row).toContain(`${say('availability.overPart', { n: 3, days: 90 })}: 100.00% ${part}`)
  expect(row).not.toContain(say('availability.over', { days: 90 }))
})
