import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { buildComponent, buildData, buildIncident } from '../../support/builders'
import { DAY_MS, HOUR_MS, wireTime } from '../../support/clock'
import { API_URL } from '../../support/config'
import { setUp } from './statusSetUp'

const ongoing = buildIncident({ beganAt: wireTime(-HOUR_MS), endedAt: null })

describe('a record that makes every list with it fail', () => {
  const broken = buildIncident({
    id: uuidOf('broken'),
    beganAt: wireTime(-20 * DAY_MS),
    endedAt: wireTime(-20 * DAY_MS + HOUR_MS),
  })
  const fails = http.get(`${API_URL}/incidents`, ({ request }) => {
    const { searchParams } = new URL(request.url)
    const holdsIt = searchParams.get('start')! <= broken.endedAt! && searchParams.get('end')! >= broken.beganAt!
    return holdsIt ? new HttpResponse(null, { status: 500 }) : undefined
  })

  it('is missing, and nothing else: the rest is known, and so is the present', async () => {
    const { store, interrupt, takePaths } = setUp({ data: buildData({ incidents: [ongoing, broken] }) })
    interrupt(fails)
    expect(await store.refresh()).toBe(true)
    expect(store.incidents.map(({ id }) => id)).toEqual([ongoing.id])
    expect(store.unread.map(({ span }) => (span.end - span.start) / DAY_MS)).toEqual([1])
    expect(store.observed).toHaveLength(2)
    expect(store.missing).toEqual(['incidents'])
    expect(store.states.get(buildComponent().id)!.level.kind).toBe('band')
    expect(store.summary).toMatchObject({ kind: 'affected', missing: [] })
    takePaths()
    await store.refresh()
    expect(takePaths().filter(path => path === '/incidents')).toHaveLength(3)
  })

  it('is found again once the server can tell it', async () => {
    const { store, interrupt } = setUp({ data: buildData({ incidents: [ongoing, broken] }) })
    interrupt(fails)
    await store.refresh()
    interrupt()
    await store.refresh()
    expect(store.incidents.map(({ id }) => id).sort()).toEqual([broken.id, ongoing.id].sort())
    expect(store).toMatchObject({ unread: [], missing: [] })
    expect(store.observed).toHaveLength(1)
  })

  it('that is going on leaves the components unknown', async () => {
    const { store, interrupt } = setUp()
    interrupt(
      http.get(`${API_URL}/incidents`, ({ request }) =>
        new URL(request.url).searchParams.get('end')! > wireTime(0) ? new HttpResponse(null, { status: 500 }) : undefined,
      ),
    )
    await store.refresh()
    expect(store.states.get(buildComponent().id)!.level.kind).toBe('unknown')
    expect(store.summary.kind).toBe('unknown')
  })
})
