import { getResponse } from 'msw'
import type { DemoData } from '@/demo/data'
import { demoHandlers } from '@/demo/handlers'
import { createDemoStore } from '@/demo/store'
import { buildData } from '../../support/builders'

export const NOW = Date.parse('2026-03-10T12:00:00Z')

/** A demo server that is asked without a network. A text as body is sent as it is, anything else as JSON. */
export function createDemoApi({ data = buildData(), quirks = false }: { data?: DemoData; quirks?: boolean } = {}) {
  const now = () => NOW
  const store = createDemoStore({ now, data })
  const handlers = demoHandlers({ store, baseUrl: 'http://demo.test/api', quirks, now })

  async function ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    const response = await getResponse(handlers, new Request(`http://demo.test/api${path}`, { method, ...sent }))
    const text = (await response?.text()) ?? ''
    return { status: response?.status ?? 0, body: text === '' ? undefined : JSON.parse(text) }
  }
  return { ask, store }
}
