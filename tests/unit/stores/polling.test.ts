// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope, type Ref } from 'vue'
import { usePolling } from '@/stores/polling'

const INTERVAL_MS = 60_000
let hidden = false
let scope: EffectScope
let startedAt: number[]
let answers: ((succeeded: boolean) => void)[]

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  hidden = false
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden)
  scope = effectScope()
  startedAt = []
  answers = []
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Polls whose answer the test gives. */
const manual = () => new Promise<boolean>(resolve => answers.push(resolve))
const begin = (answer: () => Promise<boolean>, random = () => 0.5, inBackground?: boolean, wanted?: Ref) => {
  const poll = () => {
    startedAt.push(performance.now())
    return answer()
  }
  const options = { intervalMs: INTERVAL_MS, poll, random, ...(inBackground !== undefined && { inBackground }) }
  scope.run(() => usePolling(options, wanted))
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const turn = (isHidden: boolean) => {
  hidden = isHidden
  document.dispatchEvent(new Event('visibilitychange'))
}
const gaps = () => startedAt.slice(1).map((instant, index) => instant - startedAt[index]!)

/** Takes rejections that nobody handled from Vitest, which would fail the run. */
function catchRejections(): unknown[] {
  const rejections: unknown[] = []
  const others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', reason => rejections.push(reason))
  onTestFinished(() => {
    process.removeAllListeners('unhandledRejection')
    for (const listener of others) process.on('unhandledRejection', listener)
  })
  return rejections
}

describe('polling', () => {
  it('asks at once, then at the interval', async () => {
    begin(async () => true)
    await pass(3 * INTERVAL_MS)
    expect(startedAt).toEqual([0, 60_000, 120_000, 180_000])
  })

  it('never asks while an answer is awaited, however long that takes', async () => {
    begin(manual)
    await pass(10 * INTERVAL_MS)
    turn(true)
    turn(false)
    window.dispatchEvent(new Event('online'))
    await pass(INTERVAL_MS)
    expect(startedAt).toEqual([0])

    answers[0]!(true)
    await pass(INTERVAL_MS - 1)
    expect(startedAt).toHaveLength(1)
    await pass(1)
    expect(startedAt).toHaveLength(2)
  })

  it('asks nothing in a hidden tab', async () => {
    begin(async () => true)
    await pass(1_000)
    turn(true)
    await pass(100 * INTERVAL_MS)
    expect(startedAt).toEqual([0])
  })

  it('goes on in a hidden tab where it is told to, and asks nothing more when the tab comes back', async () => {
    begin(
      async () => true,
      () => 0.5,
      true,
    )
    await pass(1_000)
    turn(true)
    await pass(2 * INTERVAL_MS)
    turn(false)
    await pass(0)
    expect(startedAt).toEqual([0, INTERVAL_MS, 2 * INTERVAL_MS])
  })

  it('asks nothing further when the tab was hidden while an answer was awaited', async () => {
    begin(manual)
    turn(true)
    answers[0]!(true)
    await pass(10 * INTERVAL_MS)
    expect(startedAt).toEqual([0])
  })

  it('asks at once when the tab comes back and a poll was due', async () => {
    begin(async () => true)
    await pass(1_000)
    turn(true)
    await pass(5 * INTERVAL_MS)
    turn(false)
    await pass(0)
    expect(startedAt).toEqual([0, 5 * INTERVAL_MS + 1_000])
  })

  it('keeps to its time when the tab comes back before a poll is due', async () => {
    begin(async () => true)
    await pass(1_000)
    turn(true)
    await pass(10_000)
    turn(false)
    await pass(INTERVAL_MS - 11_000 - 1)
    expect(startedAt).toEqual([0])
    await pass(1)
    expect(startedAt).toEqual([0, INTERVAL_MS])
  })

  it('comes back sooner after a failure, then ever later, up to the interval', async () => {
    begin(async () => false)
    await pass(10 * INTERVAL_MS)
    expect(gaps().slice(0, 7)).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000])
  })

  it.each([
    ['at least three quarters', 0, [3_750, 7_500, 15_000, 30_000, 45_000]],
    ['at most five quarters', 1, [6_250, 12_500, 25_000, 50_000, 75_000]],
  ])('spreads those who failed together: %s of the delay', async (_, random, delays) => {
    begin(
      async () => false,
      () => random,
    )
    await pass(10 * INTERVAL_MS)
    expect(gaps().slice(0, 5)).toEqual(delays)
  })

  it('begins the back-off anew after a success', async () => {
    const results = [false, false, true, false, true]
    begin(async () => results.shift() ?? true)
    await pass(3 * INTERVAL_MS)
    expect(gaps().slice(0, 4)).toEqual([5_000, 10_000, INTERVAL_MS, 5_000])
  })

  it('asks at once when the network is back after a failure', async () => {
    begin(async () => startedAt.length > 3)
    await pass(16_000)
    expect(startedAt).toEqual([0, 5_000, 15_000])
    window.dispatchEvent(new Event('online'))
    await pass(0)
    expect(startedAt).toEqual([0, 5_000, 15_000, 16_000])
  })

  it('does not hurry when the network comes back and nothing had failed', async () => {
    begin(async () => true)
    await pass(10_000)
    window.dispatchEvent(new Event('online'))
    await pass(INTERVAL_MS - 10_001)
    expect(startedAt).toEqual([0])
  })

  it('waits for the tab even when the network is back', async () => {
    begin(async () => false)
    await pass(1_000)
    turn(true)
    window.dispatchEvent(new Event('online'))
    await pass(INTERVAL_MS)
    expect(startedAt).toEqual([0])
  })

  it('goes on after a poll that threw, and tells what it threw', async () => {
    const rejections = catchRejections()
    const defect = new Error('a defect')
    const results = [Promise.reject(defect), Promise.resolve(true)]
    begin(() => results.shift() ?? Promise.resolve(true))
    await pass(INTERVAL_MS)
    expect(startedAt.slice(0, 2)).toEqual([0, 5_000])
    expect(rejections).toEqual([defect])
  })

  it('asks at once for what is wanted instead, and owes no back-off of what was asked before', async () => {
    const wanted = ref('a')
    begin(async () => false, undefined, undefined, wanted)
    await pass(20_000)
    expect(startedAt).toEqual([0, 5_000, 15_000])
    wanted.value = 'b'
    await nextTick()
    await pass(5_000)
    expect(startedAt.slice(3)).toEqual([20_000, 25_000])
    await pass(2 * INTERVAL_MS)
    expect(gaps().slice(4, 7)).toEqual([10_000, 20_000, 40_000])
    const asked = startedAt.length
    scope.stop()
    wanted.value = 'c'
    await nextTick()
    await pass(2 * INTERVAL_MS)
    expect(startedAt).toHaveLength(asked)
  })

  it('asks once for what is wanted instead, be an answer still awaited', async () => {
    const wanted = ref('a')
    begin(manual, undefined, undefined, wanted)
    await pass(1_000)
    wanted.value = 'b'
    await nextTick()
    answers[1]!(true)
    answers[0]!(false)
    await pass(INTERVAL_MS)
    expect(startedAt).toEqual([0, 1_000, 1_000 + INTERVAL_MS])
  })

  it('ends with the scope that began it, even with an answer under way', async () => {
    begin(manual)
    scope.stop()
    answers[0]!(true)
    await pass(10 * INTERVAL_MS)
    turn(false)
    window.dispatchEvent(new Event('online'))
    await pass(10 * INTERVAL_MS)
    expect(startedAt).toEqual([0])
  })
})
