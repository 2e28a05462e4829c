import { computed, watchEffect, type Ref } from 'vue'
import { ianaZone } from '@/config/choices'
import { unrecordedAt } from '@/domain/time/calendar'
import type { PhaseList } from '@/domain/catalog/catalog'
import type { ServiceComponent } from '@/domain/component/component'
import type { Incident } from '@/domain/incident/incident'
import { nextChangeAfter } from '@/domain/incident/moment'
import { nextDoubtAfter, unclearAt } from '@/domain/incident/oddTimes'
import { sameItems } from '@/domain/sameValue'
import type { Clock } from './clock'
import type { Provider } from './provider'

interface StatusFacts {
  readonly components: Readonly<Ref<readonly ServiceComponent[]>>
  readonly incidents: Readonly<Ref<readonly Incident[]>>
  /** Since when nothing has begun or ended, epoch milliseconds. */
  readonly settledAt: Readonly<Ref<number>>
  readonly generations: Readonly<Ref<ReadonlyMap<number, PhaseList>>>
}

/** What keeps the states of components from being known, however well everything could be read. */
export function statusDoubts({ config }: Provider, clock: Clock, { components, incidents, settledAt, generations }: StatusFacts) {
  /** The ids of components that are not on record yet; the same set as long as it says the same. Days begin in the provider's zone. */
  const unrecorded = computed<ReadonlySet<string>>(before => {
    const ids = unrecordedAt(components.value, config, ianaZone(config.timeZone), clock.now.value)
    return before && sameItems([...before], [...ids]) ? before : ids
  })
  return {
    unrecorded,
    /** The incidents of which nobody can tell whether they go on. */
    unclear: computed(() => unclearAt(incidents.value, settledAt.value, generations.value)),
    isRecorded: ({ id }: ServiceComponent) => !unrecorded.value.has(id),
  }
}

/**
 * Moves the clock exactly when a status changes by time alone: when something begins or ends, and when what was read becomes too old.
 * @param confirmedAt when it was read, epoch milliseconds; null = never
 */
export function wakeForChanges(
  { id, config }: Provider,
  clock: Clock,
  { incidents, confirmedAt }: Pick<StatusFacts, 'incidents'> & { readonly confirmedAt: Readonly<Ref<number | null>> },
): void {
  watchEffect(() => {
    const wishes = [nextChangeAfter, nextDoubtAfter].map(next => next(incidents.value, clock.now.value))
    const next = Math.min(...wishes.map(instant => instant ?? Infinity))
    clock.wakeAt(next === Infinity ? null : next, id)
  })
  watchEffect(() =>
    clock.wakeAt(confirmedAt.value === null ? null : confirmedAt.value + config.staleAfterSeconds * 1000 + 1, `${id} age`),
  )
}
