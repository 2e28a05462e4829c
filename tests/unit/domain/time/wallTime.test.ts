import '../../../support/temporal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, readWallTime, twinOf, wallTimeOf } from '@/domain/time/wallTime'
import { HOUR_MS, at } from '../builders'

const BERLIN = 'Europe/Berlin'
const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString().replace('.000Z', 'Z'))
const read = (text: string, zone = BERLIN) => {
  const reading = readWallTime(text, zone)
  return reading && [iso(reading.instant), iso(reading.other), reading.skipped]
}

describe('a wall time', () => {
  it('is an instant of its zone', () => {
    expect(read('2026-03-10T13:00')).toEqual(['2026-03-10T12:00:00Z', null, false])
    expect(read('2026-03-10T13:00', 'UTC')).toEqual(['2026-03-10T13:00:00Z', null, false])
    expect(read('2026-03-10T13:00', 'Asia/Kathmandu')).toEqual(['2026-03-10T07:15:00Z', null, false])
  })

  it('may carry seconds, since some browsers add them', () => {
    expect(read('2026-03-10T13:00:27')).toEqual(['2026-03-10T12:00:27Z', null, false])
  })

  it('that clocks leave out is taken as far behind the gap as it lay in it', () => {
    expect(read('2026-03-29T02:30')).toEqual(['2026-03-29T01:30:00Z', null, true])
    expect(read('2026-03-29T01:59')).toEqual(['2026-03-29T00:59:00Z', null, false])
    expect(read('2026-03-29T03:00')).toEqual(['2026-03-29T01:00:00Z', null, false])
  })

  it('that comes twice is the earlier instant, and the later one is named', () => {
    expect(read('2026-10-25T02:30')).toEqual(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', false])
    expect(read('2026-10-25T03:00')).toEqual(['2026-10-25T02:00:00Z', null, false])
  })

  it('that changes by half an hour only is no different', () => {
    expect(read('2026-04-05T01:45', 'Australia/Lord_Howe')).toEqual(['2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z', false])
    expect(read('2026-10-04T02:15', 'Australia/Lord_Howe')).toEqual(['2026-10-03T15:45:00Z', null, true])
  })

  it.each(['', '2026-03-10', '2026-02-30T10:00', '2026-03-10T25:00', '2026-03-10T10:00Z', '12026-03-10T10:00', 'tomorrow'])(
    'is not to be read from "%s"',
    text => {
      expect(readWallTime(text, BERLIN)).toBeNull()
    },
  )
})

describe('the wall time of an instant', () => {
  it('is cut to the minute', () => {
    expect(wallTimeOf(at('2026-03-10T12:00:59.999Z'), BERLIN)).toBe('2026-03-10T13:00')
    expect(wallTimeOf(at('2026-07-01T00:00:00Z'), 'America/New_York')).toBe('2026-06-30T20:00')
  })

  it('leads back to that minute, or to its twin', () => {
    const minutes = fc.integer({ min: 0, max: 60_000_000 }).map(minute => minute * 60_000)
    const zones = fc.constantFrom('UTC', BERLIN, 'Australia/Lord_Howe', 'America/New_York', 'Asia/Kathmandu')
    fc.assert(
      fc.property(minutes, zones, (instant, zone) => {
        const reading = readWallTime(wallTimeOf(instant, zone), zone)
        expect([reading?.instant, reading?.other]).toContain(instant)
        expect(reading?.skipped).toBe(false)
      }),
    )
  })
})

describe('the twin of an instant', () => {
  it('is the other one with the same wall time', () => {
    expect(iso(twinOf(at('2026-10-25T00:30:27Z'), BERLIN))).toBe('2026-10-25T01:30:27Z')
    expect(iso(twinOf(at('2026-10-25T01:30:27Z'), BERLIN))).toBe('2026-10-25T00:30:27Z')
  })

  it('is missing nearly always', () => {
    expect(twinOf(at('2026-10-25T02:30:00Z'), BERLIN)).toBeNull()
    expect(twinOf(at('2026-10-25T00:30:00Z'), 'UTC')).toBeNull()
  })
})

describe('the next day', () => {
  it.each([
    ['2026-03-28T11:00:00Z', 23],
    ['2026-10-24T10:00:00Z', 25],
    ['2026-06-01T10:00:00Z', 24],
  ])('after %s comes %i hours later', (start, hours) => {
    expect((addDays(at(start), BERLIN, 1) - at(start)) / HOUR_MS).toBe(hours)
  })
})
