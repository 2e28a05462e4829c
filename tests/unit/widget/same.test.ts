import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { severityScale, type Level } from '@/domain/severity'
import { levelShape } from '@/shared/ui/levelLook'
import { lookOf, SHAPES } from '@/widget/shape'
import { COLORS } from '@/widget/styles'
import { words, type WordLanguage } from '@/widget/words'

/** The page's own texts: the first view and the page of a component. */
const texts = (language: WordLanguage) =>
  Object.assign(
    {},
    ...['', '.component'].map(
      part => JSON.parse(readFileSync(`src/i18n/${language}${part}.json`, 'utf8')) as Record<string, Record<string, string>>,
    ),
  ) as Record<string, Record<string, string>>

describe.each(['en', 'de'] as const)('the words of an element in %s', language => {
  const { own, ...shared } = words[language]

  it.each(Object.entries(shared).flatMap(([group, entries]) => Object.entries(entries).map(([key, text]) => [group, key, text])))(
    'are those of the page: %s.%s',
    (group, key, text) => {
      expect(texts(language)[group]![key]).toBe(text)
    },
  )

  it('fill in the same values in each language', () => {
    const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
    for (const [key, text] of Object.entries(own))
      expect([key, placeholders(text)]).toEqual([key, placeholders(words.en.own[key as keyof typeof own])])
  })
})

describe('the looks of an element', () => {
  const scale = severityScale(Array.from({ length: 8 }, (_, index) => ({ name: `S${index}`, value: 10 * (index + 1) })))
  const tones = new Map(scale.levels.map(level => [`${level.kind} ${level.tone}`, level]))

  it.each([...tones])('have the shape of the page: %s', (_, level: Level) => {
    expect(SHAPES[lookOf(level)]).toBe(levelShape(level))
  })

  it('are all there', () => {
    expect(new Set([...tones.values()].map(lookOf))).toEqual(new Set(Object.keys(SHAPES)))
  })

  it.each(Object.entries(COLORS))('have the colour of the page: %s', (name, [light, dark]) => {
    const tokens = readFileSync('src/app/styles/tokens.css', 'utf8')
    const [lightBlock = '', darkBlock = ''] = [...tokens.matchAll(/\[data-theme='(?:light|dark)'\] \{([^}]*)\}/g)].map(
      ([, block]) => block,
    )
    expect(lightBlock).toContain(`--${name}: ${light};`)
    expect(darkBlock).toContain(`--${name}: ${dark};`)
  })
})
