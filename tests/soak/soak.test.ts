import { within } from '@testing-library/dom'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createStatusApi } from '@/api/statusApi'
import { uuidOf } from '@/demo/uuid'
import StatusPage from '@/features/status/StatusPage.vue'
import { say } from '../support/browser/texts'
import { buildComponent, buildData, buildIncident } from '../support/builders'
import { atEnd } from '../support/cleanup'
import { HOUR_MS, NOW } from '../support/clock'
import { createSurroundings, renderPart } from '../support/mounted'

const POLL_MS = 30_000
const POLLS_A_DAY = 2_880
/** An incident begins with every so many polls, and is over before the next one. */
const RHYTHM = 60
const KEPT = 5

beforeEach(() => {
  const toFake = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] as const
  vi.useFakeTimers({ now: NOW, toFake: [...toFake] })
})
afterEach(() => void vi.useRealTimers())

/** Listeners on the window and the document that nobody has taken off. */
function countListeners(): () => number {
  const spies = [window, document].map(target => ({
    add: vi.spyOn(target, 'addEventListener'),
    remove: vi.spyOn(target, 'removeEventListener'),
  }))
  atEnd(() => spies.forEach(({ add, remove }) => [add, remove].forEach(spy => spy.mockRestore())))
  return () => spies.reduce((sum, { add, remove }) => sum + add.mock.calls.length - remove.mock.calls.length, 0)
}

/** A server in memory: the last few incidents, of which the newest has an update of its own each time. */
function answerAt(path: string): unknown {
  const { severities, phases, impactTypes } = buildData()
  const round = Math.floor((Date.now() - NOW) / (RHYTHM * POLL_MS))
  const incidents = Array.from({ length: KEPT }, (_, back) => {
    const began = NOW + (round - back) * RHYTHM * POLL_MS
    return buildIncident({
      id: uuidOf(`soak ${round - back}`),
      displayName: `Round ${round - back}`,
      beganAt: new Date(began).toISOString(),
      endedAt: new Date(began + (RHYTHM / 2) * POLL_MS).toISOString(),
      updates: [0],
    })
  })
  const update = { order: 0, displayName: 'Looking', description: '', createdAt: new Date(NOW).toISOString() }
  if (path.includes('/updates/')) return { data: update }
  if (path.startsWith('/components')) return { data: [buildComponent()] }
  if (path.startsWith('/incidents')) return { data: incidents }
  if (path.startsWith('/severities')) return { data: severities }
  if (path.startsWith('/impacttypes')) return { data: impactTypes }
  return { data: { generation: 1, phases: phases[0] ?? [] } }
}

it('a page that is left open for a day keeps no more than after two hours', async () => {
  const listeners = countListeners()
  let polls = 0
  const api = createStatusApi({
    baseUrl: 'http://api.test/',
    fetch: ({ url }) => {
      const path = url.slice('http://api.test'.length)
      if (path.startsWith('/components')) polls++
      return Promise.resolve(Response.json(answerAt(path)))
    },
  })
  const around = await createSurroundings({ pollIntervalSeconds: POLL_MS / 1000 }, { api, offlineCache: null })
  const { clock, store } = around
  const { element } = await renderPart(StatusPage, around)
  // What comes by itself when the browser has nothing else to do is there before anything is counted.
  await vi.waitFor(
    () => {
      within(element).getByRole('combobox', { name: say('components.state') })
      within(element).getByRole('heading', { name: say('recent.title') })
    },
    { timeout: 10_000 },
  )

  const kept = () => ({
    nodes: element.querySelectorAll('*').length,
    timers: vi.getTimerCount(),
    listeners: listeners(),
    incidents: store.incidents.length,
    states: store.states.size,
    updates: store.newestUpdates.size,
    generations: store.generations.size,
  })
  const seen: ReturnType<typeof kept>[] = []
  const titles = new Set<string>()
  const everyTwoHours = (2 * HOUR_MS) / POLL_MS
  for (let poll = 1; poll <= POLLS_A_DAY; poll++) {
    await vi.advanceTimersByTimeAsync(POLL_MS)
    clock.moveTo(Date.now())
    // Answers are read in real time.
    do await new Promise(resolve => setImmediate(resolve))
    while (store.refreshing)
    // While the newest incident is going on.
    if (poll % everyTwoHours === RHYTHM / 4) {
      await new Promise(resolve => setImmediate(resolve))
      seen.push(kept())
      titles.add(store.incidents[0]!.title)
    }
  }
  expect(polls).toBeGreaterThan(0.95 * POLLS_A_DAY)
  expect(titles.size).toBe(12)
  expect(seen[0]!.incidents).toBe(KEPT)
  // Days end in between, and what is over today stands under today: the page of noon is that of the next noon.
  for (const one of seen) expect({ ...one, nodes: 0 }).toEqual({ ...seen[0], nodes: 0 })
  expect(Math.max(...seen.map(({ nodes }) => nodes))).toBeLessThan(1.1 * seen[0]!.nodes)
}, 240_000)
