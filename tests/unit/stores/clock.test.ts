import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watch } from 'vue'
import { createClock, type Clock } from '@/stores/clock'

const START = Date.parse('2026-03-10T12:00:20.500Z')
let clock: Clock
let moves: number[]

beforeEach(() => {
  vi.useFakeTimers({ now: START })
  clock = createClock()
  moves = []
  watch(clock.now, now => moves.push(now), { flush: 'sync' })
})
afterEach(() => {
  clock.stop()
  vi.useRealTimers()
})

/** Seconds after the start. */
const moved = () => moves.map(instant => (instant - START) / 1000)

describe('the clock', () => {
  it('begins with the present', () => {
    expect(clock.now.value).toBe(START)
    expect(clock.read()).toBe(START)
  })

  it('moves once a minute, when the minute changes', () => {
    vi.advanceTimersByTime(39_000)
    expect(moved()).toEqual([])
    vi.advanceTimersByTime(121_000)
    expect(moved()).toEqual([40, 100, 160])
  })

  it('reads the exact instant between two moves', () => {
    vi.advanceTimersByTime(7_300)
    expect(clock.read()).toBe(START + 7_300)
    expect(clock.now.value).toBe(START)
  })

  it('moves at the wished instant as well, within a second and never before it', () => {
    clock.wakeAt(START + 5_400)
    vi.advanceTimersByTime(30_000)
    expect(moved()).toEqual([6])
  })

  it('moves for the newest wish only', () => {
    clock.wakeAt(START + 5_000)
    clock.wakeAt(START + 20_000)
    vi.advanceTimersByTime(30_000)
    expect(moved()).toEqual([20])
  })

  it('moves for the newest wish of each', () => {
    clock.wakeAt(START + 5_000, 'north')
    clock.wakeAt(START + 20_000, 'south')
    clock.wakeAt(START + 7_000, 'north')
    vi.advanceTimersByTime(30_000)
    expect(moved()).toEqual([7, 20])
  })

  it('takes a wish back', () => {
    clock.wakeAt(START + 5_000)
    clock.wakeAt(null)
    vi.advanceTimersByTime(30_000)
    expect(moved()).toEqual([])
  })

  it('does not move for a wish that lies in the past', () => {
    clock.wakeAt(START)
    vi.advanceTimersByTime(30_000)
    expect(moved()).toEqual([])
  })

  it('follows at once where it is told to', () => {
    vi.advanceTimersByTime(3_000)
    clock.touch()
    expect(clock.now.value).toBe(START + 3_000)
  })

  it('catches up after the machine slept', () => {
    vi.setSystemTime(START + 86_400_000)
    vi.advanceTimersByTime(1_000)
    expect(clock.now.value).toBe(START + 86_401_000)
  })

  it('follows a system clock that was set back', () => {
    vi.setSystemTime(START - 3_600_000)
    vi.advanceTimersByTime(1_000)
    expect(clock.now.value).toBe(START - 3_599_000)
  })

  it('goes by a correction from where it is made, and still tells what the device says', () => {
    clock.correctBy(-600_000)
    expect(moved()).toEqual([-600])
    vi.advanceTimersByTime(40_000)
    expect([clock.read(), clock.device()]).toEqual([START - 560_000, START + 40_000])
    clock.correctBy(0)
    expect(clock.now.value).toBe(START + 40_000)
  })

  it('stands still once it is stopped', () => {
    clock.stop()
    vi.advanceTimersByTime(600_000)
    expect(moved()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})
