// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startPolling } from '@/api/polling'

const INTERVAL_MS = 60_000
let hidden = false
let polls = 0
let stop: () => void

beforeEach(async () => {
  vi.useFakeTimers({ now: 0 })
  hidden = false
  polls = 0
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden)
  stop = startPolling({
    intervalMs: INTERVAL_MS,
    poll: () => {
      polls++
      return Promise.resolve(true)
    },
  })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(polls).toBe(1)
})
afterEach(() => {
  stop()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** The device sleeps: its clock goes on, and neither timers nor the clock that counts for them do. */
const sleep = (ms: number) => void vi.setSystemTime(Date.now() + ms)
const show = (isHidden: boolean) => {
  hidden = isHidden
  document.dispatchEvent(new Event('visibilitychange'))
}

it('asks within two seconds after the device has slept', async () => {
  sleep(3_600_000)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(polls).toBe(2)
})

it('asks within two seconds when a tab is shown whose clock has leapt meanwhile', async () => {
  show(true)
  sleep(3_600_000)
  expect(polls).toBe(1)
  show(false)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(polls).toBe(2)
})

it('asks at once when the browser brings the page back', async () => {
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
  await vi.advanceTimersByTimeAsync(0)
  expect(polls).toBe(2)
})

it('asks nothing more for a first showing, a short look elsewhere, or the slow timers of the background', async () => {
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
  show(true)
  await vi.advanceTimersByTimeAsync(5_000)
  show(false)
  await vi.advanceTimersByTimeAsync(1_000)
  show(true)
  sleep(60_000)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(polls).toBe(1)
})
