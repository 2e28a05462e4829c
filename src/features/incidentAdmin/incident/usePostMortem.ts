import type { Incident, IncidentUpdate } from '@/domain/incident/incident'
import { postMortemText } from '@/domain/writing/postMortem'
import { createFormat } from '@/i18n/timeFormat'
import type { Management } from '@/operator/useManagement'
import { useWriting } from '@/operator/useWriting'
import { useDisplay } from '@/composables/display'

/** The post-mortem of an incident that is over, to be filled in: its timeline is what was said. */
export function usePostMortem({ provider, nameOf }: Management) {
  const { write, list, locale } = useWriting(provider)
  const { zone, now } = useDisplay()
  const { dateTime } = createFormat({ zone: () => zone.value, locale: () => locale, now: () => now.value })

  return async (incident: Incident): Promise<{ title: string; description: string }> => {
    // Without the updates there is still all the rest to write.
    const updates: readonly IncidentUpdate[] = await provider.api.getUpdates(incident.id).then(
      ({ items }) => items,
      () => [],
    )
    const names = [...new Set(incident.impacts.map(({ componentId }) => componentId))].map(nameOf)
    const description = postMortemText(incident, updates, {
      whatHappened: write('whatHappened'),
      impact: write('impact'),
      affected: names.length ? write('impactOf', { components: list(names) }) : '',
      timeline: write('timeline'),
      began: write('timelineBegan'),
      ended: write('timelineEnded'),
      rootCause: write('rootCause'),
      whatWeChange: write('whatWeChange'),
      untitledUpdate: write('update'),
      time: dateTime,
    })
    return { title: write('postMortem'), description }
  }
}
