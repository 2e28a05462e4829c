import '../support/temporal'
import { describe, expect, it } from 'vitest'
import { shallowRef } from 'vue'
import { useComponentHistory } from '@/shared/bars/useComponentHistory'
import { DAY_MS, HOUR_MS, NOW } from '../support/clock'
import { buildConfig } from '../support/config'
import { component, incident, scale, OUTAGE, DEGRADED } from '../unit/domain/builders'

const today = NOW - 12 * HOUR_MS
const historyWith = (severity: number | null, incidentId: string) => {
  const web = component({ hints: [{ incidentId, typeId: 'connectivity', severity }] })
  const listed = incident({ id: 'loaded', beganAt: NOW - 3 * HOUR_MS, endedAt: null, impacts: [] })
  const { historyOf } = useComponentHistory(
    {
      components: shallowRef([web]),
      incidents: shallowRef([listed]),
      scale: shallowRef(scale),
      observed: shallowRef([{ start: NOW - 5 * DAY_MS, end: NOW }]),
      confirmed: shallowRef(true),
      now: shallowRef(NOW),
      zone: shallowRef('UTC'),
    },
    buildConfig({ historyDays: 2 }),
  )
  return historyOf.value(web)
}

describe('a hint of a component', () => {
  it.each([
    [OUTAGE, 'outage'],
    [DEGRADED, 'degraded'],
  ])('of severity %d colours today and counts against the availability', (severity, name) => {
    const { days, availability } = historyWith(severity, 'loaded')
    expect(days.map(({ level }) => level?.name ?? level?.kind)).toEqual(['operational', name])
    expect(availability).toMatchObject({ observedMs: NOW - today + DAY_MS, lostMs: 3 * HOUR_MS })
  })

  it('on an incident that nobody could read leaves today without data', () => {
    const { days, availability } = historyWith(OUTAGE, 'unread')
    expect(days.map(({ level }) => level?.kind ?? null)).toEqual(['operational', null])
    expect(availability).toMatchObject({ observedMs: DAY_MS, lostMs: 0 })
  })
})
