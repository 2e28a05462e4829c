import { describe, expect, it, vi } from 'vitest'
import type { ApiClientOptions } from '@/api/client'
import { createStatusApi } from '@/api/statusApi'

function setUp(server: () => Response, options: Partial<ApiClientOptions> = {}) {
  const requests: Request[] = []
  const fetch = async (request: Request) => {
    requests.push(request)
    return server()
  }
  return { api: createStatusApi({ baseUrl: 'https://status.test/api', fetch, ...options }), requests }
}

const redirectedTo = (page: string) => Object.defineProperty(new Response(page), 'redirected', { value: true })

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('no error'),
    (error: unknown) => error,
  )

describe('a login that the server refuses', () => {
  const refusing = (times: number) => {
    let left = times
    return () => (left-- > 0 ? new Response(null, { status: 401 }) : Response.json({ generation: 7 }, { status: 201 }))
  }

  it('is renewed once, and the write made again with the new token', async () => {
    let token = 'old'
    const renew = vi.fn(async (_refused: string | null) => {
      token = 'new'
      return true
    })
    const { api, requests } = setUp(refusing(1), { accessToken: () => token, renew })
    expect(await api.createPhases(['one'])).toBe(7)
    expect(requests.map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer old', 'Bearer new'])
    expect(renew.mock.calls).toEqual([['old']])
  })

  it('and refuses again is over: nothing is sent a third time', async () => {
    const expire = vi.fn()
    const { api, requests } = setUp(refusing(9), { accessToken: () => 'x', renew: async () => true, expire })
    expect(await failure(api.createPhases(['one']))).toMatchObject({ kind: 'unauthorized', status: 401 })
    expect(requests).toHaveLength(2)
    expect(expire).toHaveBeenCalledOnce()
  })

  it('and that cannot be renewed is told at once', async () => {
    const { api, requests } = setUp(refusing(9), { accessToken: () => 'x', renew: async () => false })
    expect(await failure(api.createPhases(['one']))).toMatchObject({ kind: 'unauthorized' })
    expect(requests).toHaveLength(1)
  })

  it('plays no part in reads without one', async () => {
    const renew = vi.fn(async () => true)
    const { api, requests } = setUp(refusing(1), { renew })
    expect(await failure(api.getPhases())).toMatchObject({ kind: 'unauthorized' })
    expect([requests.length, renew.mock.calls.length]).toEqual([1, 0])
  })

  it('is also what a redirect to a page says, where reads need one', async () => {
    const answers = [redirectedTo('<title>Log in</title>'), Response.json({ data: [] })]
    const renew = vi.fn(async () => true)
    const options = { accessToken: () => 'x', renew, readsNeedLogin: true }
    const { api, requests } = setUp(() => answers.shift()!, options)
    expect((await api.getComponents()).items).toEqual([])
    expect([requests.length, renew.mock.calls.length]).toEqual([2, 1])
  })

  it('is over when it is redirected again', async () => {
    const expire = vi.fn()
    const { api, requests } = setUp(() => redirectedTo('<title>Log in</title>'), {
      renew: async () => true,
      expire,
      readsNeedLogin: true,
    })
    expect(await failure(api.getComponents())).toMatchObject({ kind: 'unauthorized', status: 200 })
    expect([requests.length, expire.mock.calls.length]).toEqual([2, 1])
  })

  it('is not meant where the token could not be had: nothing was sent that could be refused', async () => {
    const renew = vi.fn(async () => true)
    const { api, requests } = setUp(refusing(0), { accessToken: () => Promise.reject(new Error('over')), renew })
    expect(await failure(api.createPhases(['one']))).toMatchObject({ kind: 'unauthorized', status: undefined })
    expect([requests.length, renew.mock.calls.length]).toEqual([0, 0])
  })

  it.each([403, 500, 502])('is not what %i says', async status => {
    const renew = vi.fn(async () => true)
    const { api, requests } = setUp(() => new Response(null, { status }), { accessToken: () => 'x', renew })
    await failure(api.createPhases(['one']))
    expect([requests.length, renew.mock.calls.length]).toEqual([1, 0])
  })
})

describe('cookies', () => {
  it.each([
    [{}, ['same-origin', 'same-origin']],
    [{ credentials: 'include' }, ['same-origin', 'include']],
    [{ credentials: 'include', readsNeedLogin: true }, ['include', 'include']],
  ] as const)('go across origins only where the login is carried: %o', async (options, expected) => {
    const { api, requests } = setUp(() => Response.json({ data: [] }), options)
    await api.getComponents()
    await api.deleteComponent('x').catch(() => undefined)
    expect(requests.map(({ credentials }) => credentials)).toEqual(expected)
  })
})
