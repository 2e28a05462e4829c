import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as read from '@/api/mappers'
import { ApiError } from '@/domain/apiError'

const call = { method: 'GET', path: '/test' } as const
const answer = (body: unknown) => ({ call, status: 200, body, text: JSON.stringify(body) })
const list = (...data: unknown[]) => answer({ data })

describe('components', () => {
  it('may lack everything but the id', () => {
    const bare = { id: 'a', name: 'a', labels: {}, activeReferences: [] }
    expect(read.components(list({ id: 'a' }))).toEqual({ items: [bare], invalidCount: 0 })
    expect(read.components(list({ id: 'a', displayName: null, labels: null, activelyAffectedBy: null, extra: 1 }))).toEqual({
      items: [bare],
      invalidCount: 0,
    })
  })

  it('may have any text or integer as id', () => {
    const ids = read.components(list({ id: 7 }, { id: 'MDQ6VXNlcjE=' }, { id: 0 })).items.map(({ id }) => id)
    expect(ids).toEqual(['7', 'MDQ6VXNlcjE=', '0'])
  })

  it.each([undefined, null, '', 1.5, 2 ** 53, true, {}, []])('are malformed with the id %j', id => {
    expect(() => read.components(list({ id: 'a' }, { id }))).toThrow(
      expect.objectContaining({ kind: 'malformed', detail: '[1].id', call, status: 200 }),
    )
  })

  it('keep the first of a repeated id', () => {
    const { items, invalidCount } = read.components(
      list({ id: 7, displayName: 'first' }, { id: '7', displayName: 'second' }, { id: 'b' }),
    )
    expect(items.map(({ name }) => name)).toEqual(['first', 'b'])
    expect(invalidCount).toBe(1)
  })

  it('drop label values that are none', () => {
    const labels = { region: 'north', empty: '', tier: 1, core: true, gone: null, odd: { a: 1 }, list: [] }
    const { items, invalidCount } = read.components(list({ id: 'a', labels }))
    expect(items[0]!.labels).toEqual({ region: 'north', empty: '', tier: '1', core: 'true' })
    expect(invalidCount).toBe(2)
  })

  it('keep a label by the name of __proto__ as a label', () => {
    const { items } = read.components(answer(JSON.parse('[{"id":"a","labels":{"__proto__":"x"}}]')))
    expect(Object.entries(items[0]!.labels)).toEqual([['__proto__', 'x']])
  })

  it('count what is of the wrong kind', () => {
    const { items, invalidCount } = read.components(list({ id: 'a', displayName: 7, labels: [], activelyAffectedBy: {} }))
    expect(items).toEqual([{ id: 'a', name: 'a', labels: {}, activeReferences: [], hintsUnreadable: true }])
    expect(invalidCount).toBe(3)
  })

  it('have hints about incidents', () => {
    const activelyAffectedBy = [{ reference: 3, type: 'slow', severity: 100 }, { reference: 'i' }, { severity: 50 }, null, 'x']
    const { items, invalidCount } = read.components(list({ id: 'a', activelyAffectedBy }))
    expect(items[0]!.activeReferences).toEqual([
      { incidentId: '3', typeId: 'slow', severity: 100 },
      { incidentId: 'i', typeId: null, severity: null },
    ])
    expect(invalidCount).toBe(3)
  })
})

describe('incidents', () => {
  const one = (fields: object) => {
    const { items, invalidCount } = read.incidents(list({ id: 'i', ...fields }))
    return { ...items[0]!, invalidCount }
  }

  it('may lack everything but the id', () => {
    const bare = { id: 'i', title: '', description: '', beganAt: null, endedAt: null, phase: null, impacts: [], updateOrders: [] }
    expect(one({})).toEqual({ ...bare, invalidCount: 0 })
    const nulls = {
      displayName: null,
      description: null,
      beganAt: null,
      endedAt: null,
      phase: null,
      affects: null,
      updates: null,
    }
    expect(one(nulls)).toEqual({ ...bare, invalidCount: 0 })
  })

  it('have no time where it cannot be read', () => {
    expect(one({ beganAt: 'yesterday', endedAt: 1_700_000_000 })).toMatchObject({ beganAt: null, endedAt: null, invalidCount: 2 })
  })

  it.each([
    [0, 0, 0],
    [101, 101, 0],
    [0.5, 0.5, 0],
    [-3, -3, 0],
    [null, null, 0],
    [undefined, null, 0],
    ['50', null, 1],
    [true, null, 1],
  ])('with the severity %j have it as %j', (severity, expected, invalidCount) => {
    const incident = one({ affects: [{ reference: 'c', type: 't', severity }] })
    expect(incident.impacts).toEqual([{ componentId: 'c', typeId: 't', severity: expected }])
    expect(incident.invalidCount).toBe(invalidCount)
  })

  it('drop an impact on nothing, once', () => {
    expect(one({ affects: [{ type: 't', severity: 1 }, { reference: {}, severity: 1 }, 7] })).toMatchObject({
      impacts: [],
      invalidCount: 3,
    })
  })

  it.each([{ generation: 1 }, { order: 0 }, { generation: '1', order: 0 }, { generation: 1, order: -1 }, 'new', []])(
    'have no phase for %j',
    phase => {
      expect(one({ phase })).toMatchObject({ phase: null, invalidCount: 1 })
    },
  )

  it('have the orders of their updates ascending and once', () => {
    expect(one({ updates: [2, 10, 0, 2, 'x', 1.5, null] })).toMatchObject({ updateOrders: [0, 2, 10], invalidCount: 4 })
  })
})

describe('updates', () => {
  it('are ascending, the first of a repeated order kept', () => {
    const { items, invalidCount } = read.updates(
      list({ order: 2 }, { order: 0, displayName: 'a' }, { order: 0, displayName: 'b' }),
      'i',
    )
    expect(items.map(({ order, title }) => [order, title])).toEqual([
      [0, 'a'],
      [2, ''],
    ])
    expect(invalidCount).toBe(1)
  })

  it('are malformed without an order', () => {
    expect(() => read.updates(list({ order: '1' }), 'i')).toThrow(
      expect.objectContaining({ kind: 'malformed', detail: '[0].order' }),
    )
  })
})

describe('phases', () => {
  it('keep their places whatever stands in one', () => {
    expect(read.phases(answer({ generation: 2, phases: ['new', null, 'done'] }))).toEqual({
      generation: 2,
      names: ['new', '', 'done'],
    })
  })

  it('may be none yet', () => {
    expect(read.phases(answer({ data: { generation: 0, phases: null } }))).toEqual({ generation: 0, names: [] })
  })

  it('are malformed without a generation', () => {
    expect(() => read.phases(answer({ phases: [] }))).toThrow(
      expect.objectContaining({ kind: 'malformed', detail: 'generation' }),
    )
  })
})

describe('severities', () => {
  it('drop those that are no band, once each', () => {
    const { items, invalidCount } = read.severities(
      list({ displayName: 'a', value: 50 }, { displayName: 'b' }, { value: 1 }, { displayName: 'c', value: 'x' }, {}),
    )
    expect(items).toEqual([{ name: 'a', value: 50 }])
    expect(invalidCount).toBe(4)
  })

  it('may repeat a name', () => {
    expect(read.severities(list({ displayName: 'a', value: 1 }, { displayName: 'a', value: 2 }))).toMatchObject({
      invalidCount: 0,
    })
  })

  it('are malformed when the one that was asked for is none', () => {
    expect(() => read.severity(answer({ displayName: 'a' }))).toThrow(expect.objectContaining({ kind: 'malformed' }))
  })
})

describe('every mapper', () => {
  const mappers: Record<string, (given: ReturnType<typeof answer>) => unknown> = {
    ...read,
    updates: given => read.updates(given, 'i'),
    update: given => read.update(given, 'i'),
  }
  // Arbitrary JSON seldom comes near our shapes, so fields of ours are thrown in.
  const field = fc.constantFrom(
    ...['id', 'displayName', 'labels', 'activelyAffectedBy', 'reference', 'severity', 'order', 'generation', 'phase', 'phases'],
    ...['affects', 'updates', 'beganAt', 'endedAt', 'createdAt', 'value', 'type', 'data', '__proto__', 'constructor'],
  )
  const { json } = fc.letrec(tie => ({
    json: fc.oneof(
      { maxDepth: 5, depthSize: 'large' },
      fc.jsonValue(),
      fc.constantFrom('2026-03-10T08:00:00Z', 'a', 0, 1, null, -1, 0.5),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(field, tie('json'), { maxKeys: 8 }),
    ),
  }))

  it.each(Object.keys(mappers))('%s answers or throws an ApiError, whatever comes', name => {
    fc.assert(
      fc.property(json, body => {
        try {
          mappers[name]!(answer(body))
        } catch (error) {
          expect(error).toBeInstanceOf(ApiError)
          expect((error as ApiError).kind).toBe('malformed')
        }
      }),
      { numRuns: 300 },
    )
  })
})
