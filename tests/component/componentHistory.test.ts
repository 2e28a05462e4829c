import '../support/temporal'
import { describe, expect, it } from 'vitest'
import { shallowRef } from 'vue'
import type { ServiceComponent } from '@/domain/component/component'
import { componentStates } from '@/domain/component/componentState'
import { doubtedStates } from '@/domain/status/confirmed'
import type { Incident } from '@/domain/incident/incident'
import { unclearAt } from '@/domain/incident/oddTimes'
import { useComponentHistory } from '@/composables/useComponentHistory'
import { DAY_MS, HOUR_MS, NOW } from '../support/clock'
import { buildConfig } from '../support/config'
import { component, impact, incident, scale, OUTAGE, DEGRADED } from '../unit/domain/builders'

const today = NOW - 12 * HOUR_MS

/** The history of one component as the page computes it, two days long. */
function historyOfOne(web: ServiceComponent, incidents: readonly Incident[]) {
  const judged = componentStates([web], { incidents, incidentsLoaded: true }, NOW, scale)
  const { historyOf } = useComponentHistory(
    {
      components: shallowRef([web]),
      incidents: shallowRef(incidents),
      scale: shallowRef(scale),
      observed: shallowRef([{ start: NOW - 5 * DAY_MS, end: NOW }]),
      confirmed: shallowRef(true),
      states: shallowRef(doubtedStates(judged, [web], incidents, NOW, scale)),
      unclear: shallowRef(unclearAt(incidents, NOW)),
      now: shallowRef(NOW),
      zone: shallowRef('UTC'),
    },
    buildConfig({ historyDays: 2 }),
  )
  return historyOf.value(web)
}

const historyWith = (severity: number | null, incidentId: string) =>
  historyOfOne(component({ activeReferences: [{ incidentId, typeId: 'connectivity', severity }] }), [
    incident({ id: 'loaded', beganAt: NOW - 3 * HOUR_MS, endedAt: null, impacts: [] }),
  ])

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

describe('what leaves open how a component is', () => {
  const kinds = (web: ServiceComponent, incidents: readonly Incident[]) => {
    const { days, availability, observed } = historyOfOne(web, incidents)
    return { days: days.map(({ level }) => level?.kind ?? null), observedMs: availability?.observedMs, observed }
  }
  const impacts = [impact(OUTAGE)]

  it('an incident that ends before it begins marks the days since its begin as unknown, and no minute of them counts', () => {
    const reversed = incident({ beganAt: today - 6 * HOUR_MS, endedAt: today - 8 * HOUR_MS, impacts })
    expect(kinds(component({}), [reversed])).toMatchObject({ days: ['unknown', 'unknown'], observedMs: 18 * HOUR_MS })
  })

  it('a begin that cannot be read marks today, and no day before', () => {
    const unread = incident({ beganAt: null, beginUnreadable: true, endedAt: null, impacts: [impact(0)] })
    expect(kinds(component({}), [unread])).toMatchObject({ days: ['operational', 'unknown'], observedMs: DAY_MS })
  })

  it('hints that nobody can read leave today without data', () => {
    expect(kinds(component({ hintsUnreadable: true }), [])).toMatchObject({ days: ['operational', null], observedMs: DAY_MS })
  })

  it('an incident that the server calls active before it begins makes today unknown', () => {
    const later = incident({ id: 'later', beganAt: NOW + HOUR_MS, endedAt: null, impacts })
    const web = component({ activeReferences: [{ incidentId: 'later', typeId: null, severity: null }] })
    expect(kinds(web, [later]).days).toEqual(['operational', 'unknown'])
  })
})
