import type {
  Incident,
  IncidentChanges,
  IncidentUpdate,
  IncidentUpdateChanges,
  NewIncident,
  NewIncidentUpdate,
} from '@/domain/incident'
import { notTakenOver, updateNotTakenOver } from '@/domain/readBack'
import { findSame, findSameUpdate, sameUpdateField, type Found } from '@/domain/sameContent'
import { useClock } from '@/stores/clock'
import { useText } from '@/shared/composables/useText'
import { ApiError } from '@/domain/apiError'
import type { Api, Step } from '@/features/manage/operation/step'

const DAY_MS = 24 * 3_600_000

interface StepOptions {
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

  function create(incident: NewIncident, { label = t('manage.step.create'), done }: CreateOptions = {}): Step {
    let known: ReadonlySet<string> | null = null
    let id: string | null = null
    const listed = async (api: Api) => {
      const begin = incident.beganAt ?? clock.read()
      const end = Math.max(incident.endedAt ?? begin, begin)
      return (await api.getIncidents({ start: begin - DAY_MS, end: end + DAY_MS, fresh: true })).items
    }
    return {
      label,
      async prepare(api) {
        known ??= new Set((await listed(api)).map(one => one.id))
      },
      async send(api) {
        id = await api.createIncident(incident)
      },
      readBack: async api => fieldNames(notTakenOver(incident, await api.getIncident(id!, { fresh: true }))),
      async lookUp(api) {
        const found = findSame(incident, await listed(api), known ?? new Set())
        if (found.kind === 'one') id = found.item.id
        return arrived(found)
      },
      done: () => done?.(id),
    }
  }

  function change(id: string, changes: IncidentChanges, { label = t('manage.step.change'), done }: StepOptions = {}): Step {
    const lost = async (api: Api) => notTakenOver(changes, await api.getIncident(id, { fresh: true }))
    return {
      label,
      send: api => api.updateIncident(id, changes),
      readBack: async api => fieldNames(await lost(api)),
      lookUp: async api => (await lost(api)).length === 0,
      ...(done && { done }),
    }
  }

  function remove({ id }: Pick<Incident, 'id'>, { label = t('manage.step.delete'), done }: StepOptions = {}): Step {
    return {
      label,
      send: api => api.deleteIncident(id),
      lookUp: api => isGone(() => api.getIncident(id, { fresh: true })),
      ...(done && { done }),
    }
  }

  function say(incidentId: string, update: NewIncidentUpdate, { label = t('manage.step.say'), done }: StepOptions = {}): Step {
    let known: ReadonlySet<number> | null = null
    let order: number | null = null
    const listed = async (api: Api) => (await api.getUpdates(incidentId, { fresh: true })).items
    return {
      label,
      async prepare(api) {
        known ??= new Set((await listed(api)).map(one => one.order))
      },
      async send(api) {
        order = await api.createUpdate(incidentId, update)
      },
      readBack: async api => fieldNames(updateNotTakenOver(update, await api.getUpdate(incidentId, order!, { fresh: true }))),
      async lookUp(api) {
        const found = findSameUpdate(update, await listed(api), known ?? new Set())
        if (found.kind === 'one') order = found.item.order
        return arrived(found)
      },
      ...(done && { done }),
    }
  }

  function changeUpdate({ incidentId, order }: IncidentUpdate, changes: IncidentUpdateChanges, { done }: StepOptions = {}): Step {
    const lost = async (api: Api) => updateNotTakenOver(changes, await api.getUpdate(incidentId, order, { fresh: true }))
    return {
      label: t('manage.step.changeUpdate'),
      send: api => api.updateUpdate(incidentId, order, changes),
      readBack: async api => fieldNames(await lost(api)),
      lookUp: async api => (await lost(api)).length === 0,
      ...(done && { done }),
    }
  }

  function removeUpdate(update: IncidentUpdate, { done }: StepOptions = {}): Step {
    const { incidentId, order } = update
    return {
      label: t('manage.step.deleteUpdate'),
      send: api => api.deleteUpdate(incidentId, order),
      // Some servers give the order of a deleted update to the next one: then it is gone as well.
      lookUp: api =>
        isGone(
          () => api.getUpdate(incidentId, order, { fresh: true }),
          other => !sameUpdateField.title(update.title, other.title),
        ),
      ...(done && { done }),
    }
  }

  return { create, change, remove, say, changeUpdate, removeUpdate, fieldNames }
}

function arrived(found: Found<unknown>): boolean | null {
  return found.kind === 'several' ? null : found.kind === 'one'
}

async function isGone<T>(read: () => Promise<T>, isAnother: (item: T) => boolean = () => false): Promise<boolean> {
  try {
    return isAnother(await read())
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'notFound') return true
    throw error
  }
}
