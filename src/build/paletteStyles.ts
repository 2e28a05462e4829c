import type { Plugin } from 'vite'
// eslint-disable-next-line scs/layers -- Vite reads this file before it knows the alias.
import {
  channelsOf,
  COLOR_SCHEMES,
  NEUTRAL_COLORS,
  ownColors,
  PALETTES,
  type Colors,
  type ColorScheme,
  type Palette,
} from '../theme/palette.ts'

const ID = 'virtual:palette.css'

const selectorOf = (scheme: ColorScheme, palette: Palette) => {
  if (palette !== 'default') return `[data-theme='${scheme}'][data-palette='${palette}']`
  return scheme === 'light' ? `:root,\n[data-theme='light']` : `[data-theme='${scheme}']`
}

/** The states by the names that Vuetify's parts ask for. */
const VUETIFY_STATES = { error: 'tone-3', warning: 'tone-1', info: 'maintenance', success: 'good' } as const

/** Grounds, texts and lines as Vuetify's variables, from which the page takes them (styles/tokens.css); states as they are. */
export function declarations(colors: Partial<Colors>): string[] {
  const isNeutral = (name: string) => (NEUTRAL_COLORS as readonly string[]).includes(name)
  const own = Object.entries(colors).map(([name, color]) =>
    isNeutral(name) ? `--v-theme-${name}: ${channelsOf(color)}` : `--${name}: ${color}`,
  )
  const states = Object.entries(VUETIFY_STATES).flatMap(([name, state]) => {
    const color = colors[state]
    return color ? [`--v-theme-${name}: ${channelsOf(color)}`] : []
  })
  return [...own, ...states]
}

/** The colours of all palettes as custom properties, by the attributes of the root; light is what holds without any. */
export const paletteCss = (): string =>
  PALETTES.flatMap(palette =>
    COLOR_SCHEMES.map(scheme => {
      const lines = declarations(ownColors(scheme, palette))
      if (palette === 'default') lines.unshift(`color-scheme: ${scheme}`)
      const rule = `${selectorOf(scheme, palette)} {\n${lines.map(line => `  ${line};\n`).join('')}}\n`
      // Paper is light.
      return scheme === 'dark' ? `@media not print {\n${rule}}\n` : rule
    }),
  ).join('')

/** Gives the page its colours as a style sheet: `import 'virtual:palette.css'`. */
export function paletteStyles(): Plugin {
  return {
    name: 'scs-status:palette-styles',
    resolveId: id => (id === ID ? `\0${ID}` : undefined),
    load: id => (id === `\0${ID}` ? paletteCss() : undefined),
  }
}
