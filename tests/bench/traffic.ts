import type { CDPSession } from 'playwright'

interface Call {
  readonly url: string
  /** As the browser names it: Document, Script, Fetch … */
  readonly type: string
  /** Seconds of the browser's own clock. */
  readonly begunAt: number
  doneAt: number
  bytes: number
}

export interface TrafficFigures {
  readonly requests: number
  readonly apiRequests: number
  /** As it came over the line: compressed, with its headers. */
  readonly kB: number
  readonly apiKB: number
}

export interface Traffic {
  figures(): TrafficFigures
  /** kB of script files that were there this many milliseconds after the navigation began. */
  scriptsBefore(ms: number): number
}

const kBOf = (calls: readonly Call[]) => calls.reduce((sum, { bytes }) => sum + bytes, 0) / 1000

/** @param api where the addresses of the API begin; otherwise whatever scripts ask for counts as its answers */
export async function watchTraffic(session: CDPSession, api?: string): Promise<Traffic> {
  const calls: Call[] = []
  const byId = new Map<string, Call>()
  session.on('Network.requestWillBeSent', ({ requestId, request: { url }, type = 'Other', timestamp }) => {
    if (!/^https?:/.test(url)) return
    const call: Call = { url, type, begunAt: timestamp, doneAt: Infinity, bytes: 0 }
    calls.push(call)
    byId.set(requestId, call)
  })
  session.on('Network.requestServedFromCache', ({ requestId }) => {
    const index = calls.indexOf(byId.get(requestId)!)
    if (index >= 0) calls.splice(index, 1)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    const call = byId.get(requestId)
    if (call) Object.assign(call, { bytes: encodedDataLength, doneAt: timestamp })
  })
  await session.send('Network.enable')
  const ofApi = () => calls.filter(({ url, type }) => (api ? url.startsWith(api) : ['Fetch', 'XHR'].includes(type)))
  return {
    figures: () => ({ requests: calls.length, apiRequests: ofApi().length, kB: kBOf(calls), apiKB: kBOf(ofApi()) }),
    scriptsBefore: ms => kBOf(calls.filter(({ type, doneAt }) => type === 'Script' && doneAt <= calls[0]!.begunAt + ms / 1000)),
  }
}
