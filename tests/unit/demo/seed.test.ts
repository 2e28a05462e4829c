import { describe, expect, it } from 'vitest'
import type { StoredIncident } from '@/demo/data'
import { generateCloud } from '../../support/generateCloud'
import { emptyCloud, seedBelievableCloud } from '@/demo/seed'

const DAY_MS = 86_400_000
const time = (text: string | null | undefined) => (text ? Date.parse(text) : null)
const severitiesOf = ({ affects = [] }: StoredIncident) => affects.map(({ severity }) => severity)
const isMaintenance = (incident: StoredIncident) => severitiesOf(incident).includes(0)

const instants = ['2026-03-10T00:00:30Z', '2026-03-10T12:34:56Z', '2026-10-25T23:59:59Z', '2028-02-29T06:00:00Z']

describe.each(instants)('the believable cloud at %s', instant => {
  const now = Date.parse(instant)
  const data = seedBelievableCloud(now)
  const began = (incident: StoredIncident) => time(incident.beganAt) ?? NaN
  const ended = (incident: StoredIncident) => time(incident.endedAt) ?? Infinity
  const past = data.incidents.filter(incident => ended(incident) <= now)
  const current = data.incidents.filter(incident => began(incident) <= now && ended(incident) > now)
  const upcoming = data.incidents.filter(incident => began(incident) > now)

  it('has 16 to 18 components over two regions, one of them hidden, one in a list of regions', () => {
    expect(data.components.length).toBeGreaterThanOrEqual(16)
    expect(data.components.length).toBeLessThanOrEqual(18)
    expect(data.hiddenComponentIds).toHaveLength(1)
    expect(new Set(data.components.map(({ labels }) => labels?.region))).toEqual(new Set(['north', 'south', 'north,south']))
    expect(data.components.every(({ labels }) => labels?.category && labels.tier)).toBe(true)
    expect(data.components.some(({ labels }) => labels?.description)).toBe(true)
  })

  it('has four severities up to 100, four or five impact types and a longer second phase list', () => {
    expect(data.severities).toHaveLength(4)
    expect(data.severities.at(-1)?.value).toBe(100)
    expect(data.impactTypes.length).toBeGreaterThanOrEqual(4)
    expect(data.phases).toHaveLength(2)
    expect(data.phases[1]?.length).toBeGreaterThan(data.phases[0]?.length ?? 0)
  })

  it('has 30 to 40 ended incidents over more than 100 days, and quiet components', () => {
    expect(past.length).toBeGreaterThanOrEqual(30)
    expect(past.length).toBeLessThanOrEqual(40)
    expect(Math.min(...past.map(began))).toBeLessThan(now - 100 * DAY_MS)
    const counts = data.components.map(
      ({ id }) => past.filter(({ affects }) => affects?.some(impact => impact.reference === id)).length,
    )
    expect(counts.filter(count => count <= 1).length).toBeGreaterThanOrEqual(3)
    expect(Math.max(...counts)).toBeLessThanOrEqual(6)
  })

  it('has exactly one ongoing incident, some two hours old, and one maintenance in progress', () => {
    const [incident, ...others] = current.filter(item => !isMaintenance(item))
    expect(others).toEqual([])
    expect(now - began(incident!)).toBeGreaterThan(2 * 3_600_000)
    expect(now - began(incident!)).toBeLessThan(2.5 * 3_600_000)
    expect(incident?.endedAt).toBeNull()
    expect(new Set(incident?.affects?.map(({ reference }) => reference)).size).toBe(3)
    expect(data.updates[incident!.id]?.length).toBeGreaterThanOrEqual(3)
    expect(current.filter(isMaintenance)).toHaveLength(1)
  })

  it('has two upcoming maintenances, in 2 and 9 days, with both ends', () => {
    const days = upcoming.map(incident => Math.floor(began(incident) / DAY_MS) - Math.floor(now / DAY_MS))
    expect(days).toEqual([2, 9])
    expect(upcoming.every(incident => severitiesOf(incident).every(severity => severity === 0))).toBe(true)
    expect(upcoming.every(incident => ended(incident) > began(incident) && ended(incident) < Infinity)).toBe(true)
  })

  it('has an incident with several impacts on one component, and a long one across midnights', () => {
    const references = (incident: StoredIncident) => incident.affects?.map(({ reference }) => reference) ?? []
    expect(past.some(incident => new Set(references(incident)).size < references(incident).length)).toBe(true)
    expect(past.some(incident => ended(incident) - began(incident) > DAY_MS)).toBe(true)
    expect(past.some(incident => references(incident).includes(data.hiddenComponentIds[0]))).toBe(true)
  })

  it('keeps old incidents in the first phase generation and new ones in the second', () => {
    const generations = new Set(data.incidents.map(({ phase }) => phase?.generation))
    expect(generations).toEqual(new Set([1, 2]))
    const newestOld = Math.max(...data.incidents.filter(({ phase }) => phase?.generation === 1).map(began))
    const oldestNew = Math.min(...data.incidents.filter(({ phase }) => phase?.generation === 2).map(began))
    expect(newestOld).toBeLessThan(oldestNew)
  })

  it('references only what exists', () => {
    for (const { phase, affects = [] } of data.incidents) {
      expect(data.phases[(phase?.generation ?? 0) - 1]?.[phase?.order ?? -1]).toBeDefined()
      for (const impact of affects) {
        expect(data.components.map(({ id }) => id)).toContain(impact.reference)
        expect(data.impactTypes.map(({ id }) => id)).toContain(impact.type)
      }
    }
    const ids = [...data.components, ...data.incidents, ...data.impactTypes].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has updates in their order, none from the future, and exactly one that was added later', () => {
    const lists = Object.values(data.updates)
    expect(lists.every(list => list.every(({ order }, index) => order === index))).toBe(true)
    expect(lists.flat().every(({ createdAt }) => (time(createdAt) ?? Infinity) <= now)).toBe(true)
    const addedLater = lists.flatMap(list =>
      list.filter(({ createdAt }, index) => (time(createdAt) ?? 0) > (time(list[index + 1]?.createdAt) ?? Infinity)),
    )
    expect(addedLater).toHaveLength(1)
  })
})

describe('the believable cloud', () => {
  it('is the same every time, and keeps its ids at another time', () => {
    const now = Date.parse('2026-03-10T12:00:00Z')
    expect(seedBelievableCloud(now)).toEqual(seedBelievableCloud(now))
    const ids = (at: number) => seedBelievableCloud(at).incidents.map(({ id }) => id)
    expect(ids(now + 5 * DAY_MS)).toEqual(ids(now))
  })

  it('has Markdown whose paragraphs are single lines and whose lists stay lists', () => {
    const texts = seedBelievableCloud(0).incidents.map(({ description }) => description ?? '')
    expect(texts.some(text => text.includes('\n\n- Running virtual machines keep working'))).toBe(true)
    expect(texts.some(text => /`[^`]+`/.test(text)) && texts.some(text => /\[.+\]\(https:/.test(text))).toBe(true)
    expect(texts.filter(text => /[a-z,] *\n[A-Za-z]/.test(text))).toEqual([])
  })
})

describe('a generated cloud', () => {
  const size = { components: 200, incidents: 5000, days: 730, now: Date.parse('2026-03-10T12:00:00Z') }

  it('has the size asked for, the same every time', () => {
    const data = generateCloud(size)
    expect(data.components).toHaveLength(200)
    expect(data.incidents).toHaveLength(5000)
    const begins = data.incidents.map(({ beganAt }) => time(beganAt) ?? NaN)
    expect(Math.min(...begins)).toBeGreaterThanOrEqual(size.now - 730 * DAY_MS)
    expect(Math.max(...begins)).toBeLessThanOrEqual(size.now)
    expect(generateCloud(size)).toEqual(data)
  })

  it('may be empty', () => {
    expect(generateCloud({ ...size, components: 0, incidents: 0 })).toEqual(emptyCloud())
    expect(emptyCloud().severities).toHaveLength(4)
  })
})
