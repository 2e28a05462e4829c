import { describe, expect, it } from 'vitest'
import { assertContract, createContractValidator, recordingFetch } from '../../support/contract'

const id = '0f5e8a52-4c1c-4c5e-9d51-0c2b8b8a4a11'
const other = '5d3f1c3e-9d0a-4a53-8a55-6f0a2f6f7b22'
const phase = { generation: 1, order: 0 }
const impact = { reference: id, type: other, severity: 50 }
const beganAt = '2026-03-10T08:00:00.000Z'
const endedAt = '2026-03-10T09:00:00Z'
const incident = { displayName: 'Slow volumes', beganAt, phase, affects: [impact] }

const problems = createContractValidator()
const of = (method: string, url: string, body?: unknown) => problems({ method, url, body })

describe('requests that are fine', () => {
  it.each([
    ['GET', '/components'],
    ['GET', '/components?at=2026-03-10T08%3A00%3A00.000Z'],
    ['GET', `/components/${id}`],
    ['GET', `/incidents?start=${beganAt}&end=${endedAt}`],
    ['GET', '/phases?generation=3'],
    ['GET', `/incidents/${id}/updates/0`],
    ['GET', '/severities/half%2Fbroken%20now'],
    ['DELETE', `/incidents/${id}`],
    ['POST', '/incidents', incident],
    ['POST', '/incidents', { ...incident, endedAt, affects: [{ ...impact, severity: 0 }] }],
    ['PATCH', `/incidents/${id}`, { endedAt: null }],
    ['PATCH', `/incidents/${id}`, { affects: [] }],
    ['POST', `/incidents/${id}/updates`, { displayName: 'Found it', createdAt: beganAt }],
    ['POST', '/phases', { phases: ['new', 'done'] }],
    ['POST', '/components', { displayName: 'Compute', labels: { region: 'north' } }],
    ['POST', '/severities', { displayName: 'Major outage', value: 100 }],
  ])('%s %s', (method, url, body?: unknown) => {
    expect(of(method, url, body)).toEqual([])
  })

  it('may lie below a base path and be absolute', () => {
    expect(problems({ method: 'GET', url: 'https://status.test/api/v1/components' }, '/api/v1/')).toEqual([])
    expect(problems({ method: 'GET', url: '/elsewhere/components' }, '/api/v1')).toEqual([
      '/elsewhere/components is not below /api/v1/',
    ])
  })

  it('may use other ids where the server does', () => {
    const lenient = createContractValidator({ anyIds: true })
    expect(lenient({ method: 'GET', url: '/components/42' })).toEqual([])
    expect(lenient({ method: 'GET', url: '/components/' })).toEqual(['path {componentId}: empty or malformed'])
  })
})

describe('what the document does not allow', () => {
  it.each([
    ['unknown path', 'GET', '/servers', undefined, 'unknown path /servers'],
    ['path below an operation', 'GET', `/components/${id}/labels`, undefined, `unknown path /components/${id}/labels`],
    ['trailing slash', 'GET', '/components/', undefined, 'path {componentId}: empty or malformed'],
    ['unknown method', 'PUT', '/components', undefined, 'unknown method PUT for /components'],
    ['method of another path', 'PATCH', '/phases', {}, 'unknown method PATCH for /phases'],
    ['id that is no UUID', 'GET', '/components/42', undefined, 'path {componentId}: must match format "uuid"'],
    ['order that is no number', 'GET', `/incidents/${id}/updates/last`, undefined, 'path {updateOrder}: must be integer'],
    ['broken escape', 'GET', '/severities/%zz', undefined, 'path {severityName}: empty or malformed'],
    ['unknown query', 'GET', '/components?limit=3', undefined, 'query limit: unknown'],
    ['missing query', 'GET', `/incidents?start=${beganAt}`, undefined, 'query end: missing'],
    ['repeated query', 'GET', '/phases?generation=1&generation=2', undefined, 'query generation: repeated'],
    ['malformed date', 'GET', '/components?at=yesterday', undefined, 'query at: must match format "date-time"'],
    ['impossible date', 'GET', '/components?at=2026-02-30T00:00:00Z', undefined, 'query at: must match format "date-time"'],
    [
      'date that is not UTC',
      'GET',
      '/components?at=2026-03-10T08:00:00%2B01:00',
      undefined,
      'query at: must match format "date-time"',
    ],
    ['malformed integer', 'GET', '/phases?generation=1.5', undefined, 'query generation: must be integer'],
    ['reversed window', 'GET', `/incidents?start=${endedAt}&end=${beganAt}`, undefined, 'query end: before start'],
    ['GET with a body', 'GET', '/components', {}, 'body: there must be none'],
    ['DELETE with a body', 'DELETE', `/components/${id}`, { id }, 'body: there must be none'],
    ['write without a body', 'POST', '/components', undefined, 'body: missing'],
    ['body that is no object', 'POST', '/components', 'text', 'body: must be object'],
    ['unknown property', 'POST', '/components', { name: 'Compute' }, 'body: unknown property name'],
    [
      'unknown property inside',
      'POST',
      '/incidents',
      { ...incident, affects: [{ ...impact, id }] },
      'body/affects/0: unknown property id',
    ],
    ['id in a body', 'PATCH', `/incidents/${id}`, { id }, 'body: unknown property id'],
    ['order in a body', 'PATCH', `/incidents/${id}/updates/1`, { order: 1 }, 'body: unknown property order'],
    ['generation in a body', 'POST', '/phases', { phases: [], generation: 2 }, 'body: unknown property generation'],
    ['updates in a body', 'PATCH', `/incidents/${id}`, { updates: [0] }, 'body/updates: is read-only'],
    ['impacts of a component', 'PATCH', `/components/${id}`, { activelyAffectedBy: [] }, 'body/activelyAffectedBy: is read-only'],
    ['missing property', 'POST', '/phases', {}, "body: must have required property 'phases'"],
    [
      'half a phase',
      'PATCH',
      `/incidents/${id}`,
      { phase: { order: 1 } },
      "body/phase: must have required property 'generation'",
    ],
    ['text for a label', 'PATCH', `/components/${id}`, { labels: { tier: 1 } }, 'body/labels/tier: must be string'],
    ['null for a name', 'PATCH', `/components/${id}`, { displayName: null }, 'body/displayName: must be string'],
    [
      'time without a zone',
      'PATCH',
      `/incidents/${id}`,
      { endedAt: '2026-03-10T09:00' },
      'body/endedAt: must match format "date-time"',
    ],
  ])('%s', (_, method, url, body, problem) => {
    expect(of(method, url, body)).toEqual([problem])
  })
})

describe('what 0402 does not allow', () => {
  const send = (method: 'POST' | 'PATCH', body: object) => of(method, method === 'POST' ? '/incidents' : `/incidents/${id}`, body)

  it.each(['reference', 'type', 'severity'])('an impact without its %s', name => {
    const affects = [impact, { ...impact, [name]: undefined }].map(entry => JSON.parse(JSON.stringify(entry)) as object)
    expect(send('PATCH', { affects })).toEqual([`body/affects/1: no ${name}`])
  })

  it.each([
    [0.5, 'must be integer'],
    [-1, 'must be >= 0'],
    [101, 'must be <= 100'],
  ])('a severity of %s', (severity, problem) => {
    expect(send('PATCH', { affects: [{ ...impact, severity }] })).toEqual([`body/affects/0/severity: ${problem}`])
  })

  it('a new incident without a phase', () => {
    expect(send('POST', { ...incident, phase: undefined })).toEqual(['body: an incident without a phase'])
  })

  it('a severity 0 without an end in the same body', () => {
    expect(send('PATCH', { affects: [{ ...impact, severity: 0 }] })).toEqual(['body: a severity 0 without endedAt'])
    expect(send('PATCH', { affects: [{ ...impact, severity: 0 }], endedAt: null })).toEqual([
      'body: a severity 0 without endedAt',
    ])
  })

  it('a new maintenance without a beginning', () => {
    const maintenance = { phase, endedAt, affects: [{ ...impact, severity: 0 }] }
    expect(send('POST', maintenance)).toEqual(['body: a maintenance without beganAt'])
  })

  it('a PATCH that changes nothing', () => {
    expect(send('PATCH', {})).toEqual(['body: nothing to change'])
    expect(of('PATCH', '/severities/bad', {})).toEqual(['body: nothing to change'])
  })
})

describe('assertContract', () => {
  const post = (body: string, type?: string) =>
    new Request('https://status.test/api/components', {
      method: 'POST',
      body,
      ...(type && { headers: { 'Content-Type': type } }),
    })

  it('passes what is fine and leaves the body unread', async () => {
    const request = post('{"displayName":"Compute"}', 'application/json')
    await assertContract(request, { basePath: '/api' })
    expect(await request.json()).toEqual({ displayName: 'Compute' })
  })

  it('throws with all problems', async () => {
    await expect(assertContract(post('{"a":1,"b":2}'), { basePath: '/api' })).rejects.toThrow(
      /unknown property a\n.*unknown property b\n.*content type is text\/plain/,
    )
  })

  it('refuses a body that is no JSON', async () => {
    await expect(assertContract(post('{', 'application/json'), { basePath: '/api' })).rejects.toThrow('body: must be object')
  })

  it('lets a preflight pass', async () => {
    await assertContract(new Request('https://status.test/elsewhere', { method: 'OPTIONS' }))
  })
})

describe('recordingFetch', () => {
  it('notes the request and hands it on', async () => {
    const server = recordingFetch(() => new Response('fine'), { anyIds: true })
    const answer = await server.fetch(new Request('https://status.test/components/7', { headers: { Authorization: 'Bearer t' } }))
    expect(await answer.text()).toBe('fine')
    expect(server.requests).toEqual([
      { method: 'GET', path: '/components/7', headers: { authorization: 'Bearer t' }, body: undefined },
    ])
  })

  it('hands on nothing that breaks the contract', async () => {
    let calls = 0
    const server = recordingFetch(() => new Response(String(++calls)))
    await expect(server.fetch(new Request('https://status.test/servers'))).rejects.toThrow('unknown path /servers')
    expect(calls).toBe(0)
    expect(server.problems).toHaveLength(1)
  })
})
