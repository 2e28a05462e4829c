import type { StoredComponent, WireImpactType, WireSeverity } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'

/** The names by which the seeded stories speak of components. */
export type ComponentKey =
  | `${'north' | 'south'}.${'compute' | 'block' | 'object' | 'network' | 'balancing' | 'kubernetes'}`
  | 'identity'
  | 'dns'
  | 'dashboard'
  | 'registry'
  | 'metrics'
  | 'billing'

export type ImpactKey = 'slow' | 'connection' | 'errors' | 'unavailable' | 'planned'

export const componentId = (key: ComponentKey) => uuidOf(`component ${key}`)
export const impactTypeId = (key: ImpactKey) => uuidOf(`impact type ${key}`)

/** Upper bounds of the bands (0402); the lowest reads as a notice. */
export const severities = (): WireSeverity[] => [
  { displayName: 'Informational', value: 10 },
  { displayName: 'Degraded', value: 40 },
  { displayName: 'Partial outage', value: 75 },
  { displayName: 'Major outage', value: 100 },
]

export const phases = (): string[][] => [
  ['Investigating', 'Working on it', 'Resolved'],
  ['Scheduled', 'Investigating', 'Cause identified', 'Work in progress', 'Monitoring', 'Resolved'],
]

/** The orders of the phases that the stories end in or stand at. */
export const phase = {
  oldResolved: { generation: 1, order: 2 },
  scheduled: { generation: 2, order: 0 },
  inProgress: { generation: 2, order: 3 },
  resolved: { generation: 2, order: 5 },
}

export const impactTypes = (): WireImpactType[] => [
  impactType('slow', 'Slow responses', 'Requests succeed, but take noticeably longer than usual.'),
  impactType('connection', 'Connection problems', 'Packets are lost, or connections cannot be made or break off.'),
  impactType('errors', 'Failing requests', 'Some or all requests are answered with an error.'),
  impactType('unavailable', 'Not available', 'The service cannot be used at all.'),
  impactType('planned', 'Planned work', 'Work that was announced. Interruptions are possible within its window.'),
]

const impactType = (key: ImpactKey, displayName: string, description: string): WireImpactType => ({
  id: impactTypeId(key),
  displayName,
  description,
})

export const components = (): StoredComponent[] => [
  ...regional('north', 'North'),
  ...regional('south', 'South'),
  component('identity', 'Identity', 'north,south', 'platform', 'core', 'Login, projects, roles and application credentials'),
  component('dns', 'DNS', 'north,south', 'network', 'core', 'Zones and records, and the resolvers inside both regions'),
  component('dashboard', 'Dashboard', 'north,south', 'platform', 'standard'),
  component('registry', 'Container registry', 'north', 'platform', 'standard', 'Images, Helm charts and vulnerability scans'),
  component('metrics', 'Metrics and logs', 'north', 'platform', 'best effort'),
  component('billing', 'Billing export', 'north', 'platform', 'internal'),
]

function regional(region: 'north' | 'south', name: string): StoredComponent[] {
  const described = region === 'north'
  return [
    component(
      `${region}.compute`,
      `Compute ${name}`,
      region,
      'compute',
      'core',
      'Virtual machines, images and their metadata service',
    ),
    component(
      `${region}.block`,
      `Block storage ${name}`,
      region,
      'storage',
      'core',
      described ? 'Volumes, snapshots and volume backups' : undefined,
    ),
    component(`${region}.object`, `Object storage ${name}`, region, 'storage', 'core', described ? 'S3 and Swift' : undefined),
    component(
      `${region}.network`,
      `Networking ${name}`,
      region,
      'network',
      'core',
      'Networks, routers, floating IPs and the uplinks',
    ),
    component(`${region}.balancing`, `Load balancing ${name}`, region, 'network', 'standard'),
    component(
      `${region}.kubernetes`,
      `Kubernetes ${name}`,
      region,
      'compute',
      'standard',
      'Managed control planes and node pools',
    ),
  ]
}

function component(
  key: ComponentKey,
  displayName: string,
  region: string,
  category: string,
  tier: string,
  description?: string,
): StoredComponent {
  return { id: componentId(key), displayName, labels: { region, category, tier, ...(description && { description }) } }
}
