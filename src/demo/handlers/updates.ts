import type { WireUpdate } from '@/demo/data'
import { Refusal } from './answer'
import { instant, text, withoutNulls } from './body'
import type { DemoApi } from './demo'
import { resourceHandlers } from './resource'

/** The updates of an incident, identified by their order within it. */
export function updateHandlers(demo: DemoApi) {
  const { store, quirks, now } = demo
  const updatesOf = (id: unknown) =>
    (Object.hasOwn(store.data.updates, String(id)) ? store.data.updates[String(id)] : undefined) ?? []

  return resourceHandlers<WireUpdate>(demo, {
    path: '/incidents/:id/updates/:order',
    list: ({ params }) => updatesOf(params.id),
    find: ({ id, order }) => updatesOf(id).find(update => String(update.order) === order),
    fields: { displayName: text, description: text, createdAt: instant },
    refuseParent({ id }) {
      if (!store.data.incidents.some(incident => incident.id === id)) throw new Refusal(quirks ? 500 : 404)
    },
    add(body, { id }) {
      const order = store.write(({ updates }) => {
        const siblings = (updates[String(id)] ??= [])
        // Like the reference server: one above the highest, so that the order of a deleted last update comes again.
        const next = siblings.reduce((highest, update) => Math.max(highest, update.order), -1) + 1
        siblings.push({ createdAt: new Date(now()).toISOString(), ...withoutNulls(body), order: next })
        return next
      })
      return { order }
    },
    remove({ updates }, { order }, { id }) {
      updates[String(id)] = updatesOf(id).filter(update => update.order !== order)
    },
  })
}
