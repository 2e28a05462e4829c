import { useRouter } from 'vue-router'

/** The address of an incident's page as it is passed on, absolute. */
export function useIncidentAddress() {
  const router = useRouter()
  return (id: string): string => new URL(router.resolve({ name: 'incident', params: { id } }).href, document.baseURI).href
}
