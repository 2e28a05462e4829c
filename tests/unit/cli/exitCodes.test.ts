import { describe, expect, it } from 'vitest'
import { faultKinds, type FaultKind } from '@/demo/http/faults'
import { buildData } from '../../support/builders'
import { DAY_MS, HOUR_MS } from '../../support/clock'
import { cloud, deadServer, fromNow, impact, ongoing, startServer } from './servers'
import { run } from './terminal'

const inWords = (url: string) => run(['status', '--api', url, '--zone', 'utc'])
const inJson = async (url: string) => {
  const { code, out } = await run(['status', '--api', url, '--json'])
  return { code, state: (JSON.parse(out) as { verdict: { state: string } }).verdict.state }
}

describe('the exit code of a state', () => {
  const planned = { endedAt: fromNow(HOUR_MS) }
  it.each([
    ['operational', 0, cloud()],
    ['notice', 0, cloud([ongoing([impact('Compute', 20)])])],
    ['maintenance', 0, cloud([ongoing([impact('Compute', 0)], planned)])],
    ['affected', 1, cloud([ongoing([impact('Compute', 50)])])],
    ['affected', 1, cloud([ongoing([impact('Compute', 0), impact('Storage', 100)], planned)])],
    ['incident', 1, cloud([ongoing([])])],
    ['empty', 2, buildData({ components: [] })],
    // It contradicts itself: nobody knows whether it goes on.
    ['partial', 2, cloud([ongoing([impact('Compute', 50)], { beganAt: fromNow(-HOUR_MS), endedAt: fromNow(-DAY_MS) })])],
    ['unknown', 2, cloud([ongoing([impact('Compute', 50), impact('Storage', 50)], { endedAt: fromNow(-DAY_MS) })])],
  ] as const)('%s is %i', async (state, code, data) => {
    const { url } = await startServer(data)
    expect(await inJson(url)).toEqual({ state, code })
    expect(await inWords(url)).toMatchObject({ code, err: '' })
  })
})

describe('a server that is not there', () => {
  it('is unknown, and the output says so and why', async () => {
    const { code, out, err } = await inWords(await deadServer())
    expect({ code, err }).toEqual({ code: 2, err: '' })
    expect(out).toContain('? Status unknown\n')
    expect(out).toContain('Not confirmed yet\n')
    expect(out).toMatch(/components, incidents.*: The server could not be reached\. \(ECONNREFUSED\)\n/)
    expect(out).not.toMatch(/operational|No problem|CORS/i)
  })
})

const PARTS = ['/components', '/incidents', '/severities', '/phases', '/impacttypes']
// `slow`, `cors` and `nulls` are answers to a command; one that never answers takes as long as the limit.
const kinds = faultKinds.filter(kind => !['slow', 'cors', 'nulls', 'timeout'].includes(String(kind)))

describe('a part that cannot be read', () => {
  it.each(PARTS.flatMap(path => kinds.map(kind => [path, kind] as [string, FaultKind])))(
    'is never 0: %s %s',
    async (path, kind) => {
      const { url, setFaults } = await startServer(cloud([ongoing([impact('Compute', 0)], { endedAt: fromNow(HOUR_MS) })]))
      setFaults([{ path, kind }])
      const { code, out } = await inWords(url)
      expect(code).toBeGreaterThan(0)
      expect(code).toBeLessThan(3)
      expect(out).not.toContain('✓')
    },
  )

  it('does not hide what is known to be affected', async () => {
    const { url, setFaults } = await startServer(cloud([ongoing([impact('Compute', 50)])]))
    setFaults([{ path: '/phases', kind: 500 }])
    const { code, out } = await inWords(url)
    expect(code).toBe(1)
    expect(out).toContain('phases: The server reports an error of its own. (HTTP status 500)')
  })
})
