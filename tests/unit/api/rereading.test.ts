import { describe, expect, it } from 'vitest'
import { createStatusApi } from '@/api/statusApi'
import { recordingFetch } from '../../support/contract'

describe('a list that is asked for again', () => {
  const listOf = (...names: string[]) => ({
    data: names.map((displayName, index) => ({ id: `${index}`, displayName, labels: {} })),
  })

  it('is the very reading of before while the server says the same, and a new one when it does not', async () => {
    let answer = listOf('a')
    const { fetch } = recordingFetch(() => Response.json(answer), { basePath: '/api', anyIds: true })
    const api = createStatusApi({ baseUrl: 'https://status.test/api/', fetch })
    const first = await api.getComponents()
    expect(await api.getComponents()).toBe(first)
    answer = listOf('a', 'b')
    const second = await api.getComponents()
    expect(second.items.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(await api.getComponents()).toBe(second)
  })

  it('is none where a header now names a next page beside the very text of before', async () => {
    let headers: HeadersInit = {}
    const { fetch } = recordingFetch(() => Response.json(listOf('a'), { headers }), { basePath: '/api', anyIds: true })
    const api = createStatusApi({ baseUrl: 'https://status.test/api/', fetch })
    const first = await api.getComponents()
    headers = { Link: '<?page=2>; rel="next"' }
    await expect(api.getComponents()).rejects.toMatchObject({ kind: 'malformed' })
    headers = {}
    expect(await api.getComponents()).toBe(first)
  })
})
