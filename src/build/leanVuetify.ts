import type { Plugin } from 'vite'

/** A module of Vuetify that brings what the page never uses, and what stands in for it. */
interface StandIn {
  readonly module: RegExp
  readonly code: string
}

export const standIns = {
  // Looks `currentInstance` up in all of Vue under a computed key, for Vue's vapor mode: every export of Vue would stay in the bundle.
  instance: {
    module: /@vuetify\/v0\/dist\/utilities\/instance\.mjs$/,
    code: `import { getCurrentInstance } from 'vue'
export const instanceExists = () => getCurrentInstance() !== null
export const instanceName = () => getCurrentInstance()?.type?.name
`,
  },
  // Colours are a style sheet of the build (theme/palette): with `theme: false` nothing is left of themes but that there is none.
  theme: {
    module: /vuetify\/lib\/composables\/theme\.js$/,
    code: `import { inject, shallowRef } from 'vue'
import { propsFactory } from '../util/propsFactory.js'
export const ThemeSymbol = Symbol.for('vuetify:theme')
export const makeThemeProps = propsFactory({ theme: String }, 'theme')
export const createTheme = options => {
  if (options !== false) throw new Error('Themes are left out of the build (leanVuetify)')
  return { isDisabled: true, name: shallowRef('light'), themeClasses: shallowRef(), install: () => undefined }
}
export const useTheme = () => inject(ThemeSymbol)
export const provideTheme = useTheme
`,
  },
  // The page's texts come by an adapter of its own (plugins/vuetify).
  locale: {
    module: /vuetify\/lib\/locale\/adapters\/vuetify\.js$/,
    code: `export const createVuetifyAdapter = () => {
  throw new Error('Texts of Vuetify are left out of the build (leanVuetify)')
}
`,
  },
  // Without the names of an icon font: the page gives aliases and a set of its own (plugins/vuetifyIcons).
  icons: {
    module: /vuetify\/lib\/icons\.js$/,
    code: `import { VSvgIcon } from './composables/icons.js'
export const createIcons = options => ({ ...options, sets: { svg: { component: VSvgIcon }, ...options.sets } })
`,
  },
  // No line of progress of the page is wavy.
  waves: {
    module: /vuetify\/lib\/components\/VProgressLinear\/waves\.js$/,
    code: `export const hasWave = () => false
export const linearWavePath = () => ''
export const circularWavePath = () => ''
`,
  },
  wavy: {
    module: /vuetify\/lib\/components\/VProgressLinear\/wavy\.js$/,
    code: `import { shallowRef } from 'vue'
export const WAVE_AMPLITUDE = 3
export const useWavy = () => ({ geometry: shallowRef(), svgEl: shallowRef(), waveEl: shallowRef() })
`,
  },
  // Menus, lists of choices and dialogs fade in the time that the page says (plugins/vuetify.css). Vuetify's own way moves them by
  // script, also for somebody who asked for less motion, and they take no pointer meanwhile.
  dialogTransition: {
    module: /vuetify\/lib\/components\/transitions\/dialog-transition\.js$/,
    code: `import { h, Transition } from 'vue'
export const makeVDialogTransitionProps = () => ({})
export const VDialogTransition = Object.assign(
  ({ target, ...props }, { slots }) => h(Transition, { name: 'fade-transition', ...props }, slots),
  { inheritAttrs: false },
)
`,
  },
} satisfies Record<string, StandIn>

// A chip looks for a group around it by keys that the groups export, with all that they are made of.
const CHIP = /vuetify\/lib\/components\/VChip\/VChip\.js$/
const GROUP_KEY = /import \{ V(Chip|Slide)GroupSymbol \} from "[^"]+";/g
const withKeysOnly = (code: string) =>
  code.replace(GROUP_KEY, (_, name: string) => `const V${name}GroupSymbol = Symbol.for('vuetify:v-${name.toLowerCase()}-group');`)

/** Lets the bundler drop what nobody uses (more than 20 kB). Tests fail when Vuetify's modules change. */
export function leanVuetify(): Plugin {
  return {
    name: 'scs-status:lean-vuetify',
    enforce: 'pre',
    load: id => Object.values(standIns).find(({ module }) => module.test(pathOf(id)))?.code,
    transform: (code, id) => (CHIP.test(pathOf(id)) ? { code: withKeysOnly(code), map: null } : null),
  }
}

const pathOf = (id: string) => id.split('?')[0]!
