import { describe, expect, it, vi } from 'vitest'
import { createStatusApi } from '@/api/statusApi'
import { failure, nothingYet, setUp } from './clientSetUp'

describe('headers', () => {
  const done = () => new Response(null, { status: 204 })
  const headersOf = (requests: Request[]) => requests.map(({ headers }) => Object.fromEntries(headers))

  it('carry the token on writes and on writes only', async () => {
    const { api, requests } = setUp(request => (request.method === 'GET' ? nothingYet() : done()), {
      accessToken: () => 'secret',
    })
    await api.getComponents()
    await api.deleteComponent('a')
    await api.updateComponent('a', { name: 'b' })
    expect(headersOf(requests)).toEqual([
      {},
      { authorization: 'Bearer secret' },
      { authorization: 'Bearer secret', 'content-type': 'application/json' },
    ])
  })

  it('carry the token on reads where they need a login', async () => {
    const { api, requests } = setUp(nothingYet, { accessToken: () => Promise.resolve('secret'), readsNeedLogin: true })
    await api.getComponents()
    expect(headersOf(requests)).toEqual([{ authorization: 'Bearer secret' }])
  })

  it('carry no Authorization without a token', async () => {
    const { api, requests } = setUp(done, { accessToken: () => null })
    await api.deleteComponent('a')
    expect(headersOf(requests)).toEqual([{}])
  })

  it('are asked for anew for each call', async () => {
    let count = 0
    const { api, requests } = setUp(done, { accessToken: () => `t${++count}` })
    await api.deleteComponent('a')
    await api.deleteComponent('a')
    expect(headersOf(requests)).toEqual([{ authorization: 'Bearer t1' }, { authorization: 'Bearer t2' }])
  })

  it('that cannot be had make the call unauthorized', async () => {
    const cause = new Error('no session')
    const { api, requests } = setUp(done, { accessToken: () => Promise.reject(cause) })
    const error = await failure(api.deleteComponent('a'))
    expect(error).toMatchObject({ kind: 'unauthorized', status: undefined, cause })
    expect(requests).toEqual([])
  })
})

describe('the request', () => {
  it.each(['https://status.test', 'https://status.test/', 'https://status.test//'])('starts at %s', async baseUrl => {
    const { api, requests } = setUp(nothingYet, { baseUrl })
    await api.getSeverities()
    expect(requests[0]!.url).toBe('https://status.test/severities')
  })

  it('goes to the fetch that the page has at that time', async () => {
    const api = createStatusApi({ baseUrl: 'https://status.test' })
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json([])))
    try {
      expect(await api.getSeverities()).toEqual({ items: [], invalidCount: 0 })
    } finally {
      vi.unstubAllGlobals()
    }
  })
})
