import type { Plugin } from 'vite'
// eslint-disable-next-line scs/layers -- Vite reads this file before it knows the alias.
import { COLOR_SCHEMES, ownColors, PALETTES, type ColorScheme, type Palette } from '../../theme/palette.ts'

const ID = 'virtual:palette.css'

const selectorOf = (scheme: ColorScheme, palette: Palette) => {
  if (palette !== 'default') return `[data-theme='${scheme}'][data-palette='${palette}']`
  return scheme === 'light' ? `:root,\n[data-theme='light']` : `[data-theme='${scheme}']`
}

/** The colours of all palettes as custom properties, by the attributes of the root; light is what holds without any. */
export const paletteCss = (): string =>
  PALETTES.flatMap(palette =>
    COLOR_SCHEMES.map(scheme => {
      const colors = Object.entries(ownColors(scheme, palette)).map(([name, color]) => `  --${name}: ${color};\n`)
      const colorScheme = palette === 'default' ? `  color-scheme: ${scheme};\n` : ''
      return `${selectorOf(scheme, palette)} {\n${colorScheme}${colors.join('')}}\n`
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
