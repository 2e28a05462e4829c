import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { recordCalls } from '@/api/recordCalls'
import type { DemoData } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { STATUS_PARTS } from '@/domain/status/verdict'
import { statusCalls } from '@/stores/statusCalls'
import { buildComponent, buildData, buildIncident, buildUpdate } from '../../support/builders'
import { DAY_MS, HOUR_MS, wireTime } from '../../support/clock'
import { API_URL } from '../../support/config'
import { setUp } from './statusSetUp'

const phases = [
  ['Looking', 'Done'],
  ['Open', 'Closed'],
  ['Investigating', 'Resolved'],
]
const ongoingOf = (name: string, generation = 3) =>
  buildIncident({ id: uuidOf(name), beganAt: wireTime(-HOUR_MS), endedAt: null, phase: { generation, order: 0 } })
const busy: Partial<DemoData> = {
  phases,
  incidents: [ongoingOf('first', 1), ongoingOf('second', 2), ongoingOf('without updates'), buildIncident()],
  updates: {
    [uuidOf('first')]: [buildUpdate(), buildUpdate({ order: 1 })],
    [uuidOf('second')]: [buildUpdate()],
    [buildIncident().id]: [buildUpdate()],
  },
}
const hinting = (...ids: string[]) => [
  http.get(`${API_URL}/components`, () =>
    HttpResponse.json({
      data: [buildComponent({ activelyAffectedBy: ids.map(reference => ({ reference, type: uuidOf('type'), severity: 50 })) })],
    }),
  ),
]
const long = { beganAt: wireTime(-300 * DAY_MS), endedAt: wireTime(-200 * DAY_MS) }

/** What is shown, in the form in which the requests of the set-up are told. */
async function shownOf({ provider, clock, store }: ReturnType<typeof setUp>) {
  const server = { baseUrl: API_URL, authenticated: true, readsNeedLogin: false }
  const requests = await recordCalls(server, api => statusCalls(api, provider, clock, store))
  return requests.map(({ url }) => url.replace(API_URL, ''))
}

describe('the calls of the status page', () => {
  it.each<[string, Partial<DemoData>, ReturnType<typeof hinting>]>([
    ['a quiet cloud', {}, []],
    ['ongoing incidents with updates and older phases', busy, []],
    ['an incident that only a component names', { ...busy, incidents: [buildIncident(long)] }, hinting(buildIncident().id)],
    ['an incident that cannot be had', {}, hinting(uuidOf('gone'))],
    ['more incidents than are asked for', {}, hinting(...Array.from({ length: 30 }, (_, index) => uuidOf(`hint ${index}`)))],
    ['phases that nobody has', { incidents: [ongoingOf('odd', 9)] }, []],
    ['phases that cannot be read', busy, [http.get(`${API_URL}/phases`, () => new HttpResponse(null, { status: 500 }))]],
    ['a server that does not answer', busy, [http.get(`${API_URL}/*`, () => new HttpResponse(null, { status: 503 }))]],
  ])('are those that its store makes: %s', async (_, data, interruptions) => {
    const around = setUp({ data: buildData(data) })
    around.interrupt(...interruptions)
    await around.store.refresh()
    const made = around.takePaths()
    const shown = await shownOf(around)
    expect(shown.map(path => path.replace(/\?start.*/, '')).sort()).toEqual(made)
    expect(made.length).toBeGreaterThanOrEqual(5)
  })

  it('name the window of the configuration', async () => {
    const around = setUp({ config: { historyDays: 7, maintenancePreviewDays: 1 } })
    await around.store.refresh()
    expect(await shownOf(around)).toContain('/incidents?start=2026-03-03T00%3A00%3A00.000Z&end=2026-03-12T00%3A00%3A00.000Z')
  })

  it('ask for a part that could not be read apart, as the store does', async () => {
    const around = setUp({ data: buildData(busy) })
    const bad = Date.parse('2026-01-15T06:00:00Z')
    around.interrupt(
      http.get(`${API_URL}/incidents`, ({ request }) => {
        const { searchParams } = new URL(request.url)
        const [start, end] = ['start', 'end'].map(name => Date.parse(searchParams.get(name)!)) as [number, number]
        return start <= bad && end >= bad ? new HttpResponse(null, { status: 500 }) : undefined
      }),
    )
    await around.store.refresh()
    around.takePaths()
    await around.store.refresh()
    const made = around.takePaths().filter(path => path === '/incidents')
    const shown = (await shownOf(around)).filter(path => path.startsWith('/incidents?'))
    expect(shown).toHaveLength(made.length)
    expect(shown).toContain('/incidents?start=2026-01-15T00%3A00%3A00.000Z&end=2026-01-16T00%3A00%3A00.000Z')
  })

  it('send nothing, change nothing, and are the same each time', async () => {
    const around = setUp({ data: buildData(busy) })
    await around.store.refresh()
    const { store, clock } = around
    const [wish, incidents, confirmedAt] = [clock.wish(), store.incidents, store.confirmedAt]
    around.takePaths()
    const shown = await shownOf(around)
    clock.moveTo(clock.read() + HOUR_MS)
    expect(await shownOf(around)).toEqual(shown)
    expect(around.takePaths()).toEqual([])
    expect([clock.wish(), store.incidents, store.confirmedAt]).toEqual([wish, incidents, confirmedAt])
  })

  it('leave nothing behind that a page opened later would take for answers', async () => {
    const around = setUp()
    await around.store.refresh()
    await shownOf(around)
    await shownOf(around)
    expect(Object.values(setUp().store.parts)).toEqual(STATUS_PARTS.map(() => ({ readAt: null, error: null, invalidCount: 0 })))
  })
})
