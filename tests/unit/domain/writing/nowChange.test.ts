import { describe, expect, it } from 'vitest'
import { historyChanges } from '@/domain/writing/impactChange'
import type { Impact, Incident } from '@/domain/incident/incident'
import { changeFromNow, wayOf } from '@/domain/writing/nowChange'
import { DEGRADED, HOUR_MS, MAINTENANCE, NOTICE, OUTAGE, at, impact, incident } from '../builders'

const NOW = at('2026-07-01T12:00:00.500Z')
const CUT = at('2026-07-01T12:00:00Z')
const BEGAN = NOW - HOUR_MS
const LATER = NOW + HOUR_MS
const beside = { title: 'Slow (web)', description: 'See also [Slow](/incidents/one).' }
const options = { title: 'Slow', linkText: 'Continues [Slow](/incidents/one).', phase: { generation: 3, order: 0 }, beside }
const web = impact(DEGRADED, 'web')
const db = impact(DEGRADED, 'db')
const two = incident({ id: 'one', title: 'Slow', beganAt: BEGAN, phase: { generation: 1, order: 2 }, impacts: [web, db] })
const plan = (
  impacts: readonly Impact[],
  fields: Partial<Incident> = {},
  more: Partial<typeof options & { endedAt: number | null }> = {},
) => changeFromNow({ ...two, ...fields }, impacts, NOW, { ...options, ...more })

describe('a change of impacts goes from now on', () => {
  it.each([
    ['a component gets worse', [impact(OUTAGE, 'web'), db], 'beside'],
    ['both get worse', [impact(OUTAGE, 'web'), impact(OUTAGE, 'db')], 'beside'],
    ['one more is affected', [web, db, impact(NOTICE, 'mail')], 'beside'],
    ['one more, and one gets worse', [web, impact(OUTAGE, 'db'), impact(OUTAGE, 'mail')], 'beside'],
    ['an impact of another type is added', [web, db, impact(NOTICE, 'web', 'slow')], 'beside'],
    ['a component gets better', [impact(NOTICE, 'web'), db], 'followUp'],
    ['one gets worse and one better', [impact(OUTAGE, 'web'), impact(NOTICE, 'db')], 'followUp'],
    ['one is well again', [db], 'followUp'],
    ['one is well again and one is added', [db, impact(OUTAGE, 'mail')], 'followUp'],
    ['the type becomes another', [impact(DEGRADED, 'web', 'slow'), db], 'followUp'],
    ['an outage becomes maintenance', [impact(MAINTENANCE, 'web'), db], 'followUp'],
    ['all are well again', [], 'end'],
  ])('where %s', (_, impacts, way) => {
    expect(wayOf(historyChanges(two, impacts, NOW), impacts)).toBe(way)
  })

  it('by a follow-up where nobody knows how bad it was', () => {
    const impacts = [impact(OUTAGE, 'web')]
    expect(wayOf(historyChanges({ ...two, impacts: [impact(null, 'web')] }, impacts, NOW), impacts)).toBe('followUp')
  })
})

describe('a second incident beside the first', () => {
  it('has alone what got worse and what is new, and the first one is left alone', () => {
    expect(plan([impact(OUTAGE, 'web'), db, impact(NOTICE, 'mail')])).toEqual({
      way: 'beside',
      changes: {},
      created: { ...beside, beganAt: CUT, phase: options.phase, impacts: [impact(OUTAGE, 'web'), impact(NOTICE, 'mail')] },
    })
  })

  it('takes no impact along that only got the type it lacked', () => {
    const impacts = [impact(DEGRADED, 'web', 'slow'), impact(OUTAGE, 'db')]
    expect(plan(impacts, { impacts: [impact(DEGRADED, 'web', null), db] })?.created?.impacts).toEqual([impact(OUTAGE, 'db')])
  })

  it('ends when the first one is planned to, unless another end is given', () => {
    const worse = [impact(OUTAGE, 'web'), db]
    expect(plan(worse, { endedAt: LATER })?.created?.endedAt).toBe(LATER)
    expect(plan(worse, { endedAt: LATER }, { endedAt: LATER + 1 })?.created?.endedAt).toBe(LATER + 1)
    expect(plan(worse, {}, { endedAt: CUT })).toBeNull()
  })

  it('gives maintenance an end or is none', () => {
    const window = { impacts: [impact(MAINTENANCE, 'web')] }
    const more = [impact(MAINTENANCE, 'web'), impact(MAINTENANCE, 'db')]
    expect(plan(more, { ...window, endedAt: LATER })?.created).toMatchObject({
      endedAt: LATER,
      impacts: [impact(MAINTENANCE, 'db')],
    })
    expect(plan(more, window)).toBeNull()
  })

  it.each([
    ['has not begun', { beganAt: NOW + 1 }],
    ['has ended', { endedAt: NOW }],
  ])('is no choice where the first one %s', (_, times) => {
    expect(plan([impact(OUTAGE, 'web'), db], times)).toBeNull()
  })

  it('is nothing while an impact has a gap', () => {
    expect(plan([web, db, impact(null, 'mail')])).toBeNull()
  })
})

it('what gets better ends the incident, and a follow-up carries all on', () => {
  const impacts = [impact(NOTICE, 'web'), db]
  expect(plan(impacts)).toMatchObject({
    way: 'followUp',
    created: { title: 'Slow', beganAt: CUT, impacts },
    changes: { endedAt: CUT },
  })
  expect(plan([])).toEqual({ way: 'end', created: null, changes: { endedAt: CUT } })
})
