import { describe, expect, it } from 'vitest'
import { notTakenOver, updateNotTakenOver } from '@/domain/writing/readBack'
import { DEGRADED, OUTAGE, impact, incident, update } from '../builders'

const after = incident({
  title: 'Slow',
  description: 'a\nb',
  beganAt: 10_000,
  endedAt: 20_000,
  phase: { generation: 1, order: 1 },
  impacts: [impact(OUTAGE, 'a'), impact(DEGRADED, 'b')],
})

describe('what a server did not take over', () => {
  it.each([
    ['nothing sent', {}, []],
    ['the same title', { title: ' Slow ' }, []],
    ['another title', { title: 'Fast' }, ['title']],
    ['other line ends', { description: 'a\r\nb\n' }, []],
    ['another text', { description: 'a' }, ['description']],
    ['a text taken away', { description: '' }, ['description']],
    ['a begin with a fraction', { beganAt: 10_999 }, []],
    ['a begin that was rounded up', { beganAt: 9001 }, []],
    ['a begin one second off', { beganAt: 11_000 }, ['beganAt']],
    ['no begin', { beganAt: null }, ['beganAt']],
    ['the end', { endedAt: 20_000 }, []],
    ['an end taken away', { endedAt: null }, ['endedAt']],
    ['the phase', { phase: { order: 1, generation: 1 } }, []],
    ['another phase', { phase: { generation: 1, order: 0 } }, ['phase']],
    ['another generation', { phase: { generation: 2, order: 1 } }, ['phase']],
    ['impacts in another order', { impacts: [impact(DEGRADED, 'b'), impact(OUTAGE, 'a')] }, []],
    ['another severity', { impacts: [impact(OUTAGE, 'a'), impact(OUTAGE, 'b')] }, ['impacts']],
    ['no impacts', { impacts: [] }, ['impacts']],
    ['several fields', { title: 'x', endedAt: null, impacts: [] }, ['title', 'endedAt', 'impacts']],
  ])('of %s', (_, sent, expected) => {
    expect(notTakenOver(sent as never, after)).toEqual(expected)
  })

  it('is an end that is missing, and a phase, of a new incident', () => {
    const bare = { ...after, endedAt: null, phase: null }
    expect(notTakenOver({ title: 'Slow', phase: { generation: 1, order: 0 }, endedAt: 0 }, bare)).toEqual(['endedAt', 'phase'])
    expect(notTakenOver({ endedAt: null }, bare)).toEqual([])
  })

  it.each([
    ['what was sent', { title: 'Update 0 ', description: '', createdAt: 5400 }, []],
    ['other texts', { title: 'x', description: 'y' }, ['title', 'description']],
    ['another time', { createdAt: 7000 }, ['createdAt']],
    ['a time that was left to it', { createdAt: null }, []],
  ])('of an update: %s', (_, sent, expected) => {
    expect(updateNotTakenOver(sent, update(0, 5000))).toEqual(expected)
  })
})
