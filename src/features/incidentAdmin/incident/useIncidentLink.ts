import { useRouter } from 'vue-router'
import type { Incident } from '@/domain/incident/incident'
import { isWrittenLink } from '@/i18n/writing'
import { useWriting } from '@/operator/useWriting'
import type { Provider } from '@/stores/provider'

/** The API has no link between incidents: in one that comes of another, a sentence with the address of the earlier one stands for it. */
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

  const linkTo = (incident: Incident, text: 'continues' | 'splitFrom' | 'seeAlso'): string =>
    write(text, { title: titleOf(incident).replace(/[[\]\\]/g, '\\$&'), address: addressOf(incident.id) })

  return {
    linkTo,
    /** What one that comes of another has of it besides the phase. */
    textsOf: (incident: Incident, text: 'continues' | 'splitFrom' = 'continues') => ({
      title: titleOf(incident),
      linkText: linkTo(incident, text),
      isLink: isWrittenLink,
    }),
  }
}
