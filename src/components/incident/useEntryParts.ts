import { h, type Component } from 'vue'
import type { Incident } from '@/domain/incident/incident'
import type { SeverityScale } from '@/domain/severity/severity'
import { useLinksTo } from '@/composables/useLinksTo'
import ImpactSummary from '@/components/ui/ImpactSummary.vue'
import MarkdownText from '@/components/ui/MarkdownText.vue'
import type { EntryParts } from '@/statusView/incident'

/** A component of the page as a part of a piece: here both are of Vue's tree. */
const part = (component: Component, props: object) => h(component, props) as unknown as JSX.Element

/** Address and parts of an entry that answer only here: its link, its texts in full Markdown, all that it affects. */
export function useEntryParts() {
  const { hrefOf, open } = useLinksTo('incident')
  return {
    hrefOf,
    partsOf: (incident: Incident, scale: SeverityScale, names: ReadonlyMap<string, string>): EntryParts => ({
      text: (text, kind) => text !== '' && part(MarkdownText, { key: text, text, class: kind }),
      impacts: part(ImpactSummary, { incident, scale, names }),
      onOpen: event => open(event, incident.id),
    }),
  }
}
