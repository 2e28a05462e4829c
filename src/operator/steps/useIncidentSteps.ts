import type {
  Incident,
  IncidentChanges,
  IncidentUpdate,
  IncidentUpdateChanges,
  NewIncident,
  NewIncidentUpdate,
} from '@/domain/incident/incident'
import { notTakenOver, updateNotTakenOver } from '@/domain/writing/readBack'
import { findSame, findSameUpdate, isEmptyChange, sameUpdateField } from '@/domain/writing/sameContent'
import { DAY_MS } from '@/domain/time/units'
import { useClock } from '@/stores/clock'
import { useProvider } from '@/stores/provider'
import { useStatusStore } from '@/stores/statusStore'
import { takenRecords } from '@/stores/takenRecords'
import { useText } from '@/composables/useText'
import type { Api, Step } from '@/operator/operation/step'
import { useOwnWrites } from '@/operator/operation/ownWrites'
import { changeStep, createStep, removeStep } from '@/operator/operation/writeStep'

interface SayOptions {
  readonly label?: string
  /** Orders of the updates that are there, where they were just read. */
  readonly orders?: readonly number[]
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
  const provider = useProvider()
  const store = useStatusStore(provider, clock)
  const taken = takenRecords(store, clock)
  const own = useOwnWrites(provider)
  const fieldNames = (fields: readonly (keyof IncidentChanges | keyof IncidentUpdateChanges)[]) =>
    fields.map(field => t(`manage.fieldName.${field}`))
  const reading = (id: string) => (api: Api) => api.getIncident(id, { fresh: true })
  const readingUpdate = (incidentId: string, order: number) => (api: Api) => api.getUpdate(incidentId, order, { fresh: true })
  /** What was read back is what the page knows from now on: nothing reads it once more. */

  function create(incident: NewIncident, { label = t('manage.step.create'), done }: CreateOptions = {}): Step {
    return createStep({
      label,
      async listed(api) {
        const { begin, end } = spanOf(incident)
        return (await api.getIncidents({ start: begin - DAY_MS, end: end + DAY_MS, fresh: true })).items
      },
      keyOf: ({ id }) => id,
      seen: () => (isKnown(incident) ? store.incidents.map(({ id }) => id) : null),
      send: api => api.createIncident(incident),
      read: (api, id) => reading(id)(api),
      lost(after) {
        taken.take(after)
        return fieldNames(notTakenOver(incident, after))
      },
      hint: t('manage.operation.phaseDoubt'),
      find: (listed, before) => findSame(incident, listed, before),
      done,
    })
  }

  const spanOf = ({ beganAt, endedAt }: NewIncident) => {
    const begin = beganAt ?? clock.read()
    return { begin, end: Math.max(endedAt ?? begin, begin) }
  }
  /** Whether this page has read what is there at its time. */
  function isKnown(incident: NewIncident): boolean {
    const { begin, end } = spanOf(incident)
    const window = store.loadedWindow
    return store.parts.incidents.readAt !== null && !!window && window.start <= begin && end <= window.end
  }

  function change(id: string, changes: IncidentChanges, { label = t('manage.step.change') }: { label?: string } = {}): Step {
    const { phase, ...rest } = changes
    return changeStep({
      label,
      before: () => own.addToIncident(id, changes),
      send: api => api.updateIncident(id, changes),
      read: reading(id),
      lost(after) {
        taken.take(after)
        own.addToIncident(id, fieldsOf(after, changes))
        return fieldNames(notTakenOver(changes, after))
      },
      ...(phase && {
        hint: t('manage.operation.phaseDoubt'),
        without: isEmptyChange(rest)
          ? { label: t('manage.operation.leavePhase'), step: null }
          : { label: t('manage.operation.withoutPhase'), step: change(id, rest, { label }) },
      }),
    })
  }

  function remove({ id }: Pick<Incident, 'id'>): Step {
    return {
      ...removeStep({ label: t('manage.step.delete'), send: api => api.deleteIncident(id), read: reading(id) }),
      done: () => taken.forget(id),
    }
  }

  /** @param incident its id, asked when it is sent: it may be published only in a step before */
  function say(
    incident: string | (() => string),
    update: NewIncidentUpdate,
    { label = t('manage.step.say'), orders, done }: SayOptions = {},
  ): Step {
    const incidentId = () => (typeof incident === 'string' ? incident : incident())
    return createStep({
      label,
      listed: async api => (await api.getUpdates(incidentId(), { fresh: true })).items,
      keyOf: ({ order }) => order,
      seen: () => orders ?? store.incidents.find(({ id }) => id === incidentId())?.updateOrders ?? null,
      send: api => api.createUpdate(incidentId(), update),
      read: (api, order) => readingUpdate(incidentId(), order)(api),
      lost(after) {
        taken.takeUpdate(after)
        return fieldNames(updateNotTakenOver(update, after))
      },
      find: (listed, before) => findSameUpdate(update, listed, before),
      done: () => done?.(),
    })
  }

  function changeUpdate({ incidentId, order }: IncidentUpdate, changes: IncidentUpdateChanges): Step {
    return changeStep({
      label: t('manage.step.changeUpdate'),
      before: () => own.addToUpdate({ incidentId, order }, changes),
      send: api => api.updateUpdate(incidentId, order, changes),
      read: readingUpdate(incidentId, order),
      lost(after) {
        taken.takeUpdate(after)
        own.addToUpdate(after, fieldsOf(after, changes))
        return fieldNames(updateNotTakenOver(changes, after))
      },
    })
  }

  /**
   * @param update without a title where nobody knows it
   * @param label where it is one of several
   */
  function removeUpdate(
    { incidentId, order, title }: Pick<IncidentUpdate, 'incidentId' | 'order'> & { readonly title?: string },
    label = t('manage.step.deleteUpdate'),
  ): Step {
    return removeStep({
      label,
      send: api => api.deleteUpdate(incidentId, order),
      read: readingUpdate(incidentId, order),
      // Some servers give the order of a deleted update to the next one: then it is gone as well.
      isAnother: other => title !== undefined && !sameUpdateField.title(title, other.title),
    })
  }

  return { create, change, remove, say, changeUpdate, removeUpdate }
}

/** Of what was read back, only what was sent: the rest may be someone else's. */
function fieldsOf<T extends object>(after: T, sent: { readonly [F in keyof T]?: unknown }): Partial<T> {
  return Object.fromEntries(Object.keys(sent).map(field => [field, after[field as keyof T]])) as Partial<T>
}
