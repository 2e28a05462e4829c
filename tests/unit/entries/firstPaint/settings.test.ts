import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completeConfig } from '@/build/configure/inlineConfig'
import { parseConfig } from '@/config/parseConfig'
import type { ConfigInput } from '@/config/schema'
import { firstSettings } from '@/entries/firstPaint/settings'

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const link = fc.constantFrom('https://cloud.example/a', 'mailto:help@cloud.example', '/here')
const label = fc.constantFrom('region', 'tier', 'since')

/** Configurations of one provider, each key there or not. */
const configs = fc.record(
  {
    apiUrl: fc.constantFrom('https://status.example/api', './api', '/api/'),
    title: fc.constantFrom('Cloud', 'Übersicht'),
    timeZone: fc.constantFrom('local', 'utc', 'Europe/Berlin'),
    historyDays: fc.constantFrom(1, 30, 365),
    maintenancePreviewDays: fc.constantFrom(1, 90),
    unknownWeight: fc.constantFrom(0, 50),
    languages: fc.constantFrom<('en' | 'de' | 'fr')[]>(['en'], ['de', 'en'], ['fr']),
    logo: fc.constantFrom<ConfigInput['logo']>('logo.svg', { light: 'light.svg', dark: 'dark.svg' }, null),
    severities: fc.constantFrom<ConfigInput['severities']>({}, { broken: { color: '#a00000', good: false } }),
    theme: fc.record({ accent: maybe(fc.constant('#204080')), mode: maybe(fc.constantFrom('dark', 'system')) }),
    links: fc.record({ horizon: maybe(link), support: maybe(link) }),
    components: fc.record({ groupBy: maybe(label), hiddenLabels: maybe(fc.array(label)), retiredLabel: maybe(label) }),
    auth: fc.constantFrom<ConfigInput['auth']>({ mode: 'none' }, { mode: 'off' }),
  },
  { requiredKeys: ['apiUrl'] },
)

test('are those of the page, whatever the configuration leaves out', () => {
  let read = 0
  fc.assert(
    fc.property(configs, given => {
      const { config } = parseConfig(given)
      if (!config) return
      read++
      const [{ config: whole }] = config.providers
      const { logo, ...settings } = firstSettings(completeConfig(given)!)!
      expect(settings).toEqual(Object.fromEntries(Object.keys(settings).map(key => [key, whole[key as keyof typeof whole]])))
      expect(logo).toEqual(typeof whole.logo === 'string' ? { light: whole.logo, dark: whole.logo } : whole.logo)
    }),
  )
  expect(read).toBeGreaterThan(50)
})

test.each<[string, ConfigInput]>([
  ['the demo', { apiUrl: 'demo' }],
  ['hash routing', { apiUrl: '/api', routing: 'hash' }],
  ['a login before reading', { apiUrl: '/api', auth: { mode: 'none', readsNeedLogin: true } }],
  ['several providers', { providers: [{ id: 'a', name: 'A', apiUrl: '/a' }] }],
])('make first paint step aside for %s', (_, given) => {
  expect(firstSettings(completeConfig(given)!)).toBeNull()
})
