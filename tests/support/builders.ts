import {
  noData,
  type DemoData,
  type WireComponent,
  type WireImpactType,
  type WireIncident,
  type WireSeverity,
  type WireUpdate,
} from '@/demo/data'

/** A component as `GET /components` tells it: quiet, unless overridden. */
export const buildComponent = (overrides: Partial<WireComponent> = {}): WireComponent => ({
  id: '11111111-1111-4111-8111-111111111111',
  displayName: 'Compute',
  labels: { region: 'north', category: 'compute' },
  activelyAffectedBy: [],
  ...overrides,
})

/** An ended incident of an hour that half-broke the component of `buildComponent`. */
export const buildIncident = (overrides: Partial<WireIncident> = {}): WireIncident => ({
  id: '22222222-2222-4222-8222-222222222222',
  displayName: 'Slow volumes',
  description: 'Volumes answer slowly.',
  beganAt: '2026-03-10T08:00:00.000Z',
  endedAt: '2026-03-10T09:00:00.000Z',
  phase: { generation: 1, order: 0 },
  affects: [{ reference: buildComponent().id, type: buildImpactType().id, severity: 50 }],
  updates: [],
  ...overrides,
})

export const buildImpactType = (overrides: Partial<WireImpactType> = {}): WireImpactType => ({
  id: '33333333-3333-4333-8333-333333333333',
  displayName: 'Slow responses',
  description: 'Requests take longer than usual.',
  ...overrides,
})

export const buildSeverity = (overrides: Partial<WireSeverity> = {}): WireSeverity => ({
  displayName: 'Major outage',
  value: 100,
  ...overrides,
})

export const buildUpdate = (overrides: Partial<WireUpdate> = {}): WireUpdate => ({
  order: 0,
  displayName: 'Investigating',
  description: 'We are looking for the cause.',
  createdAt: '2026-03-10T08:10:00.000Z',
  ...overrides,
})

/**
 * What a demo server holds: one component, one impact type, three severities and one phase list, no incidents.
 * The server works out `activelyAffectedBy` and the orders in `updates` itself, whatever the builders say there.
 */
export const buildData = (overrides: Partial<DemoData> = {}): DemoData => ({
  ...noData(),
  components: [buildComponent()],
  impactTypes: [buildImpactType()],
  severities: [
    buildSeverity({ displayName: 'Minor', value: 33 }),
    buildSeverity({ displayName: 'Major', value: 66 }),
    buildSeverity({ displayName: 'Critical', value: 100 }),
  ],
  phases: [['Investigating', 'Working on it', 'Resolved']],
  ...overrides,
})
