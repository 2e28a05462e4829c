import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DemoServerOptions } from '@/demo/http/server'
import { readSnapshot } from '@/stores/snapshot/snapshotFile'
import { HOUR_MS } from '../../../support/clock'
import { cloud, impact, ongoing, service, startServer } from '../servers'
import { run } from '../terminal'

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>Status</title></head>
<body><div id="first"></div><div id="app"></div><noscript>needs JavaScript</noscript></body></html>`

let folder = ''
const at = (...path: string[]) => join(folder, ...path)
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scs-status-publish-'))
  await mkdir(at('dist', 'assets'), { recursive: true })
  for (const [name, text] of [
    ['index.html', PAGE],
    ['404.html', PAGE],
    ['assets/index.js', ''],
  ] as const)
    await writeFile(at('dist', name), text)
})
afterEach(() => rm(folder, { recursive: true }))

const configure = (url: string, more = '') => writeFile(at('status.yaml'), `apiUrl: ${url}\ntitle: Cloud\n${more}`)
const publish = (...args: string[]) =>
  run(['publish', '--config', at('status.yaml'), '--out', at('out'), '--build', at('dist'), '--months', '0', ...args])
const read = (name: string) => readFile(at('out', name), 'utf8')
const json = async (name: string) => JSON.parse(await read(name)) as Record<string, unknown>
async function files(): Promise<string[]> {
  const all = await readdir(at('out'), { recursive: true, withFileTypes: true })
  return all
    .filter(one => one.isFile())
    .map(one => relative(at('out'), join(one.parentPath, one.name)))
    .sort()
}
const serveAt = async (data?: DemoServerOptions['data'], options?: DemoServerOptions) => {
  const server = await startServer(data, options)
  await configure(server.url)
  return server
}
const burning = () => cloud([ongoing([impact('Compute', 66)], { displayName: 'It burns' })])

describe('publishing once', () => {
  it('writes the page with the status in it, and everything beside it', async () => {
    await serveAt(burning())
    const { code, out, err } = await publish()
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/published \d+ files, read 20/)
    expect(await read('index.html')).toContain('It burns')
    expect(await read('404.html')).not.toContain('It burns')
    const all = await files()
    for (const name of [
      'assets/index.js',
      'badge.svg',
      'config.json',
      'feed.atom',
      'feed.json',
      'maintenance.ics',
      'snapshot.json',
      'status.json',
    ])
      expect(all).toContain(name)
    expect(all.filter(name => name.startsWith('incidents/'))).toHaveLength(1)
    expect(all.filter(name => name.endsWith('.tmp'))).toEqual([])
    const snapshot = readSnapshot(await read('snapshot.json'), Date.now())!
    expect(snapshot.status.content.incidents.map(({ title }) => title)).toEqual(['It burns'])
    expect(snapshot.failed.size).toBe(0)
    expect(await json('status.json')).toMatchObject({ version: 1, verdict: { state: 'affected' } })
  })

  it('writes months of history before the window, each whole', async () => {
    const past = ongoing([impact('Compute', 66)], {
      displayName: 'Long ago',
      beganAt: new Date(Date.now() - 200 * 24 * HOUR_MS).toISOString(),
      endedAt: new Date(Date.now() - 199 * 24 * HOUR_MS).toISOString(),
    })
    await serveAt(cloud([past]))
    await publish('--months', '12')
    const months = (await files()).filter(name => name.startsWith('history/'))
    expect(months).toHaveLength(12)
    const told = await Promise.all(months.map(read))
    expect(told.filter(text => text.includes('Long ago')).length).toBeGreaterThan(0)
    expect(readSnapshot(await read('snapshot.json'), Date.now())!.months).toEqual(months.map(name => name.slice(8, 15)))
  })

  it('leaves alone what says the same, and removes what it wrote before, and nothing else', async () => {
    const server = await serveAt(burning())
    await publish()
    const [page] = (await files()).filter(name => name.startsWith('incidents/'))
    const before = (await stat(at('out', 'config.json'))).mtimeMs
    await writeFile(at('out', 'mine.txt'), 'mine')
    server.store.write(data => void (data.incidents = []))
    await publish()
    expect(await files()).not.toContain(page)
    expect(await read('mine.txt')).toBe('mine')
    expect((await stat(at('out', 'config.json'))).mtimeMs).toBe(before)
    expect(await read('index.html')).not.toContain('It burns')
  })

  it('reads with the token of the environment, and writes it nowhere', async () => {
    const server = await serveAt(burning())
    const args = ['publish', '--config', at('status.yaml'), '--out', at('out'), '--build', at('dist')]
    await run([...args, '--months', '0'], { env: { SCS_STATUS_TOKEN: 'my-secret-token' } })
    expect(server.requests.length).toBeGreaterThan(4)
    expect(server.requests.every(({ authorization }) => authorization)).toBe(true)
    for (const name of await files()) expect(await read(name)).not.toContain('my-secret-token')
  })
})

describe('a read that fails', () => {
  it('leaves what was published last, with its time, and says so', async () => {
    const server = await serveAt(burning())
    await publish()
    const { readAt } = await json('status.json')
    await server.close()
    const { code, out, err } = await publish()
    expect(code).toBe(2)
    expect(err).toMatch(/could not be read: components: network/)
    expect(out).toMatch(/not confirmed/)
    expect(await read('index.html')).toContain('It burns')
    expect(await json('status.json')).toMatchObject({ readAt, confirmed: false })
    const snapshot = readSnapshot(await read('snapshot.json'), Date.now())!
    expect(snapshot.failed.get('components')?.kind).toBe('network')
    expect(snapshot.status.ages.components?.readAt).toBe(Date.parse(readAt as string))
  })

  it('calls nothing operational that was', async () => {
    const server = await serveAt(cloud())
    await publish()
    expect(await read('index.html')).toContain('All components operational')
    await server.close()
    await publish()
    for (const name of (await files()).filter(name => /(html|svg|atom|ics)$/.test(name) && name !== '404.html')) {
      expect(await read(name), name).not.toContain('All components operational')
      expect(await read(name), name).not.toMatch(/>Operational</)
    }
    expect(await json('status.json')).toMatchObject({ verdict: { state: 'partial' }, confirmed: false })
  })

  it('writes nothing where nothing was ever read', async () => {
    const server = await serveAt()
    await server.close()
    const { code, err } = await publish()
    expect(code).toBe(2)
    expect(err).toMatch(/nothing was ever read/)
    expect((await files()).filter(name => name.endsWith('.html'))).toEqual([])
  })
})

describe('publishing every so often', () => {
  it('goes on until it is ended, and ends cleanly', async () => {
    const server = await serveAt(burning())
    let end = () => {}
    const over = run(
      ['publish', '--config', at('status.yaml'), '--out', at('out'), '--build', at('dist'), '--months', '0', '--every', '5s'],
      { onEnd: callback => ((end = callback), () => undefined) },
    )
    await expect.poll(() => read('index.html').catch(() => ''), { timeout: 10_000 }).toContain('It burns')
    server.store.write(data => void data.components.push(service('Later')))
    await expect.poll(() => read('index.html'), { timeout: 15_000 }).toContain('Later')
    end()
    expect((await over).code).toBe(0)
    expect((await files()).filter(name => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('what cannot begin', () => {
  it.each([
    ['no configuration', () => ['--config', at('none.yaml')], /cannot be read/],
    ['no build', () => ['--build', at('nowhere')], /is not a build/],
    ['the build itself', () => ['--out', at('dist')], /another folder than the build/],
    ['a folder in the build', () => ['--out', at('dist', 'out')], /another folder than the build/],
    ['a wrong time', () => ['--every', 'soon'], /such as 60s/],
    ['too often', () => ['--every', '1s'], /from 5s/],
  ])('is told, with what to do: %s', async (_, args, why) => {
    await serveAt(burning())
    const { code, err } = await publish(...args())
    expect(code).toBe(3)
    expect(err).toMatch(why)
    expect(await readdir(at('dist'))).toEqual(['404.html', 'assets', 'index.html'])
  })

  it('writes through no link that leads out of the folder', async () => {
    await serveAt(burning())
    await mkdir(at('elsewhere'))
    await mkdir(at('out'))
    await symlink(at('elsewhere'), at('out', 'badges'))
    const { code, err } = await publish()
    expect(code).toBe(2)
    expect(err).toMatch(/could not be written: .* outside of/)
    expect(await readdir(at('elsewhere'))).toEqual([])
  })
})
