import { expect, it } from 'vitest'
import { NOTHING_KNOWN, type Known } from '@/entries/widget/known'
import { readSettings } from '@/entries/widget/settings'
import { widgetStateOf } from '@/entries/widget/widgetState'
import { component } from '../../domain/builders'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const read = { readAt: NOW, error: null, failingSince: null, invalidCount: 0 }
const known: Known = {
  ...NOTHING_KNOWN,
  components: ['Berlin', 'Dresden'].map(region => component({ id: region, name: 'Storage', labels: { region, old: region } })),
  parts: { components: read, incidents: read, severities: read },
}
const settingsOf = (attributes: Record<string, string>) =>
  readSettings(name => new Map(Object.entries({ api: 'https://a.test', ...attributes })).get(name) ?? null, 'https://a.test/')

it('an element tells components of one name apart, each alone and in a list', () => {
  const names = widgetStateOf(known, settingsOf({ look: 'list' }), NOW, 'en').components.map(({ name }) => name)
  expect(new Set(names).size).toBe(2)
  expect(names.every(name => /^Storage \((Berlin|Dresden)\)$/.test(name))).toBe(true)
  expect(widgetStateOf(known, settingsOf({ component: 'Dresden' }), NOW, 'en').name).toBe('Storage (Dresden)')
})
