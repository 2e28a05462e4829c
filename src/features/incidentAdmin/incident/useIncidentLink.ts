import { useRouter } from 'vue-router'
import type { Incident } from '@/domain/incident/incident'
import { useWriting } from '@/operator/useWriting'
import type { Provider } from '@/stores/provider'

/** The API has no link between incidents: a sentence with the address of the earlier one stands for it. */
export function useIncidentLink(provider: Provider) {
  const router = useRouter()
  const { write, titleOf } = useWriting(provider)
  const { publicUrl } = provider.config

  /** Where readers find it, whatever address the operator has opened. */
  function addressOf(id: string): string {
    const { href } = router.resolve({ name: 'incident', params: { id } })
    if (publicUrl === null) return new URL(href, document.baseURI).href
    const folder = new URL('.', document.baseURI).pathname
    const path = href.startsWith(folder) ? href.slice(folder.length) : href.replace(/^\//, '')
    return new URL(path, `${publicUrl.replace(/\/$/, '')}/`).href
  }

  return {
    linkTo: (incident: Incident, text: 'continues' | 'splitFrom' | 'seeAlso' = 'continues'): string =>
      write(text, { title: titleOf(incident).replace(/[[\]\\]/g, '\\$&'), address: addressOf(incident.id) }),
  }
}
