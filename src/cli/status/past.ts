import { ref, toRef } from 'vue'
import { useComponentHistory } from '@/composables/useComponentHistory'
import { useStatusAt } from '@/stores/statusAt'
import type { OpenStatus } from '@/cli/openStatus'
import type { StatusSource } from './statusFacts'

/**
 * The status at a past instant, as today's records tell it (docs/domain.md, "Status at a past instant"); read when it is answered.
 * Reads fail as the store's do: they are told in it.
 * @param at epoch milliseconds, before now
 */
export async function readPast({ provider, clock, store, zone }: OpenStatus, at: number): Promise<StatusSource> {
  const { view, load } = useStatusAt(provider, clock, ref(at), ref(zone))
  const { historyOf } = useComponentHistory(
    {
      components: toRef(view, 'listedComponents'),
      incidents: toRef(view, 'incidents'),
      scale: toRef(view, 'scale'),
      observed: toRef(view, 'observed'),
      confirmed: toRef(view, 'confirmed'),
      states: toRef(view, 'states'),
      unclear: toRef(view, 'unclear'),
      now: ref(at),
      zone: ref(zone),
    },
    provider.config,
  )
  // One after the other: what the status brings decides which details the instant needs.
  await store.refresh()
  await load()
  return { provider, clock, zone, store: view, at, historyOf: component => historyOf.value(component) }
}
