import type {
  Incident,
  IncidentChanges,
  IncidentUpdate,
  IncidentUpdateChanges,
  NewIncident,
  NewIncidentUpdate,
} from '@/domain/incident'
import { notTakenOver, updateNotTakenOver } from '@/domain/readBack'
import { findSame, findSameUpdate, sameUpdateField } from '@/domain/sameContent'
import { useClock } from '@/stores/clock'
import { useText } from '@/shared/composables/useText'
import type { Api, Step } from '@/operator/operation/step'
import { changeStep, createStep, removeStep } from '@/operator/operation/writeStep'

const DAY_MS = 24 * 3_600_000

interface SayOptions {
  readonly label?: string
  readonly done?: (() => void) | undefined
}
interface CreateOptions {
  readonly label?: string
  /** Given the id that the server chose; null = the operator knows that it is there, and nobody knows its id. */
  readonly done?: (id: string | null) => void
}

/** The writes of incidents and updates as steps: each knows how to read back what it wrote, and how to find out whether it arrived. */
export function useIncidentSteps() {
  const { t } = useText()
  const clock = useClock()
  const fieldNames = (fields: readonly (keyof IncidentChanges | keyof IncidentUpdateChanges)[]) =>
    fields.map(field => t(`manage.fieldName.${field}`))
  const reading = (id: string) => (api: Api) => api.getIncident(id, { fresh: true })
  const readingUpdate = (incidentId: string, order: number) => (api: Api) => api.getUpdate(incidentId, order, { fresh: true })

  function create(incident: NewIncident, { label = t('manage.step.create'), done }: CreateOptions = {}): Step {
    return createStep({
      label,
      async listed(api) {
        const begin = incident.beganAt ?? clock.read()
        const end = Math.max(incident.endedAt ?? begin, begin)
        return (await api.getIncidents({ start: begin - DAY_MS, end: end + DAY_MS, fresh: true })).items
      },
      keyOf: ({ id }) => id,
      send: api => api.createIncident(incident),
      read: (api, id) => reading(id)(api),
      lost: after => fieldNames(notTakenOver(incident, after)),
      find: (listed, before) => findSame(incident, listed, before),
      done,
    })
  }

  function change(id: string, changes: IncidentChanges, { label = t('manage.step.change') }: { label?: string } = {}): Step {
    return changeStep({
      label,
      send: api => api.updateIncident(id, changes),
      read: reading(id),
      lost: after => fieldNames(notTakenOver(changes, after)),
    })
  }

  function remove({ id }: Pick<Incident, 'id'>): Step {
    return removeStep({ label: t('manage.step.delete'), send: api => api.deleteIncident(id), read: reading(id) })
  }

  function say(incidentId: string, update: NewIncidentUpdate, { label = t('manage.step.say'), done }: SayOptions = {}): Step {
    return createStep({
      label,
      listed: async api => (await api.getUpdates(incidentId, { fresh: true })).items,
      keyOf: ({ order }) => order,
      send: api => api.createUpdate(incidentId, update),
      read: (api, order) => readingUpdate(incidentId, order)(api),
      lost: after => fieldNames(updateNotTakenOver(update, after)),
      find: (listed, before) => findSameUpdate(update, listed, before),
      done: () => done?.(),
    })
  }

  function changeUpdate({ incidentId, order }: IncidentUpdate, changes: IncidentUpdateChanges): Step {
    return changeStep({
      label: t('manage.step.changeUpdate'),
      send: api => api.updateUpdate(incidentId, order, changes),
      read: readingUpdate(incidentId, order),
      lost: after => fieldNames(updateNotTakenOver(changes, after)),
    })
  }

  function removeUpdate({ incidentId, order, title }: IncidentUpdate): Step {
    return removeStep({
      label: t('manage.step.deleteUpdate'),
      send: api => api.deleteUpdate(incidentId, order),
      read: readingUpdate(incidentId, order),
      // Some servers give the order of a deleted update to the next one: then it is gone as well.
      isAnother: other => !sameUpdateField.title(title, other.title),
    })
  }

  return { create, change, remove, say, changeUpdate, removeUpdate }
}
