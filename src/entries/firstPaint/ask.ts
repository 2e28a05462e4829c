import { prefetchResponse, type PrefetchedResponses } from '@/api/prefetchedResponses'
import { incidentWindow } from '@/domain/time/calendar'

/**
 * Asks the API for what the page shows first, while the rest of index.html is still on its way. What it takes for granted about the
 * configuration the page checks later; an answer that nobody wants is thrown away.
 */
async function ask(base: URL, first: PrefetchedResponses): Promise<void> {
  const send = (url: string) => {
    const answer = prefetchResponse(first, url)
    // Whoever takes it is told.
    answer.catch(() => undefined)
    return answer
  }
  const inline = document.getElementById('scs-config')?.textContent.trim()
  const file = new URL('config.json', base).href
  const config = JSON.parse(inline ? inline : await (await send(file)).text()) as Partial<Record<string, unknown>>
  const { apiUrl, providers, routing, historyDays = 90, maintenancePreviewDays = 30 } = config
  const auth = config['auth'] as { readsNeedLogin?: unknown } | undefined
  const isOther = apiUrl === 'demo' || providers || routing === 'hash' || auth?.readsNeedLogin || config['snapshot'] === 'only'
  if (typeof apiUrl !== 'string' || isOther) return
  const { start, end } = incidentWindow(Date.now(), Number(historyDays), Number(maintenancePreviewDays))
  const window = new URLSearchParams({ start: new Date(start).toISOString(), end: new Date(end).toISOString() })
  const baseUrl = new URL(apiUrl, base).href.replace(/\/+$/, '')
  for (const path of ['components', `incidents?${window.toString()}`, 'severities', 'phases', 'impacttypes'])
    void send(`${baseUrl}/${path}`)
}

const { pathname, search, hash } = location
const base = new URL(document.baseURI)
// Only the status page as it is: not a moment of the past, a frame, an answer of a login, or another page.
if (!search && !hash && [base.pathname, `${base.pathname}index.html`].includes(pathname)) {
  const first: PrefetchedResponses = { answers: new Map(), askedAt: Date.now(), isTaken: false }
  globalThis.scsPrefetchedResponses = first
  globalThis.scsFirstAsked = ask(base, first).catch(() => undefined)
  globalThis.scsFirstAnswered = globalThis.scsFirstAsked.then(() =>
    Promise.allSettled([...first.answers.values()].map(({ response }) => response)),
  )
}

declare global {
  /** Settles when everything is asked for. */
  var scsFirstAsked: Promise<void> | undefined
  /** Settles when all of that has begun to answer, or failed: the line is free then. */
  var scsFirstAnswered: Promise<unknown> | undefined
}
