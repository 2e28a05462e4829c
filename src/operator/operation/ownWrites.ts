import { defineStore } from 'pinia'
import type { TextRecord } from '@/domain/writing/conflict'
import type { IncidentUpdate } from '@/domain/incident/incident'
import type { IncidentFields, UpdateFields } from '@/domain/writing/sameContent'
import type { Provider } from '@/stores/provider'

/** As many of one thing as one goes on working on. */
const MOST = 20

type CatalogPart = 'components' | 'impactTypes' | 'severities'

/**
 * What this tab wrote of each incident, update and entry of the catalog, as it was sent and as it was read back: a form that was opened
 * before that, in which the same field was changed, is not told that someone else did it.
 */
export const useOwnWrites = ({ id }: Pick<Provider, 'id'>) =>
  defineStore(`manageOwnWrites:${id}`, () => {
    const incidents = new Map<string, readonly Partial<IncidentFields>[]>()
    const updates = new Map<string, readonly Partial<UpdateFields>[]>()
    const records = new Map<string, readonly TextRecord[]>()
    const keyOf = ({ incidentId, order }: Pick<IncidentUpdate, 'incidentId' | 'order'>) => `${order} ${incidentId}`
    return {
      ofIncident: (incidentId: string) => incidents.get(incidentId) ?? [],
      ofUpdate: (update: Pick<IncidentUpdate, 'incidentId' | 'order'>) => updates.get(keyOf(update)) ?? [],
      /** @param key what the server tells it apart by: an id, or the name of a severity */
      ofRecord: (part: CatalogPart, key: string) => records.get(`${part} ${key}`) ?? [],
      addToIncident: (incidentId: string, fields: Partial<IncidentFields>) => add(incidents, incidentId, fields),
      addToUpdate: (update: Pick<IncidentUpdate, 'incidentId' | 'order'>, fields: Partial<UpdateFields>) =>
        add(updates, keyOf(update), fields),
      addToRecord: (part: CatalogPart, key: string, fields: TextRecord) => add(records, `${part} ${key}`, fields),
    }
  })()

function add<T>(all: Map<string, readonly T[]>, key: string, fields: T): void {
  all.set(key, [...(all.get(key) ?? []), fields].slice(-MOST))
}
