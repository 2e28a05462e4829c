import { readFileSync } from 'node:fs'
import type { Language, MessageKey } from '@/i18n/messages'

/** The page's own words, so that a test says which of them it looks for, whatever their wording is today. */
export function say(key: MessageKey, values: Record<string, string | number> = {}, language: Language = 'en'): string {
  const part = /^(manage|auth)\./.test(key) ? `${language}.manage` : language
  const file = JSON.parse(readFileSync(`src/i18n/${part}.json`, 'utf8')) as object
  const text = key.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], file) as string
  const [one = '', many] = text.split(' | ')
  const chosen = many === undefined || values['n'] === 1 ? one : many
  return chosen.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`))
}
