import type { Incident, IncidentUpdate } from '@/domain/incident/incident'
import type { Clock } from './clock'
import type { StatusStore } from './statusStore'

/** How long a read that was under way when something was written may still bring what was there before, milliseconds. */
const UNDER_WAY_MS = 60_000

interface Taken {
  readonly incident: Incident
  readonly takenAt: number
}

type Store = Pick<
  StatusStore,
  'listed' | 'incidents' | 'newestUpdates' | 'restoreUpdates' | 'ensureGenerations' | 'overlay' | 'lastTaken'
>

const known = new WeakMap<Store, ReturnType<typeof createTakenRecords>>()

/**
 * What this tab wrote and read back: it is known without another read of the list, and a read that began before it does not bring
 * the old one back. For operators alone, and loaded with what they write.
 */
export function takenRecords(store: Store, clock: Pick<Clock, 'read' | 'touch'>) {
  const records = known.get(store) ?? createTakenRecords(store, clock)
  known.set(store, records)
  return records
}

function createTakenRecords(store: Store, clock: Pick<Clock, 'read' | 'touch'>) {
  const taken = new Map<string, Taken>()
  store.overlay = over

  function put(incident: Incident): void {
    taken.set(incident.id, { incident, takenAt: clock.read() })
    store.listed = withIncident(store.listed, incident)
  }

  /** An incident as the server had it a moment ago. */
  function take(incident: Incident): void {
    put(incident)
    store.lastTaken = { incident }
    clock.touch()
    void store.ensureGenerations([incident])
  }

  /** The same for an update. */
  function takeUpdate(update: IncidentUpdate): void {
    const incident = store.incidents.find(({ id }) => id === update.incidentId)
    if (incident) put({ ...incident, updateOrders: withOrder(incident.updateOrders, update.order) })
    const newest = store.newestUpdates.get(update.incidentId)
    if (!newest || newest.order <= update.order) {
      store.restoreUpdates([update], clock.read())
      store.newestUpdates = new Map([...store.newestUpdates, [update.incidentId, update]])
    }
    store.lastTaken = { update }
  }

  /** An incident that this tab has deleted. */
  function forget(id: string): void {
    taken.delete(id)
    store.listed = store.listed.filter(one => one.id !== id)
    clock.touch()
  }

  /** What a list says that was asked for at that time, epoch milliseconds. */
  function over(items: readonly Incident[], askedAt: number): readonly Incident[] {
    for (const [id, { takenAt }] of taken) if (takenAt < askedAt || clock.read() - takenAt > UNDER_WAY_MS) taken.delete(id)
    return [...taken.values()].reduce((all, { incident }) => withIncident(all, incident), items)
  }

  return { take, takeUpdate, forget }
}

/** Ascending, each once. */
export const withOrder = (orders: readonly number[], order: number): readonly number[] =>
  orders.includes(order) ? orders : [...orders, order].sort((a, b) => a - b)

/** The list with that incident as it is now. */
function withIncident(listed: readonly Incident[], incident: Incident): readonly Incident[] {
  const isListed = listed.some(({ id }) => id === incident.id)
  return isListed ? listed.map(one => (one.id === incident.id ? incident : one)) : [...listed, incident]
}

/** The list with that update as it is now, in the order of orders. */
export function withUpdate(listed: readonly IncidentUpdate[], update: IncidentUpdate): readonly IncidentUpdate[] {
  return [...listed.filter(({ order }) => order !== update.order), update].sort((a, b) => a.order - b.order)
}
