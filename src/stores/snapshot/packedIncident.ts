import type { Incident } from '@/domain/incident/incident'

// A window of a large cloud holds thousands of incidents: as lists, with numbers for components and types, they are a third as long.

/** An index into the list of ids, or an id that is not in it. */
type Ref = number | string
type PackedImpact = readonly [component: Ref, type: Ref | null, severity: number | null]
type Usual = readonly [
  id: string,
  title: string,
  description: string,
  beganAt: number | null,
  endedAt: number | null,
  phase: readonly [generation: number, order: number] | null,
  impacts: readonly PackedImpact[],
  updateOrders: readonly number[],
]
/** Seldom there. */
interface More {
  readonly beginUnreadable?: true
  readonly otherVersions?: readonly PackedIncident[]
}
export type PackedIncident = Usual | readonly [...Usual, More]

/** @param ids of components and of impact types, which the reader has as well */
export function packIncidents(incidents: readonly Incident[], ids: readonly string[]): PackedIncident[] {
  const places = new Map(ids.map((id, index) => [id, index]))
  const refOf = (id: string): Ref => places.get(id) ?? id
  const pack = ({
    id,
    title,
    description,
    beganAt,
    endedAt,
    phase,
    impacts,
    updateOrders,
    beginUnreadable,
    otherVersions,
  }: Incident): PackedIncident => {
    const packed: Usual = [
      id,
      title,
      description,
      beganAt,
      endedAt,
      phase && [phase.generation, phase.order],
      impacts.map(({ componentId, typeId, severity }) => [refOf(componentId), typeId === null ? null : refOf(typeId), severity]),
      updateOrders,
    ]
    if (!beginUnreadable && !otherVersions) return packed
    return [
      ...packed,
      { ...(beginUnreadable && { beginUnreadable }), ...(otherVersions && { otherVersions: otherVersions.map(pack) }) },
    ]
  }
  return incidents.map(pack)
}

/**
 * The same back, unchecked: what anybody may have written is checked as a whole afterwards (stores/offline/cacheSchema). null = it is no
 * such list at all.
 */
export function unpackIncidents(packed: unknown, ids: readonly string[]): unknown[] | null {
  const idOf = (ref: Ref | null) => (typeof ref === 'number' ? ids[ref] : ref)
  const unpack = ([
    id,
    title,
    description,
    beganAt,
    endedAt,
    phase,
    impacts,
    updateOrders,
    more = {},
  ]: PackedIncident): unknown => ({
    id,
    title,
    description,
    beganAt,
    endedAt,
    phase: phase && { generation: phase[0], order: phase[1] },
    impacts: impacts.map(([component, type, severity]) => ({ componentId: idOf(component), typeId: idOf(type), severity })),
    updateOrders,
    ...(more.beginUnreadable && { beginUnreadable: true }),
    ...(more.otherVersions && { otherVersions: more.otherVersions.map(unpack) }),
  })
  try {
    return (packed as readonly PackedIncident[]).map(unpack)
  } catch {
    return null
  }
}
