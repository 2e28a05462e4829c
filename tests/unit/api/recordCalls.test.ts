import { describe, expect, it } from 'vitest'
import { recordCalls } from '@/api/recordCalls'

const baseUrl = 'https://status.test/api'

describe('recorded calls', () => {
  it('are what would be sent, and nothing is sent', async () => {
    const requests = await recordCalls({ baseUrl, authenticated: true }, async api => {
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
    const requests = await recordCalls({ baseUrl, authenticated: false }, api => api.deleteIncident('a'))
    expect(requests).toMatchObject([{ method: 'DELETE', authenticated: false }])
  })

  it('are writes: a read has no answer', async () => {
    await expect(
      recordCalls({ baseUrl, authenticated: true }, api => api.getIncidents({ start: 0, end: 1 })),
    ).rejects.toMatchObject({ kind: 'malformed' })
  })
})
