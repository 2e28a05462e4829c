import '../../support/temporal'
import { nextTick } from 'vue'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { API_URL } from '../../support/config'
import { buildComponent, buildData, buildIncident } from '../../support/builders'
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW, wireTime } from '../../support/clock'
import { setUp } from './statusSetUp'

const { id } = buildComponent()
/** Servers refuse such times; some store them all the same. */
const listing = (...incidents: object[]) => http.get(`${API_URL}/incidents`, () => HttpResponse.json({ data: incidents }))
const reversed = (fields: object = {}) =>
  buildIncident({ beganAt: wireTime(-HOUR_MS), endedAt: wireTime(-2 * HOUR_MS), ...fields })

async function readWith(
  interruptions: Parameters<ReturnType<typeof setUp>['interrupt']>,
  options: Parameters<typeof setUp>[0] = {},
) {
  const around = setUp(options)
  around.interrupt(...interruptions)
  await around.store.refresh()
  const levelOf = () => around.store.states.get(id)?.level.kind
  return { ...around, levelOf }
}

describe('the status with times that cannot be right', () => {
  it('is unknown where an incident ends before it begins, and fine where its phase says that it is over', async () => {
    const { store, levelOf } = await readWith([listing(reversed())])
    expect([levelOf(), store.summary.kind]).toEqual(['unknown', 'unknown'])
    const over = await readWith([listing(reversed({ phase: { generation: 1, order: 2 } }))])
    expect([over.levelOf(), over.store.summary.kind]).toEqual(['operational', 'operational'])
  })

  it('knows the phases of an older generation as soon as they are read', async () => {
    const old = http.get(`${API_URL}/phases`, ({ request }) =>
      HttpResponse.json({
        data: { generation: new URL(request.url).searchParams.has('generation') ? 1 : 2, phases: ['New', 'Done'] },
      }),
    )
    const { levelOf } = await readWith([listing(reversed({ phase: { generation: 1, order: 1 } })), old])
    expect(levelOf()).toBe('operational')
    const failing = http.get(`${API_URL}/phases`, ({ request }) =>
      new URL(request.url).searchParams.has('generation')
        ? new HttpResponse(null, { status: 500 })
        : HttpResponse.json({ data: { generation: 2, phases: ['New', 'Done'] } }),
    )
    const unknown = await readWith([listing(reversed({ phase: { generation: 1, order: 1 } })), failing])
    expect(unknown.levelOf()).toBe('unknown')
  })

  it('is not all operational where it is on no component that is listed', async () => {
    const { store, levelOf } = await readWith([listing(reversed({ affects: [] }))])
    expect([levelOf(), store.summary.kind]).toEqual(['operational', 'partial'])
  })

  it('turns unknown by the clock', async () => {
    const { store, clock, levelOf } = await readWith([listing(reversed({ beganAt: wireTime(MINUTE_MS) }))], {
      config: { staleAfterSeconds: 86_400 },
    })
    await nextTick()
    expect(levelOf()).toBe('operational')
    expect(clock.wish()).toBe(NOW + MINUTE_MS)
    clock.moveTo(NOW + MINUTE_MS)
    expect([levelOf(), store.summary.kind]).toEqual(['unknown', 'unknown'])
  })
})

describe('records that begin', () => {
  it.each([
    ['some day', { recordsSince: '2026-04-01' }],
    ['within the day', { recordsSince: wireTime(HOUR_MS) }],
  ])('%s make nothing fine before', async (_, config) => {
    const { store, levelOf } = await readWith([], { config })
    expect([levelOf(), store.summary.kind]).toEqual(['unknown', 'unknown'])
    expect(store.unrecorded).toEqual(new Set([id]))
  })

  it('by the label of one component hold for that one', async () => {
    const data = buildData({
      components: [
        buildComponent({ labels: { since: '2027-01-01' } }),
        buildComponent({ id: '44444444-4444-4444-8444-444444444444', displayName: 'Old' }),
      ],
    })
    const { store } = await readWith([], { data, config: { components: { recordsSinceLabel: 'since' } } })
    expect([...store.states.values()].map(({ level }) => level.kind)).toEqual(['unknown', 'operational'])
    expect(store.summary.kind).toBe('partial')
  })

  it('count from then on, by the clock, and hide nothing that is known to be wrong', async () => {
    const { levelOf, clock } = await readWith([], {
      config: { recordsSince: wireTime(HOUR_MS), staleAfterSeconds: 86_400 },
    })
    expect(levelOf()).toBe('unknown')
    clock.moveTo(NOW + HOUR_MS)
    expect(levelOf()).toBe('operational')
    const wrong = buildIncident({ beganAt: wireTime(-HOUR_MS), endedAt: null })
    const down = await readWith([], { data: buildData({ incidents: [wrong] }), config: { recordsSince: '2027-01-01' } })
    expect(down.store.summary.kind).toBe('affected')
  })
})

describe('what is too old', () => {
  it('turns so when its time comes, not with the next full minute', async () => {
    const { store, clock } = await readWith([], { config: { staleAfterSeconds: 130 } })
    await nextTick()
    expect(clock.wish('main age')).toBe(NOW + 130_001)
    clock.moveTo(NOW + 130_001)
    expect(store.stale).toBe(true)
    await nextTick()
    expect(clock.wish('main age')).toBe(NOW + 130_001)
    await store.refresh()
    await nextTick()
    expect(store.stale).toBe(false)
    expect(clock.wish('main age')).toBe(NOW + 260_002)
  })

  it('wakes for nothing as long as nothing was read', async () => {
    const { clock } = await readWith([http.get(`${API_URL}/components`, () => new HttpResponse(null, { status: 500 }))])
    await nextTick()
    expect(clock.wish('main age')).toBeNull()
  })
})

it('an incident that several parts of a window tell differently counts with all that they tell', async () => {
  const { incident } = { incident: buildIncident({ beganAt: wireTime(-40 * DAY_MS), endedAt: wireTime(-39 * DAY_MS) }) }
  const halves = http.get(`${API_URL}/incidents`, ({ request }) => {
    const [start = 0, end = 0] = ['start', 'end'].map(name => Date.parse(new URL(request.url).searchParams.get(name)!))
    if (end - start > 100 * DAY_MS) return new HttpResponse(null, { status: 500 })
    const isLate = end > NOW
    return HttpResponse.json({ data: [isLate ? { ...incident, beganAt: wireTime(-HOUR_MS), endedAt: null } : incident] })
  })
  const { store, levelOf } = await readWith([halves])
  expect(store.incidents.map(one => [one.id, one.otherVersions?.length])).toEqual([[incident.id, 1]])
  expect(levelOf()).toBe('band')
  expect(store.parts.incidents.invalidCount).toBe(1)
})
