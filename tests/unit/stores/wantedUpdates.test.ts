import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { buildData, buildIncident, buildUpdate } from '../../support/builders'
import { HOUR_MS, NOW, wireTime } from '../../support/clock'
import { API_URL } from '../../support/config'
import { setUp } from './statusSetUp'

const many = Array.from({ length: 60 }, (_, index) =>
  buildIncident({ id: uuidOf(`incident ${index}`), beganAt: wireTime(-HOUR_MS), endedAt: null }),
)
const updates = Object.fromEntries(many.map(({ id }) => [id, [buildUpdate()]]))

async function stormy() {
  const around = setUp({ data: buildData({ incidents: many, updates }) })
  await around.store.refresh()
  const asked = () => around.takePaths().filter(path => path.includes('/updates'))
  expect(asked()).toHaveLength(10)
  return { ...around, asked, far: around.store.moment.ongoing[40]! }
}

it('a newest update is asked for when somebody comes near its incident, once, and then with each refresh', async () => {
  const { store, asked, far } = await stormy()
  expect(store.newestUpdates.has(far.id)).toBe(false)
  await Promise.all([store.wantUpdate(far), store.wantUpdate(far)])
  expect(asked()).toHaveLength(1)
  expect(store.newestUpdates.get(far.id)?.title).toBe(buildUpdate().displayName)
  await store.refresh()
  expect(asked()).toHaveLength(11)
})

it('one that cannot be read says so, and comes back', async () => {
  const { store, far, interrupt } = await stormy()
  interrupt(http.get(`${API_URL}/incidents/${far.id}/updates/0`, () => new HttpResponse(null, { status: 500 })))
  await store.wantUpdate(far)
  expect(store.newestUpdates.get(far.id)).toBeNull()
  interrupt()
  await store.refresh()
  expect(store.newestUpdates.get(far.id)?.title).toBe(buildUpdate().displayName)
})

it('however far somebody reads, a refresh asks for fifty at most', async () => {
  const { store, asked } = await stormy()
  for (const incident of store.moment.ongoing) await store.wantUpdate(incident)
  asked()
  await store.refresh()
  expect(asked()).toHaveLength(50)
})

it('nobody is asked for what is yet to begin: a refresh asks for it once it has begun, since somebody came near', async () => {
  const planned = buildIncident({ id: uuidOf('planned'), beganAt: wireTime(HOUR_MS), endedAt: null })
  const data = buildData({ incidents: [...many, planned], updates: { ...updates, [planned.id]: [buildUpdate()] } })
  const { store, clock, takePaths } = setUp({ data })
  const asked = () => takePaths().filter(path => path.startsWith(`/incidents/${planned.id}/updates`))
  await store.refresh()
  await store.wantUpdate(store.moment.upcoming[0]!)
  expect(asked()).toEqual([])
  expect(store.newestUpdates.has(planned.id)).toBe(false)
  clock.moveTo(NOW + 2 * HOUR_MS)
  await store.refresh()
  expect(asked()).toHaveLength(1)
})
