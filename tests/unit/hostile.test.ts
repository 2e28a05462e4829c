import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as read from '@/api/mappers'
import { parseTime } from '@/api/wireTime'
import { parseConfig } from '@/config/parseConfig'
import { lastDaysAvailability, lastHoursAvailability, monthAvailabilities } from '@/domain/component/availabilityTable'
import { daysUntil, monthOf } from '@/domain/time/calendar'
import { eventTime, eventUid } from '@/domain/incident/calendarEvent'
import { isolated, isVisible } from '@/domain/characters'
import { componentStates, unresolvedHints } from '@/domain/component/componentState'
import { dayStatuses, impactSpans, observedSpans, segmentsOf } from '@/domain/component/componentHistory'
import { groupComponents, labelKeys, labelValues } from '@/domain/component/grouping'
import { draftOf, newIncidentOf } from '@/domain/writing/incidentDraft'
import { incidentsCsv, incidentsJson } from '@/domain/incident/incidentExport'
import { incidentsByMonth, monthsBack } from '@/domain/incident/incidentMonths'
import { incidentsAt, nextChangeAfter } from '@/domain/incident/moment'
import { findIncidents } from '@/domain/status/overview'
import { phaseName } from '@/domain/incident/phase'
import { levelOf, severityScale } from '@/domain/severity/severity'
import { severityChoices } from '@/domain/severity/severityChoice'
import { incidentsAsOf } from '@/domain/status/statusAt'
import { neighbouringIncidents, timeline } from '@/domain/incident/timeline'
import { verdict } from '@/domain/status/verdict'
import { fileNameOf } from '@/domain/fileName'
import {
  HOSTILE_ENTRIES,
  hostileDescriptions,
  hostileLinks,
  hostileSeverities,
  hostileTexts,
  hostileTimes,
  hostileValues,
  MANY_IMPACTS,
} from '../support/hostile'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const ZONE = 'Australia/Lord_Howe'
const call = { method: 'GET', path: '/hostile' } as const
// As it comes: through JSON, which has no undefined and no NaN.
const answer = (data: unknown) => ({ call, status: 200, body: JSON.parse(JSON.stringify({ data })) as unknown, text: '' })

/** Every number in there, whatever holds it. */
function numbersIn(value: unknown, seen = new Set<unknown>()): number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  const inner =
    value instanceof Map ? [...value.keys(), ...value.values()] : value instanceof Set ? [...value] : Object.values(value)
  return inner.flatMap(one => numbersIn(one, seen))
}
const expectNoNaN = (value: unknown) => expect(numbersIn(value).filter(Number.isNaN)).toEqual([])
const expectFinite = (value: unknown) => expect(numbersIn(value).filter(one => !Number.isFinite(one))).toEqual([])

interface Wire {
  readonly incidents: readonly unknown[]
  readonly components?: readonly unknown[]
  readonly severities?: readonly unknown[]
}

/** Asks the domain everything that the pages ask it. */
function judge({ incidents: wireIncidents, components: wireComponents = [], severities = hostileSeverities['unsorted']! }: Wire) {
  const { items: incidents } = read.incidents(answer(wireIncidents))
  const { items: components } = read.components(answer(wireComponents))
  const scale = severityScale(read.severities(answer(severities)).items)
  expectFinite([incidents, components, severityChoices(scale), scale.levels])

  const states = componentStates(components, { incidents, incidentsLoaded: true }, NOW, scale)
  const moment = incidentsAt(incidents, NOW, scale)
  const all = verdict({ states, ongoing: moment.ongoing, scale, missing: [], stale: false })
  expectFinite([all, states, moment, nextChangeAfter(incidents, NOW), unresolvedHints(components, incidents)])

  const days = daysUntil(NOW, ZONE, 90)
  const observed = observedSpans([{ start: days[0]!.start, end: NOW }], null, NOW)
  const spans = impactSpans(incidents, scale, components)
  for (const own of spans.values()) {
    const segments = segmentsOf(own, scale)
    expectNoNaN(segments)
    const statuses = dayStatuses(days, own, observed, scale)
    expectFinite(statuses.map(({ affectedMs, maintenanceMs, observedMs }) => ({ affectedMs, maintenanceMs, observedMs })))
    const facts = { segments, observed, now: NOW, zone: ZONE }
    expectFinite([lastHoursAvailability(facts), lastDaysAvailability(90, facts), monthAvailabilities('2025-12', facts)])
  }
  const months = monthsBack(monthOf(NOW, ZONE), 4, ZONE)
  expectFinite([incidentsByMonth(incidents, months, NOW), incidentsAsOf(incidents, NOW)])
  for (const incident of incidents) {
    expectFinite([neighbouringIncidents(incidents, incident.id), eventTime(incident, NOW), draftOf(incident)])
    newIncidentOf(draftOf(incident))
    expect(eventUid(incident.id, 'https://api.example/')).toMatch(/@api\.example$/)
    expect(fileNameOf(incident.title, 'incident')).toMatch(/^[^/\\\p{Cc}]+$/u)
  }
  for (const key of labelKeys(components))
    groupComponents(components, states, scale, { by: key, orderLabel: key, problemsFirst: true, locale: 'en' })
  labelValues(components, [])
  const names = new Map(components.map(({ id, name }) => [id, name]))
  findIncidents(incidents, names, 'x')
  const texts = {
    components: names,
    types: [],
    scale,
    generations: new Map(),
    linkTo: (id: string) => id,
    now: NOW,
  }
  incidentsCsv(incidents, texts)
  expectFinite(JSON.parse(incidentsJson(incidents, texts, { start: days[0]!.start, end: NOW }, [])))
  return { incidents, components, scale, all }
}

const impacts = [{ reference: 'c', type: 't', severity: 50 }]
const incident = (fields: object) => ({ id: 'i', displayName: 'x', beganAt: '2026-03-10T10:00:00Z', affects: impacts, ...fields })
const service = (fields: object = {}) => ({ id: 'c', displayName: 'Component', ...fields })

describe('hostile and odd data', () => {
  it.each(Object.entries({ ...hostileTexts, ...hostileDescriptions }))('%s, in every text', (_, text) => {
    const { components, incidents } = judge({
      incidents: [
        incident({ id: text, displayName: text, description: text, affects: [{ reference: text, type: text, severity: 50 }] }),
      ],
      components: [service({ id: text, displayName: text, labels: { [text]: text, group: text } })],
      severities: [{ displayName: text, value: 100 }],
    })
    expect(incidents).toHaveLength(1)
    expect(components[0]!.name).not.toBe('')
    expect(encodeURIComponent(incidents[0]!.id)).not.toBe('')
    const updates = read.updates(answer([{ order: 0, displayName: text, description: text, createdAt: text }]), text)
    expectFinite(timeline(updates.items))
    const phases = read.phases(answer({ generation: 1, phases: [text] }))
    expect(phaseName({ generation: 1, order: 0 }, new Map([[1, phases]]))).toBe(phases.names[0] || null)
    read.impactTypes(answer([{ id: text, displayName: text, description: text }]))
  })

  it('times of any kind are an instant or unknown, and every pair of them is judged', () => {
    for (const time of hostileTimes) if (typeof time === 'string') expectFinite(parseTime(time))
    for (const beganAt of hostileTimes) {
      const ends = hostileTimes.map((endedAt, index) => incident({ id: `i${index}`, beganAt, endedAt }))
      judge({ incidents: ends, components: [service()] })
    }
  })

  it.each(Object.entries(hostileSeverities))('severities: %s', (_, severities) => {
    const affects = hostileValues.map(severity => ({ reference: 'c', type: 't', severity }))
    const { scale, all } = judge({ incidents: [incident({ affects })], components: [service()], severities })
    expect(all.kind).not.toBe('operational')
    for (const value of hostileValues) {
      const level = levelOf(scale, typeof value === 'number' ? value : null)
      expect(scale.levels[level.rank]).toBe(level)
      expect(level.kind).not.toBe('operational')
    }
  })

  it('nothing but ids, everything null, references to nothing, ids twice', () => {
    const nulls = {
      displayName: null,
      description: null,
      beganAt: null,
      endedAt: null,
      phase: null,
      affects: null,
      updates: null,
    }
    const dangling = [{ reference: 'nobody', type: 'nothing', severity: 100 }, { reference: null }, null, 7, 'x', []]
    judge({
      incidents: [
        { id: 'bare' },
        { id: 'null', ...nulls },
        incident({ affects: dangling }),
        incident({}),
        incident({ id: 7 }),
        incident({ id: '7' }),
      ],
      components: [service({ labels: null, activelyAffectedBy: dangling }), service(), { id: 8 }, { id: '8' }],
    })
  })

  it(`${MANY_IMPACTS} impacts on one incident`, () => {
    const affects = Array.from({ length: MANY_IMPACTS }, (_, index) => ({
      reference: `c${index % 500}`,
      type: `t${index}`,
      severity: index % 102,
    }))
    const components = Array.from({ length: 500 }, (_, index) => service({ id: `c${index}` }))
    const { incidents, all } = judge({ incidents: [incident({ affects })], components })
    expect(incidents[0]!.impacts).toHaveLength(MANY_IMPACTS)
    expect(all.counts.affected).toBe(500)
  })

  it('any mixture of them', () => {
    const time = fc.constantFrom(...hostileTimes)
    const text = fc.constantFrom(...Object.values(hostileTexts), null, undefined, 7, {}, [])
    const affects = fc.array(
      fc.record({ reference: fc.constantFrom('c', 'd', null), type: text, severity: fc.constantFrom(...hostileValues) }),
      { maxLength: 4 },
    )
    const phase = fc.constantFrom(null, {}, { generation: -1, order: 0.5 }, { generation: 1e308, order: 0 })
    const any = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 3),
      displayName: text,
      description: text,
      beganAt: time,
      endedAt: time,
      phase,
      affects,
    })
    const severities = fc.constantFrom(...Object.values(hostileSeverities))
    const components = [service(), service({ id: 'd', activelyAffectedBy: [{ reference: 'a', severity: 200 }] })]
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), severities, (incidents, list) => {
        judge({ incidents, components, severities: list })
      }),
      { numRuns: 200 },
    )
  })

  it.each(hostileLinks)('no configuration leads to %j', link => {
    for (const config of [
      { links: { support: link } },
      { links: { components: [{ name: 'x', url: link }] } },
      { logo: link },
      { about: [{ path: 'x', title: 'x', url: link }] },
      { about: [{ path: 'x', title: 'x', source: link }] },
      { providers: [{ id: 'a', name: 'a', apiUrl: '/api', link }], apiUrl: undefined },
      { auth: { mode: 'cookie', loginUrl: link } },
      { apiUrl: link },
    ])
      expect(parseConfig({ apiUrl: '/api', ...config }).problems.length, JSON.stringify(config)).toBeGreaterThan(0)
  })

  it('what cannot be seen is no name, and what turns the order around keeps it to itself', () => {
    for (const [name, text] of Object.entries(hostileTexts)) {
      const isBlank = name === 'zero width' || name === 'blank letters'
      expect(isVisible(text), name).toBe(!isBlank)
      expect(read.components(answer([{ id: 'the id', displayName: text }])).items[0]!.name === 'the id', name).toBe(isBlank)
      const shown = isolated(text)
      expect([...shown].filter(one => one === '\u2068').length, name).toBe([...shown].filter(one => one === '\u2069').length)
      if (shown !== text) expect(shown).toMatch(/^\u2068[^\u202a-\u202e\u2066-\u2069]*\u2069$/)
      else expect(text).not.toMatch(/[\u0590-\u08ff\u202a-\u202e\u2066-\u2069]/)
    }
    expect(HOSTILE_ENTRIES).toBeGreaterThan(100)
  })
})
