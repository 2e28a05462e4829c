import type { Incident, IncidentChanges, NewIncidentUpdate } from '@/domain/incident'
import { changesBetween } from '@/domain/incidentDraft'
import type { IncidentFields } from '@/domain/sameContent'

/** `keep`: it stays, marked as cancelled. `endNow` and `newEnd` are for what is in progress. */
export type CancelChoice = 'keep' | 'delete' | 'endNow' | 'newEnd'

interface Words {
  /** The title of what is cancelled, also where it had none. */
  readonly title: (incident: Pick<Incident, 'title' | 'impacts'>) => string
  readonly headline: (choice: CancelChoice) => string
}

/** What a choice means for a maintenance: its fields, and what is said about it. */
export function cancellationOf(
  incident: Incident,
  { choice, text, endedAt }: { choice: CancelChoice; text: string; endedAt: number | null },
  now: number,
  words: Words,
): { fields: IncidentFields; changes: IncidentChanges; update: NewIncidentUpdate | null } {
  const fields = { ...incident, ...changed() }
  const description = text.trim()
  // Readers of the updates see that it is cancelled even where the operator says no more about it.
  const says = description !== '' || choice === 'keep'
  const update = says ? { title: words.headline(choice), ...(description && { description }) } : null
  return { fields, changes: changesBetween(incident, fields) ?? {}, update }

  function changed(): Partial<IncidentFields> {
    switch (choice) {
      case 'keep':
        // No time at all: it affects nothing any more.
        return { title: words.title(incident), endedAt: incident.beganAt }
      case 'endNow':
        return { endedAt: Math.max(Math.floor(now / 1000) * 1000, incident.beganAt ?? -Infinity) }
      case 'newEnd':
        return { endedAt }
      case 'delete':
        return {}
    }
  }
}
