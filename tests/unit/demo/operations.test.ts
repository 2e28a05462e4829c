import { describe, expect, it } from 'vitest'
import { buildComponent, buildData, buildImpactType, buildIncident, buildUpdate } from '../../support/builders'
import { createDemoApi, NOW } from './ask'

const component = buildComponent()
const impactType = buildImpactType()
const incident = buildIncident()
const unused = { component: buildComponent({ id: 'unused-component' }), impactType: buildImpactType({ id: 'unused-type' }) }
const unknownId = '99999999-9999-4999-8999-999999999999'
const uuid = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) as unknown

const data = () =>
  buildData({
    components: [component, unused.component],
    impactTypes: [impactType, unused.impactType],
    incidents: [incident],
    updates: { [incident.id]: [buildUpdate(), buildUpdate({ order: 1, displayName: 'Resolved' })] },
    phases: [
      ['Open', 'Closed'],
      ['Investigating', 'Working on it', 'Resolved'],
    ],
  })

const oneComponent = `/components/${component.id}`
const oneIncident = `/incidents/${incident.id}`
const oneType = `/impacttypes/${impactType.id}`
const window = '/incidents?start=2026-03-10T00:00:00Z&end=2026-03-11T00:00:00Z'
const maintenance = { affects: [{ reference: component.id, type: impactType.id, severity: 0 }] }
const affecting = (impact: object) => ({ affects: [{ reference: component.id, type: impactType.id, severity: 50, ...impact }] })

type Row = [operation: string, call: string, body: unknown, status: number, answer?: unknown]

const happy: Row[] = [
  [
    'getPhaseList',
    'GET /phases',
    undefined,
    200,
    { data: { generation: 2, phases: ['Investigating', 'Working on it', 'Resolved'] } },
  ],
  ['getPhaseList, older', 'GET /phases?generation=1', undefined, 200, { data: { generation: 1, phases: ['Open', 'Closed'] } }],
  ['createPhaseList', 'POST /phases', { phases: ['New'] }, 201, { generation: 3 }],
  ['getImpactTypes', 'GET /impacttypes', undefined, 200, { data: [impactType, unused.impactType] }],
  ['createImpactType', 'POST /impacttypes', { displayName: 'Loss' }, 201, { id: uuid }],
  ['getImpactType', `GET ${oneType}`, undefined, 200, { data: impactType }],
  ['updateImpactType', `PATCH ${oneType}`, { description: 'Slow' }, 204],
  ['deleteImpactType', 'DELETE /impacttypes/unused-type', undefined, 204],
  ['getSeverities', 'GET /severities', undefined, 200, { data: data().severities }],
  ['createSeverity', 'POST /severities', { displayName: 'Notice', value: 10 }, 204],
  ['getSeverity', 'GET /severities/Minor', undefined, 200, { data: { displayName: 'Minor', value: 33 } }],
  ['updateSeverity', 'PATCH /severities/Minor', { value: 34 }, 204],
  ['deleteSeverity', 'DELETE /severities/Minor', undefined, 204],
  ['getComponents', 'GET /components', undefined, 200, { data: [component, unused.component] }],
  ['createComponent', 'POST /components', { displayName: 'DNS', labels: { region: 'north' } }, 201, { id: uuid }],
  ['getComponent', `GET ${oneComponent}`, undefined, 200, { data: component }],
  ['updateComponent', `PATCH ${oneComponent}`, { labels: { region: 'south' } }, 204],
  ['deleteComponent', 'DELETE /components/unused-component', undefined, 204],
  ['getIncidents', `GET ${window}`, undefined, 200, { data: [{ ...incident, updates: [0, 1] }] }],
  ['createIncident', 'POST /incidents', { displayName: 'Loss', phase: { generation: 2, order: 0 } }, 201, { id: uuid }],
  ['createIncident, maintenance', 'POST /incidents', { ...maintenance, endedAt: '2026-03-12T00:00:00Z' }, 201, { id: uuid }],
  ['getIncident', `GET ${oneIncident}`, undefined, 200, { data: { ...incident, updates: [0, 1] } }],
  ['updateIncident', `PATCH ${oneIncident}`, { endedAt: '2026-03-10T10:00:00+01:00' }, 204],
  ['deleteIncident', `DELETE ${oneIncident}`, undefined, 204],
  ['getIncidentUpdates', `GET ${oneIncident}/updates`, undefined, 200, { data: data().updates[incident.id] }],
  ['getIncidentUpdates, unknown incident', `GET /incidents/${unknownId}/updates`, undefined, 200, { data: [] }],
  ['createIncidentUpdate', `POST ${oneIncident}/updates`, { displayName: 'Review' }, 201, { order: 2 }],
  ['getIncidentUpdate', `GET ${oneIncident}/updates/0`, undefined, 200, { data: buildUpdate() }],
  ['updateIncidentUpdate', `PATCH ${oneIncident}/updates/0`, { displayName: 'Looking' }, 204],
  ['deleteIncidentUpdate', `DELETE ${oneIncident}/updates/1`, undefined, 204],
]

const refused: Row[] = [
  ['generation below 1', 'GET /phases?generation=0', undefined, 400],
  ['generation that is no number', 'GET /phases?generation=new', undefined, 400],
  ['generation above the newest', 'GET /phases?generation=3', undefined, 404],
  ['phases without a list', 'POST /phases', { phases: 'New' }, 400],
  ['severity of a value that is taken', 'POST /severities', { displayName: 'Other', value: 33 }, 400],
  ['severity of a name that is taken', 'POST /severities', { displayName: 'Minor', value: 5 }, 400],
  ['severity without a value', 'POST /severities', { displayName: 'Other' }, 400],
  ['severity above 100', 'POST /severities', { displayName: 'Other', value: 101 }, 400],
  ['severity moved to a value that is taken', 'PATCH /severities/Minor', { value: 66 }, 400],
  ['component in use', `DELETE ${oneComponent}`, undefined, 409],
  ['impact type in use', `DELETE ${oneType}`, undefined, 409],
  ['labels that are no texts', 'POST /components', { labels: { region: 1 } }, 400],
  ['`at` that is no time', 'GET /components?at=yesterday', undefined, 400],
  ['window without end', 'GET /incidents?start=2026-03-10T00:00:00Z', undefined, 400],
  ['window without start', 'GET /incidents?end=2026-03-10T00:00:00Z', undefined, 400],
  ['window reversed', 'GET /incidents?start=2026-03-11T00:00:00Z&end=2026-03-10T00:00:00Z', undefined, 400],
  ['window of a date without time', 'GET /incidents?start=2026-03-10&end=2026-03-11', undefined, 400],
  ['end before begin', 'POST /incidents', { beganAt: '2026-03-10T09:00:00Z', endedAt: '2026-03-10T08:00:00Z' }, 400],
  ['end moved before the begin', `PATCH ${oneIncident}`, { endedAt: '2026-03-10T07:00:00Z' }, 400],
  ['maintenance without end', 'POST /incidents', maintenance, 400],
  ['maintenance that ends at null', 'POST /incidents', { ...maintenance, endedAt: null }, 400],
  ['maintenance added without its end', `PATCH ${oneIncident}`, maintenance, 400],
  ['unknown phase order', 'POST /incidents', { phase: { generation: 2, order: 3 } }, 400],
  ['unknown phase generation', `PATCH ${oneIncident}`, { phase: { generation: 3, order: 0 } }, 400],
  ['impact above 100', 'POST /incidents', affecting({ severity: 101 }), 400],
  ['impact that is no integer', 'POST /incidents', affecting({ severity: 1.5 }), 400],
  ['impact on an unknown component', 'POST /incidents', affecting({ reference: unknownId }), 400],
  ['impact of an unknown type', `PATCH ${oneIncident}`, affecting({ type: unknownId }), 400],
  ['the same impact twice', 'POST /incidents', { affects: [affecting({}).affects[0], affecting({}).affects[0]] }, 400],
  ['update on an unknown incident', `POST /incidents/${unknownId}/updates`, { displayName: 'Review' }, 404],
  ['unknown path', 'GET /nothing', undefined, 404],
  ['unsupported method', `PUT ${oneComponent}`, { displayName: 'DNS' }, 405],
]

const messages: Record<number, string> = { 400: 'Bad Request', 404: 'Not Found', 405: 'Method Not Allowed', 409: 'Conflict' }
const split = (call: string) => call.split(' ') as [string, string]

describe('the demo API', () => {
  it.each(happy)('%s: %s', async (_operation, call, body, status, answer) => {
    const { ask } = createDemoApi({ data: data() })
    expect(await ask(...split(call), body)).toEqual({ status, body: answer })
  })

  it.each(refused)('refuses: %s (%s)', async (_rule, call, body, status) => {
    const { ask, store } = createDemoApi({ data: data() })
    expect(await ask(...split(call), body)).toEqual({ status, body: { message: messages[status] } })
    expect(store.data).toEqual(data())
  })

  const singles = [
    '/impacttypes/x',
    '/severities/x',
    '/components/x',
    '/incidents/x',
    '/incidents/x/updates/0',
    `${oneIncident}/updates/7`,
  ]
  const onUnknown = singles.flatMap(path => [`GET ${path}`, `PATCH ${path}`, `DELETE ${path}`])
  it.each(onUnknown)('answers 404 to %s', async call => {
    const { ask } = createDemoApi({ data: data() })
    expect((await ask(...split(call), call.startsWith('PATCH') ? { displayName: 'New' } : undefined)).status).toBe(404)
  })

  const lists = ['/phases', '/impacttypes', '/severities', '/components', '/incidents', `${oneIncident}/updates`]
  const entries = [oneType, '/severities/Minor', oneComponent, oneIncident, `${oneIncident}/updates/0`]
  const writes = [...lists.map(path => `POST ${path}`), ...entries.map(path => `PATCH ${path}`)]
  const bodies: [string, string][] = [
    ['an empty body', ''],
    ['{}', '{}'],
    ['only nulls', '{"displayName": null, "endedAt": null, "phases": null}'],
    ['only what it does not know', '{"id": "new", "order": 5}'],
    ['malformed JSON', '{"displayName": '],
    ['JSON that is no object', '["displayName"]'],
    ['a field of the wrong kind', '{"displayName": 5, "phases": 5}'],
  ]
  it.each(writes.flatMap(call => bodies.map(([name, body]) => [call, name, body] as const)))(
    '%s refuses %s',
    async (call, _name, body) => {
      const { ask, store } = createDemoApi({ data: data() })
      expect(await ask(...split(call), body)).toEqual({ status: 400, body: { message: 'Bad Request' } })
      expect(store.data).toEqual(data())
    },
  )

  it('answers generation 0 and no names while there are no phases', async () => {
    const { ask } = createDemoApi({ data: buildData({ phases: [] }) })
    expect((await ask('GET', '/phases')).body).toEqual({ data: { generation: 0, phases: [] } })
    expect((await ask('GET', '/phases?generation=1')).status).toBe(404)
  })

  it('finds a severity whose name needs encoding', async () => {
    const { ask } = createDemoApi({ data: buildData({ severities: [{ displayName: 'Größerer Ausfall 50/50', value: 50 }] }) })
    const path = `/severities/${encodeURIComponent('Größerer Ausfall 50/50')}`
    expect((await ask('PATCH', path, { displayName: 'Ausfall' })).status).toBe(204)
    expect((await ask('GET', '/severities/Ausfall')).body).toEqual({ data: { displayName: 'Ausfall', value: 50 } })
  })

  it('dates an update itself where the operator does not', async () => {
    const { ask } = createDemoApi({ data: data() })
    await ask('POST', `${oneIncident}/updates`, { displayName: 'Review', order: 9 })
    expect((await ask('GET', `${oneIncident}/updates/2`)).body).toEqual({
      data: { order: 2, displayName: 'Review', createdAt: new Date(NOW).toISOString() },
    })
  })
})
