import { http, type PathParams } from 'msw'
import type { WireImpactType } from '@/demo/data'
import { answerCreated, answerData, handleRequest, foundOr404 } from './answer'
import { readBody, text, withoutNulls } from './body'
import type { DemoApi } from './demo'
import { refuseUsed, writeHandlers } from './writes'
import { createUuid } from '@/demo/uuid'

const fields = { displayName: text, description: text }

/** Impact types, e.g. "Connection problems". */
export function impactTypeHandlers(demo: DemoApi) {
  const { store, baseUrl } = demo
  const list = `${baseUrl}/impacttypes`
  const single = `${list}/:id`
  const find = ({ id }: PathParams) => foundOr404(store.data.impactTypes.find(type => type.id === id))

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
      handleRequest(({ params }) => answerData(find(params))),
    ),
    ...writeHandlers<WireImpactType>(demo, single, {
      find,
      fields,
      remove(data, { id }) {
        refuseUsed(data, demo, ({ type }) => type === id)
        data.impactTypes = data.impactTypes.filter(type => type.id !== id)
      },
    }),
  ]
}
