import type { ConfigInput } from '@/config/schema'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { buildUpdate } from '../builders'
import { cloud, impact, NOW, ongoing } from './manageCloud'
import { openManagePage } from './managePage'
import type { StatusPageOptions } from './statusPage'
import type { Look } from './views'

const named = (displayName: string, fields: Partial<WireIncident>) => ongoing({ id: uuidOf(displayName), displayName, ...fields })
const outage = ongoing({ affects: [impact('Compute', 66), impact('DNS', 100)] })
const onStorage = { affects: [impact('Storage', 0)] }
export const running = named('New switches', { ...onStorage, endedAt: '2026-03-10T14:00:00Z' })
export const planned = named('New disks', { ...onStorage, beganAt: '2026-03-11T10:00:00Z', endedAt: '2026-03-11T12:00:00Z' })
export const ended = named('Over', { endedAt: '2026-03-10T11:00:00Z' })
const update = buildUpdate({ createdAt: '2026-03-10T10:10:00Z' })
const templates: ConfigInput['templates'] = [
  { name: 'Outage', kind: 'incident', title: 'Outage of {components}', severity: 'Critical' },
]
/** Where an incident is managed. */
export const placeOf = ({ id }: WireIncident) => `manage/incidents/${id}`

export const server = { data: { ...cloud([outage, running, planned, ended]), updates: { [outage.id]: [update] } } }

/** The management pages as an operator finds them who has just logged in. */
export const manage =
  (options: StatusPageOptions = {}) =>
  (look: Look) =>
    openManagePage({
      now: NOW,
      server,
      config: { templates },
      ...options,
      ...look,
    })
