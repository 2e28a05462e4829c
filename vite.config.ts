import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

import { toolSetup } from './src/build/cli/toolSetup.mjs'
import { apiProxy, runtimeConfig } from './src/build/config.ts'
import { errorPage } from './src/build/errorPage.ts'
import { firstPaint } from './src/build/firstPaint.ts'
import { inlineEntry } from './src/build/entryScript.ts'
import { paletteStyles } from './src/build/paletteStyles.ts'
import { sourceManifest } from './src/build/sourceManifest.ts'
import { leanVuetify } from './src/build/leanVuetify.ts'
import { versionStamp } from './src/build/versionStamp.ts'
import { widgetScript } from './src/build/widgetScript.ts'

const apiUrl = process.env.STATUS_API_URL
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
// In a zone of half hours and odd summer times, so that nothing takes a day for 24 hours or the visitor's zone for UTC.
const TZ = 'Australia/Lord_Howe'
const support = (...names: string[]) => names.map(name => `tests/support/${name}.ts`)
// Files of a worker share one module graph: nothing of ours remembers one test when the next one begins.
const isolate = false
// In Node the pieces of the status become HTML, as the command draws them.
const asCommand = { resolve: { alias: [{ find: '#h', replacement: at('src/cli/html.ts') }] } }
const project = (name: string, environment: 'node' | 'happy-dom') => ({
  extends: true as const,
  ...(environment === 'node' && asCommand),
  test: {
    name,
    environment,
    isolate,
    // It imports its style sheets.
    server: { deps: { inline: ['vuetify'] } },
    include: [`tests/${name}/**/*.test.ts`],
    setupFiles: support('quiet', 'temporal', ...(environment === 'node' ? [] : ['dom'])),
    env: { TZ },
    testTimeout: 20_000,
  },
})
// Drives a real Chromium against dist/ from Node.
const browserProject = (name: string, include: string) => ({
  extends: true as const,
  ...asCommand,
  test: {
    name,
    environment: 'node' as const,
    isolate,
    include: [include],
    globalSetup: 'tests/support/browser/globalSetup.ts',
    setupFiles: support('browser/setup'),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // For busy machines: nothing waits for it in vain.
    expect: { poll: { timeout: 10_000 } },
  },
})

export default defineConfig({
  base: './',
  plugins: [
    vue(),
    runtimeConfig(apiUrl),
    versionStamp(),
    inlineEntry(),
    firstPaint(),
    errorPage(),
    paletteStyles(),
    leanVuetify(),
    widgetScript(),
    sourceManifest(),
  ],
  oxc: toolSetup.oxc,
  // Every browser that runs the page knows module preloads.
  build: {
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The path of an icon stands where it is used: all icons are one module, and a module is in one chunk only.
      optimization: { inlineConst: { mode: 'all', pass: 1 } },
      output: {
        codeSplitting: {
          groups: [
            // What the first view needs; Vuetify's share apart, whose styles are not those of first paint.
            { name: 'kit', test: /node_modules\/@?vuetify/, tags: ['$initial'] },
            { name: 'page', tags: ['$initial'] },
            // What the page asks for as soon as it stands.
            {
              name: 'idle',
              test: /\/(?:Header(?:Tools|Menus)|ComponentTools|PhoneNavigation|LateNotices|StatusCalls|NoMatch|DayPopover)\.vue/,
            },
          ],
        },
      },
    },
  },
  define: { ...toolSetup.define, __VUE_OPTIONS_API__: false, __VUE_PROD_DEVTOOLS__: false },
  server: { proxy: apiProxy(apiUrl) },
  // What is imported lazily would be found late, and the first visit in development would load twice.
  optimizeDeps: { include: ['msw', 'sortablejs', 'oidc-client-ts', 'marked', 'dompurify', 'temporal-polyfill/global'] },
  resolve: {
    alias: [
      { find: '@', replacement: at('src') },
      // What the pieces of the status are made by: here they are parts of Vue's tree.
      { find: '#h', replacement: 'vue' },
      // msw reads cookies by a library that is most of its weight, and that the demo server has no use for.
      { find: /^\.\.\/cookieStore\.mjs$/, replacement: at('src/demo/mswCookieStore.stub.ts') },
    ],
  },
  test: {
    maxWorkers: 2,
    projects: [
      project('unit', 'node'),
      project('component', 'happy-dom'),
      project('app', 'happy-dom'),
      // Every fault with every read and every write: the quick run has two of each.
      project('matrix', 'happy-dom'),
      // A day of polling, told by a clock that is not the machine's.
      project('soak', 'happy-dom'),
      // Every page once, in the quick run; the rest is of the full one.
      browserProject('pages', 'tests/browser/pages/**/*.test.ts'),
      browserProject('browser', 'tests/browser/*.test.ts'),
    ],
  },
})
