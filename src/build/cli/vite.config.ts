import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { toolSetup } from './toolSetup.mjs'

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** The command as plain JavaScript for Node 20 that needs no package: `npm run build:cli`. */
export default defineConfig({
  ...toolSetup,
  root: at('.'),
  publicDir: false,
  resolve: {
    alias: {
      ...toolSetup.resolve.alias,
      // What Node would take holds a compiler of templates that nothing here has.
      vue: 'vue/dist/vue.runtime.esm-bundler.js',
    },
  },
  define: {
    ...toolSetup.define,
    'process.env.NODE_ENV': '"production"',
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
  },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: at('build'),
    emptyOutDir: true,
    rolldownOptions: {
      // The texts of the page are loaded one by one there; here they are all at hand.
      checks: { ineffectiveDynamicImport: false },
      input: { 'scs-status': at('src/cli/main.ts') },
      output: { entryFileNames: '[name].mjs' },
    },
  },
})
