import { describe, expect, it } from 'vitest'
import { daysUntil } from '@/domain/time/calendar'
import { clearedDays, type DrawnDays } from '@/domain/component/clearedDays'
import type { Incident } from '@/domain/incident/incident'
import { DEGRADED, OUTAGE, at, component, impact, incident, scale, span } from '../builders'

const NOW = at('2026-07-10T12:00:00Z')
const days = daysUntil(NOW, 'UTC', 10)
const one = (change: Partial<Incident>) =>
  incident({
    impacts: [impact(OUTAGE, 'web')],
    beganAt: at('2026-07-03T10:00:00Z'),
    endedAt: at('2026-07-05T10:00:00Z'),
    ...change,
  })
const cleared = (gone: Incident, others: readonly Incident[] = [], change: Partial<DrawnDays> = {}) =>
  clearedDays(gone, {
    days,
    incidents: [gone, ...others],
    components: [component({ id: 'web' }), component({ id: 'db' })],
    known: () => [span(at('2026-07-01T00:00:00Z'), NOW)],
    scale,
    ...change,
  }).map(({ date }) => date)

describe('the days that turn green without an incident', () => {
  const gone = one({ id: 'gone' })

  it('are all that it covers', () => {
    expect(cleared(gone)).toEqual(['2026-07-03', '2026-07-04', '2026-07-05'])
  })

  it('are not those on which another one affects the same component', () => {
    const other = one({ id: 'other', beganAt: at('2026-07-04T00:00:00Z'), impacts: [impact(DEGRADED, 'web')] })
    expect(cleared(gone, [other])).toEqual(['2026-07-03'])
  })

  it('are those on which one of several components is fine then', () => {
    const two = one({ id: 'gone', impacts: [impact(OUTAGE, 'web'), impact(OUTAGE, 'db')] })
    expect(cleared(two, [one({ id: 'other' })])).toHaveLength(3)
  })

  it('are none that nothing is known of, component by component', () => {
    const known = ({ id }: { id: string }) => (id === 'web' ? [span(at('2026-07-05T00:00:00Z'), NOW)] : [])
    expect(cleared(gone, [], { known })).toEqual(['2026-07-05'])
    expect(cleared({ ...gone, impacts: [impact(OUTAGE, 'db')] }, [], { known })).toEqual([])
  })

  it('are none of a component that is not drawn: retired, or hidden from this reader', () => {
    expect(cleared(gone, [], { components: [component({ id: 'db' })] })).toEqual([])
  })

  it('are none for an incident without components', () => {
    expect(cleared(one({ id: 'gone', impacts: [] }))).toEqual([])
  })
})
