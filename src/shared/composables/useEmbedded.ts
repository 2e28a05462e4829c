import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter, type RouteLocation } from 'vue-router'

/** Whether an address asks for its page alone, to stand in a frame of another page: `?embed`. */
export const isEmbedded = ({ query }: Pick<RouteLocation, 'query'>): boolean => 'embed' in query

export function useEmbedded(): ComputedRef<boolean> {
  const router = useRouter()
  const route = useRoute()
  // Until the first page is there, the address tells.
  return computed(() => isEmbedded(route.matched.length ? route : router.resolve(router.options.history.location)))
}
