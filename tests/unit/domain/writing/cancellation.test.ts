import { describe, expect, it } from 'vitest'
import { cancellationOf, isOverAfter, type CancelChoice } from '@/domain/writing/cancellation'
import type { Incident } from '@/domain/incident/incident'
import { HOUR_MS, MAINTENANCE, impact, incident } from '../builders'

const words = {
  title: ({ title }: Pick<Incident, 'title'>) => `Cancelled: ${title || 'untitled'}`,
  headline: (choice: CancelChoice) => `Headline of ${choice}`,
}
const planned = (fields: Partial<Incident> = {}) =>
  incident({ title: 'Swap', beganAt: HOUR_MS, endedAt: 2 * HOUR_MS, impacts: [impact(MAINTENANCE)], ...fields })
const cancel = (
  choice: CancelChoice,
  { of = planned(), text = '', endedAt = null as number | null, now = 1.5 * HOUR_MS + 999 } = {},
) => cancellationOf(of, { choice, text, endedAt }, now, words)

describe('a maintenance that is cancelled', () => {
  it('is kept without any time, says so in its title, and in an update even without a text', () => {
    expect(cancel('keep')).toMatchObject({
      changes: { title: 'Cancelled: Swap', endedAt: HOUR_MS },
      update: { title: 'Headline of keep' },
    })
    expect(cancel('keep', { of: planned({ title: '' }) }).changes.title).toBe('Cancelled: untitled')
    expect(cancel('keep', { text: ' Late. ' }).update).toEqual({ title: 'Headline of keep', description: 'Late.' })
  })

  it('ends now, to the second, and before it begins never', () => {
    expect(cancel('endNow')).toMatchObject({ changes: { endedAt: 1.5 * HOUR_MS }, update: null })
    const begun = planned({ beganAt: HOUR_MS + 500 })
    expect(cancel('endNow', { of: begun, now: HOUR_MS + 900 }).changes).toEqual({ endedAt: HOUR_MS + 500 })
  })

  it('takes another end, and an update where there is a text', () => {
    const endedAt = 3 * HOUR_MS
    expect(cancel('newEnd', { endedAt, text: 'Longer' })).toMatchObject({
      changes: { endedAt },
      update: { title: 'Headline of newEnd', description: 'Longer' },
    })
    expect(cancel('newEnd', { endedAt: 2 * HOUR_MS })).toMatchObject({ changes: {}, update: null })
  })

  it.each([
    ['is kept as cancelled', 'keep', null, true],
    ['ends now', 'endNow', null, true],
    ['ends earlier, at a time that is past', 'newEnd', 1.2 * HOUR_MS, true],
    ['is shortened, and goes on', 'newEnd', 1.8 * HOUR_MS, false],
    ['is deleted', 'delete', null, false],
  ] as const)('takes its last phase in the same change where it %s', (_, choice, endedAt, isOver) => {
    const phase = { generation: 2, order: 4 }
    const { changes } = cancellationOf(planned(), { choice, text: '', endedAt, phase }, 1.5 * HOUR_MS, words)
    expect(changes.phase).toEqual(isOver ? phase : undefined)
    expect(isOverAfter({ choice, endedAt }, 1.5 * HOUR_MS)).toBe(isOver)
  })

  it('has no title of ours, unless it is kept as cancelled', () => {
    const of = planned({ title: '' })
    expect(cancel('endNow', { of }).changes).not.toHaveProperty('title')
    expect(cancel('newEnd', { of, endedAt: 3 * HOUR_MS }).changes).not.toHaveProperty('title')
  })

  it('is not changed where it is deleted', () => expect(cancel('delete')).toMatchObject({ changes: {}, update: null }))
})
