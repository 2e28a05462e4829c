import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { buildComponent, buildData, buildIncident, buildUpdate } from '../../support/builders'
import { DAY_MS, HOUR_MS, NOW, wireTime } from '../../support/clock'
import { API_URL } from '../../support/config'
import { setUp } from './statusSetUp'

const ongoing = buildIncident({ beganAt: wireTime(-HOUR_MS), endedAt: null })
const failing = (path: string) => http.get(`${API_URL}${path}`, () => new HttpResponse(null, { status: 500 }))

describe('incidents that only a component names', () => {
  /** A list of incidents that lacks what `activelyAffectedBy` names. */
  const unlisted = (incidents: readonly WireIncident[]) => {
    const hints = incidents.map(({ id }) => ({ reference: id, type: uuidOf('type'), severity: 50 }))
    return [
      http.get(`${API_URL}/incidents`, () => HttpResponse.json({ data: [] })),
      http.get(`${API_URL}/components`, () =>
        HttpResponse.json({ data: [buildComponent({ activelyAffectedBy: hints }), buildComponent({ id: uuidOf('quiet') })] }),
      ),
    ]
  }
  const stateOf = (store: ReturnType<typeof setUp>['store']) => store.states.get(buildComponent().id)!.level

  it('are asked for by id and judged by their times', async () => {
    const { store, interrupt, takePaths, problems } = setUp({ data: buildData({ incidents: [ongoing] }) })
    interrupt(...unlisted([ongoing]))
    await store.refresh()
    expect(takePaths()).toContain(`/incidents/${ongoing.id}`)
    expect(stateOf(store).name).toBe('Major')
    expect(store.moment.ongoing.map(({ id }) => id)).toEqual([ongoing.id])
    expect(problems).toEqual([])
  })

  it('affect nothing when they have ended', async () => {
    const { store, interrupt } = setUp({ data: buildData({ incidents: [buildIncident()] }) })
    interrupt(...unlisted([buildIncident()]))
    await store.refresh()
    expect(stateOf(store)).toBe(store.scale.operational)
    expect(store.summary.kind).toBe('operational')
  })

  it('make their component unknown, and no other, where they cannot be read', async () => {
    const { store, interrupt } = setUp()
    interrupt(...unlisted([ongoing]), failing(`/incidents/${ongoing.id}`))
    await store.refresh()
    expect(stateOf(store)).toBe(store.scale.unknown)
    expect(store.states.get(uuidOf('quiet'))!.level).toBe(store.scale.operational)
    expect(store.summary.kind).toBe('partial')
  })

  it('are asked for twenty at a time at most', async () => {
    const many = Array.from({ length: 50 }, (_, index) => buildIncident({ id: uuidOf(`incident ${index}`) }))
    const { store, interrupt, takePaths } = setUp({ data: buildData({ incidents: many }) })
    interrupt(...unlisted(many))
    await store.refresh()
    expect(takePaths().filter(path => /^\/incidents\/[^/]+$/.test(path))).toHaveLength(20)
    expect(stateOf(store)).toBe(store.scale.unknown)
  })

  it('keep their object where it says the same, and go when nothing names them any more', async () => {
    const { store, interrupt } = setUp({ data: buildData({ incidents: [ongoing] }) })
    interrupt(...unlisted([ongoing]))
    await store.refresh()
    const [incident] = store.incidents
    await store.refresh()
    expect(store.incidents).toHaveLength(1)
    expect(store.incidents[0]).toBe(incident)
    interrupt(...unlisted([]))
    await store.refresh()
    expect(store.incidents).toEqual([])
  })

  it('stand in the list once when the list has them later', async () => {
    const { store, interrupt } = setUp({ data: buildData({ incidents: [ongoing] }) })
    interrupt(...unlisted([ongoing]))
    await store.refresh()
    interrupt()
    await store.refresh()
    expect(store.incidents.map(({ id }) => id)).toEqual([ongoing.id])
  })

  it('have the phases of their own generation after the same refresh', async () => {
    const data = buildData({ incidents: [ongoing], phases: [['Old'], ['New']] })
    const { store, interrupt } = setUp({ data })
    interrupt(...unlisted([ongoing]))
    await store.refresh()
    expect(store.generations.get(1)?.names).toEqual(['Old'])
  })
})

describe('phases', () => {
  const old = buildIncident({ beganAt: wireTime(-DAY_MS), endedAt: wireTime(-HOUR_MS) })
  const data = () => buildData({ incidents: [old], phases: [['Old'], ['New']] })

  it('of an older generation are asked for once', async () => {
    const { store, takePaths } = setUp({ data: data() })
    await store.refresh()
    expect(takePaths()).toContain('/phases?generation=1')
    expect([...store.generations.values()]).toEqual([
      { generation: 2, names: ['New'] },
      { generation: 1, names: ['Old'] },
    ])
    await store.refresh({ everything: true })
    expect(takePaths()).not.toContain('/phases?generation=1')
  })

  it('that could not be read are asked for again', async () => {
    const { store, interrupt, takePaths } = setUp({ data: data() })
    interrupt(
      http.get(`${API_URL}/phases`, ({ request }) =>
        new URL(request.url).search ? new HttpResponse(null, { status: 500 }) : undefined,
      ),
    )
    await store.refresh()
    expect([...store.generations.keys()]).toEqual([2])
    takePaths()
    interrupt()
    await store.refresh()
    expect(takePaths()).toContain('/phases?generation=1')
    expect(store.generations.get(1)?.names).toEqual(['Old'])
  })

  it.each([
    ['does not exist', () => new HttpResponse(null, { status: 404 })],
    ['is rejected', () => new HttpResponse(null, { status: 400 })],
    ['is answered with another', () => HttpResponse.json({ data: { generation: 2, phases: ['New'] } })],
  ])('whose generation %s are not asked for again', async (_, answer) => {
    const { store, interrupt, takePaths } = setUp({ data: data() })
    interrupt(http.get(`${API_URL}/phases`, ({ request }) => (new URL(request.url).search ? answer() : undefined)))
    await store.refresh()
    expect(takePaths()).toContain('/phases?generation=1')
    await store.refresh({ everything: true })
    expect(takePaths().filter(path => path.startsWith('/phases'))).toEqual(['/phases'])
    expect([...store.generations.keys()]).toEqual([2])
  })

  it('of older generations are asked for twenty at a time at most', async () => {
    const many = Array.from({ length: 25 }, (_, index) => ({
      ...old,
      id: uuidOf(`incident ${index}`),
      phase: { generation: index + 1, order: 0 },
    }))
    const phases = Array.from({ length: 26 }, (_, index) => [`Phase ${index}`])
    const { store, takePaths } = setUp({ data: buildData({ incidents: many, phases }) })
    await store.refresh()
    expect(takePaths().filter(path => path.startsWith('/phases?'))).toHaveLength(20)
    await store.refresh()
    expect(takePaths().filter(path => path.startsWith('/phases?'))).toHaveLength(5)
    expect(store.generations.size).toBe(26)
  })

  it('of an older generation are asked for even where the current list fails', async () => {
    const { store, interrupt, takePaths } = setUp({ data: data() })
    interrupt(failing('/phases'))
    await store.refresh()
    expect(takePaths().filter(path => path.startsWith('/phases'))).toEqual(['/phases', '/phases?generation=1'])
  })
})

describe('newest updates', () => {
  const ended = buildIncident({ id: uuidOf('ended') })
  const silent = buildIncident({ ...ongoing, id: uuidOf('silent') })
  const maintenance = buildIncident({
    id: uuidOf('maintenance'),
    beganAt: wireTime(-HOUR_MS),
    endedAt: wireTime(HOUR_MS),
    affects: [{ ...ongoing.affects![0]!, severity: 0 }],
  })
  const data = () =>
    buildData({
      incidents: [ongoing, ended, silent, maintenance],
      updates: {
        [ongoing.id]: [buildUpdate(), buildUpdate({ order: 1, displayName: 'Found it' })],
        [ended.id]: [buildUpdate()],
        [maintenance.id]: [buildUpdate({ displayName: 'Work has begun' })],
      },
    })
  const path = `/incidents/${ongoing.id}/updates/1`

  it('are read for what is going on, one each, and for nothing else', async () => {
    const { store, takePaths } = setUp({ data: data() })
    await store.refresh()
    expect(takePaths().filter(each => each.includes('/updates'))).toEqual([path, `/incidents/${maintenance.id}/updates/0`].sort())
    expect([...store.newestUpdates].map(([id, update]) => [id, update?.title]).sort()).toEqual(
      [
        [ongoing.id, 'Found it'],
        [maintenance.id, 'Work has begun'],
      ].sort(),
    )
  })

  it('are known to be unreadable, which is more than not asked for', async () => {
    const { store, interrupt } = setUp({ data: data() })
    expect(store.newestUpdates.has(ongoing.id)).toBe(false)
    interrupt(failing(path))
    await store.refresh()
    expect(store.newestUpdates.get(ongoing.id)).toBeNull()
    expect(store.newestUpdates.has(silent.id)).toBe(false)
  })

  it('stay when a later read fails', async () => {
    const { store, interrupt } = setUp({ data: data() })
    await store.refresh()
    const { newestUpdates } = store
    interrupt(failing(path))
    await store.refresh()
    expect(store.newestUpdates).toBe(newestUpdates)
    expect(store.newestUpdates.get(ongoing.id)?.title).toBe('Found it')
  })

  it('do not stay when a newer one exists and cannot be read', async () => {
    const { store, server, interrupt } = setUp({ data: data() })
    await store.refresh()
    server.write(({ updates }) => updates[ongoing.id]!.push(buildUpdate({ order: 2, displayName: 'Mended' })))
    interrupt(failing(`/incidents/${ongoing.id}/updates/2`))
    await store.refresh()
    expect(store.newestUpdates.get(ongoing.id)).toBeNull()
    interrupt()
    await store.refresh()
    expect(store.newestUpdates.get(ongoing.id)?.title).toBe('Mended')
  })

  it('are asked for ten at a time, more only near a reader, and what was read before stays', async () => {
    const many = Array.from({ length: 60 }, (_, index) => buildIncident({ ...ongoing, id: uuidOf(`incident ${index}`) }))
    const updates = Object.fromEntries(many.map(({ id }) => [id, [buildUpdate()]]))
    const { store, server, takePaths } = setUp({ data: buildData({ incidents: many, updates }) })
    await store.refresh()
    expect(takePaths().filter(each => each.includes('/updates'))).toHaveLength(10)
    expect(store.newestUpdates.size).toBe(10)
    const late = store.moment.ongoing.slice(10, 20).map(({ id }) => id)
    server.write(({ incidents }) => {
      for (const incident of incidents)
        if (late.includes(incident.id)) incident.affects = [{ ...ongoing.affects![0]!, severity: 100 }]
    })
    await store.refresh()
    expect(takePaths().filter(each => each.includes('/updates'))).toHaveLength(10)
    expect(store.newestUpdates.size).toBe(20)
  })

  it('go with their incident', async () => {
    const { store, server } = setUp({ data: data() })
    await store.refresh()
    server.write(({ incidents }) => (incidents[0]!.endedAt = new Date(NOW).toISOString()))
    await store.refresh()
    expect(store.newestUpdates.has(ongoing.id)).toBe(false)
  })
})
