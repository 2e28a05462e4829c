import { http, type PathParams } from 'msw'
import type { WireUpdate } from '@/demo/data'
import { answerCreated, answerData, handleRequest, foundOr404, Refusal } from './answer'
import { instant, readBody, text, withoutNulls } from './body'
import type { DemoApi } from './demo'
import { writeHandlers } from './writes'

const fields = { displayName: text, description: text, createdAt: instant }

/** The updates of an incident, identified by their order within it. */
export function updateHandlers(demo: DemoApi) {
  const { store, baseUrl, quirks, now } = demo
  const list = `${baseUrl}/incidents/:id/updates`
  const single = `${list}/:order`
  const updatesOf = (id: unknown) =>
    (Object.hasOwn(store.data.updates, String(id)) ? store.data.updates[String(id)] : undefined) ?? []
  const find = ({ id, order }: PathParams): WireUpdate => foundOr404(updatesOf(id).find(update => String(update.order) === order))

  return [
    http.get(
      list,
      handleRequest(({ params }) => answerData(updatesOf(params.id))),
    ),
    http.post(
      list,
      handleRequest(async ({ request, params }) => {
        const id = String(params.id)
        if (!store.data.incidents.some(incident => incident.id === id)) throw new Refusal(quirks ? 500 : 404)
        const body = withoutNulls(await readBody(request, demo, fields))
        const order = store.write(({ updates }) => {
          const siblings = (updates[id] ??= [])
          // Like the reference server: one above the highest, so that the order of a deleted last update comes again.
          const next = siblings.reduce((highest, update) => Math.max(highest, update.order), -1) + 1
          siblings.push({ createdAt: new Date(now()).toISOString(), ...body, order: next })
          return next
        })
        return answerCreated({ order })
      }),
    ),
    http.get(
      single,
      handleRequest(({ params }) => answerData(find(params))),
    ),
    ...writeHandlers<WireUpdate>(demo, single, {
      find,
      fields,
      remove({ updates }, { order }, { id }) {
        updates[String(id)] = updatesOf(id).filter(update => update.order !== order)
      },
    }),
  ]
}
