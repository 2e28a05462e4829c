import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { visitorRoutes } from '@/app/visitorRoutes'

const script = /<script>(.*?)<\/script>/s.exec(readFileSync('index.html', 'utf8'))![1]!

/** The base that index.html guesses from an address. */
function baseOf(pathname: string): string {
  const base = { href: '', dataset: {} }
  const head = { appendChild: () => undefined }
  runInNewContext(script, { document: { querySelector: () => null, createElement: () => base, head }, location: { pathname } })
  return base.href
}

const folders = visitorRoutes(() => Promise.resolve())
  .map(({ path }) => path.split('/')[1]!)
  .filter(name => name && !name.startsWith(':'))

it('each page of a visitor knows the folder of the page, with or without a slash at the end', () => {
  expect(folders).toContain('legend')
  for (const name of [...folders, 'manage', 'login', 'p'])
    for (const end of ['', '/', '/one']) expect(baseOf(`/cloud/${name}${end}`), name + end).toBe('/cloud/')
})
