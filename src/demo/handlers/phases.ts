import { http } from 'msw'
import { answerCreated, answerData, handleRequest, Refusal } from './answer'
import { listOf, readBody, text } from './body'
import type { DemoApi } from './demo'

/** Phase lists: immutable generations, numbered from 1. */
export function phaseHandlers(demo: DemoApi) {
  const { store, baseUrl } = demo
  return [
    http.get(
      `${baseUrl}/phases`,
      handleRequest(({ request }) => {
        const asked = new URL(request.url).searchParams.get('generation')
        const { phases } = store.data
        if (asked === null) return answerData({ generation: phases.length, phases: phases.at(-1) ?? [] })
        if (!/^\d+$/.test(asked) || Number(asked) < 1) throw new Refusal(400)
        const names = phases[Number(asked) - 1]
        if (!names) throw new Refusal(404)
        return answerData({ generation: Number(asked), phases: names })
      }),
    ),
    http.post(
      `${baseUrl}/phases`,
      handleRequest(async ({ request }) => {
        const { phases } = await readBody(request, demo, { phases: listOf(text) })
        if (!phases?.length) throw new Refusal(400)
        return answerCreated({ generation: store.write(data => data.phases.push(phases)) })
      }),
    ),
  ]
}
