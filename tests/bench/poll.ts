import type { CDPSession, Page } from 'playwright'
import { median } from './measure'

/** What it costs to ask again where nothing has changed. */
export interface Poll {
  /** Script, what promises run and collections included, by a sampling profiler; the median of some polls. */
  readonly scriptMs: number
  /** Records of a MutationObserver over the whole document, in the poll with the fewest: in others a minute may have ended. */
  readonly domWrites: number
  /** Which elements they were of. */
  readonly written: readonly string[]
}

export const POLL_SECONDS = 5
const POLLS = 3
const SAMPLING_US = 200
const NOT_SCRIPT = ['(idle)', '(program)', '(root)']

declare global {
  var written: string[]
}

function watchWrites(): void {
  globalThis.written = []
  const nameOf = (node: Node) => {
    const element = node instanceof Element ? node : node.parentElement
    return [element?.tagName.toLowerCase(), ...(element?.classList ?? [])].join('.')
  }
  new MutationObserver(records => records.forEach(({ target }) => globalThis.written.push(nameOf(target)))).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  })
}

async function profiled(session: CDPSession, during: () => Promise<void>): Promise<number> {
  await session.send('Profiler.start')
  await during()
  const { profile } = await session.send('Profiler.stop')
  const idle = new Set(profile.nodes.filter(({ callFrame }) => NOT_SCRIPT.includes(callFrame.functionName)).map(({ id }) => id))
  const { samples = [], timeDeltas = [] } = profile
  // A delta is the time since the sample before, which is what ran meanwhile.
  return samples.reduce((sum, id, index) => sum + (idle.has(id) ? 0 : (timeDeltas[index + 1] ?? 0)), 0) / 1000
}

/** In a page that polls every POLL_SECONDS. */
export async function measurePoll(page: Page, session: CDPSession): Promise<Poll> {
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLING_US })
  const isPoll = (url: string) => /\/api\/components$/.test(url)
  const poll = async () => {
    await page.waitForResponse(response => isPoll(response.url()), { timeout: 30_000 })
    await page.waitForTimeout(1_500)
  }
  // What comes late belongs to the first view.
  await poll()
  await page.evaluate(watchWrites)
  const times: number[] = []
  const writes: string[][] = []
  for (let count = 0; count < POLLS; count++) {
    await page.evaluate(() => void (globalThis.written.length = 0))
    times.push(await profiled(session, poll))
    writes.push(await page.evaluate(() => globalThis.written))
  }
  const fewest = writes.reduce((a, b) => (b.length < a.length ? b : a))
  return { scriptMs: median(times), domWrites: fewest.length, written: [...new Set(fewest)] }
}
