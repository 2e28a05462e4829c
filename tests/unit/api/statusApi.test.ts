import { describe, expect, it } from 'vitest'
import { createStatusApi, type StatusApi } from '@/api/statusApi'
import { recordingFetch } from '../../support/contract'

const id = '0f5e8a52-4c1c-4c5e-9d51-0c2b8b8a4a11'
const other = '5d3f1c3e-9d0a-4a53-8a55-6f0a2f6f7b22'
const at = Date.UTC(2026, 2, 10, 8)
const later = at + 3_600_000
const phase = { generation: 3, order: 1 }

/** An api whose requests must keep the contract, and what it sent. */
function setUp(answer: unknown = {}, status = 200) {
  const server = recordingFetch(() => (status === 204 ? new Response(null, { status }) : Response.json(answer, { status })), {
    basePath: '/api',
  })
  return { api: createStatusApi({ baseUrl: 'https://status.test/api/', fetch: server.fetch }), ...server }
}

const oneComponent = { id, displayName: 'Compute', labels: { region: 'north' } }
const component = { id, name: 'Compute', labels: { region: 'north' }, activeReferences: [] }
const oneIncident = {
  id,
  displayName: 'Slow volumes',
  description: 'Volumes answer **slowly**.',
  beganAt: '2026-03-10T09:00:00.5+01:00',
  endedAt: null,
  phase,
  affects: [{ reference: other, type: id, severity: 50 }],
  updates: [1, 0],
}
const incident = {
  id,
  title: 'Slow volumes',
  description: 'Volumes answer **slowly**.',
  beganAt: at + 500,
  endedAt: null,
  phase,
  impacts: [{ componentId: other, typeId: id, severity: 50 }],
  updateOrders: [0, 1],
}
const oneUpdate = { order: 2, displayName: 'Found it', description: 'A switch.', createdAt: '2026-03-10T08:00:00Z' }
const update = { incidentId: id, order: 2, title: 'Found it', description: 'A switch.', createdAt: at }
const impactType = { id, name: 'Slow', description: 'Slow answers' }
const oneImpactType = { id, displayName: 'Slow', description: 'Slow answers' }

type Row = [operation: string, call: (api: StatusApi) => Promise<unknown>, path: string, answer: unknown, result: unknown]

const reads: Row[] = [
  ['getComponents', api => api.getComponents(), '/components', { data: [oneComponent] }, { items: [component], invalidCount: 0 }],
  [
    'getComponents at',
    api => api.getComponents({ at }),
    '/components?at=2026-03-10T08%3A00%3A00.000Z',
    { data: [] },
    { items: [], invalidCount: 0 },
  ],
  ['getComponent', api => api.getComponent(id), `/components/${id}`, { data: oneComponent }, component],
  [
    'getComponent at',
    api => api.getComponent(id, { at }),
    `/components/${id}?at=2026-03-10T08%3A00%3A00.000Z`,
    { data: oneComponent },
    component,
  ],
  [
    'getIncidents',
    api => api.getIncidents({ start: at, end: later }),
    '/incidents?start=2026-03-10T08%3A00%3A00.000Z&end=2026-03-10T09%3A00%3A00.000Z',
    { data: [oneIncident] },
    { items: [incident], invalidCount: 0 },
  ],
  ['getIncident', api => api.getIncident(id), `/incidents/${id}`, { data: oneIncident }, incident],
  [
    'getUpdates',
    api => api.getUpdates(id),
    `/incidents/${id}/updates`,
    { data: [oneUpdate, { order: 0 }] },
    { items: [{ incidentId: id, order: 0, title: '', description: '', createdAt: null }, update], invalidCount: 0 },
  ],
  ['getUpdate', api => api.getUpdate(id, 2), `/incidents/${id}/updates/2`, { data: oneUpdate }, update],
  [
    'getPhases',
    api => api.getPhases(),
    '/phases',
    { data: { generation: 1, phases: ['new', 'done'] } },
    { generation: 1, names: ['new', 'done'] },
  ],
  [
    'getPhases of a generation',
    api => api.getPhases(7),
    '/phases?generation=7',
    { data: { generation: 7, phases: [] } },
    { generation: 7, names: [] },
  ],
  [
    'getImpactTypes',
    api => api.getImpactTypes(),
    '/impacttypes',
    { data: [oneImpactType] },
    { items: [impactType], invalidCount: 0 },
  ],
  ['getImpactType', api => api.getImpactType(id), `/impacttypes/${id}`, { data: oneImpactType }, impactType],
  [
    'getSeverities',
    api => api.getSeverities(),
    '/severities',
    { data: [{ displayName: 'bad', value: 100 }] },
    { items: [{ name: 'bad', value: 100 }], invalidCount: 0 },
  ],
  [
    'getSeverity',
    api => api.getSeverity('half/broken now?'),
    '/severities/half%2Fbroken%20now%3F',
    { data: { displayName: 'half/broken now?', value: 50 } },
    { name: 'half/broken now?', value: 50 },
  ],
]

describe('reads', () => {
  it.each(reads)('%s', async (_, call, path, answer, result) => {
    const { api, requests } = setUp(answer)
    expect(await call(api)).toEqual(result)
    expect(requests).toEqual([{ method: 'GET', path: `/api${path}`, headers: {}, body: undefined }])
  })

  it.each(reads)('%s takes the answer without its wrapper', async (_, call, __, answer, result) => {
    const { api } = setUp((answer as { data: unknown }).data)
    expect(await call(api)).toEqual(result)
  })

  it('asks for no time that RFC 3339 cannot write', async () => {
    const { api, requests } = setUp([])
    await api.getIncidents({ start: -Infinity, end: Infinity })
    expect(decodeURIComponent(requests[0]!.path)).toBe(
      '/api/incidents?start=0000-01-01T00:00:00.000Z&end=9999-12-31T23:59:59.999Z',
    )
  })
})

type Write = [
  operation: string,
  call: (api: StatusApi) => Promise<unknown>,
  request: string,
  body: unknown,
  answer?: object,
  result?: unknown,
]

const written = [{ componentId: id, typeId: other, severity: 0 }]
const affects = [{ reference: id, type: other, severity: 0 }]
const times = { beganAt: '2026-03-10T08:00:00.000Z', endedAt: '2026-03-10T09:00:00.000Z' }

const writes: Write[] = [
  [
    'createComponent',
    api => api.createComponent({ name: 'Compute', labels: { region: 'north' } }),
    'POST /components',
    { displayName: 'Compute', labels: { region: 'north' } },
    { id },
    id,
  ],
  ['updateComponent', api => api.updateComponent(id, { name: 'Nova' }), `PATCH /components/${id}`, { displayName: 'Nova' }],
  ['deleteComponent', api => api.deleteComponent(id), `DELETE /components/${id}`, undefined],
  [
    'createIncident',
    api => api.createIncident({ title: 'Works', description: 'All night', beganAt: at, endedAt: later, phase, impacts: written }),
    'POST /incidents',
    { displayName: 'Works', description: 'All night', ...times, phase, affects },
    { id },
    id,
  ],
  ['updateIncident', api => api.updateIncident(id, { endedAt: later }), `PATCH /incidents/${id}`, { endedAt: times.endedAt }],
  ['updateIncident to reopen', api => api.updateIncident(id, { endedAt: null }), `PATCH /incidents/${id}`, { endedAt: null }],
  ['updateIncident to clear', api => api.updateIncident(id, { impacts: [] }), `PATCH /incidents/${id}`, { affects: [] }],
  ['deleteIncident', api => api.deleteIncident(id), `DELETE /incidents/${id}`, undefined],
  [
    'createUpdate',
    api => api.createUpdate(id, { title: 'Found it', description: 'A switch.', createdAt: at }),
    `POST /incidents/${id}/updates`,
    { displayName: 'Found it', description: 'A switch.', createdAt: times.beganAt },
    { order: 0 },
    0,
  ],
  [
    'updateUpdate',
    api => api.updateUpdate(id, 0, { description: 'Two.' }),
    `PATCH /incidents/${id}/updates/0`,
    { description: 'Two.' },
  ],
  ['deleteUpdate', api => api.deleteUpdate(id, 4), `DELETE /incidents/${id}/updates/4`, undefined],
  ['createPhases', api => api.createPhases(['new', 'done']), 'POST /phases', { phases: ['new', 'done'] }, { generation: 4 }, 4],
  [
    'createImpactType',
    api => api.createImpactType({ name: 'Slow' }),
    'POST /impacttypes',
    { displayName: 'Slow' },
    { data: { id } },
    id,
  ],
  [
    'updateImpactType',
    api => api.updateImpactType(id, { name: 'Slower', description: '' }),
    `PATCH /impacttypes/${id}`,
    { displayName: 'Slower', description: '' },
  ],
  ['deleteImpactType', api => api.deleteImpactType(id), `DELETE /impacttypes/${id}`, undefined],
  [
    'createSeverity',
    api => api.createSeverity({ name: 'bad', value: 100 }),
    'POST /severities',
    { displayName: 'bad', value: 100 },
  ],
  ['updateSeverity', api => api.updateSeverity('so so', { value: 0 }), 'PATCH /severities/so%20so', { value: 0 }],
  ['deleteSeverity', api => api.deleteSeverity('ä/b'), 'DELETE /severities/%C3%A4%2Fb', undefined],
]

describe('writes', () => {
  it.each(writes)('%s', async (_, call, request, body, answer, result) => {
    const { api, requests } = answer ? setUp(answer, 201) : setUp(null, 204)
    expect(await call(api)).toEqual(result)
    const [method, path] = request.split(' ')
    const headers = body ? { 'content-type': 'application/json' } : {}
    expect(requests).toEqual([{ method, path: `/api${path}`, headers, body }])
  })

  it('never send what is read-only, even if handed a whole object', async () => {
    const { api, requests } = setUp(null, 204)
    await api.updateIncident(id, { ...incident, impacts: [{ ...incident.impacts[0]!, id: 'x' } as never] })
    await api.updateComponent(id, component)
    expect(requests.map(({ body }) => Object.keys(body as object))).toEqual([
      ['displayName', 'description', 'beganAt', 'endedAt', 'phase', 'affects'],
      ['displayName', 'labels'],
    ])
  })

  it('send nothing where there is nothing to change', async () => {
    const { api, requests } = setUp(null, 204)
    await api.updateIncident(id, {})
    await api.updateComponent(id, { name: undefined })
    expect(requests).toEqual([])
  })

  it('refuse a time that RFC 3339 cannot write', async () => {
    const { api, requests } = setUp(null, 204)
    await expect(api.updateIncident(id, { endedAt: NaN })).rejects.toThrow(RangeError)
    await expect(api.createUpdate(id, { title: 'x', createdAt: 253_402_300_800_000 })).rejects.toThrow(RangeError)
    expect(requests).toEqual([])
  })

  it.each(['', '.', '..'])('refuse the identifier "%s", which would address something else', async name => {
    const { api, requests } = setUp(null, 204)
    await expect(api.deleteSeverity(name)).rejects.toMatchObject({ kind: 'rejected', status: undefined })
    expect(requests).toEqual([])
  })

  it('take a 200 with a body where 204 is due', async () => {
    await setUp({ id }).api.deleteComponent(id)
  })
})

it('has all 27 operations', () => {
  expect(Object.keys(setUp().api)).toHaveLength(27)
  const covered = [...reads, ...writes].map(([name]) => name.split(' ')[0])
  expect(new Set(covered)).toEqual(new Set(Object.keys(setUp().api)))
})
