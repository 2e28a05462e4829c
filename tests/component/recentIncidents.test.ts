import { fireEvent, within } from '@testing-library/dom'
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

const dateOf = (heading: HTMLElement) => within(heading).getByRole('time').getAttribute('datetime')

async function renderRecent(incidents: WireIncident[], options: Parameters<typeof renderStatus>[0] = {}) {
  const page = await renderStatus({ data: buildData({ components: [named('Compute')], incidents }), ...options })
  const section = page.getByRole('region', { name: say('recent.title') })
  const headings = () => within(section).queryAllByRole('heading', { level: 3 })
  /** As `2026-03-10`, newest first. */
  const days = () => headings().map(dateOf)
  return {
    ...page,
    ...within(section),
    section,
    days,
    dayOf: (date: string) => around('listitem', headings()[days().indexOf(date)]!),
    component: () => textOf(around('listitem', page.getByRole('heading', { name: 'Compute' }))),
  }
}

describe('past incidents', () => {
  it('stand under the day on which they began, newest first', async () => {
    const { dayOf, days } = await renderRecent([
      past('Early', -2 * DAY_MS - 4 * HOUR_MS, HOUR_MS),
      past('Late', -2 * DAY_MS, 26 * HOUR_MS, { phase: { generation: 1, order: 2 } }),
    ])
    expect(days()).toHaveLength(14)
    const links = within(dayOf('2026-03-08')).getAllByRole('link').map(textOf)
    expect(links).toEqual(['Late', 'Early'])
    const late = textOf(within(dayOf('2026-03-08')).getAllByRole('listitem')[0])
    expect(late).toContain('Major')
    expect(late).toContain(`Sun 8 Mar, 12:00 – Mon 9 Mar, 14:00 UTC, ${say('incident.lasted', { duration: '1 day 2 hrs' })}`)
    expect(late).toContain('Resolved')
    expect(late).toContain('Compute')
    expect(textOf(dayOf('2026-03-09'))).toContain(say('recent.quiet'))
  })

  it('follow the zone of the reader', async () => {
    const { dayOf } = await renderRecent([past('Night', -13 * HOUR_MS, HOUR_MS)], { zone: 'Asia/Tokyo' })
    expect(textOf(dayOf('2026-03-10'))).toContain('Night')
    expect(textOf(dayOf('2026-03-10'))).toContain('08:00 – 09:00 GMT+9')
  })

  it('leave out what is ongoing or to come', async () => {
    const { section } = await renderRecent([ongoing([], { displayName: 'Now' }), past('Soon', DAY_MS, HOUR_MS)])
    expect(textOf(section)).not.toContain('Now')
    expect(textOf(section)).not.toContain('Soon')
  })

  it('whose times contradict each other are listed and marked, and counted nowhere', async () => {
    const page = await renderRecent([past('Backwards', -DAY_MS, -HOUR_MS)])
    const day = page.dayOf('2026-03-09')
    expect(textOf(day)).toContain('Backwards')
    expect(textOf(day)).toContain(say('incident.endsBeforeBegin'))
    expect(textOf(day)).not.toContain('lasted')
    expect(textOf(page.getByRole('heading', { level: 2, name: say('recent.title') }))).not.toBe('')
    expect(page.component()).toContain(`${say('availability.overPart', { n: 89, days: 90 })}: 100.00%`)
  })

  it('that began before the first day stand on the first day that they reach', async () => {
    const { days, dayOf } = await renderRecent([past('Long ago', -40 * DAY_MS, 36 * DAY_MS)], { config: { historyDays: 7 } })
    expect(days()).toHaveLength(7)
    expect(textOf(dayOf('2026-03-04'))).toContain('Long ago')
  })

  it('without a title or a known phase have a name all the same', async () => {
    const { dayOf } = await renderRecent([
      past('', -DAY_MS, HOUR_MS, { affects: [impactOn('Compute', 0)], phase: { generation: 1, order: 9 } }),
    ])
    expect(textOf(dayOf('2026-03-09'))).toContain(say('incident.untitledMaintenance'))
    expect(textOf(dayOf('2026-03-09'))).toContain(say('incident.unknownPhase'))
  })
})

describe('quiet days', () => {
  const incidents = [past('One', -DAY_MS, HOUR_MS), past('Other', -20 * DAY_MS, HOUR_MS)]

  it('are hidden on demand, and the address keeps the choice', async () => {
    const { days, getByRole, router } = await renderRecent(incidents)
    const button = getByRole('button', { name: say('recent.hideQuiet') })
    fireEvent.click(button)
    await flushPromises()
    expect(days()).toEqual(['2026-03-09', '2026-02-18'])
    expect(router.currentRoute.value.query).toEqual({ quiet: 'hide' })
    expect(button.getAttribute('aria-pressed')).toBe('true')
  })

  it('that are all there is are told in one sentence', async () => {
    const { getByText, days } = await renderRecent([], { url: '/?quiet=hide', config: { historyDays: 30 } })
    expect(getByText(say('recent.allQuiet', { n: 30 }))).toBeDefined()
    expect(days()).toHaveLength(0)
  })

  it('are shown a month at a time, to the end of the history and no further', async () => {
    const { days, getByRole, queryByRole } = await renderRecent([], { config: { historyDays: 43 } })
    fireEvent.click(getByRole('button', { name: say('recent.earlier', { n: 28 }) }))
    await flushPromises()
    expect(days()).toHaveLength(42)
    fireEvent.click(getByRole('button', { name: say('recent.earlier', { n: 1 }) }))
    await flushPromises()
    expect(days()).toHaveLength(43)
    expect(queryByRole('button', { name: /earlier/ })).toBeNull()
  })
})

describe('days of which nothing is known', () => {
  it('before the records say so, and are not called quiet', async () => {
    const { dayOf } = await renderRecent([], { config: { recordsSince: '2026-03-08' } })
    expect(textOf(dayOf('2026-03-07'))).toContain(say('recent.noData'))
    expect(textOf(dayOf('2026-03-08'))).toContain(say('recent.quiet'))
  })

  it('are not listed at all where the incidents could not be read', async () => {
    const first = [http.get(`${API_URL}/incidents`, () => new HttpResponse(null, { status: 500 }))]
    const { section, getByText } = await renderRecent([], { first })
    expect(getByText(say('recent.unread'))).toBeDefined()
    expect(textOf(section)).not.toContain(say('recent.quiet'))
  })
})

it('moves on by the clock when an incident ends', async () => {
  const page = await renderRecent([ongoing([impactOn('Compute', 90)], { displayName: 'Now', endedAt: wireTime(MINUTE_MS) })])
  expect(textOf(page.section)).not.toContain('Now')
  page.clock.moveTo(Date.parse(wireTime(MINUTE_MS)))
  await flushPromises()
  expect(textOf(page.dayOf('2026-03-10'))).toContain('Now')
})

it('says that nothing is known of the days after the last read', async () => {
  const page = await renderRecent([])
  page.clock.moveTo(NOW + 3 * DAY_MS)
  await flushPromises()
  expect(textOf(page.dayOf('2026-03-10'))).toContain(say('recent.quiet'))
  for (const date of ['2026-03-11', '2026-03-12', '2026-03-13']) expect(textOf(page.dayOf(date))).toContain(say('recent.noData'))
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
