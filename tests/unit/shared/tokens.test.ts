import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PAPER } from '@/look/accent'
import { contrast } from '@/look/contrast'
import { buildConfig } from '../../support/config'

const source = readFileSync(new URL('../../../src/app/styles/tokens.css', import.meta.url), 'utf8')
const STATES = ['good', 'maintenance', 'tone-1', 'tone-2', 'tone-3', 'tone-4', 'unknown'] as const
const THEMES = ['light', 'dark'] as const
const PALETTES = ['default', 'colour-blind', 'high-contrast'] as const

interface Rule {
  readonly selectors: readonly string[]
  readonly colors: Readonly<Record<string, string>>
}

const rules: Rule[] = [...source.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(
  ([, head = '', body = '']) => ({
    selectors: head.split(',').map(selector => selector.trim()),
    colors: Object.fromEntries(
      [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\s*;/gi)].map(([, name = '', color = '']) => [name, color]),
    ),
  }),
)

/** The colours of a theme in a palette, by the cascade: what names more attributes wins, then what stands later. */
function colorsOf(theme: string, palette: string): Readonly<Record<string, string>> {
  const attributes = [`[data-theme='${theme}']`, `[data-palette='${palette}']`]
  const weight = (selector: string) => {
    if (selector === ':root') return 1
    const parts = selector.match(/\[[^\]]+\]/g) ?? []
    return parts.length && parts.join('') === selector && parts.every(part => attributes.includes(part)) ? parts.length : 0
  }
  const matching = rules.map(({ selectors, colors }) => ({ weight: Math.max(...selectors.map(weight)), colors }))
  return Object.assign({}, ...[1, 2].flatMap(wanted => matching.filter(rule => rule.weight === wanted).map(rule => rule.colors)))
}

const blocks = THEMES.flatMap(theme => PALETTES.map(palette => [theme, palette, colorsOf(theme, palette)] as const))

/** What `color-mix(in srgb, state 9%, paper)` gives: the ground of the banner. */
function tint(state: string, paper: string): string {
  const channels = (color: string) => [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16))
  const ground = channels(paper)
  const mixed = channels(state).map((channel, index) => Math.round(channel * 0.09 + ground[index]! * 0.91))
  return `#${mixed.map(channel => channel.toString(16).padStart(2, '0')).join('')}`
}

/** The pairs that fall short, told so that one can mend them. */
const below = (ratio: number, pairs: readonly (readonly [name: string, color: string, ground: string])[]) =>
  pairs
    .filter(([, color, ground]) => contrast(color, ground) < ratio)
    .map(([name, color, ground]) => `${name}: ${color} on ${ground} is ${contrast(color, ground).toFixed(2)}`)

it('finds every colour in every theme and palette', () => {
  for (const [, , colors] of blocks) {
    expect(Object.keys(colors)).toEqual(expect.arrayContaining(['paper', 'paper-2', 'ink', 'ink-2', 'control', ...STATES]))
  }
  expect(new Set(blocks.map(([, , colors]) => JSON.stringify(colors))).size).toBe(6)
})

describe.each(blocks)('the colours, %s, %s', (_, __, colors) => {
  const {
    paper,
    'paper-2': paper2,
    ink,
    'ink-2': ink2,
    control,
  } = colors as Record<string, string> & Record<'paper' | 'paper-2' | 'ink' | 'ink-2' | 'control', string>
  const states = STATES.map(name => [name, colors[name]!] as const)

  it('of text are readable on both papers', () => {
    const pairs = [paper, paper2].flatMap(ground => [['ink', ink, ground] as const, ['ink-2', ink2, ground] as const])
    expect(below(4.5, pairs)).toEqual([])
  })

  it('of states are readable as text', () => {
    expect(
      below(
        4.5,
        states.map(([name, color]) => [name, color, paper]),
      ),
    ).toEqual([])
  })

  it('of text are readable on the banner of every state', () => {
    const pairs = states.flatMap(([name, color]) => [
      [`ink on ${name}`, ink, tint(color, paper)] as const,
      [`ink-2 on ${name}`, ink2, tint(color, paper)] as const,
    ])
    expect(below(4.5, pairs)).toEqual([])
  })

  it('of a state’s shape stand out from its own banner', () => {
    expect(
      below(
        3,
        states.map(([name, color]) => [name, color, tint(color, paper)]),
      ),
    ).toEqual([])
  })

  it('of controls stand out from both papers', () => {
    expect(
      below(
        3,
        [paper, paper2].map(ground => ['control', control, ground]),
      ),
    ).toEqual([])
  })

  it('of states differ from each other', () => {
    expect(new Set(states.map(([, color]) => color.toLowerCase())).size).toBe(STATES.length)
  })
})

it('of the default accent are readable as they are on light', () => {
  expect(below(4.5, [['accent', buildConfig().theme.accent, PAPER.light]])).toEqual([])
})

it('are the backgrounds that the code computes contrast with', () => {
  for (const theme of THEMES) expect(PAPER[theme]).toBe(colorsOf(theme, 'default')['paper'])
})
