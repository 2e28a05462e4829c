import type { WireImpact, WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { buildComponent, buildData, buildImpactType, buildIncident } from '../builders'
import { openManagePage } from './managePage'

/** Epoch milliseconds. */
export const NOW = Date.parse('2026-03-10T12:00:00Z')

/** A component of `cloud`, by its name. */
const component = (name: string) => buildComponent({ id: uuidOf(name), displayName: name })

export const impact = (name: string, severity: number): WireImpact => ({
  reference: uuidOf(name),
  type: buildImpactType().id,
  severity,
})

/** An incident on Compute that has been going on for two hours. */
export const ongoing = (overrides: Partial<WireIncident> = {}) =>
  buildIncident({ beganAt: '2026-03-10T10:00:00Z', endedAt: null, affects: [impact('Compute', 66)], ...overrides })

export const incidentPath = `manage/incidents/${ongoing().id}`

/** Three components without groups: Compute, DNS, Storage. */
export const cloud = (incidents: WireIncident[] = []) =>
  buildData({ components: ['Compute', 'DNS', 'Storage'].map(component), incidents })

export const openCloud = (incidents: WireIncident[] = [], options: Parameters<typeof openManagePage>[0] = {}) =>
  openManagePage({ now: NOW, server: { data: cloud(incidents) }, ...options })
