import { describe, expect, it } from 'vitest'
import { eventTime, eventUid } from '@/domain/incident/calendarEvent'
import { DEGRADED, HOUR_MS, impact, incident, MAINTENANCE } from '../builders'

const NOW = 100 * HOUR_MS
const maintenance = (fields: Parameters<typeof incident>[0]) => incident({ impacts: [impact(MAINTENANCE)], ...fields })
const [before, soon, later] = [NOW - HOUR_MS, NOW + HOUR_MS, NOW + 2 * HOUR_MS]

describe('what an event of a calendar is', () => {
  it.each([
    ['scheduled', { beganAt: soon, endedAt: later }, { start: soon, end: later }],
    ['in progress', { beganAt: before, endedAt: soon }, { start: before, end: soon }],
    ['beginning now', { beganAt: NOW, endedAt: soon }, { start: NOW, end: soon }],
    ['over', { beganAt: before, endedAt: NOW }, null],
    ['without an end', { beganAt: soon, endedAt: null }, 'noEnd'],
    ['in progress without an end', { beganAt: before, endedAt: null }, 'noEnd'],
    ['without any time', { beganAt: null, endedAt: null }, 'noEnd'],
    ['without a begin', { beganAt: null, endedAt: soon }, 'noBegin'],
    ['of no length', { beganAt: soon, endedAt: soon }, 'noLength'],
    ['shorter than calendars can write', { beganAt: soon + 100, endedAt: soon + 900 }, 'noLength'],
    ['of a second', { beganAt: soon + 900, endedAt: soon + 1000 }, { start: soon + 900, end: soon + 1000 }],
    ['that ends before it begins', { beganAt: later, endedAt: soon }, null],
  ] as const)('a maintenance %s', (_, times, expected) => {
    expect(eventTime(maintenance(times), NOW)).toEqual(expected)
  })

  it('also a maintenance that breaks something', () => {
    const both = incident({ impacts: [impact(DEGRADED), impact(MAINTENANCE, 'db')], beganAt: before, endedAt: soon })
    expect(eventTime(both, NOW)).toEqual({ start: before, end: soon })
  })

  it.each([
    ['an incident with an end', { impacts: [impact(DEGRADED)], beganAt: before, endedAt: soon }],
    ['a scheduled incident', { impacts: [impact(DEGRADED)], beganAt: soon, endedAt: later }],
    ['an incident that names no impact', { impacts: [], beganAt: soon, endedAt: later }],
  ])('not %s', (_, fields) => {
    expect(eventTime(incident(fields), NOW)).toBeNull()
  })
})

describe('the identity of an event', () => {
  it.each([
    ['https://status.test', 'a@status.test'],
    ['https://status.test/', 'a@status.test'],
    ['https://status.test:8443/api/', 'a@status.test:8443/api'],
    ['http://status.test/api', 'a@status.test/api'],
    ['https://user:secret@status.test/api', 'a@status.test/api'],
  ])('at %s is %s', (apiUrl, expected) => {
    expect(eventUid('a', apiUrl)).toBe(expected)
  })

  it('is plain, whatever the id is', () => {
    expect(eventUid('a b/ü;@\r\n', 'https://status.test')).toBe('a%20b%2F%C3%BC%3B%40%0D%0A@status.test')
  })
})
