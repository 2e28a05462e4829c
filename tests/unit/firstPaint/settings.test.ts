import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseConfig } from '@/config/parseConfig'
import type { ConfigInput } from '@/config/schema'
import { firstSettings } from '@/firstPaint/settings'

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
    languages: fc.constantFrom<('en' | 'de')[]>(['en'], ['de', 'en']),
    logo: fc.constantFrom<ConfigInput['logo']>('logo.svg', { light: 'light.svg', dark: 'dark.svg' }, null),
    severities: fc.constantFrom<ConfigInput['severities']>({}, { broken: { color: '#a00000', good: false } }),
    theme: fc.record({ accent: maybe(fc.constant('#204080')), mode: maybe(fc.constantFrom('dark', 'system')) }),
    links: fc.record({ horizon: maybe(link), support: maybe(link) }),
    components: fc.record({ groupBy: maybe(label), hiddenLabels: maybe(fc.array(label)), retiredLabel: maybe(label) }),
    auth: fc.constantFrom<ConfigInput['auth']>({ mode: 'none' }, { mode: 'off' }),
  },
  { requiredKeys: ['apiUrl'] },
)

test('reads every configuration as the page does, with the same defaults', () => {
  let read = 0
  fc.assert(
    fc.property(configs, given => {
      const json: unknown = JSON.parse(JSON.stringify(given))
      const { config } = parseConfig(json)
      if (!config) return
      read++
      const [{ config: whole }] = config.providers
      const { languages, logo, authMode, ...settings } = firstSettings(json)!
      expect(settings).toEqual(Object.fromEntries(Object.keys(settings).map(key => [key, whole[key as keyof typeof whole]])))
      expect(languages).toEqual(config.languages)
      expect(logo).toEqual(typeof whole.logo === 'string' ? { light: whole.logo, dark: whole.logo } : whole.logo)
      expect(authMode).toBe(whole.auth.mode)
    }),
  )
  expect(read).toBeGreaterThan(50)
})

test.each([
  ['the demo', { apiUrl: 'demo' }],
  ['hash routing', { apiUrl: '/api', routing: 'hash' }],
  ['a login before reading', { apiUrl: '/api', auth: { mode: 'oidc', readsNeedLogin: true } }],
  ['several providers', { providers: [{ name: 'a', apiUrl: '/a' }] }],
  ['no server', {}],
  ['what is no object', ['/api']],
  ['a wrong kind of value', { apiUrl: '/api', historyDays: 'many' }],
  ['a broken part', { apiUrl: '/api', components: null }],
])('steps aside for %s', (_, given) => {
  expect(firstSettings(given)).toBeNull()
})
