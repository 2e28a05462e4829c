import { ApiError } from '@/domain/apiError'
import { newUpdateOf, type UpdateDraft } from '@/domain/writing/incidentDraft'
import type { NewIncident } from '@/domain/incident/incident'
import { useText } from '@/composables/useText'
import { useZones } from '@/operator/form/useZones'
import { useIncidentSteps } from '@/operator/steps/useIncidentSteps'
import type { Step } from '@/operator/operation/step'

interface NewParts {
  /** Those that are yet to be published: one, or each date of a maintenance that comes again. */
  readonly incidents: readonly NewIncident[]
  readonly late: readonly UpdateDraft[]
  /** What saying something is called; by default it is numbered. */
  readonly sayLabel?: string
  /** The id of the incident, once there is one. */
  readonly id: () => string | null
  readonly created?: (id: string | null, incident: NewIncident) => void
  readonly said?: (update: UpdateDraft) => void
}

/** The writes of something new: the incident, or one for each of its dates, then what was said while it lasted. */
export function useNewSteps() {
  const { t } = useText()
  const steps = useIncidentSteps()
  const { spanIn } = useZones()

  return ({ incidents, late, sayLabel, id, created, said }: NewParts): Step[] => {
    const say = (update: UpdateDraft, index: number): Step =>
      steps.say(knownId, newUpdateOf(update), {
        label: sayLabel ?? t('manage.editor.late.step', { n: index + 1 }),
        done: () => said?.(update),
      })
    /** The id is known only when the step before it is done; not even then where that was taken as done. */
    function knownId(): string {
      const known = id()
      if (known === null) throw new ApiError('malformed', { method: 'POST', path: '' })
      return known
    }
    const create = (incident: NewIncident) => {
      const { beganAt, endedAt } = incident
      return steps.create(incident, {
        // Only their times tell them apart.
        ...(incidents.length > 1 &&
          typeof beganAt === 'number' &&
          typeof endedAt === 'number' && { label: t('manage.repeat.step', { time: spanIn(beganAt, endedAt) }) }),
        done: key => created?.(key, incident),
      })
    }
    return [...incidents.map(create), ...late.map(say)]
  }
}
