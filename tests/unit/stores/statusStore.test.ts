import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { useStatusStore } from '@/stores/statusStore'
import { buildComponent, buildData, buildIncident } from '../../support/builders'
import { HOUR_MS, MINUTE_MS, NOW, wireTime } from '../../support/clock'
import { API_URL } from '../../support/config'
import { setUp } from './statusSetUp'

const ongoing = buildIncident({ beganAt: wireTime(-HOUR_MS), endedAt: null })
const failing = (path: string) => http.get(`${API_URL}${path}`, () => new HttpResponse(null, { status: 500 }))
const everything = ['/components', '/impacttypes', '/incidents', '/phases', '/severities']

describe('before anything was read', () => {
  it('is loading and says nothing good', () => {
    const { store } = setUp()
    expect(store.loading).toBe(true)
    expect(store.confirmedAt).toBeNull()
    expect(store.stale).toBe(false)
    expect(store.summary.kind).not.toBe('operational')
  })

  it('is loading until the last part that decides has answered or failed', async () => {
    const { store, interrupt } = setUp()
    let answer: (response: Response) => void = () => undefined
    interrupt(http.get(`${API_URL}/severities`, () => new Promise<Response>(resolve => (answer = resolve))))
    const refresh = store.refresh()
    await expect.poll(() => store.awaited).toEqual(['severities'])
    expect(store.loading).toBe(true)
    answer(new Response(null, { status: 500 }))
    await refresh
    expect(store.loading).toBe(false)
  })
})

describe('names that are not there yet', () => {
  it.each(['phases', 'impactTypes'] as const)('of %s hold back no verdict, and are neither missing nor failed', async part => {
    const { store, interrupt } = setUp()
    let answer: (response: Response) => void = () => undefined
    interrupt(http.get(`${API_URL}/${part.toLowerCase()}`, () => new Promise<Response>(resolve => (answer = resolve))))
    const refresh = store.refresh()
    await expect.poll(() => store.awaited).toEqual([part])
    expect(store).toMatchObject({ loading: false, missing: [], refreshing: true })
    expect(store.summary.kind).toBe('operational')
    answer(new Response(null, { status: 500 }))
    expect(await refresh).toBe(false)
    expect(store).toMatchObject({ awaited: [], missing: [part], refreshing: false })
  })
})

describe('a refresh', () => {
  it('reads everything the first time, and within the contract', async () => {
    const { store, takePaths, problems } = setUp({ data: buildData({ incidents: [ongoing] }) })
    expect(await store.refresh()).toBe(true)
    expect(takePaths()).toEqual(everything)
    expect(problems).toEqual([])
    expect(store.components.map(({ name }) => name)).toEqual(['Compute'])
    expect(store.incidents.map(({ title }) => title)).toEqual(['Slow volumes'])
    expect(store.scale.bands.map(({ name }) => name)).toEqual(['Minor', 'Major', 'Critical'])
    expect(store.impactTypes.map(({ name }) => name)).toEqual(['Slow responses'])
    expect(store.generations.get(1)?.names).toEqual(['Investigating', 'Working on it', 'Resolved'])
    expect(store.currentGeneration).toBe(1)
    expect(store).toMatchObject({ confirmedAt: NOW, refreshing: false, missing: [] })
  })

  it('asks for the window that history and preview need, in whole UTC days', async () => {
    const { store } = setUp({ config: { historyDays: 10, maintenancePreviewDays: 3 } })
    await store.refresh()
    expect(store.loadedWindow).toEqual({
      start: Date.parse('2026-02-28T00:00:00Z'),
      end: Date.parse('2026-03-14T00:00:00Z'),
    })
  })

  it('leaves the catalog alone until it is a quarter of an hour old', async () => {
    const { store, clock, takePaths } = setUp()
    await store.refresh()
    takePaths()
    clock.moveTo(NOW + 15 * MINUTE_MS)
    await store.refresh()
    expect(takePaths()).toEqual(['/components', '/incidents'])
    clock.moveTo(NOW + 15 * MINUTE_MS + 1)
    await store.refresh()
    expect(takePaths()).toEqual(everything)
  })

  it('asks again for a part of the catalog that failed', async () => {
    const { store, interrupt, takePaths } = setUp()
    interrupt(failing('/severities'))
    expect(await store.refresh()).toBe(false)
    takePaths()
    interrupt()
    expect(await store.refresh()).toBe(true)
    expect(takePaths()).toEqual(['/components', '/incidents', '/severities'])
    expect(store.missing).toEqual([])
  })

  it('reads everything where that is wished', async () => {
    const { store, takePaths } = setUp()
    await store.refresh()
    takePaths()
    await store.refresh({ everything: true })
    expect(takePaths()).toEqual(everything)
  })

  it('keeps the objects where the answers say the same', async () => {
    const { store } = setUp({ data: buildData({ incidents: [ongoing] }) })
    await store.refresh({ everything: true })
    const { components, severities, impactTypes, newestUpdates, scale } = store
    const incident = store.incidents[0]
    await store.refresh({ everything: true })
    expect(store.components).toBe(components)
    expect(store.severities).toBe(severities)
    expect(store.impactTypes).toBe(impactTypes)
    expect(store.newestUpdates).toBe(newestUpdates)
    expect(store.scale).toBe(scale)
    expect(store.incidents[0]).toBe(incident)
  })

  it('takes over what changed', async () => {
    const { store, server } = setUp()
    await store.refresh()
    server.write(data => (data.components[0]!.displayName = 'Nova'))
    await store.refresh()
    expect(store.components.map(({ name }) => name)).toEqual(['Nova'])
  })
})

describe('two refreshes at once', () => {
  it('let the later one win when the answer of the earlier comes last', async () => {
    const { store, interrupt } = setUp()
    const answers: ((name: string) => void)[] = []
    interrupt(
      http.get(
        `${API_URL}/components`,
        () =>
          new Promise<Response>(resolve =>
            answers.push(name => resolve(HttpResponse.json({ data: [buildComponent({ displayName: name })] }))),
          ),
      ),
    )
    const first = store.refresh()
    await expect.poll(() => answers.length).toBe(1)
    const second = store.refresh()
    await expect.poll(() => answers.length).toBe(2)
    answers[1]!('Later')
    expect(await second).toBe(true)
    answers[0]!('Earlier')
    expect(await first).toBe(false)
    expect(store.components.map(({ name }) => name)).toEqual(['Later'])
    expect(store.parts.components).toEqual({ readAt: NOW, error: null, invalidCount: 0 })
  })

  it('are refreshing until the later one is done', async () => {
    const { store } = setUp()
    const first = store.refresh()
    const second = store.refresh()
    await first
    expect(store.refreshing).toBe(true)
    await second
    expect(store.refreshing).toBe(false)
  })
})

describe('time', () => {
  it('makes the status stale after the configured while, to the second', async () => {
    const { store, clock } = setUp({ config: { staleAfterSeconds: 300 } })
    await store.refresh()
    clock.moveTo(NOW + 300_000)
    expect(store.stale).toBe(false)
    clock.moveTo(NOW + 300_001)
    expect(store.stale).toBe(true)
    expect(store.summary.kind).toBe('partial')
  })

  it('is observed until now while the incidents are fresh, and until their last read from then on', async () => {
    const { store, clock, interrupt } = setUp({ config: { staleAfterSeconds: 300 } })
    expect(store.observed).toEqual([])
    await store.refresh()
    const start = store.loadedWindow!.start
    expect(store.observed).toEqual([{ start, end: NOW }])
    clock.moveTo(NOW + 300_000)
    expect(store.observed).toEqual([{ start, end: NOW + 300_000 }])
    interrupt(failing('/incidents'))
    clock.moveTo(NOW + 300_001)
    await store.refresh()
    expect(store.observed).toEqual([{ start, end: NOW }])
    interrupt()
    await store.refresh()
    expect(store.observed).toEqual([{ start, end: NOW + 300_001 }])
  })

  it('begins and ends incidents without a request, and wishes to wake for that', async () => {
    const planned = buildIncident({ beganAt: wireTime(HOUR_MS), endedAt: wireTime(2 * HOUR_MS) })
    const { store, clock, takePaths } = setUp({
      data: buildData({ incidents: [planned] }),
      config: { staleAfterSeconds: 86_400 },
    })
    await store.refresh()
    takePaths()
    await nextTick()
    expect(clock.wish()).toBe(NOW + HOUR_MS)
    expect(store.summary.kind).toBe('operational')
    clock.moveTo(NOW + HOUR_MS)
    await nextTick()
    expect(store.summary).toMatchObject({ kind: 'affected', since: NOW + HOUR_MS })
    expect(clock.wish()).toBe(NOW + 2 * HOUR_MS)
    clock.moveTo(NOW + 2 * HOUR_MS)
    await nextTick()
    expect(store.summary.kind).toBe('operational')
    expect(clock.wish()).toBeNull()
    expect(takePaths()).toEqual([])
  })
})

it('is one for each provider', async () => {
  const { store, provider, clock } = setUp()
  await store.refresh()
  expect(useStatusStore(provider, clock).components).toBe(store.components)
  expect(useStatusStore({ ...provider, id: 'other' }, clock).loading).toBe(true)
})
