import type { Incident, IncidentUpdate } from '@/domain/incident/incident'
import { allGoingOn } from '@/domain/incident/moment'
import type { OpenStatus } from '@/cli/openStatus'

/** What is written in one round: everything in it is of one read. */
export interface Publication {
  readonly open: OpenStatus
  /** When it is written, epoch milliseconds; `open.store.confirmedAt` is when it was read. */
  readonly writtenAt: number
  /** When the newest attempt to read began, epoch milliseconds. */
  readonly attemptedAt: number
  /** What is going on, comes, and was lately, newest begin first: each has a page of its own. */
  readonly incidents: readonly Incident[]
  /** All updates of one of them, ascending; null = they could not be read. */
  readonly updatesOf: (id: string) => readonly IncidentUpdate[] | null
}

/** A calm cloud tells a year in so many; more would be a feed that nobody loads. */
const MAX_INCIDENTS = 100
/** A storm of incidents is read in several rounds at once, but not all of them. */
const READS_AT_ONCE = 8

/** Those that have a page and stand in the feeds. */
export function publishedIncidents({ store }: OpenStatus): readonly Incident[] {
  const { moment } = store
  const current = [...allGoingOn(moment), ...moment.upcoming]
  const all = [...current, ...moment.past.slice(0, Math.max(0, MAX_INCIDENTS - current.length))]
  return all.sort((a, b) => (b.beganAt ?? Infinity) - (a.beganAt ?? Infinity))
}

/** The updates of incidents, each read again only when the server lists other ones, or something goes on that may be edited. */
export function updateReader({ provider: { api } }: Pick<OpenStatus, 'provider'>) {
  const known = new Map<string, { readonly orders: string; readonly updates: readonly IncidentUpdate[] }>()

  return async (incidents: readonly Incident[], goingOn: ReadonlySet<string>): Promise<Publication['updatesOf']> => {
    const waiting = incidents.filter(({ id, updateOrders }) => goingOn.has(id) || known.get(id)?.orders !== updateOrders.join())
    const failed = new Set<string>()
    const lane = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { id, updateOrders } = next
        const orders = updateOrders.join()
        if (!updateOrders.length) known.set(id, { orders, updates: [] })
        else
          await api.getUpdates(id).then(
            ({ items }) => void known.set(id, { orders, updates: items }),
            () => void (known.get(id)?.orders === orders || failed.add(id)),
          )
      }
    }
    await Promise.all(Array.from({ length: READS_AT_ONCE }, lane))
    const ids = new Set(incidents.map(({ id }) => id))
    for (const id of known.keys()) if (!ids.has(id)) known.delete(id)
    return id => (failed.has(id) ? null : (known.get(id)?.updates ?? null))
  }
}
