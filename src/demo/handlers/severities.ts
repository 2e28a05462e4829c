import { http, type PathParams } from 'msw'
import type { WireSeverity } from '@/demo/data'
import { answerData, answerDone, handleRequest, foundOr404, Refusal } from './answer'
import { readBody, severityValue, text } from './body'
import type { DemoApi } from './demo'
import { writeHandlers } from './writes'

const fields = { displayName: text, value: severityValue }

/** Severities: the name is the identity, the value the upper bound of a band. */
export function severityHandlers(demo: DemoApi) {
  const { store, baseUrl, quirks } = demo
  const list = `${baseUrl}/severities`
  const single = `${list}/:name`
  const find = ({ name }: PathParams) => foundOr404(store.data.severities.find(severity => severity.displayName === name))

  /** The reference server holds the value unique, but not the name. */
  function isTaken(body: { displayName?: string | null; value?: number | null }, self?: object) {
    const others = store.data.severities.filter(severity => severity !== self)
    return others.some(
      other =>
        (typeof body.value === 'number' && other.value === body.value) ||
        (!quirks && typeof body.displayName === 'string' && other.displayName === body.displayName),
    )
  }

  return [
    http.get(
      list,
      handleRequest(() => answerData(store.data.severities)),
    ),
    http.post(
      list,
      handleRequest(async ({ request }) => {
        const body = await readBody(request, demo, fields)
        const { displayName, value } = body
        if (!displayName || typeof value !== 'number' || isTaken(body)) throw new Refusal(400)
        store.write(data => data.severities.push({ displayName, value }))
        return answerDone()
      }),
    ),
    http.get(
      single,
      handleRequest(({ params }) => answerData(find(params))),
    ),
    ...writeHandlers<WireSeverity>(demo, single, {
      find,
      fields,
      refuse(body, before) {
        const clears = !quirks && (body.displayName === null || body.value === null)
        if (clears || body.displayName === '') throw new Refusal(400)
        if (isTaken(body, before)) throw new Refusal(quirks ? 500 : 400)
      },
      remove(data, { displayName }) {
        data.severities = data.severities.filter(severity => severity.displayName !== displayName)
      },
    }),
  ]
}
