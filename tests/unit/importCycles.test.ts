import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { describe, expect, it } from 'vitest'

type Graph = ReadonlyMap<string, readonly string[]>

/** What a file imports, types too, but not what comes later by `import()`. */
const STATIC_IMPORT = /^\s*(?:import|export)\s+(?:[^'";]*?from\s+)?'([^']+)'/gm

function importsOf(file: string): string[] {
  const sources = Array.from(readFileSync(file, 'utf8').matchAll(STATIC_IMPORT), ([, source]) => source!)
  return sources.flatMap(source => {
    const path = source.startsWith('@/') ? `src/${source.slice(2)}` : source.startsWith('.') ? join(dirname(file), source) : null
    if (path === null) return []
    return (
      ['.ts', '.tsx', '.vue', ''].map(ending => path + ending).find(one => /\.(ts|tsx|vue)$/.test(one) && existsSync(one)) ?? []
    )
  })
}

/** The first circle of imports, from a file back to itself; empty where there is none. */
function circleIn(graph: Graph): readonly string[] {
  const finished = new Set<string>()
  const visit = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (finished.has(file)) return []
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...path, file])
      if (circle.length) return circle
    }
    finished.add(file)
    return []
  }
  for (const file of graph.keys()) {
    const circle = visit(file, [])
    if (circle.length) return circle
  }
  return []
}

describe('imports', () => {
  it('of src never go in a circle', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).map(file => join('src', file))
    const graph: Graph = new Map(files.filter(file => /\.(ts|tsx|vue)$/.test(file)).map(file => [file, importsOf(file)]))
    expect(graph.get('src/main.ts')).toContain('src/app/createStatusPage.ts')
    expect(circleIn(graph)).toEqual([])
  })

  it('that go in a circle are found', () => {
    expect(circleIn(new Map(Object.entries({ a: ['b', 'c'], b: ['c'], c: [] })))).toEqual([])
    expect(circleIn(new Map(Object.entries({ a: ['b'], b: ['c'], c: ['b'] })))).toEqual(['b', 'c', 'b'])
  })
})
