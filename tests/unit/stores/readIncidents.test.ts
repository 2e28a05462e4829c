import { describe, expect, it } from 'vitest'
import { ApiError } from '@/domain/apiError'
import type { Span } from '@/domain/time/calendar'
import { overlap } from '@/domain/time/spans'
import { readIncidents } from '@/stores/readIncidents'
import { incident } from '../domain/builders'

const DAY_MS = 86_400_000
const days = (start: number, end: number): Span => ({ start: start * DAY_MS, end: end * DAY_MS })
const inDays = ({ start, end }: Span) => `${start / DAY_MS}-${end / DAY_MS}`

/** A server on which some days make every list with them fail, and that notes what it is asked. */
function serverWith(bad: readonly Span[], status: number | null = 500) {
  const asked: string[] = []
  return {
    asked,
    getIncidents: ({ start, end }: Span) => {
      asked.push(inDays({ start, end }))
      if (bad.some(span => overlap(span, { start, end })))
        return Promise.reject(
          new ApiError(
            status === null ? 'network' : 'server',
            { method: 'GET', path: '/incidents' },
            { status: status ?? undefined },
          ),
        )
      return Promise.resolve({
        items: [incident({ id: `from ${start / DAY_MS}` }), incident({ id: 'everywhere' })],
        invalidCount: 1,
      })
    },
  }
}

describe('a window of incidents', () => {
  it('is one request where nothing fails', async () => {
    const server = serverWith([])
    const { items, invalidCount, read, unread } = await readIncidents(server, days(0, 30))
    expect(server.asked).toEqual(['0-30'])
    expect(items.map(({ id }) => id)).toEqual(['from 0', 'everywhere'])
    expect({ invalidCount, read, unread }).toEqual({ invalidCount: 1, read: [days(0, 30)], unread: [] })
  })

  it.each([
    ['in the middle', [days(17, 18)], ['0-17', '18-30']],
    ['at its start', [days(0, 1)], ['1-30']],
    ['at its end', [days(29, 30)], ['0-29']],
    ['twice', [days(3, 4), days(25, 26)], ['0-3', '4-25', '26-30']],
  ])('with a broken record %s is read but for its day', async (_, bad, read) => {
    const server = serverWith(bad)
    const answer = await readIncidents(server, days(0, 30))
    expect(answer.unread.map(({ span }) => inDays(span))).toEqual(bad.map(inDays))
    expect(answer.unread.every(({ error }) => error.status === 500)).toBe(true)
    expect(answer.read.map(inDays)).toEqual(read)
    expect(answer.items.filter(({ id }) => id === 'everywhere')).toHaveLength(1)
    expect(server.asked.length).toBeLessThan(25)
  })

  it('asks the next time for the bad day apart, without a search', async () => {
    const server = serverWith([days(17, 18)])
    const { read, unread } = await readIncidents(server, days(1, 31), { bad: [days(17, 18)] })
    expect(server.asked).toEqual(['1-17', '18-31', '17-18'])
    expect(read.map(inDays)).toEqual(['1-17', '18-31'])
    expect(unread.map(({ span }) => inDays(span))).toEqual(['17-18'])
  })

  it('finds a long bad part within its bounds, and spends no more than it may', async () => {
    const server = serverWith([days(100, 300)])
    const { read, unread } = await readIncidents(server, days(0, 365))
    expect(server.asked.length).toBeLessThan(25)
    expect(read.length).toBeGreaterThan(0)
    expect(read.every(span => span.end <= 100 * DAY_MS || span.start >= 300 * DAY_MS)).toBe(true)
    const sum = (spans: readonly Span[]) => spans.reduce((total, { start, end }) => total + end - start, 0)
    expect(sum(read) + sum(unread.map(({ span }) => span))).toBe(365 * DAY_MS)
  })

  it('of a server that fails as a whole is given up after two halvings, and after one the next time', async () => {
    const server = serverWith([days(0, 64)])
    const first = await readIncidents(server, days(0, 64))
    expect(server.asked).toHaveLength(7)
    expect(first).toMatchObject({ read: [], unread: [{ span: days(0, 64) }] })
    server.asked.length = 0
    await readIncidents(server, days(0, 64), { bad: [days(0, 64)] })
    expect(server.asked).toHaveLength(3)
  })

  it('is searched again once a server that failed as a whole is back', async () => {
    const server = serverWith([days(7, 8)])
    const { unread } = await readIncidents(server, days(0, 64), { bad: [days(0, 64)] })
    expect(unread.map(({ span }) => inDays(span))).toEqual(['7-8'])
  })

  it.each([[502], [400], [401], [null]])('is not searched after %s', async status => {
    const server = serverWith([days(17, 18)], status)
    const { read, unread } = await readIncidents(server, days(0, 30))
    expect(server.asked).toEqual(['0-30'])
    expect(read).toEqual([])
    expect(unread.map(({ span }) => inDays(span))).toEqual(['0-30'])
  })

  it('that is not wanted any more ends with the reason of that', async () => {
    const aborted = new AbortController()
    aborted.abort(new Error('gone'))
    const answer = readIncidents({ getIncidents: () => Promise.reject(new Error('gone')) }, days(0, 3), {
      signal: aborted.signal,
    })
    await expect(answer).rejects.toThrow('gone')
  })
})
