import { readdirSync, readFileSync } from 'node:fs'
import { formatText } from '@/i18n/formatText'
import type { Language, MessageKey } from '@/i18n/messages'

const files = new Map<Language, object[]>()

function textsOf(language: Language): object[] {
  const known = files.get(language)
  if (known) return known
  const names = readdirSync('src/i18n').filter(file => file.startsWith(`${language}.`))
  const read = names.map(file => JSON.parse(readFileSync(`src/i18n/${file}`, 'utf8')) as object)
  files.set(language, read)
  return read
}

/** The page's own words, so that a test says which of them it looks for, whatever their wording is today. */
export function say(key: MessageKey, values: Record<string, string | number> = {}, language: Language = 'en'): string {
  const found = textsOf(language).map(file =>
    key.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], file),
  )
  return formatText(found.find(value => typeof value === 'string') as string, values, language)
}
