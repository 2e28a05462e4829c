import type { Plugin } from 'vite'

// Vuetify's helper package looks `currentInstance` up in all of Vue under a computed key, for Vue's vapor mode, which the page does
// not use. That keeps every export of Vue in the bundle. The same two functions on `getCurrentInstance` alone do.
const MODULE = /@vuetify\/v0\/dist\/utilities\/instance\.mjs$/
const CODE = `import { getCurrentInstance } from 'vue'
export const instanceExists = () => getCurrentInstance() !== null
export const instanceName = () => getCurrentInstance()?.type?.name
`

/** Lets the bundler drop what nobody uses of Vue (more than 10 kB). A test fails when Vuetify's module changes. */
export function leanVuetifyInstance(): Plugin {
  return {
    name: 'scs-status:lean-vuetify-instance',
    enforce: 'pre',
    load: id => (MODULE.test(id.split('?')[0]!) ? CODE : undefined),
  }
}
