import { describe, expect, it } from 'vitest'
import { recordCalls } from '@/api/recordCalls'

const server = { baseUrl: 'https://status.test/api', authenticated: true, readsNeedLogin: false }

describe('recorded calls', () => {
  it('are what would be sent, and nothing is sent', async () => {
    const requests = await recordCalls(server, async api => {
      const id = await api.createIncident({ title: 'Down', phase: { generation: 1, order: 0 } })
      await api.updateIncident(id, { endedAt: Date.UTC(2026, 2, 10) })
      await api.deleteUpdate('a b', 3)
    })
    expect(requests).toEqual([
      {
        method: 'POST',
        url: 'https://status.test/api/incidents',
        authenticated: true,
        body: { displayName: 'Down', phase: { generation: 1, order: 0 } },
      },
      {
        method: 'PATCH',
        url: 'https://status.test/api/incidents/%3Cnew%3E',
        authenticated: true,
        body: { endedAt: '2026-03-10T00:00:00.000Z' },
      },
      { method: 'DELETE', url: 'https://status.test/api/incidents/a%20b/updates/3', authenticated: true },
    ])
  })

  it('carry no token where writes carry none', async () => {
    const requests = await recordCalls({ ...server, authenticated: false }, api => api.deleteIncident('a'))
    expect(requests).toMatchObject([{ method: 'DELETE', authenticated: false }])
  })

  it('of reads have no body, and all of them are answered', async () => {
    const reads = await recordCalls(server, async api => {
      await api.getComponents({ at: Date.UTC(2026, 2, 10) })
      await api.getIncidents({ start: 0, end: 1 })
      await api.getIncident('a')
      await api.getUpdates('a b')
      await api.getUpdate('a', 3)
      await api.getPhases()
      await api.getPhases(2)
      await api.getImpactTypes()
      await api.getSeverities()
      // Named like a list, and yet single.
      await api.getComponent('updates')
      await api.getImpactType('incidents')
      await api.getSeverity('components')
    })
    expect(reads.map(({ url }) => url.replace(server.baseUrl, ''))).toEqual([
      '/components?at=2026-03-10T00%3A00%3A00.000Z',
      '/incidents?start=1970-01-01T00%3A00%3A00.000Z&end=1970-01-01T00%3A00%3A00.001Z',
      '/incidents/a',
      '/incidents/a%20b/updates',
      '/incidents/a/updates/3',
      '/phases',
      '/phases?generation=2',
      '/impacttypes',
      '/severities',
      '/components/updates',
      '/impacttypes/incidents',
      '/severities/components',
    ])
    expect(reads.every(({ method, authenticated }) => method === 'GET' && !authenticated)).toBe(true)
    expect(reads.filter(request => 'body' in request)).toEqual([])
  })

  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
  ])('of reads carry a token (logged in %s, reads behind the login %s): %s', async (authenticated, readsNeedLogin, expected) => {
    const options = { baseUrl: `${server.baseUrl}/`, authenticated, readsNeedLogin }
    expect(await recordCalls(options, api => api.getIncidents({ start: 0, end: 1 }))).toMatchObject([{ authenticated: expected }])
  })
})
