import { useTimeoutFn } from '@vueuse/core'
import { computed, inject, nextTick, ref, watch, watchEffect, type InjectionKey, type Ref } from 'vue'
import { allGoingOn } from '@/domain/incident/moment'
import { missingGenerations } from '@/domain/incident/phase'
import { FIRST_UPDATES } from './newestUpdates'
import type { StatusView } from './statusStore'

// A server that is slow with updates or names does not hold back the rest.
const DETAILS_WAIT_MS = 1_000

/** Told once, when the first view is drawn as a whole. */
export const firstViewKey: InjectionKey<() => void> = Symbol('firstView')

/**
 * Whether what stands below the banner may be drawn: when the first answers are there, and with them the names of phases
 * and impact types and the newest updates of what is going on, so that nothing jumps while somebody reads. Once true it stays so.
 */
export function useFirstView(view: () => StatusView): Readonly<Ref<boolean>> {
  const isDrawn = ref(false)
  const awaitsDetails = computed(() => {
    const { awaited, parts, moment, newestUpdates, generations, failures } = view()
    const current = allGoingOn(moment)
    const told = current.filter(({ updateOrders }) => updateOrders.length)
    return (
      // Kept names are there with what is kept.
      (awaited.length > 0 && !parts.incidents.isKept) ||
      told.slice(0, FIRST_UPDATES).some(({ id }) => !newestUpdates.has(id)) ||
      (generations !== null &&
        !failures.some(({ part }) => part === 'phases') &&
        missingGenerations([...current, ...moment.upcoming], generations).length > 0)
    )
  })
  const { isPending, start } = useTimeoutFn(() => (isDrawn.value = true), DETAILS_WAIT_MS, { immediate: false })
  watchEffect(() => {
    if (isDrawn.value || view().loading) return
    if (!awaitsDetails.value) isDrawn.value = true
    else if (!isPending.value) start()
  })
  const tell = inject(firstViewKey, null)
  if (tell) watch(isDrawn, () => void nextTick(tell), { once: true })
  return isDrawn
}
