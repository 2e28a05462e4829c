import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import packageJson from '../../../package.json'
import { cloud, service, deadServer, impact, ongoing, startServer } from './servers'
import { run } from './terminal'

const API = 'http://127.0.0.1:9/api'
const status = (...args: string[]) => run(['status', ...args])

describe('scs-status', () => {
  it.each([['--help'], ['-h'], ['help'], ['status --help']])('%s tells what there is', async args => {
    const { code, out, err } = await run(args.split(' '))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Usage: scs-status')
    expect(out).toContain('status')
  })

  it('tells its version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, out: `${packageJson.version}\n`, err: '' })
  })

  it('tells its exit codes and where a token comes from', async () => {
    const { out } = await status('--help')
    expect(out).toMatch(/Exit code:\n {2}0 {2}fine.*\n {2}1 .*\n {2}2 .*\n {2}3 /)
    expect(out).toContain('SCS_STATUS_TOKEN')
  })

  it.each([
    ['', 'Usage: scs-status'],
    ['statsu', "unknown command 'statsu'"],
    ['--nothing', "unknown option '--nothing'"],
    ['status --nothing', "unknown option '--nothing'"],
    ['status', 'Name a server with --api URL'],
    ['status stray', 'too many arguments'],
    ['status --api', 'argument missing'],
    ['status --api demo', '--api must be an address that begins with http'],
    ['status --api status.example.org', '--api must be an address'],
    [`status --api ${API} --zone Nowhere/City`, '--zone must be'],
    [`status --api ${API} --language xx`, 'Allowed choices are en, de, fr'],
    [`status --api ${API} --label region`, 'It must look like key=value'],
    [`status --api ${API} --label =north`, 'It must look like key=value'],
    [`status --api ${API} --watch 4`, 'a number of seconds from 5 to 86400'],
    [`status --api ${API} --watch soon`, 'a number of seconds'],
    [`status --api ${API} --watch --at 2026-01-01`, 'cannot be used with'],
    [`status --api ${API} --component a --label b=c`, 'cannot be used with'],
    [`status --api ${API} --at yesterday`, '--at must be a day (2026-01-01)'],
    [`status --api ${API} --at 2026-02-30`, '--at must be a day'],
    [`status --api ${API} --at 9000-01-01`, '--at must be a moment that has passed'],
    ['status --config /nowhere/status.yaml', '/nowhere/status.yaml cannot be read'],
  ])('"%s" is wrong usage', async (args, message) => {
    const { code, out, err } = await run(args.split(' ').filter(Boolean))
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).toContain(message)
  })
})

describe('--config', () => {
  let folder = ''
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'scs-status-cli-'))))
  afterEach(() => rm(folder, { recursive: true }))
  const put = async (name: string, text: string) => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }

  it('has the severities, names and zone of the page, and its warnings', async () => {
    const { url } = await startServer(cloud([ongoing([impact('Compute', 50)])]))
    const text = `apiUrl: ${url}\ntitle: Example Cloud\ntitel: x\ntimeZone: Asia/Kathmandu\nseverities:\n  Major: { label: Broken }\n`
    const { code, out, err } = await status('--config', await put('status.yaml', text))
    expect(code).toBe(1)
    expect(out.split('\n').slice(0, 2)).toEqual(['Example Cloud', '▲ Compute: Broken'])
    expect(out).toMatch(/Last confirmed .*GMT\+5:45/)
    expect(err).toBe('warning: titel: is not a key of the configuration and is ignored\n')
  })

  it('may call a severity good: then the exit code is 0', async () => {
    const { url } = await startServer(cloud([ongoing([impact('Compute', 50)])]))
    const file = await put('good.json', JSON.stringify({ apiUrl: url, severities: { Major: { good: true } } }))
    expect(await status('--config', file)).toMatchObject({ code: 0, err: '' })
  })

  it('need not name the server that --api names', async () => {
    const { url } = await startServer(cloud())
    expect(await status('--config', await put('none.yaml', 'title: Mine'), '--api', url)).toMatchObject({ code: 0 })
    expect(await status('--config', await put('path.yaml', 'apiUrl: /api'), '--api', url)).toMatchObject({ code: 0 })
  })

  it('is refused where it names no server that a command can ask', async () => {
    const { code, err } = await status('--config', await put('path.yaml', 'apiUrl: /api'))
    expect(code).toBe(3)
    expect(err).toContain('name the server with --api URL')
  })

  it('has its problems told, all at once', async () => {
    const broken = await status('--config', await put('broken.yaml', 'apiUrl: [\n'))
    expect(broken).toMatchObject({ code: 3, out: '' })
    expect(broken.err).toMatch(/broken\.yaml:2:1 /)
    const { code, err } = await status('--config', await put('wrong.yaml', 'apiUrl: x.test\nhistoryDays: 0'))
    expect(code).toBe(3)
    expect(err).toMatch(/is not valid:\n {2}apiUrl: must be .*\n {2}historyDays: must be a whole number from 1 to 400/)
  })

  it('of several providers wants one of them', async () => {
    const { url } = await startServer(cloud())
    const text = `providers:\n  - { id: a, name: A, apiUrl: ${await deadServer()} }\n  - { id: b, name: B, apiUrl: ${url} }\n`
    const file = await put('several.yaml', text)
    expect(await status('--config', file)).toMatchObject({
      code: 3,
      err: 'Choose one of the providers with --provider ID: a, b\n',
    })
    expect(await status('--config', file, '--provider', 'c')).toMatchObject({ code: 3 })
    expect(await status('--config', file, '--provider', 'b')).toMatchObject({ code: 0 })
  })
})

describe('--component', () => {
  it('takes an id, or a name in any case, and ends by that component alone', async () => {
    const { url } = await startServer(cloud([ongoing([impact('Compute', 50)])]))
    const { id } = service('Storage')
    expect(await status('--api', url, '--component', 'COMPUTE')).toMatchObject({ code: 1 })
    expect(await status('--api', url, '--component', 'storage')).toMatchObject({ code: 0 })
    const { code, out } = await status('--api', url, '--component', id)
    expect(code).toBe(0)
    expect(out).toContain('✓ All components operational\n')
    expect(out).toContain('✓ Storage: Operational')
    expect(out).not.toContain('Compute')
  })

  it('that nobody is called lists the nearest names', async () => {
    const { url } = await startServer(cloud())
    const { code, out, err } = await status('--api', url, '--component', 'Compuet')
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).toBe(`There is no component Compuet. Did you mean:\n  Compute (${service('Compute').id})\n`)
    expect((await status('--api', url, '--component', 'Nothing like it')).err).toBe('There is no component Nothing like it.\n')
  })

  it('that several are called wants one of their ids', async () => {
    const twins = ['north', 'south'].map(region => ({ ...service(region, { region }), displayName: 'Compute' }))
    const { url } = await startServer(cloud([], { components: twins }))
    const { code, err } = await status('--api', url, '--component', 'compute')
    expect(code).toBe(3)
    expect(err).toContain('2 components are called compute; name one by its id:')
    expect(err).toContain(`  Compute (north) (${twins[0]!.id})`)
    expect(await status('--api', url, '--component', 'compute (south)')).toMatchObject({ code: 0 })
  })

  it('of a list that could not be read is unknown, and no wrong usage', async () => {
    const { url, setFaults } = await startServer(cloud())
    setFaults([{ path: '/components', kind: 500 }])
    expect(await status('--api', url, '--component', 'Compute')).toMatchObject({ code: 2, err: '' })
    expect(await status('--api', url, '--label', 'region=north')).toMatchObject({ code: 2, err: '' })
  })
})

describe('--label', () => {
  it('ends by the components that have all of them', async () => {
    const data = cloud([ongoing([impact('Compute', 50)])])
    data.components.push(service('Both', { region: 'north,south', tier: 'core' }))
    const { url } = await startServer(data)
    expect(await status('--api', url, '--label', 'region=north')).toMatchObject({ code: 1 })
    expect(await status('--api', url, '--label', 'region=south')).toMatchObject({ code: 0 })
    const both = await status('--api', url, '--label', 'region=north', '--label', 'tier=core', '--json')
    expect(both.code).toBe(0)
    expect(JSON.parse(both.out)).toMatchObject({
      selection: { component: null, labels: ['region=north', 'tier=core'] },
      components: [{ name: 'Both' }],
      incidents: [],
    })
  })

  it('that no component has is wrong usage, with the values that there are', async () => {
    const { url } = await startServer(cloud())
    expect(await status('--api', url, '--label', 'region=east')).toEqual({
      code: 3,
      out: '',
      err: 'No component has the label region=east. Values of region: north, south\n',
    })
  })
})

describe('SCS_STATUS_TOKEN', () => {
  it('is sent with every read, and only where it is set', async () => {
    const { url, requests } = await startServer(cloud(), { refuseTokensOnReads: false })
    await status('--api', url)
    expect(requests.splice(0).filter(({ authorization }) => authorization)).toEqual([])
    await run(['status', '--api', url], { env: { SCS_STATUS_TOKEN: 'secret' } })
    expect(requests.length).toBeGreaterThan(3)
    expect(requests.filter(({ authorization }) => !authorization)).toEqual([])
  })
})
