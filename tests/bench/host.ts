import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

export interface BenchHost {
  readonly url: string
  /** Puts a file there, or another one in its place. */
  put(path: string, text: string): void
  close(): Promise<void>
}

/**
 * A host as a page deserves it: everything compressed by brotli, kept in memory, connections kept alive. Below `api/` it passes on what
 * the server at `apiUrl` answers, asked once, so that what is measured is the page and not that server.
 */
export async function startBenchHost(apiUrl: string): Promise<BenchHost> {
  const root = resolve('dist')
  const kept = new Map<string, Promise<Buffer>>()
  const packed = (body: Buffer) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  const find = async (path: string): Promise<Buffer> => {
    if (!path.startsWith('/api/')) return packed(readFileSync(join(root, path === '/' ? 'index.html' : path.split('?')[0]!)))
    const answer = await fetch(apiUrl + path.slice('/api'.length))
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return packed(Buffer.from(await answer.arrayBuffer()))
  }
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const body = kept.get(path) ?? find(path)
    kept.set(path, body)
    const extension = path.startsWith('/api/') ? '.json' : extname(path.split('?')[0]!) || '.html'
    body.then(
      bytes =>
        response
          .writeHead(200, {
            'content-type': TYPES[extension] ?? 'application/octet-stream',
            'content-encoding': 'br',
            'content-length': bytes.length,
            'cache-control': 'no-cache',
          })
          .end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    put: (path, text) => void kept.set(`/${path}`, Promise.resolve(packed(Buffer.from(text)))),
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
