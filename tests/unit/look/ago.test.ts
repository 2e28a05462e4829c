import { expect, it } from 'vitest'
import { createFormat } from '@/look/timeFormat'
import { createFormat as createWidgetFormat } from '@/widget/format'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const page = (locale: string) => createFormat({ locale: () => locale, zone: () => 'UTC', now: () => NOW })

it.each([
  [0, 'less than a minute ago', 'vor weniger als einer Minute'],
  [-59_999, 'less than a minute ago', 'vor weniger als einer Minute'],
  [-60_000, '1 minute ago', 'vor 1 Minute'],
  [-3 * 3_600_000, '3 hours ago', 'vor 3 Stunden'],
])('an answer that came %i ms from now is never told as of now', (ms, inEnglish, inGerman) => {
  expect([page('en-GB').ago(NOW + ms), page('de-DE').ago(NOW + ms)]).toEqual([inEnglish, inGerman])
  expect([createWidgetFormat('en', NOW).ago(NOW + ms), createWidgetFormat('de', NOW).ago(NOW + ms)]).toEqual([
    inEnglish,
    inGerman,
  ])
})
