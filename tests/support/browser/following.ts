import { uuidOf } from '@/demo/uuid'
import { buildComponent, buildData, buildImpactType, buildIncident } from '../builders'
import { openStatusPage, type StatusPageOptions } from './statusPage'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const named = (displayName: string) => buildComponent({ id: uuidOf(displayName), displayName, labels: {} })
/** An incident that has been going on for two hours. */
export const incidentOn = (name: string, severity: number, displayName: string) =>
  buildIncident({
    id: uuidOf(displayName),
    displayName,
    beganAt: '2026-03-10T10:00:00Z',
    endedAt: null,
    affects: [{ reference: uuidOf(name), type: buildImpactType().id, severity }],
  })
/** Four components, of which Storage is broken. */
export const cloud = () =>
  buildData({
    components: ['Compute', 'DNS', 'Network', 'Storage'].map(named),
    incidents: [incidentOn('Storage', 90, 'Disks are gone')],
  })

/** The page before that cloud, at noon. */
export const openCloud = (options: StatusPageOptions = {}) => openStatusPage({ now: NOW, server: { data: cloud() }, ...options })

/** Prepares a browser that follows some components, by their names. */
export const follows = (names: string[], notify = false): StatusPageOptions['prepare'] => {
  const value = JSON.stringify({ components: names.map(uuidOf), notify })
  return async context =>
    void (await context.addInitScript(text => {
      const { getItem } = Storage.prototype
      Storage.prototype.getItem = function (key) {
        return getItem.call(this, key) ?? (key.startsWith('scs-status followed ') ? text : null)
      }
    }, value))
}
