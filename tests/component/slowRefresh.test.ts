import { screen } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import SlowRefresh from '@/app/layout/SlowRefresh.vue'
import { say } from '../support/browser/texts'
import { atEnd } from '../support/cleanup'
import { createSurroundings, renderPart } from '../support/mounted'

it('tells of a refresh that takes longer than a second, and of no other', async () => {
  vi.useFakeTimers()
  atEnd(() => vi.useRealTimers())
  // Each answer comes when the test lets it.
  let answer = () => {}
  vi.stubGlobal('fetch', () => new Promise<Response>((_, fail) => (answer = () => fail(new TypeError('gone')))))
  atEnd(() => vi.unstubAllGlobals())
  const surroundings = await createSurroundings()
  await renderPart(SlowRefresh, surroundings)
  const told = () => screen.queryAllByRole('progressbar', { name: say('banner.loading') }).length

  expect(told()).toBe(0)
  void surroundings.store.refresh()
  await vi.advanceTimersByTimeAsync(900)
  expect(told()).toBe(0)
  await vi.advanceTimersByTimeAsync(200)
  expect(told()).toBe(1)
  answer()
  await vi.advanceTimersByTimeAsync(60_000)
  await flushPromises()
  await nextTick()
  expect(told()).toBe(0)
})
