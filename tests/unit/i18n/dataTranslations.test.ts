import { expect, it } from 'vitest'
import { createDataNames } from '@/i18n/dataTranslations'
import { buildConfig } from '../../support/config'

const config = buildConfig({
  severities: { broken: { label: { en: 'Broken', de: 'Ausgefallen' } }, limited: { weight: 0 } },
  phases: { Investigating: { de: 'Wird untersucht' } },
  impactTypes: { Outage: 'Totalausfall' },
  labels: { region: { label: { de: 'Gegend' }, values: { north: 'Oben', south: { en: 'Below' } } } },
})

it.each([
  ['en', 'Broken', 'Investigating', ['region', 'Oben, Below']],
  ['de', 'Ausgefallen', 'Wird untersucht', ['Gegend', 'Oben, south']],
  ['fr', 'broken', 'Investigating', ['region', 'Oben, south']],
])('are those of the configuration in this language, else those of the server: %s', (language, severity, phase, words) => {
  const names = createDataNames(config, () => language)
  expect(names.severity('broken')).toBe(severity)
  expect(names.phase('Investigating')).toBe(phase)
  expect(names.impactType('Outage')).toBe('Totalausfall')
  expect(names.labelWords('region', 'north,south')).toEqual(words)
})

it.each(['constructor', '__proto__', 'toString', 'Other'])('are those of the server where nothing else is said: %s', name => {
  const names = createDataNames(config, () => 'en')
  expect([names.severity(name), names.phase(name), names.impactType(name)]).toEqual([name, name, name])
  expect([names.severity('limited'), ...names.labelWords(name, name)]).toEqual(['limited', name, name])
})
