import { computed } from 'vue'
import type { Management } from '@/operator/useManagement'
import { useIncident } from '@/stores/useIncident'

/** One incident to write on. Where it cannot be read, what the list says of it is enough: a read that fails stops nobody. */
export function useManagedIncident({ provider, clock, store }: Management, id: () => string) {
  const { incident: read, ...rest } = useIncident(provider, clock, store, id)
  const listed = computed(() => store.incidents.find(one => one.id === id()) ?? null)
  const { error } = rest
  return {
    ...rest,
    incident: computed(() => read.value ?? (error.value && error.value.kind !== 'notFound' ? listed.value : null)),
  }
}
