import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createReader } from '@/api/reader'
import type { HostAnswer } from '@/domain/time/clockSkew'
import type { Incident } from '@/domain/incident/incident'
import type { Known, PartState } from '@/entries/widget/known'
import { readSettings } from '@/entries/widget/settings'
import { widgetStateOf } from '@/entries/widget/widgetState'
import { viewOf } from '@/entries/widget/view'

const T = Date.parse('2026-03-10T12:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const read = (readAt: number): PartState => ({ readAt, error: null, failingSince: null, invalidCount: 0 })
const later: Incident = {
  id: 'later',
  title: 'Disks',
  description: '',
  beganAt: T + HOUR,
  endedAt: null,
  phase: null,
  impacts: [{ componentId: 'c', typeId: null, severity: 90 }],
  updateOrders: [],
}
const compute = { id: 'c', name: 'Compute', labels: {}, activeReferences: [] }
const known = (more: Partial<Known> = {}, readAt = T): Known => ({
  components: [compute],
  incidents: [],
  severities: [
    { name: 'Minor', value: 50 },
    { name: 'Major', value: 100 },
  ],
  parts: { components: read(readAt), incidents: read(readAt), severities: read(readAt) },
  ...more,
})
const viewed = (facts: Known, attributes: Record<string, string> = {}, language: 'en' | 'de' = 'en') => {
  const all: Record<string, string> = { api: 'https://api.example.org', look: 'list', ...attributes }
  const settings = readSettings(name => all[name] ?? null, 'https://example.org/')
  return viewOf(widgetStateOf(facts, settings, T, language), language, T)
}
const rows = (facts: Known, language?: 'en' | 'de') =>
  viewed(facts, {}, language).components.map(({ look, word }) => ({ look, word }))
const fine = [{ look: 'operational', word: 'Operational' }]
const failed = { ...read(T - 4 * MINUTE), error: 'network' as const, failingSince: T }

describe('the rows of an element', () => {
  it('say what was last known, and when, where it is too old', () => {
    const old = known({}, T - 12 * MINUTE)
    expect(rows(known())).toEqual(fine)
    expect(rows(old)).toEqual([{ look: 'unknown', word: 'Last known: Operational, 12 minutes ago' }])
    expect(rows(old, 'de')).toEqual([{ look: 'unknown', word: 'Zuletzt bekannt: In Betrieb, vor 12 Minuten' }])
  })

  it.each(['components', 'incidents', 'severities'] as const)('say so where %s could not be read again', part => {
    const { parts } = known({}, T - 4 * MINUTE)
    expect(rows(known({ parts: { ...parts, [part]: failed } }))).toEqual([
      { look: 'unknown', word: 'Last known: Operational, 4 minutes ago' },
    ])
  })

  it('stay what is known to be wrong', () => {
    const facts = known({ incidents: [{ ...later, beganAt: T - HOUR }] }, T - 12 * MINUTE)
    expect(rows(facts)).toEqual([{ look: 'tone-4', word: 'Major' }])
  })
})

describe('an element on a device whose clock is wrong', () => {
  const hinted = { ...compute, activeReferences: [{ incidentId: 'later', typeId: null, severity: 90 }] }

  it.each<Record<string, string>>([{}, { component: 'c' }])(
    'does not call fine what the server calls affected by what begins later: %j',
    scope => {
      expect(viewed(known({ incidents: [later] }), scope).look).toBe('operational')
      expect(viewed(known({ components: [hinted], incidents: [later] }), scope).look).toBe('unknown')
    },
  )

  it.each([-3 * HOUR, 3 * HOUR])('confirms nothing by a clock that is %d ms off', skew => {
    expect(viewed(known({ skew: MINUTE })).headline).toBe('All components operational')
    const view = viewed(known({ skew }))
    expect(view.headline).toBe('Current status not confirmed')
    expect(view.reasons).toContain('The clock of this device is not that of the server.')
    expect(rows(known({ skew }))).toEqual([{ look: 'unknown', word: 'Last known: Operational, less than a minute ago' }])
    expect(viewed(known({ skew }), { component: 'c' }).headline).toBe('Unknown')
  })
})

it('asks each answer for the time of the server', async () => {
  const answers: HostAnswer[] = []
  const date = 'Tue, 10 Mar 2026 12:00:00 GMT'
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"data":[]}', { headers: { Date: date, Age: '7' } })))
  onTestFinished(() => void vi.unstubAllGlobals())
  await createReader('https://api.example.org', undefined, answer => answers.push(answer))('/x', new AbortController().signal)
  expect(answers).toMatchObject([{ date, age: '7' }])
})
