import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { useIncidentArchive } from '@/stores/incidentArchive'
import { buildData, buildIncident } from '../../support/builders'
import { DAY_MS, HOUR_MS, NOW, wireTime } from '../../support/clock'
import { API_URL } from '../../support/config'
import { setUp as setUpStatus } from './statusSetUp'

const past = (name: string, daysAgo: number, hours = 1) =>
  buildIncident({
    id: uuidOf(name),
    beganAt: wireTime(-daysAgo * DAY_MS),
    endedAt: wireTime(-daysAgo * DAY_MS + hours * HOUR_MS),
  })
const recent = past('recent', 10)
const old = past('old', 200)
const older = past('older', 400)

function setUp(incidents = [recent, old, older]) {
  const around = setUpStatus({ data: buildData({ incidents }) })
  const asked: string[] = []
  const archive = useIncidentArchive(around.provider, around.clock)
  const incidentReads = () => around.takePaths().filter(path => path === '/incidents').length
  return { ...around, archive, asked, incidentReads, ids: () => archive.incidents.map(({ id }) => id).sort() }
}
const around = (daysAgo: number) => ({ start: NOW - (daysAgo + 15) * DAY_MS, end: NOW - (daysAgo - 15) * DAY_MS })

describe('the archive of incidents', () => {
  it('knows what the status store knows, and asks for nothing of it again', async () => {
    const { archive, store, ids, incidentReads } = setUp()
    await store.refresh()
    incidentReads()
    expect(await archive.load(around(15))).toBe(true)
    expect(incidentReads()).toBe(0)
    expect(ids()).toEqual([recent.id])
    expect(archive.observed).toEqual(store.observed)
  })

  it('reads what lies before once, and keeps it', async () => {
    const { archive, store, ids, incidentReads } = setUp()
    await store.refresh()
    incidentReads()
    await archive.load(around(200))
    expect(ids()).toEqual([old.id, recent.id].sort())
    await archive.load(around(200))
    await archive.load(around(205))
    expect(incidentReads()).toBe(2)
    expect(archive.observed).toHaveLength(2)
  })

  it('asks once for what two parts of the page want at the same time', async () => {
    const { archive, incidentReads } = setUp()
    const both = Promise.all([archive.load(around(200)), archive.load(around(200))])
    expect(archive.lacks(around(200))).toBe(true)
    // What is not known yet is not known: whoever asked second looks again.
    expect(await both).toEqual([true, false])
    expect(incidentReads()).toBe(1)
    expect(archive.lacks(around(200))).toBe(false)
    expect(await archive.load(around(200))).toBe(true)
  })

  it('names what failed, keeps the rest, and asks again for that alone', async () => {
    const { archive, interrupt, ids, incidentReads } = setUp()
    interrupt(
      http.get(`${API_URL}/incidents`, ({ request }) => {
        const { searchParams } = new URL(request.url)
        const holdsIt = searchParams.get('start')! <= old.endedAt! && searchParams.get('end')! >= old.beganAt!
        return holdsIt ? new HttpResponse(null, { status: 500 }) : undefined
      }),
    )
    expect(await archive.load(around(200))).toBe(false)
    expect(archive.unread.map(({ span }) => (span.end - span.start) / DAY_MS)).toEqual([1])
    expect(ids()).toEqual([])
    incidentReads()
    interrupt()
    expect(await archive.load(around(200))).toBe(true)
    expect(incidentReads()).toBe(1)
    expect(archive.unread).toEqual([])
    expect(ids()).toEqual([old.id])
  })

  it('takes the word of the status store for what reaches into its window, also that it is gone', async () => {
    const long = past('long', 120, 24 * 100)
    const { archive, store, server, ids } = setUp([long])
    await store.refresh()
    await archive.load(around(120))
    expect(ids()).toEqual([long.id])
    server.write(() => void (server.data.incidents = []))
    await store.refresh()
    expect(ids()).toEqual([])
  })

  it('tells what the status store could not read, as long as that knows nothing older', async () => {
    const { archive, store, interrupt } = setUp()
    interrupt(http.get(`${API_URL}/incidents`, () => new HttpResponse(null, { status: 503 })))
    await store.refresh()
    expect(archive.unread).toHaveLength(1)
    expect(archive.observed).toEqual([])
    interrupt()
    await store.refresh()
    expect(archive.unread).toEqual([])
  })
})
