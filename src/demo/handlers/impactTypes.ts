import { http } from 'msw'
import { answerCreated, answerData, answerDone, handleRequest, foundOr404, Refusal } from './answer'
import { patch, readBody, text, withoutNulls } from './body'
import type { DemoApi } from './demo'
import { createUuid } from '@/demo/uuid'

const fields = { displayName: text, description: text }

/** Impact types, e.g. "Connection problems". */
export function impactTypeHandlers(demo: DemoApi) {
  const { store, baseUrl, quirks } = demo
  const list = `${baseUrl}/impacttypes`
  const single = `${list}/:id`
  const find = (id: unknown) => foundOr404(store.data.impactTypes.find(type => type.id === id))

  return [
    http.get(
      list,
      handleRequest(() => answerData(store.data.impactTypes)),
    ),
    http.post(
      list,
      handleRequest(async ({ request }) => {
        const body = await readBody(request, demo, fields)
        const id = createUuid()
        store.write(data => data.impactTypes.push({ id, ...withoutNulls(body) }))
        return answerCreated({ id })
      }),
    ),
    http.get(
      single,
      handleRequest(({ params }) => answerData(find(params.id))),
    ),
    http.patch(
      single,
      handleRequest(async ({ request, params }) => {
        find(params.id)
        const body = await readBody(request, demo, fields)
        store.write(() => patch(find(params.id), body, quirks))
        return answerDone()
      }),
    ),
    http.delete(
      single,
      handleRequest(({ params }) => {
        const { id } = find(params.id)
        const inUse = store.data.incidents.some(incident => incident.affects?.some(impact => impact.type === id))
        if (inUse) throw new Refusal(quirks ? 500 : 409)
        store.write(data => (data.impactTypes = data.impactTypes.filter(type => type.id !== id)))
        return answerDone()
      }),
    ),
  ]
}
