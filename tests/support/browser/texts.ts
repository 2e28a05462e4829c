import { readFileSync } from 'node:fs'
import type { Language, MessageKey } from '@/i18n/messages'

/** The files of texts that are not in the first view, by their first keys. */
const PARTS = { following: /^(following|notification)\./, manage: /^(manage|auth)\./ }

/** The page's own words, so that a test says which of them it looks for, whatever their wording is today. */
export function say(key: MessageKey, values: Record<string, string | number> = {}, language: Language = 'en'): string {
  const part = Object.entries(PARTS).find(([, keys]) => keys.test(key))?.[0]
  const file = JSON.parse(readFileSync(`src/i18n/${[language, part].filter(Boolean).join('.')}.json`, 'utf8')) as object
  const text = key.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], file) as string
  const [one = '', many] = text.split(' | ')
  const chosen = many === undefined || values['n'] === 1 ? one : many
  return chosen.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`))
}
