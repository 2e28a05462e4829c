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
  /** Answer unknown navigations with index.html, as a host for history routing does. */
  fallback?: boolean
}

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

/** An ordinary static host on loopback. */
export async function startStaticServer({
  root = 'dist',
  basePath = '/',
  files = {},
  headers = {},
  fallback = true,
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

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    const inside = pathname.startsWith(basePath) ? decodeURIComponent(pathname.slice(basePath.length)) : undefined
    const path = inside === '' ? 'index.html' : inside
    let body = path === undefined ? undefined : find(path)
    let type = TYPES[extname(path ?? '')] ?? 'application/octet-stream'
    if (body === undefined && inside !== undefined && fallback && request.headers['sec-fetch-mode'] === 'navigate') {
      body = find('index.html')
      type = 'text/html; charset=utf-8'
    }
    const status = body === undefined ? 404 : 200
    requests.push({ method: request.method ?? '', url: request.url ?? '', status })
    // Pages of tests live at times of their own: what time it is, a test says itself, by a header.
    response.sendDate = false
    response.writeHead(status, {
      'content-type': body === undefined ? 'text/plain' : type,
      'cache-control': 'no-cache',
      ...headers,
    })
    response.end(request.method === 'HEAD' ? undefined : (body ?? 'Not found'))
  }

  const server = createServer(answer)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  return {
    origin,
    url: origin + basePath,
    requests,
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
