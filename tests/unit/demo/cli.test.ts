import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { readArguments, WrongArgument } from '@/demo/http/arguments'

describe('the arguments of the demo server', () => {
  it('default to port 3000 and the believable cloud', () => {
    expect(readArguments([])).toEqual({
      server: { port: 3000, latencyMs: 0, data: 'believable', refuseTokensOnReads: true },
      faults: [],
    })
  })

  it('reach the server', () => {
    const args =
      '--port 8080 --host ::1 --base-path /api --empty --quirks --latency 20 --bearer token --tokens-on-reads --cors https://a.test --cors http://b.test:81/'
    expect(readArguments(args.split(' '))).toEqual({
      server: {
        port: 8080,
        host: '::1',
        basePath: '/api',
        data: 'empty',
        quirks: true,
        latencyMs: 20,
        bearer: 'token',
        refuseTokensOnReads: false,
        corsOrigins: ['https://a.test', 'http://b.test:81'],
      },
      faults: [],
    })
  })

  it.each([
    ['GET /incidents=500', { method: 'GET', path: '/incidents', kind: 500 }],
    ['/components=html-502*2', { path: '/components', kind: 'html-502', times: 2 }],
    ['/incidents?start=2026=slow', { path: '/incidents?start=2026', kind: 'slow' }],
  ])('read the fault %s', (text, fault) => {
    expect(readArguments(['--fault', text])).toMatchObject({ faults: [fault] })
  })

  it('ask for help', () => expect(readArguments(['--help', '--port', '1'])).toBe('help'))

  it.each([
    [['--port', 'abc'], '--port must be a number from 0 to 65535, not abc'],
    [['--port', '65536'], '--port must be a number'],
    [['--latency', '-1'], '--latency'],
    [['--latency=-1'], '--latency must be a number'],
    [['--base-path', 'api'], '--base-path must look like /api'],
    [['--bearer', ''], '--bearer needs a token'],
    [['--cors', 'https://a.test/page'], '--cors must be an origin'],
    [['--cors', 'everyone'], '--cors must be an origin'],
    [['--fault', 'incidents=500'], '--fault must look like'],
    [['--fault', '/incidents=502'], '--fault knows the kinds refused, lost, timeout, 400, 401'],
    [['--unknown'], "Unknown option '--unknown'"],
    [['stray'], 'stray'],
  ])('%j are wrong', (args, message) => {
    expect(() => readArguments(args)).toThrow(WrongArgument)
    expect(() => readArguments(args)).toThrow(message)
  })
})

describe('npm run demo-server', { timeout: 30_000 }, () => {
  function run(...args: string[]) {
    const child = spawn(process.execPath, ['src/run.mjs', 'src/demo/http/cli.ts', ...args])
    const output = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.err += text))
    return { child, output, ended: once(child, 'close').then(([code]) => code as number | null) }
  }

  it('prints its URL, answers, tells a second one that the port is taken, and stops on a signal', async () => {
    const { child, output, ended } = run('--port', '0', '--fault', '/phases=403')
    while (!output.out.includes('\n')) await once(child.stdout, 'data')
    const url = /http:\S+/.exec(output.out)?.[0] ?? ''
    expect((await fetch(`${url}/severities`)).status).toBe(200)
    expect((await fetch(`${url}/phases`)).status).toBe(403)

    const second = run('--port', new URL(url).port)
    expect(await second.ended).toBe(2)
    expect(second.output.err).toBe('The port is taken. Choose another one with --port, or any free one with --port 0.\n')

    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(output.err).toBe('')
  })

  it('explains wrong arguments and ends with 2', async () => {
    const { output, ended } = run('--port', 'abc')
    expect(await ended).toBe(2)
    expect(output.err).toMatch(/^--port must be a number from 0 to 65535, not abc\n\nUsage: /)
  })
})
