import { parseArgs } from 'node:util'
import { faultKinds, type Fault, type FaultKind } from './faults'
import type { DemoServerOptions } from './server'

export const usage = `Usage: npm run demo-server -- [options]

  --port NUMBER        port to listen on (default 3000, 0 = any free one)
  --host NAME          address to listen on (default 127.0.0.1)
  --base-path PATH     where the API lies, e.g. /api
  --empty              begin without components and incidents
  --quirks             add the known defects of the reference server
  --latency MS         wait before every answer
  --bearer TOKEN       writes need this access token
  --tokens-on-reads    do not refuse reads that carry a token
  --cors ORIGIN        let this origin in (repeatable; default: every origin)
  --fault FAULT        "[METHOD ]PATH=KIND[*TIMES]", e.g. "GET /incidents=500*2" (repeatable)
                       kinds: ${faultKinds.join(', ')}
  --help               show this text
`

/** A wrong argument, worded for the person at the terminal. */
export class WrongArgument extends Error {}

/** What the command line asks for; `help` where it asks for the usage. Throws `WrongArgument`. */
export function readArguments(args: string[]): 'help' | { server: DemoServerOptions; faults: Fault[] } {
  const values = parse(args)
  if (values.help) return 'help'
  const { host, quirks, bearer, cors, fault = [], 'base-path': basePath } = values
  if (basePath !== undefined && !/^\/[\w\-./~]*$/.test(basePath))
    throw new WrongArgument(`--base-path must look like /api, not ${basePath}`)
  if (bearer === '') throw new WrongArgument('--bearer needs a token')
  return {
    server: {
      port: readNumber('--port', values.port ?? '3000', 65_535),
      latencyMs: readNumber('--latency', values.latency ?? '0', 600_000),
      data: values.empty ? 'empty' : 'believable',
      refuseTokensOnReads: !values['tokens-on-reads'],
      host,
      basePath,
      quirks,
      bearer,
      corsOrigins: cors?.map(readOrigin),
    },
    faults: fault.map(readFault),
  }
}

function parse(args: string[]) {
  const flag = { type: 'boolean' } as const
  const value = { type: 'string' } as const
  const values = { type: 'string', multiple: true } as const
  try {
    return parseArgs({
      args,
      options: {
        port: value,
        host: value,
        'base-path': value,
        empty: flag,
        quirks: flag,
        latency: value,
        bearer: value,
        'tokens-on-reads': flag,
        cors: values,
        fault: values,
        help: flag,
      },
    }).values
  } catch (error) {
    throw new WrongArgument(error instanceof Error ? error.message : String(error))
  }
}

function readNumber(name: string, text: string, highest: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number > highest)
    throw new WrongArgument(`${name} must be a number from 0 to ${highest}, not ${text}`)
  return number
}

function readOrigin(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null'
  if (origin !== text.replace(/\/$/, ''))
    throw new WrongArgument(`--cors must be an origin like http://localhost:5173, not ${text}`)
  return origin
}

function readFault(text: string): Fault {
  const [, method, path, kindText, times] = /^(?:([A-Z]+) )?(\/.*)=([\w-]+)(?:\*(\d+))?$/.exec(text) ?? []
  if (!path) throw new WrongArgument(`--fault must look like "GET /incidents=500", not ${text}`)
  const kind: FaultKind | undefined = faultKinds.find(known => String(known) === kindText)
  if (!kind) throw new WrongArgument(`--fault knows the kinds ${faultKinds.join(', ')}, not ${kindText}`)
  return { path, kind, ...(method && { method }), ...(times && { times: Number(times) }) }
}
