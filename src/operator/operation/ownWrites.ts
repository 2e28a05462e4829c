import { defineStore } from 'pinia'
import type { IncidentUpdate } from '@/domain/incident'
import type { IncidentFields, UpdateFields } from '@/domain/sameContent'
import type { Provider } from '@/stores/provider'

/** As many of one thing as one goes on working on. */
const MOST = 20

/**
 * What this tab wrote of each incident and update, as it was sent and as it was read back: a form that was opened before that, in
 * which the same field was changed, is not told that someone else did it.
 */
export const useOwnWrites = ({ id }: Pick<Provider, 'id'>) =>
  defineStore(`manageOwnWrites:${id}`, () => {
    const incidents = new Map<string, readonly Partial<IncidentFields>[]>()
    const updates = new Map<string, readonly Partial<UpdateFields>[]>()
    const keyOf = ({ incidentId, order }: Pick<IncidentUpdate, 'incidentId' | 'order'>) => `${order} ${incidentId}`
    return {
      ofIncident: (incidentId: string) => incidents.get(incidentId) ?? [],
      ofUpdate: (update: Pick<IncidentUpdate, 'incidentId' | 'order'>) => updates.get(keyOf(update)) ?? [],
      addToIncident: (incidentId: string, fields: Partial<IncidentFields>) => add(incidents, incidentId, fields),
      addToUpdate: (update: Pick<IncidentUpdate, 'incidentId' | 'order'>, fields: Partial<UpdateFields>) =>
        add(updates, keyOf(update), fields),
    }
  })()

function add<T>(all: Map<string, readonly T[]>, key: string, fields: T): void {
  all.set(key, [...(all.get(key) ?? []), fields].slice(-MOST))
}
