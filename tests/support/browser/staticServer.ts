import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve, sep } from 'node:path'

export interface StaticServerOptions {
  /** The folder to serve, from the root of the repository. */
  root?: string
  /** Where the folder appears: begins and ends with a slash. */
  basePath?: string
  /** Files that are not in the folder, or others than there, by their path under `basePath`. Objects become JSON. */
  files?: Record<string, string | Buffer | object>
  /** Sent with every answer, e.g. a content security policy. */
  headers?: Record<string, string>
  /** Answer unknown navigations with index.html, as a host for history routing does, or with 404.html and status 404. */
  fallback?: boolean | '404.html'
  /** Answers that are no files: those of a plain server, or of object storage, which knows no folders and tells by XML. */
  kind?: 'plain' | 'bucket'
}

const UNKNOWN = {
  plain: { status: 404, type: 'text/html; charset=utf-8', text: '<!doctype html><link rel="icon" href="data:," />Not found' },
  bucket: { status: 403, type: 'application/xml', text: '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>' },
} as const

export interface RecordedRequest {
  method: string
  /** Path and query as they were sent. */
  url: string
  status: number
}

export interface StaticServer {
  readonly origin: string
  /** The address of the folder, with a slash at its end. */
  readonly url: string
  readonly requests: readonly RecordedRequest[]
  close(): Promise<void>
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** Servers of this worker that no test uses at the moment. */
const idle: ReusableServer[] = []

interface ReusableServer {
  readonly origin: string
  /** What it does with a request from now on. */
  answerWith(answer: Answer): void
  rest(): void
}

async function startReusableServer(): Promise<ReusableServer> {
  const nobody: Answer = (_request, response) => void response.destroy()
  let answer = nobody
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  // A worker that has nothing else to do may end.
  server.unref()
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    answerWith: next => (answer = next),
    rest() {
      answer = nobody
      server.closeAllConnections()
    },
  }
}

/** An ordinary static host on loopback, for one test: one that another test has closed, where there is any. */
export async function startStaticServer({
  root = 'dist',
  basePath = '/',
  files = {},
  headers = {},
  fallback = true,
  kind = 'plain',
}: StaticServerOptions = {}): Promise<StaticServer> {
  const folder = resolve(root)
  if (!existsSync(folder)) throw new Error(`${root}/ is missing: run "npm run build" first.`)
  const requests: RecordedRequest[] = []

  const find = (path: string): Buffer | undefined => {
    const file = Object.hasOwn(files, path) ? files[path] : undefined
    if (file !== undefined)
      return Buffer.isBuffer(file) ? file : Buffer.from(typeof file === 'string' ? file : JSON.stringify(file))
    const target = resolve(join(folder, path))
    if (!target.startsWith(folder + sep) || !existsSync(target) || !statSync(target).isFile()) return undefined
    return readFileSync(target)
  }

  const answer: Answer = (request, response) => {
    const { pathname } = new URL(`http://host${request.url ?? '/'}`)
    const inside = pathname.startsWith(basePath) ? decodeURIComponent(pathname.slice(basePath.length)) : undefined
    const path = kind === 'plain' && inside !== undefined && /(^|\/)$/.test(inside) ? `${inside}index.html` : inside
    let body = path === undefined ? undefined : find(path)
    let type = TYPES[extname(path ?? '')] ?? 'application/octet-stream'
    const unknown = UNKNOWN[kind]
    let status: number = body === undefined ? unknown.status : 200
    if (body === undefined && inside !== undefined && fallback && request.headers['sec-fetch-mode'] === 'navigate') {
      body = find(fallback === true ? 'index.html' : fallback)
      type = 'text/html; charset=utf-8'
      if (fallback === true) status = 200
    }
    requests.push({ method: request.method ?? '', url: request.url ?? '', status })
    // Pages of tests live at times of their own: what time it is, a test says itself, by a header.
    response.sendDate = false
    response.writeHead(status, {
      'content-type': body === undefined ? unknown.type : type,
      'cache-control': 'no-cache',
      ...headers,
    })
    response.end(request.method === 'HEAD' ? undefined : (body ?? unknown.text))
  }

  const server = idle.pop() ?? (await startReusableServer())
  server.answerWith(answer)
  let isOpen = true
  return {
    origin: server.origin,
    url: server.origin + basePath,
    requests,
    close() {
      if (isOpen) {
        server.rest()
        idle.push(server)
      }
      isOpen = false
      return Promise.resolve()
    },
  }
}
