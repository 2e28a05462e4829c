import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it } from 'vitest'
import * as read from '@/api/mappers'
import { createReader } from '@/api/reader'
import { allVersions } from '@/domain/incident/versions'
import { API_URL } from '../../support/config'
import { answerFirst, resetServer, serve, useServer } from '../../support/server'
import { failure, setUp } from './clientSetUp'

const call = { method: 'GET', path: '/test' } as const
const answer = (body: unknown) => ({ call, status: 200, body, text: JSON.stringify(body) })
const list = (...data: unknown[]) => answer({ data })

describe('a time in the year 1', () => {
  const zeros = [
    '0001-01-01T00:00:00Z',
    '0001-01-01T00:00:00.000Z',
    '0001-01-01t00:00:00z',
    '0001-01-01T00:53:28+00:53',
    // The same instant, as Go writes it west of Greenwich.
    '0000-12-31T19:03:58-04:56',
    '0001-06-01T12:00:00+02:00',
    '0001-12-31T23:59:59-12:00',
    '0000-01-01T00:00:00Z',
  ]

  it.each(zeros)('is none, and no broken one: %s', zero => {
    const { items, invalidCount } = read.incidents(list({ id: 'i', beganAt: zero, endedAt: zero }))
    expect(items[0]).toMatchObject({ beganAt: null, endedAt: null })
    expect(items[0]).not.toHaveProperty('beginUnreadable')
    expect(invalidCount).toBe(0)
    expect(read.update(answer({ order: 0, createdAt: zero }), 'i').createdAt).toBeNull()
  })

  it('ends with the year', () => {
    expect(read.incident(answer({ id: 'i', beganAt: '0002-01-01T00:00:00Z' })).beganAt).toBe(-62_104_060_800_000)
  })
})

describe('a begin', () => {
  it.each(['yesterday', '', '2026-02-30T00:00:00Z', '2026-03-10T12:00:00', 1_700_000_000, false, {}])(
    'that is %j cannot be read, which is another thing than none, and counted',
    beganAt => {
      const { items, invalidCount } = read.incidents(list({ id: 'i', beganAt }))
      expect(items[0]).toMatchObject({ beganAt: null, beginUnreadable: true })
      expect(invalidCount).toBe(1)
    },
  )

  it.each([null, undefined])('that is %j is none', beganAt => {
    expect(read.incident(answer({ id: 'i', beganAt }))).not.toHaveProperty('beginUnreadable')
  })
})

describe('what a component says of the incidents on it', () => {
  const hint = { reference: 'i', type: 't', severity: 50 }
  it.each([
    ['a text', 'yes', 0],
    ['an empty text', '', 0],
    ['an object', {}, 0],
    ['true', true, 0],
    ['0', 0, 0],
    ['nothing in a list', [null], 0],
    ['an entry about nothing', [{ severity: 50 }], 0],
    ['an entry about an object', [{ reference: {}, severity: 50 }], 0],
    ['an entry among good ones', [hint, 'x'], 1],
  ])('cannot be read where it is %s', (_, activelyAffectedBy, activeReferences) => {
    const { items, invalidCount } = read.components(list({ id: 'c', activelyAffectedBy }))
    expect(items[0]).toMatchObject({ hintsUnreadable: true, activeReferences: { length: activeReferences } })
    expect(invalidCount).toBe(1)
  })

  it.each([null, undefined, [], [hint]])('can be where it is %j', activelyAffectedBy => {
    expect(read.components(list({ id: 'c', activelyAffectedBy })).items[0]).not.toHaveProperty('hintsUnreadable')
  })
})

describe('ids that come twice', () => {
  const hint = (severity: number) => ({ reference: 'i', type: 't', severity })

  it('are one component with the hints of all, told as a loss', () => {
    const { items, invalidCount } = read.components(
      list(
        { id: 7, displayName: 'First', labels: { a: 'b' } },
        { id: '7', displayName: 'Second', activelyAffectedBy: [hint(90)] },
        { id: 7, displayName: 'First', activelyAffectedBy: 'yes' },
      ),
    )
    expect(items).toEqual([
      {
        id: '7',
        name: 'First',
        labels: { a: 'b' },
        activeReferences: [{ incidentId: 'i', typeId: 't', severity: 90 }],
        hintsUnreadable: true,
      },
    ])
    expect(invalidCount).toBe(1 + 2)
  })

  it('are one incident with all that is listed, told as a loss', () => {
    const { items, invalidCount } = read.incidents(
      list({ id: 'i', displayName: 'a' }, { id: 'j' }, { id: 'i', displayName: 'b' }, { id: 'i', displayName: 'a' }),
    )
    expect(items.map(({ id, title }) => [id, title])).toEqual([
      ['i', 'a'],
      ['j', ''],
    ])
    expect(allVersions(items).map(({ title }) => title)).toEqual(['a', 'b', ''])
    expect(invalidCount).toBe(2)
  })

  it('add nothing where they say the same', () => {
    const component = { id: 'c', activelyAffectedBy: [hint(50)] }
    expect(read.components(list(component, component))).toMatchObject({
      items: [{ activeReferences: { length: 1 } }],
      invalidCount: 1,
    })
    const incident = { id: 'i', affects: [hint(50)] }
    expect(read.incidents(list(incident, incident, incident)).items).toEqual(read.incidents(list(incident)).items)
    const update = { order: 0, displayName: 'x' }
    expect(read.updates(list(update, update), 'i')).toMatchObject({ items: { length: 1 }, invalidCount: 1 })
  })
})

/** What came, and why it is not all, in the words of the answer. */
const incomplete: readonly [string, unknown, string][] = [
  ['an error beside the data', { error: 'database gone', data: [] }, 'error: database gone'],
  ['an error object beside the data', { error: { message: 'half' }, data: [{ id: 'a' }] }, 'error: {"message":"half"}'],
  ['errors beside the data', { errors: [{ message: 'half' }], data: [] }, 'errors: [{"message":"half"}]'],
  ['an error by another name', { errMsg: 'database gone', data: [] }, 'errMsg: database gone'],
  ['no success', { success: false, data: [] }, 'success: false'],
  ['a failure by its status', { status: 'error', data: [] }, 'status: error'],
  ['a failure by its code', { code: 500, message: 'Internal Server Error', data: [] }, 'code: 500'],
  ['more', { data: [], more: true }, 'more: true'],
  ['a part', { data: [], partial: true }, 'partial: true'],
  ['results that are incomplete', { data: [], meta: { incomplete_results: true } }, 'incomplete_results: true'],
  ['the address of a next page', { data: [], next: 'https://x/components?page=2' }, 'next: https://x/components?page=2'],
  ['a link to a next page', { data: [], links: { next: '/c?page=2' } }, 'next: /c?page=2'],
  ['a HAL link to a next page', { data: [], _links: { next: { href: '/c?page=2' } } }, 'next: {"href":"/c?page=2"}'],
  ['a number of a next page', { data: [], nextPage: 2 }, 'nextPage: 2'],
  ['a token of a next page', { data: [], next_page_token: 'abc' }, 'next_page_token: abc'],
  ['a cursor in meta', { data: [], meta: { nextCursor: 'abc' } }, 'nextCursor: abc'],
  ['that there is more', { data: [], pagination: { hasMore: true } }, 'hasMore: true'],
  ['a total', { data: [{ id: 'a' }], total: 2 }, 'total: 2, 1 came'],
  ['a total as a text', { data: [{ id: 'a' }], total: '2' }, 'total: 2, 1 came'],
  ['a count', { data: [], count: 3 }, 'count: 3, 0 came'],
  ['a total in meta', { data: [{ id: 'a' }], meta: { totalCount: 25 } }, 'totalCount: 25, 1 came'],
  ['a total in the pagination of meta', { data: [], meta: { pagination: { total: 25 } } }, 'total: 25, 0 came'],
  ['a total in paging', { data: [], paging: { total_count: 25 } }, 'total_count: 25, 0 came'],
  ['several pages', { data: [], page: { totalPages: 3 } }, 'totalPages: 3, 0 came'],
]
const complete: readonly [string, unknown][] = [
  ['no error', { error: null, data: [] }],
  ['an error of false', { error: false, errors: [], data: [] }],
  ['no next page', { data: [], next: null, links: { next: null, self: '/c' }, nextPage: '', has_more: false }],
  ['a total of what came', { data: [{ id: 'a' }], total: 1, count: 1, meta: { totalCount: 1, totalPages: 1 } }],
  ['a total of fewer than came', { data: [{ id: 'a' }], total: 0 }],
  ['a total that counts what nobody needs twice', { data: [{ id: 'a' }, { id: 'a' }], total: 2 }],
  ['success', { success: true, status: 'ok', code: 200, message: 'OK', data: [] }],
  ['a link to no next page', { data: [], _links: { next: { href: null } } }],
  ['an error of nothing', { data: [], error: { code: 0, message: '' }, errors: [null] }],
  ['a bare list', []],
]

describe('an answer that is not complete', () => {
  it.each(incomplete)('tells of %s: it is none', (_, body, detail) => {
    const lists = [read.components, read.incidents, read.impactTypes]
    for (const mapper of lists)
      expect(() => mapper(answer(body))).toThrow(expect.objectContaining({ kind: 'malformed', detail, call, status: 200 }))
  })

  it.each(complete)('is not one that tells of %s', (_, body) => {
    expect(() => read.components(answer(body))).not.toThrow()
  })

  it('is none for a single object either', () => {
    const phases = { generation: 1, phases: [] }
    expect(read.phases(answer({ data: phases, error: null }))).toMatchObject({ generation: 1 })
    expect(() => read.phases(answer({ data: phases, error: 'half' }))).toThrow(
      expect.objectContaining({ kind: 'malformed', detail: 'error: half' }),
    )
  })

  it('is a list of which a part is sent, or a header names the next page: to the page', async () => {
    const part = setUp(() => Response.json({ data: [] }, { status: 206 }))
    expect(await failure(part.api.getComponents())).toMatchObject({
      kind: 'malformed',
      status: 206,
      detail: 'HTTP 206 Partial Content',
    })
    const paged = setUp(() =>
      Response.json({ data: [] }, { headers: { Link: '<https://x/c?page=2>; rel="next", <https://x>; rel="first"' } }),
    )
    expect(await failure(paged.api.getComponents())).toMatchObject({
      kind: 'malformed',
      detail: expect.stringContaining('rel="next"') as string,
    })
    const last = setUp(() => Response.json({ data: [] }, { headers: { Link: '<https://x>; rel="first"' } }))
    expect(await last.api.getComponents()).toMatchObject({ items: [] })
  })

  it.each([
    ['Link', '<https://x/c?page=2>; rel=next', false],
    ['Link', '<https://x/c?page=2>; REL = "last next"', false],
    ['Link', '<https://x/2025>; rel="next-archive"', true],
    ['Link', '<https://x/c?a;rel=nextone>; rel="self"', true],
    ['Content-Range', 'items 0-49/320', false],
    ['Content-Range', 'items 50-99/100', false],
    ['Content-Range', 'items 0-49/50', true],
    ['Content-Range', 'items */0', true],
  ])('is told by a header, or not: %s: %s', async (name, value, isWhole) => {
    const { api } = setUp(() => Response.json({ data: [] }, { headers: { [name]: value } }))
    const outcome = await api.getComponents().catch((error: unknown) => error)
    expect(outcome).toMatchObject(isWhole ? { items: [] } : { kind: 'malformed', detail: `${name}: ${value}` })
  })

  describe('to the custom element', () => {
    const ask = () => createReader(API_URL)('/components', new AbortController().signal).then(read.components)
    useServer()
    afterEach(resetServer)

    it.each([
      ['part of a list', () => HttpResponse.json({ data: [] }, { status: 206 })],
      ['an error beside data', () => HttpResponse.json({ data: [], error: 'x' })],
      ['more pages', () => HttpResponse.json({ data: [], next: '/c?page=2' })],
    ])('is none: %s', async (_, reply) => {
      serve()
      answerFirst(http.get(`${API_URL}/components`, reply))
      await expect(ask()).rejects.toMatchObject({ kind: 'malformed' })
    })
  })
})
