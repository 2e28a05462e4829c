import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Incident } from '@/domain/incident/incident'
import { NOTHING_KNOWN, PARTS, type Known, type PartState } from '@/entries/widget/known'
import { readSettings } from '@/entries/widget/settings'
import { widgetStateOf } from '@/entries/widget/widgetState'
import { viewOf } from '@/entries/widget/view'

const T = Date.parse('2026-03-10T12:00:00Z')
const read: PartState = { readAt: T, error: null, failingSince: null, invalidCount: 0 }
const failing: PartState = { readAt: null, error: 'network', failingSince: T, invalidCount: 0 }
const compute = { id: 'c', name: 'Compute', labels: { region: 'north' }, activeReferences: [] }
const incident = (severity: number | null, more: Partial<Incident> = {}): Incident => ({
  id: 'i',
  title: 'Slow volumes',
  description: '',
  beganAt: T - 60_000,
  endedAt: null,
  phase: null,
  impacts: [{ componentId: 'c', typeId: null, severity }],
  updateOrders: [],
  ...more,
})
const known = (more: Partial<Known> = {}): Known => ({
  components: [compute],
  incidents: [],
  severities: [
    { name: 'Notice', value: 10 },
    { name: 'Minor', value: 50 },
    { name: 'Major', value: 100 },
  ],
  parts: { components: read, incidents: read, severities: read },
  ...more,
})
const settings = (attributes: Readonly<Record<string, string>> = {}) => {
  const all: Readonly<Record<string, string>> = { api: 'https://api.example.org', ...attributes }
  return readSettings(name => all[name] ?? null, 'https://example.org/')
}
const told = (facts: Known, attributes: Readonly<Record<string, string>> = {}, now = T) =>
  widgetStateOf(facts, settings(attributes), now, 'en')
const headline = (facts: Known, attributes: Readonly<Record<string, string>> = {}, now = T) =>
  viewOf(told(facts, attributes, now), 'en', now).headline

const scopes: readonly Readonly<Record<string, string>>[] = [{}, { label: 'region=north' }, { component: 'c' }]

describe('what an element tells', () => {
  it('a severity as it is called there', () => {
    const given = settings({ component: 'c', 'severity-names': 'Minor=Slow, Major = Down = out' })
    const view = viewOf(widgetStateOf(known({ incidents: [incident(90)] }), given, T, 'en'), 'en', T, given.severityNames)
    expect(view.headline).toBe('Down = out')
  })

  it.each([
    ['nothing wrong', known(), ['All components operational', 'All components operational', 'Operational']],
    ['an outage', known({ incidents: [incident(90)] }), ['1 component affected', '1 component affected', 'Major']],
    ['an unknown severity', known({ incidents: [incident(null)] }), ['1 component affected', '1 component affected', 'Unknown']],
    ['maintenance', known({ incidents: [incident(0)] }), ['Maintenance in progress', 'Maintenance in progress', 'Maintenance']],
    ['a notice', known({ incidents: [incident(5)] }), ['Operational, with a notice', 'Operational, with a notice', 'Notice']],
    [
      'what is over',
      known({ incidents: [incident(90, { endedAt: T })] }),
      ['All components operational', 'All components operational', 'Operational'],
    ],
    [
      'an incident on nothing',
      known({ incidents: [incident(90, { impacts: [] })] }),
      ['An incident is ongoing', 'All components operational', 'Operational'],
    ],
    ['nothing read', NOTHING_KNOWN, ['Loading the current status', 'Loading the current status', 'Loading the current status']],
    [
      'a hint that nobody could follow',
      known({ components: [{ ...compute, activeReferences: [{ incidentId: 'x', typeId: null, severity: 90 }] }] }),
      ['Status unknown', 'Status unknown', 'Unknown'],
    ],
  ])('of %s, for the whole, a label, and one component', (_, facts, expected) => {
    expect(scopes.map(scope => headline(facts, scope))).toEqual(expected)
  })

  it('is as old as the oldest answer, and says from when on it does not hold', () => {
    const facts = known({ parts: { components: { ...read, readAt: T - 290_000 }, incidents: read, severities: read } })
    expect(headline(facts)).toBe('All components operational')
    expect(headline(facts, {}, T + 11_000)).toBe('Current status not confirmed')
    expect(viewOf(told(facts, {}, T + 11_000), 'en', T + 11_000).aside).toBe('Last confirmed 5 minutes ago')
  })

  it('names each reason once, with its begin', () => {
    const parts = {
      components: failing,
      incidents: { ...failing, failingSince: T - 60_000 },
      severities: { ...failing, error: 'server' as const },
    }
    expect(told({ ...NOTHING_KNOWN, parts }, {}, T + 60_000).doubt?.failures).toEqual([
      { kind: 'network', since: T - 60_000 },
      { kind: 'server', since: T },
    ])
  })

  it('counts what nobody could read as a doubt', () => {
    const facts = known({ parts: { components: read, incidents: { ...read, invalidCount: 2 }, severities: read } })
    expect(headline(facts)).toBe('Current status not confirmed')
    expect(viewOf(told(facts), 'de', T).reasons[0]).toBe('Nicht lesbare Einträge: 2.')
  })

  it('is never green unless everything was read, and is fresh', () => {
    const part = fc.oneof(
      fc.constant(read),
      fc.constant(failing),
      fc.constant<PartState>({ ...read, error: 'timeout', failingSince: T }),
      fc.constant<PartState>({ ...read, invalidCount: 1 }),
      fc.constant<PartState>({ ...read, readAt: null }),
      fc.constant<PartState>({ ...read, readAt: T - 301_000 }),
    )
    fc.assert(
      fc.property(part, part, part, fc.constantFrom(...scopes), (components, incidents, severities, scope) => {
        const parts = { components, incidents, severities }
        const isSure = PARTS.every(
          name => parts[name].error === null && parts[name].invalidCount === 0 && parts[name].readAt !== null,
        )
        const isFresh = [components, incidents].every(({ readAt }) => readAt === T)
        const { level } = told(known({ parts }), scope)
        expect(level.kind === 'operational').toBe(isSure && isFresh)
      }),
    )
  })

  it('leaves out what is retired, and judges by the severities that are named good', () => {
    const retired = { ...compute, id: 'r', name: 'Old', labels: { retired: '' } }
    const facts = known({ components: [compute, retired], incidents: [incident(90)] })
    expect(told(facts, { 'retired-label': 'retired' }).components.map(({ name }) => name)).toEqual(['Compute'])
    expect(headline(facts, { good: 'Major' })).toBe('Operational, with a notice')
    expect(headline(known({ incidents: [incident(5)] }), { good: '' })).toBe('1 component affected')
  })
})
