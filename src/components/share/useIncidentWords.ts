import type { PhaseList } from '@/domain/catalog/catalog'
import { affectedComponents } from '@/domain/incident/affected'
import type { Incident, IncidentUpdate } from '@/domain/incident/incident'
import { phaseName } from '@/domain/incident/phase'
import type { SeverityScale } from '@/domain/severity/severity'
import { useFormat } from '@/composables/useFormat'
import { useLevelName } from '@/composables/useLevelName'
import { useText } from '@/composables/useText'
import { useIncidentFacts } from '@/components/incident/useIncidentFacts'
import { useIncidentTitle } from '@/components/incident/useIncidentTitle'
import type { IncidentWords } from './incidentText'

interface ToldIncident {
  readonly incident: Incident
  /** In any order; null = not read. */
  readonly updates: readonly IncidentUpdate[] | null
  readonly scale: SeverityScale
  readonly names: ReadonlyMap<string, string>
  readonly generations: ReadonlyMap<number, PhaseList>
}

/** An incident in the page's words, by the clock and in the visitor's zone. `plain` makes plain text of Markdown. */
export function useIncidentWords() {
  const { t, dataNames } = useText()
  const format = useFormat()
  const levelName = useLevelName()
  const titleOf = useIncidentTitle()
  const { stateOf, durationOf, isEndMissing } = useIncidentFacts()

  function componentsOf({ incident, scale, names }: ToldIncident): string {
    const unlisted = t(names.size ? 'incident.hiddenComponent' : 'incident.someComponent')
    const parts = affectedComponents(incident, scale, names).map(({ name, level }) => `${name ?? unlisted} (${levelName(level)})`)
    return parts.length ? [...new Set(parts)].join(', ') : t('incident.noImpacts')
  }

  function saidOf({ incident, updates }: ToldIncident, plain: (markdown: string) => string): IncidentWords['said'] {
    if (updates === null) return { heading: t('incident.updatesUnread'), text: plain(incident.description) }
    const newest = updates.toSorted((a, b) => b.order - a.order)[0]
    if (!newest) return { heading: '', text: plain(incident.description) }
    const when = newest.createdAt === null ? '' : `, ${format.dateTime(newest.createdAt)}`
    const name = t('incident.newestUpdate') + when
    return {
      heading: newest.title === '' ? name : `${t('app.label', { name })} ${newest.title}`,
      text: plain(newest.description),
    }
  }

  return (told: ToldIncident, plain: (markdown: string) => string): IncidentWords => {
    const { incident, generations } = told
    const duration = durationOf(incident)
    const phase = phaseName(incident.phase, generations)
    const facts: (readonly [label: string, value: string])[] = [
      [t('incident.state'), stateOf(incident)],
      [t('incident.begins'), incident.beganAt === null ? t('incident.sinceUnknown') : format.dateTime(incident.beganAt)],
      ...(incident.endedAt !== null ? [[t('incident.ends'), format.dateTime(incident.endedAt)] as const] : []),
      ...(isEndMissing(incident) ? [[t('incident.ends'), t('incident.endMissing')] as const] : []),
      ...(duration !== null ? [[t('incident.duration'), duration] as const] : []),
      ...(phase !== null ? [[t('incident.phase'), dataNames.phase(phase)] as const] : []),
      [t('incident.componentsAffected'), componentsOf(told)],
    ]
    return {
      title: titleOf(incident),
      facts: facts.map(([label, value]) => [t('app.label', { name: label }), value]),
      said: saidOf(told, plain),
    }
  }
}
