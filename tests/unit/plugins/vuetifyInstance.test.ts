import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { leanVuetifyInstance } from '@/app/build/vuetifyInstance'

// Vuetify's own dependency, wherever npm put it.
const requireOf = (from: string) => createRequire(from)
const vuetify = requireOf(import.meta.url).resolve('vuetify/package.json')
const root = requireOf(vuetify).resolve('@vuetify/v0').split('/dist/')[0]!
const path = join(root, 'dist/utilities/instance.mjs')
const original = readFileSync(path, 'utf8')

const load = leanVuetifyInstance().load as (id: string) => string | undefined
const exportsOf = (code: string) => {
  const listed = [...code.matchAll(/export\s*\{([^}]*)\}/g)].flatMap(([, names = '']) =>
    names.split(',').map(name => name.trim()),
  )
  const declared = [...code.matchAll(/export\s+(?:const|let|function)\s+(\w+)/g)].map(([, name = '']) => name)
  return [...listed, ...declared].sort()
}

describe('the stand-in for Vuetify’s helper', () => {
  it('answers the module that Vuetify has, and no other', () => {
    expect(load(path)).toBeTypeOf('string')
    expect(load(`${path}?v=1`)).toBeTypeOf('string')
    expect(load(join(dirname(path), 'helpers.mjs'))).toBeUndefined()
  })

  it('exports exactly what the module exports', () => {
    expect(exportsOf(original)).toEqual(['instanceExists', 'instanceName'])
    expect(exportsOf(load(path)!)).toEqual(exportsOf(original))
  })

  it('is still needed: the module takes all of Vue', () => {
    expect(original).toContain('import * as Vue from "vue"')
  })

  it('answers what the module answers', () => {
    // Word for word: a change in what the functions do must be looked at.
    expect(original.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ')).toContain(
      'function instanceExists() { return ! isNull(getInstanceCompat()); } function instanceName() { return getInstanceCompat()?.type?.name; }',
    )
  })
})
