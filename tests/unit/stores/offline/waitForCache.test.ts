import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { waitForCache } from '@/stores/offline/waitForCache'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('waits for nothing where nothing is kept', async () => {
  await expect(waitForCache(undefined)).resolves.toBeUndefined()
})

it.each([
  ['told', () => Promise.resolve(1)],
  ['broken', () => Promise.reject(new Error('broken'))],
])('ends with what is %s, and leaves no timer', async (_, kept) => {
  await expect(waitForCache(kept())).resolves.toBeUndefined()
  expect(vi.getTimerCount()).toBe(0)
})

it('waits three seconds at most for a browser that never answers', async () => {
  let isOver = false
  void waitForCache(new Promise(() => undefined)).then(() => (isOver = true))
  await vi.advanceTimersByTimeAsync(2999)
  expect(isOver).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(isOver).toBe(true)
})
