import type { ServiceComponent } from '@/domain/component/component'
import { groupNames } from '@/domain/component/grouping'
import { holdsWords, wordsIn } from '@/domain/holdsWords'
import type { Incident } from './incident'
import { hasMaintenance, hasOutage } from './moment'
import { levelOf, type SeverityScale } from '@/domain/severity/severity'

export const INCIDENT_KINDS = ['incidents', 'maintenance'] as const
export type IncidentKind = (typeof INCIDENT_KINDS)[number]

/** What a visitor looks for among incidents; null and empty = anything. */
export interface IncidentFilter {
  /** Every word must stand in the title, the description or the name of an affected component. */
  readonly text: string
  readonly componentId: string | null
  readonly label: { readonly key: string; readonly value: string } | null
  /** Keys of levels, of which any will do. */
  readonly levels: readonly string[]
  readonly typeId: string | null
  readonly kind: IncidentKind | null
}

/** Whether the filter leaves anything out. */
export function isFiltering({ text, componentId, label, levels, typeId, kind }: IncidentFilter): boolean {
  return text.trim() !== '' || levels.length > 0 || [componentId, label, typeId, kind].some(wanted => wanted !== null)
}

/**
 * Judges incidents by a filter. Component, label, level and type must meet in one impact: "Storage, major" is a major impact on
 * Storage, not a major one elsewhere. An incident without impacts has the unknown level. One with maintenance and another impact
 * is of both kinds (docs/domain.md, "Maintenance").
 */
export function incidentMatcher(
  { text, componentId, label, levels, typeId, kind }: IncidentFilter,
  components: readonly ServiceComponent[],
  scale: SeverityScale,
): (incident: Incident) => boolean {
  const words = wordsIn(text)
  const names = new Map(components.map(({ id, name }) => [id, name.toLowerCase()]))
  const labelled =
    label && new Set(components.filter(one => groupNames(one, label.key).includes(label.value)).map(({ id }) => id))

  const meets = (impact: Incident['impacts'][number]) =>
    (componentId === null || impact.componentId === componentId) &&
    (labelled === null || labelled.has(impact.componentId)) &&
    (typeId === null || impact.typeId === typeId) &&
    (!levels.length || levels.includes(levelOf(scale, impact.severity).key))
  const asksImpacts = levels.length > 0 || [componentId, labelled, typeId].some(wanted => wanted !== null)
  const asksLevelOnly = levels.includes(scale.unknown.key) && [componentId, labelled, typeId].every(wanted => wanted === null)

  return incident => {
    if (kind === 'maintenance' && !hasMaintenance(incident)) return false
    if (kind === 'incidents' && !hasOutage(incident)) return false
    if (asksImpacts && !incident.impacts.some(meets) && !(asksLevelOnly && !incident.impacts.length)) return false
    if (!words.length) return true
    const affected = incident.impacts.map(impact => names.get(impact.componentId) ?? '')
    const haystack = [incident.title, incident.description, ...affected].join('\n').toLowerCase()
    return holdsWords(haystack, words)
  }
}
