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

/** The parts of a status page that an address may name, `?embed=banner,components`; they keep the order of the page. */
const EMBED_PARTS = ['banner', 'incidents', 'maintenance', 'components'] as const
type EmbedPart = (typeof EMBED_PARTS)[number]

/** The parts that are shown: all of them where the page is not embedded, and where the address names none that there is. */
export function useShownParts(): ComputedRef<readonly EmbedPart[]> {
  const embedded = useEmbedded()
  const route = useRoute()
  return computed(() => {
    const names = String(embedded.value ? route.query['embed'] : '').split(',')
    const named = EMBED_PARTS.filter(part => names.includes(part))
    return named.length ? named : EMBED_PARTS
  })
}
