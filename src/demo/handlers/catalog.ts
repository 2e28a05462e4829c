import { http } from 'msw'
import type { WireImpactType, WireSeverity } from '@/demo/data'
import { answerCreated, answerData, handleRequest, Refusal } from './answer'
import { listOf, readBody, severityValue, text, withoutNulls } from './body'
import type { DemoApi } from './demo'
import { refuseUsed, resourceHandlers } from './resource'
import { createUuid } from '@/demo/uuid'

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

/** Impact types, e.g. "Connection problems". */
export function impactTypeHandlers(demo: DemoApi) {
  const { store } = demo
  return resourceHandlers<WireImpactType>(demo, {
    path: '/impacttypes/:id',
    list: () => store.data.impactTypes,
    find: ({ id }) => store.data.impactTypes.find(type => type.id === id),
    fields: { displayName: text, description: text },
    add(body) {
      const id = createUuid()
      store.write(data => data.impactTypes.push({ id, ...withoutNulls(body) }))
      return { id }
    },
    remove(data, { id }) {
      refuseUsed(data, demo, ({ type }) => type === id)
      data.impactTypes = data.impactTypes.filter(type => type.id !== id)
    },
  })
}

/** Severities: the name is the identity, the value the upper bound of a band. */
export function severityHandlers(demo: DemoApi) {
  const { store, quirks } = demo

  /** The reference server holds the value unique, but not the name. */
  function isTaken(body: { displayName?: string | null; value?: number | null }, self?: object) {
    const others = store.data.severities.filter(severity => severity !== self)
    return others.some(
      other =>
        (typeof body.value === 'number' && other.value === body.value) ||
        (!quirks && typeof body.displayName === 'string' && other.displayName === body.displayName),
    )
  }

  return resourceHandlers<WireSeverity>(demo, {
    path: '/severities/:name',
    list: () => store.data.severities,
    find: ({ name }) => store.data.severities.find(severity => severity.displayName === name),
    fields: { displayName: text, value: severityValue },
    add(body) {
      const { displayName, value } = body
      if (!displayName || typeof value !== 'number' || isTaken(body)) throw new Refusal(400)
      store.write(data => data.severities.push({ displayName, value }))
      return undefined
    },
    refuse(body, before) {
      const clears = !quirks && (body.displayName === null || body.value === null)
      if (clears || body.displayName === '') throw new Refusal(400)
      if (isTaken(body, before)) throw new Refusal(quirks ? 500 : 400)
    },
    remove(data, { displayName }) {
      data.severities = data.severities.filter(severity => severity.displayName !== displayName)
    },
  })
}
