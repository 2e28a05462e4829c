import { describe, expect, it } from 'vitest'
import { noData, type StoredIncident, type WireComponent, type WireIncident } from '@/demo/data'
import { buildComponent, buildData, buildIncident, buildUpdate } from '../../support/builders'
import { createDemoApi } from './ask'

const component = buildComponent()
const noon = '2026-03-10T12:00:00Z'

async function hints(incident: Partial<StoredIncident>, path = '/components', quirks = false) {
  const { ask } = createDemoApi({ data: buildData({ incidents: [buildIncident(incident)] }), quirks })
  const { body } = await ask('GET', path)
  return (body as { data: WireComponent[] }).data[0]?.activelyAffectedBy
}

const listed = async (incident: Partial<StoredIncident>, start: string, end: string) => {
  const { ask } = createDemoApi({ data: buildData({ incidents: [buildIncident(incident)] }) })
  const { body } = await ask('GET', `/incidents?start=${start}&end=${end}`)
  return (body as { data: WireIncident[] }).data.length === 1
}

describe('activelyAffectedBy', () => {
  it('names the incident, the type and the severity', async () => {
    const { id, affects } = buildIncident()
    expect(await hints({ endedAt: null })).toEqual([{ reference: id, type: affects?.[0]?.type, severity: 50 }])
  })

  it.each([
    ['that began now', noon, null, true],
    ['that ends later', '2026-03-10T11:00:00Z', '2026-03-10T13:00:00Z', true],
    ['that ends now', '2026-03-10T11:00:00Z', noon, false],
    ['that begins later', '2026-03-10T13:00:00Z', null, false],
    ['without a begin', null, '2026-03-10T13:00:00Z', true],
    ['with neither time', null, null, false],
  ])('of an incident %s: %s to %s', async (_name, beganAt, endedAt, active) => {
    expect(await hints({ beganAt, endedAt })).toHaveLength(active ? 1 : 0)
  })

  it('includes a maintenance in progress', async () => {
    const affects = [{ ...buildIncident().affects?.[0], severity: 0 }]
    expect(await hints({ affects, endedAt: '2026-03-10T13:00:00Z' })).toEqual([expect.objectContaining({ severity: 0 })])
  })

  it.each([
    ['08:00:00Z', false],
    ['08:00:00.001Z', true],
    ['08:59:59.999Z', true],
    ['09:00:00Z', false],
    [encodeURIComponent('10:30:00+02:00'), true],
  ])('is strict on both sides at %s', async (time, active) => {
    expect(await hints({}, `/components?at=2026-03-10T${time}`)).toHaveLength(active ? 1 : 0)
    const { ask } = createDemoApi({ data: buildData({ incidents: [buildIncident()] }) })
    const { body } = await ask('GET', `/components/${component.id}?at=2026-03-10T${time}`)
    expect((body as { data: WireComponent }).data.activelyAffectedBy).toHaveLength(active ? 1 : 0)
  })
})

describe('the window of incidents', () => {
  it.each([
    ['touches the begin', '2026-03-10T07:00:00Z', '2026-03-10T08:00:00Z', true],
    ['touches the end', '2026-03-10T09:00:00Z', '2026-03-10T10:00:00Z', true],
    ['lies within', '2026-03-10T08:30:00Z', '2026-03-10T08:30:00Z', true],
    ['ends before', '2026-03-10T07:00:00Z', '2026-03-10T07:59:59.999Z', false],
    ['begins after', '2026-03-10T09:00:00.001Z', '2026-03-10T10:00:00Z', false],
  ])('%s', async (_name, start, end, expected) => {
    expect(await listed({}, start, end)).toBe(expected)
  })

  it('lists an open incident ever after, one without a begin ever before, one with neither time never', async () => {
    expect(await listed({ endedAt: null }, '2030-01-01T00:00:00Z', '2030-01-02T00:00:00Z')).toBe(true)
    expect(await listed({ beganAt: null }, '2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z')).toBe(true)
    expect(await listed({ beganAt: null, endedAt: null }, '2000-01-01T00:00:00Z', '2040-01-01T00:00:00Z')).toBe(false)
  })
})

describe('writes', () => {
  const path = `/incidents/${buildIncident().id}`
  const api = (quirks = false) =>
    createDemoApi({
      quirks,
      data: buildData({ incidents: [buildIncident()], updates: { [buildIncident().id]: [buildUpdate()] } }),
    })

  it('change what they name, nothing else, and keep times as UTC', async () => {
    const { ask, store } = api()
    await ask('PATCH', path, { endedAt: '2026-03-10T12:30:00.5+02:00', id: 'other', updates: [7] })
    expect(store.data.incidents).toEqual([buildIncident({ endedAt: '2026-03-10T10:30:00.500Z' })])
  })

  it('clear a field by null', async () => {
    const { ask } = api()
    await ask('PATCH', path, { endedAt: null, description: 'Open again.' })
    expect((await ask('GET', path)).body).toMatchObject({ data: { endedAt: null, description: 'Open again.' } })
  })

  it('replace impacts and labels as a whole', async () => {
    const { ask, store } = api()
    await ask('PATCH', path, { affects: [] })
    await ask('PATCH', `/components/${component.id}`, { labels: { tier: 'core' } })
    expect(store.data.incidents[0]?.affects).toEqual([])
    expect(store.data.components[0]?.labels).toEqual({ tier: 'core' })
  })

  it('accept a maintenance without a begin', async () => {
    const { ask } = api()
    const affects = [{ ...buildIncident().affects?.[0], severity: 0 }]
    expect((await ask('POST', '/incidents', { affects, endedAt: noon })).status).toBe(201)
  })

  it('use the order of a deleted last update again, but not that of an earlier one', async () => {
    const { ask } = api()
    const post = async () => (await ask('POST', `${path}/updates`, { displayName: 'Next' })).body
    expect(await post()).toEqual({ order: 1 })
    await ask('DELETE', `${path}/updates/1`)
    expect(await post()).toEqual({ order: 1 })
    await ask('DELETE', `${path}/updates/0`)
    expect(await post()).toEqual({ order: 2 })
  })

  it('remove the impacts and updates of a deleted incident', async () => {
    const { ask } = api()
    await ask('DELETE', path)
    expect((await ask('GET', `${path}/updates`)).body).toEqual({ data: [] })
    expect((await ask('DELETE', `/components/${component.id}`)).status).toBe(204)
  })
})

describe('a hidden component', () => {
  const hidden = buildComponent({ id: 'hidden' })
  const data = buildData({ components: [component, hidden], hiddenComponentIds: ['hidden'] })

  it('may be referenced but is neither listed nor found', async () => {
    const { ask } = createDemoApi({ data })
    const affects = [{ ...buildIncident().affects?.[0], reference: 'hidden' }]
    expect((await ask('POST', '/incidents', { affects, beganAt: noon })).status).toBe(201)
    expect((await ask('GET', '/components')).body).toMatchObject({ data: [{ id: component.id }] })
    expect((await ask('GET', '/components/hidden')).status).toBe(404)
  })
})

describe('with quirks', () => {
  const path = `/incidents/${buildIncident().id}`
  const quirky = (incident: Partial<StoredIncident> = {}) =>
    createDemoApi({ quirks: true, data: buildData({ incidents: [buildIncident(incident)] }) })

  it('components leave out maintenance in progress and list open incidents of the future', async () => {
    expect(await hints({ endedAt: '2026-03-10T13:00:00Z' }, '/components', true)).toEqual([])
    expect(await hints({ beganAt: '2026-03-11T00:00:00Z', endedAt: null }, '/components', true)).toHaveLength(1)
  })

  it('an incident without a phase breaks every list that contains it', async () => {
    const { ask } = quirky()
    expect((await ask('POST', '/incidents', { beganAt: '2026-03-12T00:00:00Z' })).status).toBe(201)
    expect((await ask('GET', '/incidents?start=2026-03-10T00:00:00Z&end=2026-03-11T00:00:00Z')).status).toBe(200)
    expect((await ask('GET', '/incidents?start=2026-03-10T00:00:00Z&end=2026-03-13T00:00:00Z')).status).toBe(500)
  })

  it('null means unchanged', async () => {
    const { ask, store } = quirky()
    expect((await ask('PATCH', path, { endedAt: null, description: 'Open again.' })).status).toBe(204)
    expect(store.data.incidents[0]).toEqual(buildIncident({ description: 'Open again.' }))
  })

  it('a severity name may repeat', async () => {
    expect((await quirky().ask('POST', '/severities', { displayName: 'Minor', value: 5 })).status).toBe(204)
  })

  it.each([
    ['asking one component at an instant', 'GET', `/components/${component.id}?at=${noon}`, undefined],
    ['deleting a component in use', 'DELETE', `/components/${component.id}`, undefined],
    ['deleting an impact type in use', 'DELETE', `/impacttypes/${buildIncident().affects?.[0]?.type}`, undefined],
    ['moving a severity to a value that is taken', 'PATCH', '/severities/Minor', { value: 66 }],
    ['changing to an unknown phase', 'PATCH', path, { phase: { generation: 9, order: 0 } }],
    ['sending the unchanged phase', 'PATCH', path, { phase: { generation: 1, order: 0 } }],
    ['an update on an unknown incident', 'POST', '/incidents/unknown/updates', { displayName: 'Review' }],
    ['a malformed body', 'POST', '/components', '{"displayName"'],
  ])('%s answers 500', async (_name, method, asked, body) => {
    expect(await quirky().ask(method, asked, body)).toEqual({ status: 500, body: { message: 'Internal Server Error' } })
  })

  it('everything else stays: an unknown phase on POST answers 400, an empty body too', async () => {
    const { ask } = quirky()
    expect((await ask('POST', '/incidents', { phase: { generation: 9, order: 0 } })).status).toBe(400)
    expect((await ask('PATCH', path, { endedAt: null })).status).toBe(400)
  })
})

it('an empty server answers every list', async () => {
  const { ask } = createDemoApi({ data: noData() })
  for (const path of ['/components', '/severities', '/impacttypes']) expect((await ask('GET', path)).body).toEqual({ data: [] })
})
