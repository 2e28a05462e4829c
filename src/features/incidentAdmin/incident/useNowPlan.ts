import { withLastPhase } from '@/domain/writing/firstPhase'
import { historyChanges, withParagraph } from '@/domain/writing/impactChange'
import type { Incident, NewIncidentUpdate } from '@/domain/incident/incident'
import { changesBetween, kindOf } from '@/domain/writing/incidentDraft'
import { changeFromNow, type NowPlan } from '@/domain/writing/nowChange'
import type { IncidentFields } from '@/domain/writing/sameContent'
import type { Management } from '@/operator/useManagement'
import { useWriting } from '@/operator/useWriting'
import { useIncidentLink } from './useIncidentLink'
import { useWrittenNames } from './useWrittenNames'

/** What "from now on" sends for an incident as it should be. */
export function useNowPlan({ provider, nameOf, phaseFor, lastPhase }: Management) {
  const { write, titleOf } = useWriting(provider)
  const namesOf = useWrittenNames({ provider, nameOf })
  const { linkTo, textsOf } = useIncidentLink(provider)

  /**
   * What goes on has the texts and the phase that were changed with the impacts. What ends is in its last phase.
   * @param now epoch milliseconds
   * @param update what is said about it
   */
  return (theirs: Incident, merged: IncidentFields, now: number, update: NewIncidentUpdate | null): NowPlan | null => {
    const phase = phaseFor(merged)
    if (!phase) return null
    const { description, beganAt, endedAt } = merged
    const changed = historyChanges(theirs, merged.impacts, now)
    const plan = changeFromNow({ ...theirs, description, beganAt }, merged.impacts, now, {
      ...textsOf(theirs),
      title: titleOf(merged),
      phase,
      ...(endedAt !== theirs.endedAt && { endedAt }),
      beside: {
        title: write('besideTitle', { title: titleOf(merged), components: namesOf(changed.map(one => one.componentId)) }),
        description: withParagraph(update?.description ?? '', linkTo(theirs, 'seeAlso')),
      },
    })
    if (!plan) return null
    if (plan.way === 'beside') {
      const changes = changesBetween(theirs, { ...merged, impacts: theirs.impacts })
      return changes && { ...plan, changes }
    }
    const ended = {
      // The begin is that of what ends now.
      ...(beganAt !== theirs.beganAt && { beganAt }),
      ...plan.changes,
      ...(plan.way === 'end' && merged.phase && { phase: merged.phase }),
    }
    return { ...plan, changes: withLastPhase(theirs, ended, lastPhase(kindOf(theirs))) }
  }
}
