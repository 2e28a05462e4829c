import { declarations } from '@/build/paletteStyles'
import type { Config } from '@/config/schema'
import { accent, levelColors } from '@/theme/accent'
import { channelsOf, colorsOf, type ColorScheme } from '@/theme/palette'

/** A severity's colour differs between light and dark: pieces are given the name of a property, which each scheme sets. */
const propertyOf = (index: number) => `--severity-${index}`

/** What stands for the colours of severities that the configuration colours, by display name. */
export function colorNames({ severities, theme }: Config): Record<string, string> {
  if (theme.palette !== 'default') return {}
  const names = Object.keys(levelColors(severities, 'light')).concat(Object.keys(levelColors(severities, 'dark')))
  return Object.fromEntries([...new Set(names)].map((name, index) => [name, `var(${propertyOf(index)})`]))
}

function ownColors(config: Config, scheme: ColorScheme): string[] {
  const colors = levelColors(config.severities, scheme)
  const names = Object.keys(colorNames(config))
  return [
    `--v-theme-primary:${channelsOf(accent(config, scheme))}`,
    ...names.flatMap((name, index) => (colors[name] ? [`${propertyOf(index)}:${colors[name]}`] : [])),
  ]
}

/**
 * The colours of a page that no script has told its scheme (`data-theme`): that of the reader's system, or the configured one. With a
 * script, the page's own rules win.
 */
export function schemeStyles(config: Config): string {
  const { mode, palette } = config.theme
  const first = mode === 'dark' ? 'dark' : 'light'
  const untold = ':root:not([data-theme])'
  const rule = (selector: string, lines: readonly string[]) => `${selector}{${lines.join(';')}}`
  const whole = (scheme: ColorScheme) => [`color-scheme:${scheme}`, ...declarations(colorsOf(scheme, palette))]
  return [
    rule(':root', ownColors(config, first)),
    rule(`[data-theme='light']`, ownColors(config, 'light')),
    // Paper is light.
    `@media not print{${rule(`[data-theme='dark']`, ownColors(config, 'dark'))}}`,
    ...(mode === 'system'
      ? [
          rule(untold, whole('light')),
          rule(`${untold} .brand .on-dark`, ['display:none']),
          `@media screen and (prefers-color-scheme:dark){${rule(untold, [...whole('dark'), ...ownColors(config, 'dark')])}${rule(
            `${untold} .brand .on-light`,
            ['display:none'],
          )}${rule(`${untold} .brand .on-dark`, ['display:block'])}}`,
        ]
      : []),
  ].join('\n')
}

/** What the root element says of its colours, as the page would set it; undefined = nothing. */
export const rootScheme = ({ theme: { mode, palette } }: Config) => ({
  'data-theme': mode === 'system' ? undefined : mode,
  'data-palette': palette === 'default' ? undefined : palette,
})
