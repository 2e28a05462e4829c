import '../../support/temporal'
import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it } from 'vitest'
import { effectScope, ref } from 'vue'
import type { ConfigInput } from '@/config/schema'
import { uuidOf } from '@/demo/uuid'
import { useStatusAt } from '@/stores/statusAt'
import { buildComponent, buildData, buildImpactType, buildIncident } from '../../support/builders'
import { DAY_MS, HOUR_MS, NOW, wireTime } from '../../support/clock'
import { API_URL } from '../../support/config'
import { setUp as setUpStatus } from './statusSetUp'

const affects = [{ reference: buildComponent().id, type: buildImpactType().id, severity: 100 }]
const past = buildIncident({
  id: uuidOf('past'),
  beganAt: wireTime(-200 * DAY_MS),
  endedAt: wireTime(-200 * DAY_MS + 4 * HOUR_MS),
  affects,
})
const THEN = NOW - 200 * DAY_MS + 2 * HOUR_MS

let scope = effectScope()
afterEach(() => {
  scope.stop()
  scope = effectScope()
})

function setUp(config: Partial<ConfigInput> = {}) {
  const data = buildData({ incidents: [past] })
  data.updates[past.id] = [
    { order: 0, displayName: 'Seen', description: '', createdAt: wireTime(-200 * DAY_MS + HOUR_MS) },
    { order: 1, displayName: 'Solved', description: '', createdAt: wireTime(-200 * DAY_MS + 3 * HOUR_MS) },
  ]
  const around = setUpStatus({ data, config })
  const at = ref(THEN)
  const past_ = scope.run(() => useStatusAt(around.provider, around.clock, at, ref('UTC')))!
  const levelOf = () => past_.view.states.get(buildComponent().id)?.level.kind
  return { ...around, ...past_, at, levelOf }
}

describe('the status at a past instant', () => {
  it('is that of the incidents around it, with what had been said by then', async () => {
    const { store, view, load, levelOf } = setUp()
    await Promise.all([store.refresh(), load()])
    expect(view.loading).toBe(false)
    expect(levelOf()).toBe('band')
    expect(view.summary).toMatchObject({ kind: 'affected', missing: [] })
    expect(view.moment.ongoing.map(({ id, phase, updateOrders }) => ({ id, phase, updateOrders }))).toEqual([
      { id: past.id, phase: null, updateOrders: [0] },
    ])
    expect(view.newestUpdates.get(past.id)?.title).toBe('Seen')
    expect(view.observed.at(-1)!.end).toBe(THEN)
  })

  it('stays unknown while what failed is asked for again, and says nothing only the first time', async () => {
    const { store, view, load, interrupt } = setUp()
    interrupt(http.get(`${API_URL}/*`, () => HttpResponse.error()))
    const first = Promise.all([store.refresh(), load()])
    expect(view.loading).toBe(true)
    await first
    expect(view.loading).toBe(false)
    const again = load()
    expect(view.loading).toBe(false)
    await again
    expect(view.summary.kind).toBe('unknown')
  })

  it('moves without asking for the same incidents and updates again', async () => {
    const { store, view, load, at, takePaths, levelOf } = setUp()
    await Promise.all([store.refresh(), load()])
    takePaths()
    at.value = THEN + 3 * HOUR_MS
    expect(levelOf()).toBe('operational')
    await load()
    expect(view.refreshing).toBe(false)
    expect(takePaths().map(path => path.replace(/\?.*/, ''))).toEqual(['/components'])
  })

  it('asks for what was said also where the incidents come after everything else', async () => {
    const { store, view, load, interrupt } = setUp({ historyDays: 300 })
    interrupt(http.get(`${API_URL}/components`, () => HttpResponse.json({ data: [buildComponent()] })))
    await load()
    expect(view.moment.ongoing).toEqual([])
    await store.refresh()
    await expect.poll(() => view.newestUpdates.get(past.id)?.title).toBe('Seen')
  })

  it('is right where the server cannot tell its components of then, and says so', async () => {
    const { store, view, load, interrupt, levelOf } = setUp()
    await store.refresh()
    interrupt(http.get(`${API_URL}/components`, () => new HttpResponse(null, { status: 500 })))
    await load()
    expect(levelOf()).toBe('band')
    expect(view.failures.map(({ part }) => part)).toEqual(['components'])
  })

  it('takes no hint of another time for one of then', async () => {
    const { store, load, interrupt, levelOf, at } = setUp()
    const now = buildIncident({ id: uuidOf('now'), beganAt: wireTime(-HOUR_MS), endedAt: null, affects: [] })
    // An old server ignores `at`: it names what is going on now.
    interrupt(
      http.get(`${API_URL}/components`, () =>
        HttpResponse.json({
          data: [{ ...buildComponent(), activelyAffectedBy: [{ reference: now.id, type: buildImpactType().id, severity: 100 }] }],
        }),
      ),
      http.get(`${API_URL}/incidents/${now.id}`, () => HttpResponse.json({ data: now })),
    )
    at.value = THEN + 10 * HOUR_MS
    await Promise.all([store.refresh(), load()])
    expect(levelOf()).toBe('operational')
  })

  it('is unknown before the records began, and where the incidents could not be read', async () => {
    const before = setUp({ recordsSince: '2026-01-01' })
    await Promise.all([before.store.refresh(), before.load()])
    before.at.value = NOW - 150 * DAY_MS
    await before.load()
    expect(before.levelOf()).toBe('unknown')

    const { store, view, load, interrupt, levelOf, at } = setUp()
    at.value = THEN + DAY_MS
    interrupt(http.get(`${API_URL}/incidents`, () => new HttpResponse(null, { status: 503 })))
    await Promise.all([store.refresh(), load()])
    expect(levelOf()).toBe('unknown')
    expect(view.summary.kind).toBe('unknown')
    expect(view.summary.missing).toContain('incidents')
  })

  it('takes the word of the server for what it cannot read of the incidents', async () => {
    const { store, load, interrupt, levelOf } = setUp()
    interrupt(http.get(`${API_URL}/incidents`, () => new HttpResponse(null, { status: 503 })))
    await Promise.all([store.refresh(), load()])
    expect(levelOf()).toBe('band')
  })
})

describe('what a past instant asks for one by one', () => {
  const unlisted = buildIncident({ ...past, id: uuidOf('unlisted') })
  const hinting = {
    ...buildComponent(),
    activelyAffectedBy: [{ reference: unlisted.id, type: buildImpactType().id, severity: 100 }],
  }
  const quiet = { ...past, endedAt: wireTime(-200 * DAY_MS + HOUR_MS) }
  const byHint = http.get(`${API_URL}/components`, () => HttpResponse.json({ data: [hinting] }))
  const listed = http.get(`${API_URL}/incidents`, () => HttpResponse.json({ data: [quiet] }))
  const answering = (answer: () => Response) => http.get(`${API_URL}/incidents/${unlisted.id}`, answer)
  const told = ({ failures }: ReturnType<typeof setUp>['view']) =>
    failures.map(({ part, error, readAt, span }) => [part, error?.kind, readAt, span])

  it('is told where it fails, asked for again soon, and taken up', async () => {
    const { store, view, load, interrupt, levelOf } = setUp()
    await store.refresh()
    interrupt(
      byHint,
      listed,
      answering(() => new HttpResponse(null, { status: 503 })),
    )
    expect(await load()).toBe(false)
    expect(levelOf()).toBe('unknown')
    expect(told(view)).toEqual([['incidents', 'server', null, null]])
    interrupt(
      byHint,
      listed,
      answering(() => HttpResponse.json({ data: unlisted })),
    )
    expect(await load()).toBe(true)
    expect(levelOf()).toBe('band')
    expect(told(view)).toEqual([])
  })

  it('is told where it does not exist, which no hurry changes', async () => {
    const { store, view, load, interrupt, levelOf } = setUp()
    await store.refresh()
    interrupt(
      byHint,
      listed,
      answering(() => new HttpResponse(null, { status: 404 })),
    )
    expect(await load()).toBe(true)
    expect(levelOf()).toBe('unknown')
    expect(told(view)).toEqual([['incidents', 'notFound', null, null]])
  })

  it('is no news where the incidents of the instant could not be read either', async () => {
    const { store, view, load, interrupt } = setUp()
    await store.refresh()
    const refuse = () => new HttpResponse(null, { status: 503 })
    interrupt(byHint, http.get(`${API_URL}/incidents`, refuse), answering(refuse))
    await load()
    expect(told(view)).toEqual([['incidents', 'server', null, expect.objectContaining({ start: expect.any(Number) as number })]])
  })

  it('is waited for where the status store is still asking', async () => {
    const { store, view, load, interrupt } = setUp({ historyDays: 300 })
    interrupt(http.get(`${API_URL}/incidents/${past.id}/updates`, () => new HttpResponse(null, { status: 503 })))
    const both = Promise.all([store.refresh(), load()])
    expect(await both).toEqual([true, false])
    expect(told(view)).toEqual([['updates', 'server', null, null]])
  })

  it('is told for the instant that needs it, and for no other', async () => {
    const { store, view, load, at, interrupt } = setUp()
    await store.refresh()
    interrupt(http.get(`${API_URL}/incidents/${past.id}/updates`, () => new HttpResponse(null, { status: 503 })))
    expect(await load()).toBe(false)
    expect(told(view)).toEqual([['updates', 'server', null, null]])
    expect(view.newestUpdates.get(past.id)).toBeNull()
    at.value = THEN + DAY_MS
    expect(await load()).toBe(true)
    expect(told(view)).toEqual([])
    at.value = THEN
    interrupt()
    expect(await load()).toBe(true)
    expect(view.newestUpdates.get(past.id)?.title).toBe('Seen')
    expect(told(view)).toEqual([])
  })
})
