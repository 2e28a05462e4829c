import type { Incident } from '@/domain/incident/incident'

/** How many of the loaded incidents refer to each component and impact type, by id, and stand in a phase of each generation. */
export function catalogUse(incidents: readonly Incident[]) {
  const components = new Map<string, number>()
  const types = new Map<string, number>()
  const generations = new Map<number, number>()
  for (const { impacts, phase } of incidents) {
    count(components, new Set(impacts.map(({ componentId }) => componentId)))
    count(types, new Set(impacts.map(({ typeId }) => typeId)))
    count(generations, [phase?.generation ?? null])
  }
  return { components, types, generations }
}

function count<K>(counts: Map<K, number>, keys: Iterable<K | null>) {
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
}
