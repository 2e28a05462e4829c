import { expect, it } from 'vitest'
import { isAnnounced } from '@/domain/announcement'

const at = (time: string) => Date.parse(time)

it.each([
  [null, null, '2026-03-10T12:00:00Z', true],
  ['2026-03-10', null, '2026-03-09T23:59:59Z', false],
  ['2026-03-10', null, '2026-03-10T00:00:00Z', true],
  [null, '2026-03-10', '2026-03-10T23:59:59Z', true],
  [null, '2026-03-10', '2026-03-11T00:00:00Z', false],
  ['2026-03-10T08:00:00+02:00', '2026-03-10T08:00:00Z', '2026-03-10T06:00:00Z', true],
  ['2026-03-10T08:00:00+02:00', '2026-03-10T08:00:00Z', '2026-03-10T05:59:59Z', false],
  ['2026-03-10T08:00:00+02:00', '2026-03-10T08:00:00Z', '2026-03-10T08:00:00Z', false],
  ['2026-03-11', '2026-03-10', '2026-03-10T12:00:00Z', false],
])('what is announced from %s until %s is there at %s: %s', (from, until, now, expected) => {
  expect(isAnnounced({ from, until }, at(now))).toBe(expected)
})
