import { ESLint } from 'eslint'
import { describe, expect, it, vi } from 'vitest'
import { importProblem } from '../../eslint.config.js'

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

const folders = [
  'domain',
  'theme',
  'i18n',
  'config',
  'api',
  'statusView',
  'demo',
  'entries',
  'stores',
  'composables',
  'components',
  'operator',
  'features',
  'auth',
  'plugins',
  'app',
  'build',
  'cli',
] as const
type Folder = (typeof folders)[number]

const mayImport: Record<Folder, readonly Folder[]> = {
  domain: [],
  theme: ['domain', 'config'],
  i18n: ['domain', 'config'],
  config: ['domain'],
  api: ['domain'],
  statusView: ['domain', 'config', 'theme', 'i18n'],
  demo: ['domain'],
  entries: ['domain', 'config', 'api', 'statusView', 'theme', 'i18n'],
  stores: ['domain', 'config', 'api'],
  composables: ['domain', 'config', 'theme', 'i18n', 'statusView'],
  components: ['domain', 'config', 'theme', 'i18n', 'statusView', 'composables'],
  operator: ['domain', 'config', 'theme', 'i18n', 'statusView', 'stores', 'composables', 'components'],
  features: ['domain', 'config', 'theme', 'i18n', 'statusView', 'stores', 'composables', 'components', 'operator'],
  auth: ['domain', 'config', 'stores'],
  plugins: ['domain', 'config', 'theme', 'i18n', 'stores', 'composables', 'components', 'app'],
  app: [
    'domain',
    'config',
    'theme',
    'i18n',
    'api',
    'statusView',
    'demo',
    'stores',
    'composables',
    'components',
    'operator',
    'features',
    'auth',
    'plugins',
  ],
  build: ['domain', 'config', 'theme', 'i18n', 'entries', 'demo'],
  cli: ['domain', 'config', 'theme', 'i18n', 'api', 'statusView', 'stores', 'composables', 'build'],
}

const fileIn = (folder: Folder) => (folder === 'features' ? 'src/features/catalog/x.ts' : `src/${folder}/x.ts`)
const moduleIn = (folder: Folder) => (folder === 'features' ? '@/features/catalog/y' : `@/${folder}/y`)
const pairs = folders.flatMap(from => folders.map(to => ({ from, to, allowed: from === to || mayImport[from].includes(to) })))

describe('the layers', () => {
  it.each(pairs.filter(({ allowed }) => allowed))('let $from import $to', ({ from, to }) => {
    expect(importProblem(fileIn(from), moduleIn(to), false)).toBeUndefined()
  })

  it.each(pairs.filter(({ allowed }) => !allowed))('do not let $from import $to', ({ from, to }) => {
    const list = mayImport[from].join(', ') || 'nothing'
    expect(importProblem(fileIn(from), moduleIn(to), false)).toBe(`src/${from} may import: ${list}.`)
  })

  it('want each part of Vuetify by a path of its own', () => {
    const message = 'One part a path: vuetify/components/VBtn. All of them are one file otherwise.'
    expect(importProblem('src/app/x.ts', 'vuetify/components', false)).toBe(message)
    expect(importProblem('src/app/x.ts', 'vuetify/lib/components', false)).toBe(message)
    expect(importProblem('src/app/x.ts', 'vuetify/components/VBtn', false)).toBeUndefined()
    expect(importProblem('src/stores/x.ts', 'vuetify/components/VBtn', false)).toBeDefined()
  })

  it('keep features apart', () => {
    const message = 'Features do not import each other; share through src/components or src/composables.'
    expect(importProblem('src/features/status/x.ts', '@/features/incident/y', false)).toBe(message)
    expect(importProblem('src/features/status/x.ts', '@/features/statusNot/y', false)).toBe(message)
  })

  it("keep the operators' layer out of what visitors load", () => {
    expect(importProblem('src/features/status/x.ts', '@/operator/y', false)).toContain('src/operator is for:')
    expect(importProblem('src/features/incidentAdmin/x.ts', '@/features/catalog/y', false)).toBeDefined()
  })

  it('let demo have the types of the API, and nothing else of it', () => {
    expect(importProblem('src/demo/x.ts', '@/api/schema', true)).toBeUndefined()
    expect(importProblem('src/demo/x.ts', '@/api/schema', false)).toBeDefined()
    expect(importProblem('src/demo/x.ts', '@/api/client', true)).toBeDefined()
  })

  it('want a row for every folder', () => {
    const message = 'src/utils is not in the table of layers in eslint.config.js.'
    expect(importProblem('src/utils/x.ts', '@/domain/y', false)).toBe(message)
  })

  it.each(['../api/client', '../../api/client', './../api/client', '..'])('are not gone around by %s', source => {
    expect(importProblem('src/domain/x.ts', source, false)).toBe('Reach other folders through @/.')
  })

  it('leave neighbours, entries and tests alone', () => {
    expect(importProblem('src/domain/x.ts', './y', false)).toBeUndefined()
    expect(importProblem('src/main.ts', '@/app/y', false)).toBeUndefined()
    expect(importProblem('tests/unit/x.test.ts', '../support/y', false)).toBeUndefined()
  })
})

describe('packages', () => {
  it.each([
    ['src/domain/x.ts', 'vue'],
    ['src/domain/x.ts', '@mdi/js'],
    ['src/domain/x.ts', 'node:fs'],
    ['src/composables/x.ts', 'pinia'],
    ['src/config/x.ts', 'vue'],
    ['src/api/x.ts', 'pinia'],
    ['src/theme/x.ts', 'vue'],
    ['src/demo/x.ts', 'vue'],
    ['src/entries/widget/x.ts', 'vue'],
    ['src/statusView/x.tsx', 'vue'],
    ['src/stores/x.ts', '#h'],
    ['src/config/x.ts', '@vueuse/core'],
    ['src/i18n/x.ts', '@vueuse/core'],
    ['src/entries/widget/x.ts', '@vueuse/core'],
    ['src/stores/x.ts', 'vue-router'],
    ['src/stores/x.ts', '@vueuse/router'],
    ['src/components/x.ts', 'pinia'],
    ['src/features/status/x.ts', 'openapi-fetch'],
    ['src/app/x.ts', 'msw'],
  ])('%s may not import %s', (file, source) => {
    expect(importProblem(file, source, false)).toBeDefined()
  })

  it.each([
    ['src/config/x.ts', 'valibot'],
    ['src/api/x.ts', 'openapi-fetch'],
    ['src/demo/x.ts', 'msw'],
    ['src/stores/x.ts', 'pinia'],
    ['src/stores/x.ts', '@vueuse/core'],
    ['src/components/x.ts', '@mdi/js'],
    ['src/statusView/x.tsx', '#h'],
    ['src/features/status/x.ts', 'vue-router'],
    ['src/features/status/x.ts', '@vueuse/router'],
    ['src/app/x.ts', 'vue-router'],
  ])('%s may import %s', (file, source) => {
    expect(importProblem(file, source, false)).toBeUndefined()
  })
})

// The function above is asked for whatever brings code from one file into another: one text for each kind.
describe('the rule of the layers', () => {
  const linted = (file: string, text: string) => problems(file, text, ['scs/layers'])

  it('sees imports of all kinds, each once', async () => {
    const text = [
      "import { a } from '@/app/a'",
      "import type { B } from '@/app/b'",
      "export { c } from '@/app/c'",
      "export * from '@/app/d'",
      "export const e = () => import('@/app/e')",
      "export type F = import('@/app/f').F",
      'export const g: B = a',
    ].join('\n')
    const message = 'scs/layers: src/stores may import: domain, config, api.'
    expect(await linted('src/stores/x.ts', text)).toEqual(Array(6).fill(message))
    expect(await linted('src/stores/x.ts', text.replaceAll('@/app/', '@/domain/'))).toEqual([])
  })

  it('sees the script of a component, and types apart', async () => {
    const component = `<script setup lang="ts">\n${imports('@/api/client')}</script>\n\n<template><p>{{ b }}</p></template>\n`
    expect(await linted('src/features/status/X.vue', component)).toHaveLength(1)
    expect(await linted('src/demo/x.ts', "import type { a } from '@/api/schema'\nexport type B = a")).toEqual([])
  })
})

describe('src/domain has no clock and no surroundings', () => {
  const bans = ['no-restricted-syntax', 'no-restricted-globals']
  const banned = [
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
  ]
  const fine = ['new Date(0)', 'Date.parse("2026")', 'Temporal.Instant.from("2026-01-01T00:00Z")', 'Math.max(1, 2)']
  const linesOf = (expressions: string[]) => expressions.map((one, line) => `export const x${line} = ${one}\n`).join('')

  it('in any of its ways, which other folders may use', async () => {
    const [result] = await eslint.lintText(linesOf(banned), { filePath: 'src/domain/x.ts' })
    const found = result!.messages.filter(({ ruleId }) => ruleId !== null && bans.includes(ruleId))
    expect(found.map(({ line }) => banned[line - 1])).toEqual(banned)
    expect(await problems('src/stores/x.ts', linesOf(banned), bans)).toEqual([])
  })

  it('but computes with times that it is given', async () => {
    expect(await problems('src/domain/x.ts', linesOf(fine), bans)).toEqual([])
  })
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
    ['vue/block-lang', 'src/components/X.vue', '<script setup>\n</script>\n\n<template><p /></template>\n'],
    ['vue/block-order', 'src/components/X.vue', '<template><p /></template>\n\n<script setup lang="ts">\n</script>\n'],
    ['vue/component-api-style', 'src/components/X.vue', '<script lang="ts">\nexport default { data: () => ({}) }\n</script>\n'],
    ['vue/component-name-in-template-casing', 'src/components/X.vue', component('', '<my-part />')],
    ['vue/define-props-declaration', 'src/components/X.vue', component("const { a } = defineProps(['a'])\nvoid a")],
    ['vue/define-props-destructuring', 'src/components/X.vue', component('const props = defineProps<{ a: 1 }>()\nvoid props')],
    ['vue/no-bare-strings-in-template', 'src/components/X.vue', component('', '<p>Bare</p>')],
    ['vue/no-v-html', 'src/components/X.vue', component('const a = 1', '<p v-html="a" />')],
  ])('%s in %s', async (rule, file, text) => {
    expect(await problems(file, text, [rule])).not.toEqual([])
  })

  it('accepts a component as we write them', async () => {
    const good = component(
      "import { ref } from 'vue'\n\nconst { name, note } = defineProps<{ name: string; note?: string }>()\nconst open = ref(false)",
      '<p :id="name" @click="open = !open">{{ open ? name : note }}</p>',
    )
    expect(await problems('src/components/ui/GoodPart.vue', good)).toEqual([])
  })
})

describe('rules that know types', () => {
  // Not by an example: to know the types of one file takes those of all. A rule that is given none stops ESLint itself.
  it.each(['src/domain/incident/phase.ts', 'src/app/layout/PageLayout.vue', 'tests/support/page.ts'])(
    'are on for %s',
    async file => {
      const { rules } = (await new ESLint().calculateConfigForFile(file)) as { rules: Record<string, [number]> }
      for (const rule of ['consistent-type-imports', 'no-floating-promises', 'switch-exhaustiveness-check'])
        expect(rules[`@typescript-eslint/${rule}`]?.[0], rule).toBe(2)
    },
  )
})
