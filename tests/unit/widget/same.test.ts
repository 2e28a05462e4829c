import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
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
