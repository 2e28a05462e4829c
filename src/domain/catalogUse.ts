import type { Incident } from './incident'

/** How many of the loaded incidents refer to each component and to each impact type, by id. */
export function catalogUse(incidents: readonly Incident[]) {
  const components = new Map<string, number>()
  const types = new Map<string, number>()
  const add = (counts: Map<string, number>, ids: ReadonlySet<string | null>) => {
    for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  for (const { impacts } of incidents) {
    add(components, new Set(impacts.map(({ componentId }) => componentId)))
    add(types, new Set(impacts.map(({ typeId }) => typeId)))
  }
  return { components, types }
}
