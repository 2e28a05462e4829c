import type { WireSeverity } from '@/demo/data'
import { Refusal } from './answer'
import { severityValue, text } from './body'
import type { DemoApi } from './demo'
import { resourceHandlers } from './resource'

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
