import { within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import type { WireIncident, WireUpdate } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import IncidentPage from '@/features/incident/IncidentPage.vue'
import { buildData, buildImpactType } from './builders'
import { API_URL } from './config'
import { createSurroundings, renderPart } from './mounted'
import { serve } from './server'
import { impactOn, named, ongoing, settled } from './status'

/** An answer of the server in place of its usual one. */
export const failing = (path: string, status = 500) => http.get(`${API_URL}${path}`, () => new HttpResponse(null, { status }))
const others = [buildImpactType(), buildImpactType({ id: uuidOf('loss'), displayName: 'Packet loss', description: '' })]
/** A server with one incident. */
export const dataOf = (incident: WireIncident, updates: WireUpdate[] = []) =>
  buildData({
    components: [named('Compute'), named('Network')],
    impactTypes: others,
    incidents: [incident],
    updates: { [incident.id]: updates },
  })

/** The page of an incident without the layout around it, after its first answers. */
export async function renderIncident(
  data = dataOf(ongoing([impactOn('Compute', 50)])),
  shown = ongoing([]).id,
  ...first: ReturnType<typeof failing>[]
) {
  serve({ data, first })
  const around = await createSurroundings()
  const rendered = await renderPart(IncidentPage, { ...around, props: { id: shown } })
  await settled(around)
  await flushPromises()
  return { ...around, ...rendered, ...within(rendered.element) }
}
