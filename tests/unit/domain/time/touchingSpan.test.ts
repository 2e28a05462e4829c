import { touchesSpan } from '@/domain/time/spans'
import { describe, expect, it } from 'vitest'

const span = { start: 100, end: 200 }

describe('an incident touches a span', () => {
  it.each([
    ['within it', 120, 150, true],
    ['around it', 50, 250, true],
    ['that ends as it begins', 50, 100, false],
    ['that begins as it ends', 200, 250, false],
    ['that begins on its last instant', 199, 250, true],
    ['that is ongoing', 150, null, true],
    ['that began later', 300, null, false],
    ['of which nobody knows the begin', null, 101, true],
    ['of which nobody knows any time', null, null, true],
    ['without a duration', 150, 150, true],
    ['without a duration, at its begin', 100, 100, true],
    ['without a duration, at its end', 200, 200, false],
    ['that ends before it begins', 150, 20, true],
  ])('%s', (_name, beganAt, endedAt, touches) => {
    expect(touchesSpan({ beganAt, endedAt }, span)).toBe(touches)
  })
})
