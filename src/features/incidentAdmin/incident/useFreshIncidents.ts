import { computed, shallowRef } from 'vue'
import { hasGaps } from '@/domain/incident/impactSet'
import type { Incident } from '@/domain/incident/incident'
import { isChangedByOthers } from '@/domain/writing/conflict'
import { useOwnWrites } from '@/operator/operation/ownWrites'
import { nullIfNotFound } from '@/operator/operation/nullIfNotFound'
import { useAsyncRead } from '@/operator/operation/useAsyncRead'
import type { Management } from '@/operator/useManagement'

/** What someone else did to an incident; `after` is null where it is gone. */
export interface ChangedIncident {
  readonly before: Incident
  readonly after: Incident | null
}

/**
 * The incidents that a dialog is about, read again before anything is written. What someone else changed in between is shown
 * first: nothing is sent that the operator has not seen (docs/domain.md, "Read again before writing").
 */
export function useFreshIncidents({ provider }: Pick<Management, 'provider'>, shown: readonly Incident[]) {
  const incidents = shallowRef(shown)
  const changed = shallowRef<readonly ChangedIncident[]>([])
  const { reading: busy, error, read } = useAsyncRead()
  const own = useOwnWrites(provider)
  /** Incidents that got an update from here, or lost one. */
  const updated = new Set<string>()

  const isChanged = (before: Incident, after: Incident) =>
    isChangedByOthers(before, after, own.ofIncident(after.id)) ||
    (!updated.has(after.id) && before.updateOrders.join() !== after.updateOrders.join())

  /** Whether they are as they are shown. Otherwise they are shown anew, or could not be read. */
  async function confirm(): Promise<boolean> {
    const readOne = (id: string) => nullIfNotFound(provider.api.getIncident(id, { fresh: true }))
    const answers = await read<readonly { before: Incident; after: Incident | null }[]>(
      () => Promise.all(incidents.value.map(async before => ({ before, after: await readOne(before.id) }))),
      () => incidents.value.map(before => ({ before, after: before })),
    )
    if (!answers) return false
    changed.value = answers.filter(({ before, after }) => !after || isChanged(before, after))
    updated.clear()
    incidents.value = answers.flatMap(({ after }) => after ?? [])
    return !changed.value.length
  }

  return {
    incidents,
    changed,
    busy,
    error,
    confirm,
    /** An update was published from here, or deleted: that there are others now is no change by someone else. */
    expectUpdate: (id: string) => void updated.add(id),
  }
}

/** The same of a single incident. */
export function useFreshIncident(management: Pick<Management, 'provider'>, incident: Incident) {
  const fresh = useFreshIncidents(management, [incident])
  /** null = someone else has deleted it. */
  const shown = computed(() => fresh.incidents.value[0] ?? null)
  return {
    ...fresh,
    shown,
    /** Whether its impacts cannot be written as they are. */
    gaps: computed(() => shown.value !== null && hasGaps(shown.value.impacts)),
  }
}
