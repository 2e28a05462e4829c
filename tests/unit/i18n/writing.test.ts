import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isWrittenLink, writtenText, type WrittenText } from '@/i18n/writing'

type Written = Record<WrittenText, string>
const LANGUAGES = ['en', 'de', 'fr'] as const
const textsOf = (language: string) => JSON.parse(readFileSync(`src/i18n/writing/${language}.json`, 'utf8')) as Written
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
const english = textsOf('en')

describe.each(LANGUAGES)('what is written in %s', language => {
  const texts = textsOf(language)

  it('has all texts in their order, with their values', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(english))
    for (const key of Object.keys(english) as WrittenText[]) expect(placeholders(texts[key])).toEqual(placeholders(english[key]))
  })

  it('is plain', () => {
    expect(
      Object.values(texts).filter(text => text !== text.trim() || /!|\p{Extended_Pictographic}|\.\.\.|"/u.test(text)),
    ).toEqual([])
  })

  it.each(['continues', 'splitFrom', 'seeAlso'] as const)('is known again as a link: %s', key => {
    const link = writtenText(language, key, { title: 'API (a.b) [x]', address: 'https://a.example/incidents/1?x=1' })
    expect(isWrittenLink(link)).toBe(true)
    expect(isWrittenLink(`${link} And more.`)).toBe(false)
  })
})

it('is used, every one of them', () => {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(path => /\.(ts|vue)$/.test(path))
  const sources = paths.map(path => readFileSync(`src/${path}`, 'utf8')).join('')
  expect(Object.keys(english).filter(key => !sources.includes(`'${key}'`))).toEqual([])
})

it('leaves texts of operators alone', () => {
  expect(isWrittenLink('Continues tomorrow.')).toBe(false)
  expect(isWrittenLink('See also the documentation.')).toBe(false)
})
