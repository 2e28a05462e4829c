import type { BrowserContext, Request } from 'playwright'
import { expect } from 'vitest'

const QUIET_MS = 500

export interface Traffic {
  /** Waits until nothing has been under way for half a second, however often it is asked: `networkidle` comes once in a document. */
  ends(): Promise<void>
}

/** Follows what the pages of a context ask for. */
export function watchTraffic(context: BrowserContext): Traffic {
  const underWay = new Set<Request>()
  let changedAt = Date.now()
  const changes = (change: (request: Request) => unknown) => (request: Request) => {
    change(request)
    changedAt = Date.now()
  }
  const ended = changes(request => underWay.delete(request))
  context.on(
    'request',
    changes(request => underWay.add(request)),
  )
  context.on('requestfinished', ended)
  context.on('requestfailed', ended)
  return {
    ends: () =>
      expect
        .poll(() => underWay.size === 0 && Date.now() - changedAt > QUIET_MS, { message: 'nothing under way', timeout: 30_000 })
        .toBe(true),
  }
}
