import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayStatuses, impactSpans } from '@/domain/component/componentHistory'
import {
  backToNormal,
  correctTheRecord,
  followUpOf,
  fromNowOn,
  historyChanges,
  previewOf,
  rewritesHistory,
  splitOff,
  withParagraph,
  type IncidentPlan,
} from '@/domain/writing/impactChange'
import type { Impact, Incident } from '@/domain/incident/incident'
import { DEGRADED, HOUR_MS, MAINTENANCE, MINUTE_MS, NOTICE, OUTAGE, at, impact, incident, scale, span } from '../builders'

const NOW = at('2026-07-01T12:00:00.500Z')
const CUT = at('2026-07-01T12:00:00Z')
const BEGAN = NOW - HOUR_MS
const LATER = NOW + HOUR_MS
const options = { title: 'Still slow', linkText: 'Follows [one](/incidents/one).', phase: { generation: 3, order: 0 } }
const two = incident({
  id: 'one',
  title: 'Slow',
  description: 'Slow.\n',
  beganAt: BEGAN,
  phase: { generation: 1, order: 2 },
  impacts: [impact(OUTAGE, 'web'), impact(DEGRADED, 'db')],
})
const created = {
  title: 'Still slow',
  description: 'Slow.\n\nFollows [one](/incidents/one).',
  beganAt: CUT,
  phase: options.phase,
}

describe('history', () => {
  const [web, db] = two.impacts as [Impact, Impact]

  it.each([
    ['the same impacts', [db, web], []],
    ['another severity', [impact(NOTICE, 'web'), db], [['severity', 'web', OUTAGE, NOTICE]]],
    ['an impact less', [db], [['removed', 'web', OUTAGE, undefined]]],
    ['an impact more', [web, db, impact(NOTICE, 'mail')], [['added', 'mail', undefined, NOTICE]]],
    [
      'another type',
      [impact(OUTAGE, 'web', 'slow'), db],
      [
        ['removed', 'web', OUTAGE, undefined],
        ['added', 'web', undefined, OUTAGE],
      ],
    ],
    [
      'no impact',
      [],
      [
        ['removed', 'web', OUTAGE, undefined],
        ['removed', 'db', DEGRADED, undefined],
      ],
    ],
  ])('is changed by %s as said', (_, impacts, expected) => {
    const changes = historyChanges(two, impacts, NOW)
    expect(changes.map(({ change, componentId, before, after }) => [change, componentId, before, after])).toEqual(expected)
    expect(rewritesHistory(two, impacts, NOW)).toBe(expected.length > 0)
  })

  it.each([
    ['has not begun', { beganAt: NOW + 1 }, false],
    ['begins now', { beganAt: NOW }, false],
    ['has begun', { beganAt: NOW - 1 }, true],
    ['began nobody knows when', { beganAt: null }, true],
    ['has ended', { endedAt: NOW - 1 }, true],
    ['ends before it begins', { endedAt: BEGAN - 1 }, false],
  ])('of an incident that %s', (_, times, rewrites) => {
    expect(rewritesHistory({ ...two, ...times }, [], NOW)).toBe(rewrites)
  })

  it('is not changed by a type that was missing, but by its severity', () => {
    const gappy = { ...two, impacts: [impact(OUTAGE, 'web', null), impact(null, 'db', null), impact(NOTICE, 'db', 'slow')] }
    const filled = [impact(OUTAGE, 'web', 'slow'), impact(NOTICE, 'db', 'slow'), impact(DEGRADED, 'db', 'down')]
    expect(historyChanges(gappy, filled, NOW)).toEqual([{ change: 'severity', componentId: 'db', before: null, after: DEGRADED }])
  })
})

it('corrects the record with the impacts alone', () => {
  expect(correctTheRecord(two, [impact(NOTICE, 'web')])).toEqual({ created: null, changes: { impacts: [impact(NOTICE, 'web')] } })
  expect(correctTheRecord(two, two.impacts)).toEqual({ created: null, changes: {} })
  expect(correctTheRecord(two, [impact(null)])).toBeNull()
  const window = { ...two, endedAt: LATER }
  const changes = { impacts: [impact(MAINTENANCE)], endedAt: LATER }
  expect(correctTheRecord(window, [impact(MAINTENANCE)])).toEqual({ created: null, changes })
})

describe('from now on', () => {
  it('ends the incident where a follow-up with the impacts begins', () => {
    const impacts = [impact(NOTICE, 'web')]
    expect(fromNowOn(two, impacts, NOW, options)).toEqual({ created: { ...created, impacts }, changes: { endedAt: CUT } })
  })

  it('just ends where no impact remains', () => {
    expect(fromNowOn(two, [], NOW, options)).toEqual({ created: null, changes: { endedAt: CUT } })
  })

  it('keeps the planned end, or takes the given one', () => {
    const planned = { ...two, endedAt: LATER }
    expect(fromNowOn(planned, two.impacts, NOW, options)?.created).toMatchObject({ endedAt: LATER })
    expect(fromNowOn(planned, two.impacts, NOW, { ...options, endedAt: null })?.created).not.toHaveProperty('endedAt')
    expect(fromNowOn(two, two.impacts, NOW, { ...options, endedAt: LATER })?.created).toMatchObject({ endedAt: LATER })
  })

  it('is no choice where the follow-up would be over before it begins', () => {
    expect(fromNowOn(two, two.impacts, NOW, { ...options, endedAt: CUT })).toBeNull()
    expect(fromNowOn(two, [], NOW, { ...options, endedAt: CUT })?.changes).toEqual({ endedAt: CUT })
  })

  it('gives maintenance an end or does nothing', () => {
    const impacts = [impact(MAINTENANCE)]
    expect(fromNowOn(two, impacts, NOW, options)).toBeNull()
    expect(fromNowOn({ ...two, endedAt: LATER }, impacts, NOW, options)?.created).toMatchObject({ endedAt: LATER })
  })

  it('never ends before its begin, within one second', () => {
    const plan = fromNowOn({ ...two, beganAt: NOW - 100 }, two.impacts, NOW, options)
    expect([plan?.changes.endedAt, plan?.created?.beganAt]).toEqual([NOW - 100, NOW - 100])
  })

  it.each([
    ['has not begun', { beganAt: NOW + 1 }],
    ['has ended', { endedAt: NOW }],
    ['ends before it begins', { endedAt: BEGAN - 1 }],
  ])('is no choice for an incident that %s', (_, times) => {
    expect(fromNowOn({ ...two, ...times }, two.impacts, NOW, options)).toBeNull()
  })

  it('is nothing while an impact has a gap', () => {
    expect(fromNowOn(two, [impact(null)], NOW, options)).toBeNull()
  })
})

describe('back to normal', () => {
  it('carries the rest on, and never removes an impact from what was', () => {
    const impacts = [impact(DEGRADED, 'db')]
    expect(backToNormal(two, ['web'], NOW, options)).toEqual({ created: { ...created, impacts }, changes: { endedAt: CUT } })
  })

  it('ends the incident with the last component', () => {
    expect(backToNormal(two, ['web', 'db', 'other'], NOW, options)).toEqual({ created: null, changes: { endedAt: CUT } })
  })

  it('does nothing for components that are not affected', () => {
    expect(backToNormal(two, ['other'], NOW, options)).toBeNull()
  })
})

describe('a split', () => {
  it('moves the components with all of their time', () => {
    const plan = splitOff({ ...two, endedAt: LATER }, ['web'], options)
    expect(plan).toEqual({
      created: { ...created, beganAt: BEGAN, endedAt: LATER, impacts: [impact(OUTAGE, 'web')] },
      changes: { impacts: [impact(DEGRADED, 'db')] },
    })
  })

  it('sends the end along where maintenance stays', () => {
    const window = { ...two, endedAt: LATER, impacts: [impact(OUTAGE, 'web'), impact(MAINTENANCE, 'db')] }
    expect(splitOff(window, ['web'], options)?.changes).toEqual({ impacts: [impact(MAINTENANCE, 'db')], endedAt: LATER })
    expect(splitOff({ ...window, endedAt: null }, ['web'], options)).toBeNull()
    expect(splitOff({ ...window, endedAt: null }, ['db'], options)).toBeNull()
  })

  it.each([
    ['nothing', ['other']],
    ['everything', ['web', 'db']],
  ])('does not move %s', (_, components) => {
    expect(splitOff(two, components, options)).toBeNull()
  })

  it('is nothing with a gap on either side', () => {
    const gappy = { ...two, impacts: [impact(null, 'web'), impact(OUTAGE, 'db')] }
    expect(splitOff(gappy, ['web'], options)).toBeNull()
    expect(splitOff(gappy, ['db'], options)).toBeNull()
  })
})

describe('a follow-up of an ended incident', () => {
  it('begins now with the same impacts and no end', () => {
    expect(followUpOf({ ...two, endedAt: NOW - MINUTE_MS }, NOW, options)).toEqual({ ...created, impacts: two.impacts })
  })

  it('needs an end for maintenance', () => {
    const done = { ...two, endedAt: NOW - MINUTE_MS, impacts: [impact(MAINTENANCE)] }
    expect(followUpOf(done, NOW, options)).toBeNull()
    expect(followUpOf(done, NOW, { ...options, endedAt: LATER })).toMatchObject({ beganAt: CUT, endedAt: LATER })
  })
})

it('adds a paragraph to a text', () => {
  expect(withParagraph('a\n', ' b ')).toBe('a\n\nb')
  expect(withParagraph('', 'b')).toBe('b')
  expect(withParagraph('a', '')).toBe('a')
})

describe('the preview', () => {
  it('has the others, the changed one and the new one', () => {
    const other = incident({ id: 'other' })
    const impacts = [{ componentId: 'web', typeId: 'slow', severity: NOTICE }]
    const plan: IncidentPlan = { created: { ...created, impacts }, changes: { endedAt: CUT } }
    expect(previewOf([other, two], two, plan)).toEqual([
      other,
      { ...two, endedAt: CUT },
      { ...created, id: 'preview', endedAt: null, impacts, updateOrders: [] },
    ])
    expect(previewOf([other], two, { created: null, changes: {} })).toEqual([other, two])
  })

  const past = { ...span(NOW - 24 * HOUR_MS, CUT), date: '2026-07-01' }
  const componentIds = ['web', 'db', 'mail']
  const colours = (incidents: readonly Incident[]) => {
    const spans = impactSpans(incidents, scale)
    return componentIds.map(id => {
      const [status] = dayStatuses([past], spans.get(id) ?? [], [past], scale)
      return [status!.level!.key, [...status!.affectedMs].map(([level, ms]) => [level.key, ms]), status!.maintenanceMs]
    })
  }
  const lists = fc
    .subarray(componentIds, { minLength: 1 })
    .chain(ids => fc.tuple(...ids.map(id => fc.constantFrom(0, 10, 40, 90).map(severity => impact(severity, id)))))
  const incidents = fc
    .record({ impacts: lists, beganAt: fc.integer({ min: 1, max: 48 * 60 }) })
    .map(({ impacts, beganAt }) => incident({ id: 'one', impacts, beganAt: NOW - beganAt * MINUTE_MS, endedAt: LATER }))

  it('of "from now on" and of a split never recolours what was', () => {
    fc.assert(
      fc.property(incidents, lists, fc.subarray(componentIds), (original, impacts, components) => {
        const before = colours([original])
        const plans = [
          fromNowOn(original, impacts, NOW, options),
          backToNormal(original, components, NOW, options),
          splitOff(original, components, options),
        ]
        expect(plans[0]).not.toBeNull()
        for (const plan of plans) if (plan) expect(colours(previewOf([original], original, plan))).toEqual(before)
      }),
    )
  })

  it('of a corrected record recolours nothing unless it was said', () => {
    fc.assert(
      fc.property(incidents, lists, (original, impacts) => {
        const plan = correctTheRecord(original, impacts)!
        const recoloured = colours(previewOf([original], original, plan))
        if (!rewritesHistory(original, impacts, NOW)) expect(recoloured).toEqual(colours([original]))
        else expect(recoloured).not.toEqual(colours([original]))
      }),
    )
  })
})
