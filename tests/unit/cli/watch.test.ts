import { afterEach, describe, expect, it, vi } from 'vitest'
import { main } from '@/cli/main'
import { buildIncident } from '../../support/builders'
import { HOUR_MS } from '../../support/clock'
import { cloud, deadServer, fromNow, impact, ongoing, startServer } from './servers'
import { testTerminal } from './terminal'

const UNTIL = { timeout: 15_000, interval: 50 }
let end: () => void = () => undefined
afterEach(() => end())

/** Watches until the test, or `end`, ends it. */
function watch(url: string, ...args: string[]) {
  let isListening = false
  const { terminal, written } = testTerminal({
    onEnd(callback) {
      end = callback
      isListening = true
      return () => void (isListening = false)
    },
  })
  const code = main(['status', '--api', url, '--zone', 'utc', '--watch', '5', ...args], terminal)
  return { written, code, isListening: () => isListening }
}
const linesOf = (text: string) => text.split('\n').filter(Boolean)

describe('--watch', { timeout: 40_000 }, () => {
  it('writes again when something changes, and nothing while nothing does', async () => {
    const { url, store, requests } = await startServer(cloud())
    const { written, code, isListening } = watch(url, '--json')
    await vi.waitFor(() => expect(linesOf(written.out)).toHaveLength(1), UNTIL)
    requests.splice(0)
    // It reads again.
    await vi.waitFor(() => expect(requests.some(({ path }) => path === '/components')).toBe(true), UNTIL)
    expect(linesOf(written.out)).toHaveLength(1)
    store.write(({ incidents }) => incidents.push(ongoing([impact('Compute', 50)])))
    await vi.waitFor(() => expect(linesOf(written.out)).toHaveLength(2), UNTIL)
    expect(linesOf(written.out).map(line => (JSON.parse(line) as { verdict: { state: string } }).verdict.state)).toEqual([
      'operational',
      'affected',
    ])
    end()
    expect(await code).toBe(1)
    expect(isListening()).toBe(false)
    expect(written.err).toBe('')
  })

  it('tells what begins by the clock, without reading', async () => {
    const soon = buildIncident({ beganAt: fromNow(3_000), endedAt: fromNow(HOUR_MS), affects: [impact('Compute', 0)] })
    const { url } = await startServer(cloud([soon]))
    const { written, code } = watch(url)
    await vi.waitFor(() => expect(written.out).toContain('All components operational'), UNTIL)
    await vi.waitFor(() => expect(written.out).toContain('⚒ Maintenance in progress'), { timeout: 4_900, interval: 50 })
    // An empty line is between the two, and nothing is cleared.
    expect(written.out).toMatch(/\n\n127\.0\.0\.1:\d+\n⚒ Maintenance in progress\n/)
    // eslint-disable-next-line no-control-regex
    expect(written.out).not.toMatch(/\u001b/)
    end()
    expect(await code).toBe(0)
  })

  it('tells of a server that is gone, and ends by what is known then', async () => {
    const server = await startServer(cloud())
    const { written, code } = watch(server.url)
    await vi.waitFor(() => expect(written.out).toContain('All components operational'), UNTIL)
    server.setFaults([{ path: '/', kind: 'refused' }])
    await vi.waitFor(() => expect(written.out).toContain('Current status not confirmed'), UNTIL)
    expect(written.out).toContain('Compute: Last known: Operational')
    end()
    expect(await code).toBe(2)
  })

  it('ends at once while the first answers are awaited', async () => {
    const { url } = await startServer(cloud(), { latencyMs: 60_000 })
    const { code } = watch(url)
    await new Promise(resolve => setTimeout(resolve, 200))
    end()
    expect(await code).toBe(2)
  })

  it('watches a server that is not there yet', async () => {
    const { written, code } = watch(await deadServer(), '--component', 'Compute')
    await vi.waitFor(() => expect(written.out).toContain('Status unknown'), UNTIL)
    end()
    expect(await code).toBe(2)
  })
})
