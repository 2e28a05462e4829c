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
/** Files are compressed once and well, answers each time and fast. */
const QUALITY = { file: 11, big: 9, answer: 5 }

export interface BenchHost {
  readonly url: string
  /** Puts a file there, or another one in its place. */
  put(path: string, text: string): void
  close(): Promise<void>
}

const packed = (body: Buffer, quality: number) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })

/**
 * A host as a page deserves it: everything compressed by brotli, kept in memory, connections kept alive. Below `api/` it passes on what
 * the server at `apiUrl` answers, asked once, so that what is measured is the page and not that server.
 */
export async function startBenchHost(apiUrl: string): Promise<BenchHost> {
  const root = resolve('dist')
  const kept = new Map<string, Promise<Buffer>>()
  const find = async (path: string): Promise<Buffer> => {
    if (!path.startsWith('/api/')) return packed(readFileSync(join(root, path === '/' ? 'index.html' : path)), QUALITY.file)
    const answer = await fetch(apiUrl + path.slice('/api'.length))
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return packed(Buffer.from(await answer.arrayBuffer()), QUALITY.answer)
  }
  const server = createServer((request, response) => {
    const url = request.url ?? '/'
    const path = url.startsWith('/api/') ? url : url.split('?')[0]!
    const body = kept.get(path) ?? find(path)
    kept.set(path, body)
    const extension = path.startsWith('/api/') ? '.json' : extname(path) || '.html'
    const headers = { 'content-type': TYPES[extension] ?? 'application/octet-stream', 'cache-control': 'no-cache' }
    // The page of a soak lives at another time.
    response.sendDate = false
    body.then(
      bytes => response.writeHead(200, { ...headers, 'content-encoding': 'br', 'content-length': bytes.length }).end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const put = (path: string, text: string) => {
    const body = Buffer.from(text)
    kept.set(`/${path}`, Promise.resolve(packed(body, body.length > 1e6 ? QUALITY.big : QUALITY.file)))
  }
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    put,
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
