import { relative, sep } from 'node:path'
import js from '@eslint/js'
import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import prettier from 'eslint-config-prettier/flat'
import pluginVue from 'eslint-plugin-vue'
import pluginVuetify from 'eslint-plugin-vuetify'

import { inOneProgram } from './eslint.program.js'

/** What each folder of src/ may import from the others. Files directly in src/ are entries and may import all. */
const layers = {
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
  // What runs in Node: the build, and the commands that prepare files.
  build: ['domain', 'config', 'theme', 'i18n', 'entries', 'demo'],
  // The command `scs-status`: reads by the stores of the page, draws by its pieces, and writes what a build is configured with.
  cli: ['domain', 'config', 'theme', 'i18n', 'api', 'statusView', 'stores', 'composables', 'build'],
}

/** The features that write: what visitors load is without their layer. */
const operatorFeatures = ['incidentAdmin', 'catalog', 'provisioning']

/** Modules that may be imported, as types only, from a folder that is closed otherwise. */
const typesOnly = { demo: ['@/api/schema'] }

/** A folder of plain TypeScript: no packages at all. */
const withoutPackages = ['domain']

/** Packages that belong to some folders; others are free. `#h` makes what the pieces draw: parts of Vue's tree, or elements. */
const packages = {
  vue: ['stores', 'composables', 'components', 'operator', 'features', 'auth', 'app', 'plugins', 'cli'],
  '#h': ['statusView', 'entries', 'cli'],
  pinia: ['stores', 'operator', 'features', 'app', 'cli'],
  'vue-router': ['composables', 'components', 'operator', 'features', 'app', 'plugins'],
  '@vueuse/core': ['stores', 'composables', 'components', 'operator', 'features', 'app'],
  '@vueuse/router': ['composables', 'components', 'operator', 'features', 'app'],
  'openapi-fetch': ['api'],
  msw: ['demo'],
  vuetify: ['composables', 'components', 'operator', 'features', 'app', 'plugins'],
  vite: ['build'],
}

/**
 * Why the file may not import `source`, or undefined. Knows `import`, `export … from`, `import()` and `import('…')` types alike.
 * @param {string} file from the root of the repository, with slashes
 * @param {string} source as it is written
 * @param {boolean} isType whether only types are imported
 * @returns {string | undefined}
 */
export function importProblem(file, source, isType) {
  const [root, layer, ...inside] = file.split('/')
  if (root !== 'src' || layer === undefined || inside.length === 0) return undefined
  const allowed = layers[layer]
  if (allowed === undefined) return `src/${layer} is not in the table of layers in eslint.config.js.`
  if (/^\.+(\/.*)?\/?\.\.(\/|$)|^\.\.(\/|$)/.test(source)) return 'Reach other folders through @/.'
  if (source.startsWith('./') || source.startsWith('virtual:')) return undefined

  if (source.startsWith('@/')) {
    const [, target, name] = source.split('/')
    if (target === layer)
      return layer === 'features' && name !== inside[0]
        ? 'Features do not import each other; share through src/components or src/composables.'
        : undefined
    if (target === 'operator' && layer === 'features' && !operatorFeatures.includes(inside[0]))
      return `src/operator is for: ${operatorFeatures.join(', ')}.`
    if (allowed.includes(target) || (isType && typesOnly[layer]?.includes(source))) return undefined
    return `src/${layer} may import: ${allowed.join(', ') || 'nothing'}.`
  }

  const name = source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/')
  if (/^vuetify\/(lib\/)?components$/.test(source))
    return 'One part a path: vuetify/components/VBtn. All of them are one file otherwise.'
  if (withoutPackages.includes(layer)) return `src/${layer} imports no packages.`
  if (packages[name]?.includes(layer) === false) return `${name} belongs into: ${packages[name].join(', ')}.`
  return undefined
}

const scs = {
  rules: {
    layers: {
      create(context) {
        const file = relative(context.cwd, context.filename).split(sep).join('/')
        const check = (node, source, isType) => {
          const message = typeof source?.value === 'string' ? importProblem(file, source.value, isType) : undefined
          if (message !== undefined) context.report({ node, message })
        }
        return {
          ImportDeclaration: node => check(node, node.source, node.importKind === 'type'),
          ExportNamedDeclaration: node => check(node, node.source, node.exportKind === 'type'),
          ExportAllDeclaration: node => check(node, node.source, node.exportKind === 'type'),
          ImportExpression: node => check(node, node.source, false),
          TSImportType: node => check(node, node.source, true),
        }
      },
    },
  },
}

const takeNow = 'Take `now` (and the zone) as a parameter.'
const noClock = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'MemberExpression[object.name="Date"][property.name="now"]',
  'MemberExpression[object.name="Temporal"][property.name="Now"]',
  'MemberExpression[object.name="performance"][property.name="now"]',
  'MemberExpression[property.name="resolvedOptions"]',
].map(selector => ({ selector, message: takeNow }))
const noSurroundings = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'fetch',
  'setTimeout',
  'setInterval',
]

const configs = defineConfigWithVueTs(
  { files: ['**/*.{ts,tsx,vue,js,mjs}'] },
  { ignores: ['dist/**', 'build/**', 'coverage/**', '.cache/**', 'src/api/schema.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  pluginVue.configs['flat/recommended'],
  ...pluginVuetify.configs['flat/recommended-v4'],
  vueTsConfigs.recommendedTypeChecked,
  {
    plugins: { scs },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingAny: true, allowThrowingUnknown: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Here `this` is not used: what a factory returns may be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'scs/layers': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/component-name-in-template-casing': ['error', 'PascalCase', { registeredComponentsOnly: false }],
      'vue/define-macros-order': ['error', { order: ['defineProps', 'defineModel', 'defineEmits', 'defineSlots'] }],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-props-destructuring': 'error',
      'vue/no-bare-strings-in-template': 'error',
      'vue/no-v-html': 'error',
      // An optional prop is undefined when it is missing, and its type says so.
      'vue/require-default-prop': 'off',
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...noSurroundings.map(name => ({ name, message: 'src/domain knows no browser.' }))],
      'no-restricted-syntax': ['error', ...noClock],
    },
  },
  // Doubles answer at once where the real thing takes a while.
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/require-await': 'off' } },
  // Plain JavaScript has no types to check.
  {
    files: ['**/*.{js,mjs}'],
    extends: [vueTsConfigs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly' } },
  },
  prettier,
)

export default inOneProgram(configs)
