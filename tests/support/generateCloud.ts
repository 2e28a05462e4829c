import type { DemoData, StoredIncident, WireImpact } from '@/demo/data'
import { emptyCloud } from '@/demo/seed'
import { DAY_MS, MINUTE_MS } from '@/domain/time/units'
import { randomOf, uuidOf } from '@/demo/uuid'

export interface CloudSize {
  components: number
  incidents: number
  /** The incidents spread evenly over this many days before `now`. */
  days: number
  /** Epoch milliseconds. */
  now: number
}

const REGIONS = ['north', 'south', 'east', 'west']
const CATEGORIES = ['compute', 'storage', 'network', 'platform', 'data']

/** A cloud of any size for tests of scale; the same size and `now` give the same data. About one incident in ten is a maintenance. */
export function generateCloud({ components, incidents, days, now }: CloudSize): DemoData {
  const random = randomOf(`cloud ${components} ${incidents} ${days}`)
  const below = (limit: number) => Math.floor(random() * limit)
  const data = emptyCloud()

  for (let index = 0; index < components; index++) {
    const region = REGIONS[index % REGIONS.length] ?? ''
    const category = CATEGORIES[Math.floor(index / REGIONS.length) % CATEGORIES.length] ?? ''
    data.components.push({
      id: uuidOf(`generated component ${index}`),
      displayName: `Service ${index + 1} ${region}`,
      labels: { region, category },
    })
  }

  const impact = (severity: number): WireImpact => ({
    reference: data.components[below(components)]?.id ?? '',
    type: data.impactTypes[below(data.impactTypes.length)]?.id ?? '',
    severity,
  })

  for (let index = 0; index < incidents; index++) {
    const id = uuidOf(`generated incident ${index}`)
    const beganAt = now - Math.round(((index + random()) / incidents) * days * DAY_MS)
    const endedAt = beganAt + (10 + below(600)) * MINUTE_MS
    const maintenance = below(10) === 0
    const impacts = Array.from({ length: 1 + below(3) }, () => impact(maintenance ? 0 : 1 + below(100)))
    data.incidents.push({
      id,
      displayName: maintenance ? `Maintenance ${index + 1}` : `Incident ${index + 1}`,
      description: 'Generated for a test of scale.',
      beganAt: new Date(beganAt).toISOString(),
      endedAt: new Date(endedAt).toISOString(),
      phase: phaseAt(endedAt <= now),
      affects: components > 0 ? withoutTwins(impacts) : [],
    })
    data.updates[id] = Array.from({ length: below(4) }, (_, order) => ({
      order,
      displayName: `Update ${order + 1}`,
      description: 'Generated for a test of scale.',
      createdAt: new Date(beganAt + (order + 1) * 3 * MINUTE_MS).toISOString(),
    }))
  }
  return data
}

const phaseAt = (ended: boolean): StoredIncident['phase'] => ({ generation: 2, order: ended ? 5 : 3 })

/** An incident holds one impact for each pair of component and type. */
function withoutTwins(impacts: WireImpact[]): WireImpact[] {
  return [...new Map(impacts.map(impact => [`${impact.reference} ${impact.type}`, impact])).values()]
}
