import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { leanVuetify, standIns } from '@/build/leanVuetify'
import { aliases } from '@/plugins/vuetifyIcons'

// Vuetify's own dependency, wherever npm put it.
const requireOf = (from: string) => createRequire(from)
const vuetify = requireOf(import.meta.url).resolve('vuetify/package.json')
const lib = join(dirname(vuetify), 'lib')
const helpers = requireOf(vuetify).resolve('@vuetify/v0').split('/dist/')[0]!
const paths: Readonly<Record<keyof typeof standIns, string>> = {
  instance: join(helpers, 'dist/utilities/instance.mjs'),
  theme: join(lib, 'composables/theme.js'),
  locale: join(lib, 'locale/adapters/vuetify.js'),
  icons: join(lib, 'icons.js'),
  waves: join(lib, 'components/VProgressLinear/waves.js'),
  wavy: join(lib, 'components/VProgressLinear/wavy.js'),
  dialogTransition: join(lib, 'components/transitions/dialog-transition.js'),
}
const original = (name: keyof typeof standIns) => readFileSync(paths[name], 'utf8')
const names = Object.keys(standIns) as (keyof typeof standIns)[]

const { load, transform } = leanVuetify() as unknown as {
  load: (id: string) => string | undefined
  transform: (code: string, id: string) => { code: string } | null
}
const exportsOf = (code: string) => {
  const listed = [...code.matchAll(/export\s*\{([^}]*)\}/g)].flatMap(([, names = '']) =>
    names.split(',').map(name => name.trim()),
  )
  const declared = [...code.matchAll(/export\s+(?:const|let|function)\s+(\w+)/g)].map(([, name = '']) => name)
  return [...listed, ...declared].sort()
}

describe('the stand-ins for modules of Vuetify', () => {
  it.each(names)('answer the module that Vuetify has, and no other: %s', name => {
    expect(load(paths[name])).toBeTypeOf('string')
    expect(load(`${paths[name]}?v=1`)).toBeTypeOf('string')
    expect(load(join(dirname(paths[name]), 'helpers.mjs'))).toBeUndefined()
  })

  it.each(names)('export exactly what the module exports: %s', name => {
    expect(exportsOf(original(name)).length).toBeGreaterThan(0)
    expect(exportsOf(load(paths[name])!)).toEqual(exportsOf(original(name)))
  })

  it('are still needed: the helper takes all of Vue', () => {
    expect(original('instance')).toContain('import * as Vue from "vue"')
  })

  it('answer what the helper answers', () => {
    // Word for word: a change in what the functions do must be looked at.
    expect(
      original('instance')
        .replace(/\/\*.*?\*\//gs, '')
        .replace(/\s+/g, ' '),
    ).toContain(
      'function instanceExists() { return ! isNull(getInstanceCompat()); } function instanceName() { return getInstanceCompat()?.type?.name; }',
    )
  })

  it('leave of a theme what the parts read of one that is switched off', () => {
    expect(original('theme')).toContain(
      'themeClasses = toRef(() => parsedOptions.isDisabled ? undefined : `${parsedOptions.prefix}theme--${name.value}`)',
    )
    const uses = sourcesOf('components').flatMap(([file, code]) =>
      [...code.matchAll(/const (\w+|\{[^{}]*\}) = (?:provideTheme|useTheme)\(/g)].map(
        ([, taken]) => [file, code, taken!] as const,
      ),
    )
    expect(uses.length).toBeGreaterThan(30)
    const read = uses.flatMap(([file, code, taken]) => {
      const names = taken.startsWith('{')
        ? taken.match(/\w+/g)!
        : [...code.matchAll(new RegExp(`\\b${taken}\\.(?!js\\b)(\\w+)`, 'g'))].map(([, name]) => name!)
      return names.filter(name => !['themeClasses', 'isDisabled'].includes(name)).map(name => `${file}: ${name}`)
    })
    // Only where `isDisabled` says that there is one.
    expect(read).toEqual(['VBadge/VBadge.js: prefix', 'VBadge/VBadge.js: name'])
  })

  it('give chips the keys that the groups have', async () => {
    const path = join(lib, 'components/VChip/VChip.js')
    const code = transform(readFileSync(path, 'utf8'), path)!.code
    const [{ VChipGroupSymbol }, { VSlideGroupSymbol }] = (await Promise.all([
      import(join(lib, 'components/VChipGroup/VChipGroup.js')),
      import(join(lib, 'components/VSlideGroup/VSlideGroup.js')),
    ])) as [{ VChipGroupSymbol: symbol }, { VSlideGroupSymbol: symbol }]
    const keys = [...code.matchAll(/const (V\w+GroupSymbol) = Symbol\.for\('([^']+)'\);/g)].map(([, name, key]) => [name, key])
    expect(keys).toEqual([
      ['VChipGroupSymbol', Symbol.keyFor(VChipGroupSymbol)],
      ['VSlideGroupSymbol', Symbol.keyFor(VSlideGroupSymbol)],
    ])
    expect(code).not.toMatch(/from "\.\.\/V(?:Chip|Slide)Group/)
  })
})

/** The modules of Vuetify below a folder, each with its path in there. */
function sourcesOf(folder: string): [string, string][] {
  return readdirSync(join(lib, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.js'))
    .map(file => [file, readFileSync(join(lib, folder, file), 'utf8')])
}

/** What a module of Vuetify imports of its own, itself included. */
function reached(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  const code = transform(readFileSync(path, 'utf8'), path)?.code ?? readFileSync(path, 'utf8')
  for (const [, from] of code.matchAll(/from ["'](\.[^"']+\.js)["']/g)) reached(join(dirname(path), from!), seen)
  return seen
}

it('every icon that a part in use asks for is given', () => {
  const ours = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => /\.(?:vue|ts)$/.test(file))
  const parts = new Set(
    ours.flatMap(file =>
      [...readFileSync(join('src', file), 'utf8').matchAll(/vuetify\/components\/(\w+)/g)].map(([, part]) => part!),
    ),
  )
  expect(parts.size).toBeGreaterThan(10)
  const modules = new Set([...parts].flatMap(part => [...reached(join(lib, `components/${part}/index.js`))]))
  const asked = [...modules]
    .filter(path => path.includes('/components/'))
    .flatMap(path => [...readFileSync(path, 'utf8').matchAll(/["']\$([a-zA-Z]+)["']/g)].map(([, name]) => name!))
  expect(asked).toContain('clear')
  expect(asked.filter(name => name !== 'el' && !(name in aliases))).toEqual([])
})

it('each icon is a path of an SVG', () => {
  for (const [name, icon] of Object.entries(aliases)) expect(icon, name).toMatch(/^svg:M[\d.]/)
})
