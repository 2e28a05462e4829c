import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '@/domain/apiError'
import { failure, nothingYet, setUp } from './clientSetUp'

const never = () => new Promise<Response>(() => {})

describe('the status of an answer', () => {
  it.each([
    [400, 'rejected'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [405, 'unsupported'],
    [409, 'conflict'],
    [412, 'conflict'],
    [418, 'rejected'],
    [422, 'rejected'],
    [429, 'tooManyRequests'],
    [500, 'server'],
    [501, 'unsupported'],
    [502, 'server'],
    [503, 'server'],
    [504, 'server'],
    [304, 'malformed'],
  ])('%i is %s, with an empty body as well', async (status, kind) => {
    const { api } = setUp(() => new Response(null, { status, headers: { 'Content-Length': '0' } }))
    const error = await failure(api.getPhases(2))
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ kind, status, detail: undefined, call: { method: 'GET', path: '/phases?generation=2' } })
  })

  it('is told for writes too', async () => {
    const { api } = setUp(() => Response.json({ message: 'Bad Request' }, { status: 400 }))
    const call = { method: 'PATCH', path: '/severities/so%20so' }
    expect(await failure(api.updateSeverity('so so', { value: 3 }))).toMatchObject({
      kind: 'rejected',
      detail: 'Bad Request',
      call,
    })
  })

  it('of an opaque failure is none', async () => {
    const { api } = setUp(() => Response.error())
    expect(await failure(api.getSeverities())).toMatchObject({ kind: 'network' })
  })
})

describe('what the server says about a failure', () => {
  it.each([
    ['{message}', '{"message":"Bad Request"}', 'Bad Request'],
    [
      '{error: {message, reason}}',
      '{"error":{"code":401,"status":"Unauthorized","message":"Access denied","reason":"no session"}}',
      'Access denied: no session',
    ],
    ['{error: "…"}', '{"error":"no such thing"}', 'no such thing'],
    ['{errMsg}', '{"errMsg":"database is down"}', 'database is down'],
    ['problem details', '{"type":"about:blank","title":"Gone","detail":"It was removed."}', 'Gone: It was removed.'],
    ['text', '  upstream\n timed out ', 'upstream timed out'],
    [
      'a page',
      '<!doctype html><html><head><title>502 Bad\n Gateway &amp; Co &lt;3</title></head><body>x</body>',
      '502 Bad Gateway & Co <3',
    ],
    ['a page without a title', '<html><body>Secret stack trace</body></html>', undefined],
    ['another object', '{"code":7}', undefined],
    ['a message that is none', '{"message":{"deep":1}}', undefined],
    ['a list', '[1]', undefined],
    ['null', 'null', undefined],
  ])('%s', async (_, body, detail) => {
    const { api } = setUp(() => new Response(body, { status: 500 }))
    expect(await failure(api.getPhases())).toMatchObject({ kind: 'server', detail })
  })

  it('is cut to a readable length', async () => {
    const { api } = setUp(() => new Response('🙂'.repeat(1000), { status: 500 }))
    expect([...(await failure(api.getPhases())).detail!]).toEqual([...Array<string>(299).fill('🙂'), '…'])
  })
})

describe('a success that is none', () => {
  it.each([
    ['a page', '<!doctype html><title>My site</title>', 'My site'],
    ['truncated JSON', '{"data":[{"id":"a"', '{"data":[{"id":"a"'],
    ['an empty body', '', 'data'],
    ['another shape', '{"data":{"id":"a"}}', 'data'],
    ['null', 'null', 'data'],
    ['null for the list', '{"data":null}', 'data'],
    ['an entry without an id', '[{"id":"a"},{"displayName":"b"}]', '[1].id'],
    ['an entry that is none', '[{"id":"a"},null]', '[1]'],
  ])('%s is malformed', async (_, body, detail) => {
    const { api } = setUp(() => new Response(body, { headers: { 'Content-Length': String(body.length) } }))
    expect(await failure(api.getComponents())).toMatchObject({ kind: 'malformed', status: 200, detail })
  })

  it('is malformed for a write that a static host answers', async () => {
    const { api } = setUp(() => new Response('<!doctype html><title>My site</title>'))
    expect(await failure(api.deleteComponent('a'))).toMatchObject({ kind: 'malformed', detail: 'My site' })
  })

  it('is malformed for a new object without an id, with the status that tells that it was made', async () => {
    const { api } = setUp(() => Response.json({}, { status: 201 }))
    expect(await failure(api.createComponent({ name: 'a' }))).toMatchObject({ kind: 'malformed', status: 201, detail: 'id' })
  })

  it('is unauthorized for a redirect to a page, where reads need a login', async () => {
    const login = () => Object.defineProperty(new Response('<title>Log in</title>'), 'redirected', { value: true })
    expect(await failure(setUp(login, { readsNeedLogin: true }).api.getPhases())).toMatchObject({ kind: 'unauthorized' })
    expect(await failure(setUp(login).api.getPhases())).toMatchObject({ kind: 'malformed' })
  })
})

describe('no answer', () => {
  it('is a network failure, with its cause', async () => {
    const cause = new TypeError('Failed to fetch')
    const { api } = setUp(() => Promise.reject(cause))
    const error = await failure(api.getIncident('a b'))
    expect(error).toMatchObject({ kind: 'network', status: undefined, cause, call: { method: 'GET', path: '/incidents/a%20b' } })
  })

  it('is a network failure when the connection breaks amid the body', async () => {
    const body = new ReadableStream({ start: stream => stream.error(new TypeError('terminated')) })
    expect(await failure(setUp(() => new Response(body)).api.getPhases())).toMatchObject({ kind: 'network' })
  })

  describe('in time', () => {
    beforeEach(() => void vi.useFakeTimers())
    afterEach(() => void vi.useRealTimers())

    it('is a timeout after 15 s, and the request is given up', async () => {
      const { api, requests } = setUp(never)
      const error = failure(api.getPhases())
      await vi.advanceTimersByTimeAsync(14_999)
      expect(requests[0]!.signal.aborted).toBe(false)
      await vi.advanceTimersByTimeAsync(1)
      expect(await error).toMatchObject({ kind: 'timeout', status: undefined })
      expect(requests[0]!.signal.aborted).toBe(true)
    })

    it('is a timeout after the configured time, also while the body comes', async () => {
      const { api } = setUp(() => new Response(new ReadableStream({})), { requestTimeoutMs: 40 })
      const error = failure(api.createPhases(['new']))
      await vi.advanceTimersByTimeAsync(40)
      expect(await error).toMatchObject({ kind: 'timeout', call: { method: 'POST', path: '/phases' } })
    })

    it('leaves no timer behind an answer', async () => {
      await setUp(nothingYet).api.getComponents()
      await failure(setUp(() => new Response(null, { status: 500 })).api.getComponents())
      expect(vi.getTimerCount()).toBe(0)
    })
  })
})

describe('an abort of the caller', () => {
  it('passes through untouched', async () => {
    const controller = new AbortController()
    const { api } = setUp(never)
    const error = failure(api.getComponents({ signal: controller.signal }))
    await Promise.resolve()
    controller.abort()
    expect(await error).toBe(controller.signal.reason)
    expect(await error).toMatchObject({ name: 'AbortError' })
  })

  it('before the call sends nothing', async () => {
    const { api, requests } = setUp(nothingYet)
    expect(await failure(api.getComponents({ signal: AbortSignal.abort() }))).toMatchObject({ name: 'AbortError' })
    expect(requests).toEqual([])
  })

  it('while the token is fetched sends nothing either', async () => {
    const controller = new AbortController()
    let give = (_: string) => {}
    const { api, requests } = setUp(nothingYet, { accessToken: () => new Promise(resolve => (give = resolve)) })
    const error = failure(api.createPhases(['new'], { signal: controller.signal }))
    controller.abort()
    expect(await error).toMatchObject({ name: 'AbortError' })
    give('late')
    await new Promise(resolve => setTimeout(resolve))
    expect(requests).toEqual([])
  })
})
