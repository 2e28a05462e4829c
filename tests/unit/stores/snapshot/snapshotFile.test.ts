import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApiError } from '@/domain/apiError'
import type { Incident } from '@/domain/incident/incident'
import { monthText, readMonth, readSnapshot, snapshotText, type Snapshot } from '@/stores/snapshot/snapshotFile'
import { DAY_MS, HOUR_MS, NOW } from '../../../support/clock'

const text = fc.string({ unit: 'binary', maxLength: 12 })
const instant = fc.option(fc.integer({ min: NOW - 90 * DAY_MS, max: NOW + DAY_MS }))
const alone = fc.record(
  {
    id: text,
    title: text,
    description: text,
    beganAt: instant,
    endedAt: instant,
    phase: fc.option(fc.record({ generation: fc.nat(9), order: fc.nat(9) })),
    impacts: fc.array(
      fc.record({
        componentId: fc.oneof(fc.constantFrom('compute', 'storage', '0'), text),
        typeId: fc.option(fc.oneof(fc.constantFrom('outage', 'compute'), text)),
        severity: fc.option(fc.nat(100)),
      }),
      { maxLength: 3 },
    ),
    updateOrders: fc.array(fc.nat(9), { maxLength: 3 }),
    beginUnreadable: fc.constant(true as const),
  },
  { requiredKeys: ['id', 'title', 'description', 'beganAt', 'endedAt', 'phase', 'impacts', 'updateOrders'] },
)
const incident: fc.Arbitrary<Incident> = fc.oneof(
  alone,
  fc.tuple(alone, fc.array(alone, { maxLength: 2 })).map(([one, otherVersions]) => ({ ...one, otherVersions })),
)

/** What a test makes of the file is nothing that a type could tell. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type BrokenFile = Record<string, any>

const age = { readAt: NOW - HOUR_MS, invalidCount: 0 }
const snapshot = (incidents: readonly Incident[] = []): Snapshot => ({
  writtenAt: NOW,
  attemptedAt: NOW,
  failed: new Map([['phases', new ApiError('server', { method: 'GET', path: '/phases' }, { status: 500 })]]),
  status: {
    ages: { components: age, incidents: { ...age, invalidCount: 2 }, severities: age },
    content: {
      components: ['compute', 'storage'].map(id => ({ id, name: id, labels: {}, activeReferences: [] })),
      incidents,
      hinted: incidents.slice(0, 1),
      window: { start: NOW - 90 * DAY_MS, end: NOW },
      loaded: [{ start: NOW - 90 * DAY_MS, end: NOW }],
      unread: [
        {
          span: { start: NOW - DAY_MS, end: NOW },
          error: new ApiError('server', { method: 'GET', path: '/incidents' }, { status: 500 }),
        },
      ],
      severities: [{ name: 'broken', value: 66 }],
      impactTypes: [{ id: 'outage', name: 'Outage', description: '' }],
      generations: [{ generation: 1, names: ['A'] }],
      updates: [],
    },
  },
  currentGeneration: 1,
  updates: new Map([['1', [{ incidentId: '1', order: 0, title: 'T', description: '', createdAt: null }]]]),
  months: ['2025-11', '2025-12'],
})

describe('a snapshot', () => {
  it('reads as it was written, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(incident, { maxLength: 4 }), incidents => {
        const before = snapshot(incidents)
        expect(readSnapshot(snapshotText(before), NOW)).toEqual(before)
      }),
    )
  })

  it('is none where anything of it cannot be read', () => {
    const whole = JSON.parse(snapshotText(snapshot([{ ...incidentOf('1'), otherVersions: [incidentOf('2')] }]))) as object
    const broken = (change: (file: BrokenFile) => void) => {
      const file = structuredClone(whole)
      change(file)
      return JSON.stringify(file)
    }
    expect(readSnapshot(JSON.stringify(whole), NOW)).not.toBeNull()
    for (const text of [
      '',
      'null',
      '[]',
      broken(file => (file['version'] = 2)),
      broken(file => (file['content'].incidents = {})),
      broken(file => (file['content'].incidents[0] = null)),
      broken(file => (file['content'].incidents[0][6][0][0] = 99)),
      broken(file => file['content'].incidents[0][8].otherVersions.push(17)),
      broken(file => (file['content'].components = [{ id: 'x' }])),
      broken(file => delete file['content'].severities),
      broken(file => (file['ages'] = {})),
      broken(file => (file['months'] = ['../../etc'])),
      broken(file => (file['attempt'] = undefined)),
    ])
      expect(readSnapshot(text, NOW), text.slice(0, 80)).toBeNull()
  })

  it('says nothing any more after a month, nor if it is of the time to come', () => {
    const text = snapshotText(snapshot())
    expect(readSnapshot(text, NOW + 31 * DAY_MS)).toBeNull()
    expect(readSnapshot(text, NOW - 2 * HOUR_MS)).toBeNull()
  })
})

describe('the file of a month', () => {
  const month = { span: { start: NOW - 40 * DAY_MS, end: NOW - 10 * DAY_MS }, readAt: NOW, incidents: [incidentOf('1')] }

  it('reads as it was written', () => expect(readMonth(monthText(month), NOW)).toEqual(month))

  it('is none where it cannot be read', () => {
    for (const text of [
      '',
      'null',
      '{}',
      monthText({ ...month, incidents: [{}] as never }),
      monthText(month).replace('"version":1', '"version":9'),
    ])
      expect(readMonth(text, NOW)).toBeNull()
  })
})

function incidentOf(id: string): Incident {
  return {
    id,
    title: 'It burns',
    description: '',
    beganAt: NOW - HOUR_MS,
    endedAt: null,
    phase: { generation: 1, order: 0 },
    impacts: [{ componentId: 'compute', typeId: 'outage', severity: 66 }],
    updateOrders: [0],
  }
}
