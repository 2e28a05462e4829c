import { ESLint } from 'eslint'
import { describe, expect, it, vi } from 'vitest'

// Loading the configuration and the types takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

// Without types, so that files which do not exist can be linted, and fast. Only the rules in question are on.
const eslint = new ESLint({
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => !ruleId.startsWith('@typescript-eslint/'),
})

async function problems(filePath: string, text: string, ruleIds?: string[]) {
  const [result] = await eslint.lintText(text, { filePath })
  return (result?.messages ?? [])
    .filter(({ ruleId, fatal }) => fatal || !ruleIds || (ruleId !== null && ruleIds.includes(ruleId)))
    .map(({ ruleId, message }) => `${ruleId ?? 'fatal'}: ${message}`)
}

const imports = (source: string) => `import { a } from '${source}'\nexport const b = a\n`
const layerProblems = (file: string, text: string) => problems(file, text, ['scs/layers'])

const folders = [
  'domain',
  'i18n',
  'config',
  'api',
  'look',
  'demo',
  'widget',
  'firstPaint',
  'stores',
  'shared',
  'features',
  'app',
] as const
type Folder = (typeof folders)[number]

const mayImport: Record<Folder, readonly Folder[]> = {
  domain: [],
  i18n: [],
  config: ['domain'],
  api: ['domain'],
  look: ['domain', 'i18n', 'config'],
  demo: ['domain'],
  widget: ['domain', 'config', 'api', 'look'],
  firstPaint: ['domain', 'i18n', 'config', 'api', 'look'],
  stores: ['domain', 'config', 'api'],
  shared: ['domain', 'config', 'i18n', 'look'],
  features: ['domain', 'config', 'stores', 'shared', 'i18n', 'look'],
  app: ['domain', 'i18n', 'config', 'api', 'look', 'demo', 'stores', 'shared', 'features'],
}

const fileIn = (folder: Folder) => (folder === 'features' ? 'src/features/status/x.ts' : `src/${folder}/x.ts`)
const moduleIn = (folder: Folder) => (folder === 'features' ? '@/features/status/y' : `@/${folder}/y`)
const pairs = folders.flatMap(from => folders.map(to => ({ from, to, allowed: from === to || mayImport[from].includes(to) })))

describe('the layers', () => {
  it.each(pairs.filter(({ allowed }) => allowed))('let $from import $to', async ({ from, to }) => {
    expect(await layerProblems(fileIn(from), imports(moduleIn(to)))).toEqual([])
  })

  it.each(pairs.filter(({ allowed }) => !allowed))('do not let $from import $to', async ({ from, to }) => {
    const list = mayImport[from].join(', ') || 'nothing'
    expect(await layerProblems(fileIn(from), imports(moduleIn(to)))).toEqual([`scs/layers: src/${from} may import: ${list}.`])
  })

  it.each([
    ["import type { A } from '@/app/y'\nexport type B = A", 'a type import'],
    ["export { a } from '@/app/y'", 'a re-export'],
    ["export * from '@/app/y'", 'a re-export of everything'],
    ["export const a = () => import('@/app/y')", 'a dynamic import'],
    ["export type A = import('@/app/y').A", 'an import type'],
  ])('see %s', async text => {
    expect(await layerProblems('src/stores/x.ts', text)).toEqual(['scs/layers: src/stores may import: domain, config, api.'])
  })

  it('see the script of a component', async () => {
    const component = `<script setup lang="ts">\n${imports('@/api/client')}</script>\n\n<template><p>{{ b }}</p></template>\n`
    expect(await layerProblems('src/features/status/X.vue', component)).toHaveLength(1)
  })

  it('keep features apart', async () => {
    const message = 'scs/layers: Features do not import each other; share through src/shared.'
    expect(await layerProblems('src/features/status/x.ts', imports('@/features/incident/y'))).toEqual([message])
    expect(await layerProblems('src/features/status/x.ts', imports('@/features/statusNot/y'))).toEqual([message])
  })

  it('let demo have the types of the API, and nothing else of it', async () => {
    expect(await layerProblems('src/demo/x.ts', "import type { a } from '@/api/schema'\nexport type B = a")).toEqual([])
    expect(await layerProblems('src/demo/x.ts', imports('@/api/schema'))).toHaveLength(1)
    expect(await layerProblems('src/demo/x.ts', "import type { a } from '@/api/client'\nexport type B = a")).toHaveLength(1)
  })

  it('want a row for every folder', async () => {
    const message = 'scs/layers: src/utils is not in the table of layers in eslint.config.js.'
    expect(await layerProblems('src/utils/x.ts', imports('@/domain/y'))).toEqual([message])
  })

  it.each(['../api/client', '../../api/client', './../api/client', '..'])('are not gone around by %s', async source => {
    expect(await layerProblems('src/domain/x.ts', imports(source))).toEqual(['scs/layers: Reach other folders through @/.'])
  })

  it('leave neighbours, entries and tests alone', async () => {
    expect(await layerProblems('src/domain/x.ts', imports('./y'))).toEqual([])
    expect(await layerProblems('src/main.ts', imports('@/app/y'))).toEqual([])
    expect(await layerProblems('tests/unit/x.test.ts', imports('../support/y'))).toEqual([])
  })
})

describe('packages', () => {
  it.each([
    ['src/domain/x.ts', 'vue'],
    ['src/domain/x.ts', '@mdi/js'],
    ['src/domain/x.ts', 'node:fs'],
    ['src/i18n/x.ts', 'valibot'],
    ['src/config/x.ts', 'vue'],
    ['src/api/x.ts', 'pinia'],
    ['src/look/x.ts', 'vue'],
    ['src/demo/x.ts', 'vue'],
    ['src/widget/x.ts', 'vue'],
    ['src/stores/x.ts', 'vue-router'],
    ['src/shared/x.ts', 'pinia'],
    ['src/features/status/x.ts', 'openapi-fetch'],
    ['src/app/x.ts', 'msw'],
  ])('%s may not import %s', async (file, source) => {
    expect(await layerProblems(file, imports(source))).toHaveLength(1)
  })

  it.each([
    ['src/config/x.ts', 'valibot'],
    ['src/api/x.ts', 'openapi-fetch'],
    ['src/demo/x.ts', 'msw'],
    ['src/stores/x.ts', 'pinia'],
    ['src/shared/x.ts', '@mdi/js'],
    ['src/features/status/x.ts', 'vue-router'],
    ['src/app/x.ts', 'vue-router'],
  ])('%s may import %s', async (file, source) => {
    expect(await layerProblems(file, imports(source))).toEqual([])
  })
})

describe('src/domain has no clock and no surroundings', () => {
  const bans = ['no-restricted-syntax', 'no-restricted-globals']

  it.each([
    'new Date()',
    'Date()',
    'Date.now()',
    'Temporal.Now.instant()',
    'performance.now()',
    'Intl.DateTimeFormat().resolvedOptions()',
    'window.name',
    'document.title',
    'localStorage.length',
    'fetch("x")',
    'setTimeout(String, 1)',
  ])('%s', async expression => {
    expect(await problems('src/domain/x.ts', `export const x = ${expression}\n`, bans)).toHaveLength(1)
    expect(await problems('src/stores/x.ts', `export const x = ${expression}\n`, bans)).toEqual([])
  })

  it.each(['new Date(0)', 'Date.parse("2026")', 'Temporal.Instant.from("2026-01-01T00:00Z")', 'Math.max(1, 2)'])(
    'but %s is fine',
    async expression => {
      expect(await problems('src/domain/x.ts', `export const x = ${expression}\n`, bans)).toEqual([])
    },
  )
})

describe('style that is not left to taste', () => {
  const component = (script: string, template = '<p />') =>
    `<script setup lang="ts">\n${script}\n</script>\n\n<template>\n  ${template}\n</template>\n`

  it.each<[rule: string, file: string, text: string]>([
    ['eqeqeq', 'src/stores/x.ts', 'export const x = (a: unknown) => a == 1\n'],
    ['max-lines', 'src/stores/x.ts', 'export {}\n'.repeat(251)],
    ['max-lines', 'tests/unit/x.test.ts', 'export {}\n'.repeat(251)],
    ['no-console', 'src/stores/x.ts', 'console.log(1)\n'],
    ['no-undef', 'src/x.mjs', 'undefinedName()\n'],
    ['vue/block-lang', 'src/shared/X.vue', '<script setup>\n</script>\n\n<template><p /></template>\n'],
    ['vue/block-order', 'src/shared/X.vue', '<template><p /></template>\n\n<script setup lang="ts">\n</script>\n'],
    ['vue/component-api-style', 'src/shared/X.vue', '<script lang="ts">\nexport default { data: () => ({}) }\n</script>\n'],
    ['vue/component-name-in-template-casing', 'src/shared/X.vue', component('', '<my-part />')],
    ['vue/define-props-declaration', 'src/shared/X.vue', component("const { a } = defineProps(['a'])\nvoid a")],
    ['vue/define-props-destructuring', 'src/shared/X.vue', component('const props = defineProps<{ a: 1 }>()\nvoid props')],
    ['vue/no-bare-strings-in-template', 'src/shared/X.vue', component('', '<p>Bare</p>')],
    ['vue/no-v-html', 'src/shared/X.vue', component('const a = 1', '<p v-html="a" />')],
  ])('%s in %s', async (rule, file, text) => {
    expect(await problems(file, text, [rule])).not.toEqual([])
  })

  it('accepts a component as we write them', async () => {
    const good = component(
      "import { ref } from 'vue'\n\nconst { name, note } = defineProps<{ name: string; note?: string }>()\nconst open = ref(false)",
      '<p :id="name" @click="open = !open">{{ open ? name : note }}</p>',
    )
    expect(await problems('src/shared/ui/GoodPart.vue', good)).toEqual([])
  })
})

describe('rules that know types', () => {
  it('want every case of a union, promises that are waited for, and types imported as types', async () => {
    const text = `import { Level } from './severity'
export function f(a: 'x' | 'y', b: Level) {
  Promise.resolve(b)
  switch (a) {
    case 'x':
      return 1
  }
}
`
    // The text is linted in the place of a file that exists, so that its types are known.
    const [result] = await new ESLint().lintText(text, { filePath: 'src/domain/phase.ts' })
    const rules = ['consistent-type-imports', 'no-floating-promises', 'switch-exhaustiveness-check']
    expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(rules.map(rule => `@typescript-eslint/${rule}`))
  })
})
