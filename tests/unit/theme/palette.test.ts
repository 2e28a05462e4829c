import { describe, expect, it } from 'vitest'
import { paletteCss } from '@/build/paletteStyles'
import { contrast } from '@/theme/contrast'
import { channelsOf, HARDEST_GROUNDS, COLOR_SCHEMES, colorsOf, NEUTRAL_COLORS, PALETTES, STATE_COLORS } from '@/theme/palette'
import { buildConfig } from '../../support/config'

const all = COLOR_SCHEMES.flatMap(scheme => PALETTES.map(palette => [scheme, palette, colorsOf(scheme, palette)] as const))

/** What `color-mix(in srgb, state 9%, ground)` gives: the ground of a notice. */
function tint(state: string, ground: string): string {
  const channels = (color: string) => [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16))
  const under = channels(ground)
  const mixed = channels(state).map((channel, index) => Math.round(channel * 0.09 + under[index]! * 0.91))
  return `#${mixed.map(channel => channel.toString(16).padStart(2, '0')).join('')}`
}

/** The pairs that fall short, told so that one can mend them. */
const below = (ratio: number, pairs: readonly (readonly [name: string, color: string, ground: string])[]) =>
  pairs
    .filter(([, color, ground]) => contrast(color, ground) < ratio)
    .map(([name, color, ground]) => `${name}: ${color} on ${ground} is ${contrast(color, ground).toFixed(2)}`)

it('has every colour in every scheme and palette, and no two palettes are the same', () => {
  for (const [, , colors] of all) {
    expect(Object.keys(colors).sort()).toEqual([...NEUTRAL_COLORS, ...STATE_COLORS].sort())
    for (const color of Object.values(colors)) expect(color).toMatch(/^#[\da-f]{6}$/)
  }
  expect(new Set(all.map(([, , colors]) => JSON.stringify(colors))).size).toBe(6)
})

describe.each(all)('the colours, %s, %s', (_, __, colors) => {
  const grounds = (['background', 'surface'] as const).map(name => [name, colors[name]] as const)
  const texts = (['on-surface', 'on-surface-variant'] as const).map(name => [name, colors[name]] as const)
  const states = STATE_COLORS.map(name => [name, colors[name]] as const)
  const on = (named: readonly (readonly [string, string])[]) =>
    grounds.flatMap(([ground, under]) => named.map(([name, color]) => [`${name} on ${ground}`, color, under] as const))

  it('of text are readable on every ground', () => {
    expect(below(4.5, on(texts))).toEqual([])
  })

  it('of states are readable as text on every ground', () => {
    expect(below(4.5, on(states))).toEqual([])
  })

  it('of text are readable on the tint of every state', () => {
    const pairs = states.flatMap(([state, color]) =>
      grounds.flatMap(([, ground]) => texts.map(([name, text]) => [`${name} on ${state}`, text, tint(color, ground)] as const)),
    )
    expect(below(4.5, pairs)).toEqual([])
  })

  it('of a state’s shape stand out from its own tint', () => {
    const pairs = states.flatMap(([state, color]) => grounds.map(([, ground]) => [state, color, tint(color, ground)] as const))
    expect(below(3, pairs)).toEqual([])
  })

  it('of controls stand out from every ground', () => {
    expect(below(3, on([['outline', colors.outline]]))).toEqual([])
  })

  it('of states differ from each other', () => {
    expect(new Set(states.map(([, color]) => color)).size).toBe(STATE_COLORS.length)
  })
})

it('of the default accent are readable as they are on light', () => {
  expect(below(4.5, [['accent', buildConfig().theme.accent, HARDEST_GROUNDS.light]])).toEqual([])
})

it('are given to the page as custom properties: light without any attribute, each palette by the attributes of the root', () => {
  const css = paletteCss()
  expect(css).toMatch(/^:root,\n\[data-theme='light'\] \{/)
  const blocks = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim(),
    body,
  }))
  for (const [scheme, palette, colors] of all) {
    const own = blocks.filter(({ selector }) =>
      [`[data-theme='${scheme}']`, `[data-theme='${scheme}'][data-palette='${palette}']`].some(one =>
        selector.split(',\n').includes(one),
      ),
    )
    const lastOf = (name: string) =>
      own.flatMap(({ body }) => [...body.matchAll(new RegExp(`--${name}: (.+);`, 'g'))].map(([, value]) => value)).at(-1)
    for (const name of STATE_COLORS) expect([scheme, palette, name, lastOf(name)]).toEqual([scheme, palette, name, colors[name]])
    for (const name of NEUTRAL_COLORS)
      expect([scheme, palette, name, lastOf(`v-theme-${name}`)]).toEqual([scheme, palette, name, channelsOf(colors[name])])
    expect([scheme, palette, lastOf('v-theme-error')]).toEqual([scheme, palette, channelsOf(colors['tone-3'])])
  }
})
