import { expect, it } from 'vitest'
import { createFormat } from '@/i18n/timeFormat'
import { createFormat as createWidgetFormat } from '@/entries/widget/format'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const page = (locale: string) => createFormat({ locale: () => locale, zone: () => 'UTC', now: () => NOW })

it.each([
  [0, 'less than a minute ago', 'vor weniger als einer Minute', 'il y a moins d’une minute'],
  [-59_999, 'less than a minute ago', 'vor weniger als einer Minute', 'il y a moins d’une minute'],
  [-60_000, '1 minute ago', 'vor 1 Minute', 'il y a 1 minute'],
  [-3 * 3_600_000, '3 hours ago', 'vor 3 Stunden', 'il y a 3 heures'],
])('an answer that came %i ms from now is never told as of now', (ms, inEnglish, inGerman, inFrench) => {
  expect(['en-GB', 'de-DE', 'fr-FR'].map(locale => page(locale).ago(NOW + ms))).toEqual([inEnglish, inGerman, inFrench])
  expect([createWidgetFormat('en', NOW).ago(NOW + ms), createWidgetFormat('de', NOW).ago(NOW + ms)]).toEqual([
    inEnglish,
    inGerman,
  ])
})
