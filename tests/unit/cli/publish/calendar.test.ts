import ICAL from 'ical.js'
import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it } from 'vitest'
import { maintenanceCalendar } from '@/cli/publish/calendar'
import type { Publication } from '@/cli/publish/publication'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { eventUid } from '@/domain/incident/calendarEvent'
import { buildComponent, buildData, buildImpactType, buildIncident, buildUpdate } from '../../../support/builders'
import { cleanUp } from '../../../support/cleanup'
import { DAY_MS, HOUR_MS, NOW, wireTime } from '../../../support/clock'
import { API_URL } from '../../../support/config'
import { hostileTimes } from '../../../support/hostile'
import { parseCalendar } from '../../../support/ical'
import { buildPublication, hostileCorpus, hostileServer, openServer, PUBLIC_URL } from '../../../support/publication'
import { readPublication } from '../../../support/readPublication'
import { resetServer, useServer } from '../../../support/server'

useServer()
afterEach(async () => {
  cleanUp()
  await resetServer()
})

/** A maintenance from and to so many hours from now. */
const maintenance = (name: string, from: number, to: number, overrides: Partial<WireIncident> = {}) =>
  buildIncident({
    id: uuidOf(name),
    displayName: name,
    beganAt: wireTime(from * HOUR_MS),
    endedAt: wireTime(to * HOUR_MS),
    affects: [{ reference: buildComponent().id, type: buildImpactType().id, severity: 0 }],
    ...overrides,
  })

const data = () =>
  buildData({
    incidents: [
      maintenance('Coming', 5 * 24, 5 * 24 + 1, { description: 'Short **breaks**.\n\n- one\n- two' }),
      maintenance('Going on', -1, 1, { updates: [0, 1] }),
      maintenance('Over', -49, -48),
      maintenance('Long over', -24 * 31 - 1, -24 * 31),
      maintenance('Contradicts', -48, -49),
      buildIncident({ beganAt: wireTime(-HOUR_MS), endedAt: null }),
    ],
    updates: {
      [uuidOf('Going on')]: [
        buildUpdate({ createdAt: wireTime(-HOUR_MS) }),
        buildUpdate({ order: 1, createdAt: wireTime(-HOUR_MS / 2) }),
      ],
    },
  })

/** Taken apart by ical.js, and once more by what is stricter than that. */
function parsed(publication: Publication) {
  const file = maintenanceCalendar(publication)
  const strict = parseCalendar(file)
  const component = new ICAL.Component(ICAL.parse(file))
  const events = component.getAllSubcomponents('vevent').map(one => new ICAL.Event(one))
  expect(events.map(({ uid }) => uid)).toEqual(strict.events.map(({ UID }) => UID))
  return { ...strict, file, events, lines: strict.events }
}

describe('the calendar of maintenance', () => {
  it('has what comes, what is in progress, and what ended in the last 30 days', async () => {
    const { events, lines, properties } = parsed(await buildPublication({ data: data() }))
    expect(properties).toMatchObject({ 'X-WR-CALNAME': 'Cloud – Maintenance', 'REFRESH-INTERVAL': 'PT1H' })
    expect(events.map(({ summary }) => summary)).toEqual(['Coming', 'Going on', 'Over'])
    const [coming, going, over] = lines
    expect(coming).toMatchObject({
      UID: eventUid(uuidOf('Coming'), API_URL),
      DTSTART: '20260315T120000Z',
      DTEND: '20260315T130000Z',
      DESCRIPTION: `Short breaks.\n\n- one\n- two\n\nAffected components: Compute\n\n${PUBLIC_URL}incidents/${uuidOf('Coming')}/`,
      URL: `${PUBLIC_URL}incidents/${uuidOf('Coming')}/`,
      STATUS: 'CONFIRMED',
      SEQUENCE: '0',
      DTSTAMP: '20260213T120000Z',
    })
    expect(going).toMatchObject({ SEQUENCE: '2', DTSTAMP: '20260310T113000Z', 'LAST-MODIFIED': '20260310T113000Z' })
    expect(over).toMatchObject({ DTSTAMP: '20260308T120000Z', DTSTART: '20260308T110000Z', DTEND: '20260308T120000Z' })
  })

  it('is the same in each round until something happens', async () => {
    const { open, demo, moveTo, now } = openServer({ data: data() })
    const first = maintenanceCalendar(await readPublication(open, now()))
    moveTo(NOW + HOUR_MS / 2)
    expect(maintenanceCalendar(await readPublication(open, now()))).toBe(first)
    demo.write(({ updates, incidents }) => {
      updates[uuidOf('Coming')] = [buildUpdate({ createdAt: wireTime(HOUR_MS / 4) })]
      incidents.find(({ id }) => id === uuidOf('Coming'))!.endedAt = wireTime(5 * DAY_MS + 2 * HOUR_MS)
    })
    const { lines } = parsed(await readPublication(open, now()))
    expect(lines[0]).toMatchObject({ DTEND: '20260315T140000Z', SEQUENCE: '1', DTSTAMP: '20260310T121500Z' })
  })

  it('leaves out addresses that nobody knows, and is a calendar without events too', async () => {
    const { lines } = parsed(await buildPublication({ data: data(), config: { publicUrl: null } }))
    expect(lines[0]).not.toHaveProperty('URL')
    expect(lines[0]!['DESCRIPTION']).not.toContain('incidents/')
    expect(parsed(await buildPublication()).events).toEqual([])
  })

  it('takes any times', async () => {
    const times = hostileTimes.filter(time => typeof time === 'string' || time === null)
    const incidents = times.flatMap((beganAt, index) =>
      times.slice(0, 8).map((endedAt, other) => ({ ...maintenance('x', 0, 1), id: `i${index}-${other}`, beganAt, endedAt })),
    )
    const publication = await buildPublication({
      anyIds: true,
      first: [http.get(`${API_URL}/incidents`, () => HttpResponse.json({ data: incidents }))],
    })
    expect(publication.incidents.length).toBeGreaterThan(50)
    const { lines } = parsed(publication)
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(Object.values(line).join()).not.toMatch(/NaN|Invalid/)
  })

  it.each(hostileCorpus)('survives %s in every text', async (_, text) => {
    const publication = await buildPublication(hostileServer(text))
    const { lines, events } = parsed(publication)
    expect(events).toHaveLength(1)
    expect(Object.keys(lines[0]!).sort()).toEqual(
      [
        ...'DESCRIPTION DTEND DTSTAMP DTSTART LAST-MODIFIED SEQUENCE STATUS SUMMARY TRANSP UID URL'.split(' '),
        'X-MICROSOFT-CDO-BUSYSTATUS',
      ].sort(),
    )
  })
})
