import { cutAt } from './impactChange'
import type { Incident, IncidentChanges, NewIncidentUpdate, PhaseReference } from '@/domain/incident/incident'
import { changesBetween } from './incidentDraft'
import type { IncidentFields } from './sameContent'

/** `keep`: it stays, marked as cancelled. `endNow` and `newEnd` are for what is in progress. */
export type CancelChoice = 'keep' | 'delete' | 'endNow' | 'newEnd'

/** What the operator chose; `endedAt` is the other end of `newEnd`, epoch milliseconds. */
interface Cancellation {
  readonly choice: CancelChoice
  readonly text: string
  readonly endedAt: number | null
  /** The phase of what is over; null leaves it as it is. */
  readonly phase?: PhaseReference | null
}

/** Whether nothing of it is left afterwards: then it is in its last phase. A new end may still be to come. */
export function isOverAfter({ choice, endedAt }: Pick<Cancellation, 'choice' | 'endedAt'>, now: number): boolean {
  return choice === 'keep' || choice === 'endNow' || (choice === 'newEnd' && endedAt !== null && endedAt <= now)
}

interface Words {
  /** The title of what is cancelled, also where it had none. */
  readonly title: (incident: Pick<Incident, 'title' | 'impacts'>) => string
  readonly headline: (choice: CancelChoice) => string
}

/**
 * What a choice means for a maintenance (ours): its fields, and what is said about it. `changes` are {} where nothing is to be
 * sent, and while they cannot be written (see changesBetween).
 * @param now epoch milliseconds
 */
export function cancellationOf(
  incident: Incident,
  { choice, text, endedAt, phase = null }: Cancellation,
  now: number,
  words: Words,
): { fields: IncidentFields; changes: IncidentChanges; update: NewIncidentUpdate | null } {
  const over = phase && isOverAfter({ choice, endedAt }, now) ? { phase } : {}
  const fields = { ...incident, ...changed(), ...over }
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
        return { endedAt: cutAt(incident, now) }
      case 'newEnd':
        return { endedAt }
      case 'delete':
        return {}
    }
  }
}
