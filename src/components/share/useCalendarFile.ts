import { computed, ref } from 'vue'
import { eventTime, eventUid, isEventTime, type CalendarEvent } from '@/domain/incident/calendarEvent'
import { fileNameOf } from '@/domain/fileName'
import type { Incident } from '@/domain/incident/incident'
import { useDisplay } from '@/composables/display'
import { useText } from '@/composables/useText'
import { useIncidentAddress } from '@/components/incident/useIncidentAddress'
import { useIncidentTitle } from '@/components/incident/useIncidentTitle'
import { saveFile } from '@/components/ui/saveFile'
import { affectedNames } from '@/statusView/model/affectedNames'

interface CalendarSource {
  readonly incidents: readonly Incident[]
  /** Component names by id. */
  readonly names: ReadonlyMap<string, string>
  /** Of the API that the incidents come from, as it is configured. */
  readonly apiUrl: string
}

/** Maintenance as a file for calendars: which of the incidents are events, why one is none, and the file when somebody wants it. */
export function useCalendarFile(source: () => CalendarSource) {
  const { t } = useText()
  const { now } = useDisplay()
  const titleOf = useIncidentTitle()
  const addressOf = useIncidentAddress()
  const told = ref('')
  const failed = ref(false)

  const times = computed(() => source().incidents.map(incident => ({ incident, time: eventTime(incident, now.value) })))
  const events = computed(() => times.value.flatMap(({ incident, time }) => (isEventTime(time) ? [{ incident, ...time }] : [])))
  /** Why one is no event; null where there is nothing to say. */
  const reason = computed(() => times.value.map(({ time }) => time).find(time => typeof time === 'string') ?? null)

  function componentsOf(incident: Incident): string {
    const affected = affectedNames({ t }, incident, source().names)
    return affected.length
      ? `${t('app.label', { name: t('incident.componentsAffected') })} ${affected.join(', ')}`
      : t('incident.noImpacts')
  }

  /** @param only the one that gives the file its name; undefined = the file is of all of them */
  async function download(only: Incident | undefined): Promise<void> {
    const modules = await Promise.all([import('@/composables/calendarFile'), import('@/components/ui/plainText')]).catch(
      () => null,
    )
    failed.value = modules === null
    told.value = ''
    if (!modules) return
    const [{ calendarFile }, { plainText }] = modules
    const described = events.value.map(({ incident, start, end }): CalendarEvent => {
      const url = addressOf(incident.id)
      return {
        uid: eventUid(incident.id, new URL(source().apiUrl, document.baseURI).href),
        start,
        end,
        title: titleOf(incident),
        description: [plainText(incident.description), componentsOf(incident), url].filter(part => part !== '').join('\n\n'),
        url,
      }
    })
    const ofAll = fileNameOf(t('maintenance.title'), 'maintenance')
    const name = `${only ? fileNameOf(titleOf(only), ofAll) : ofAll}.ics`
    saveFile(name, calendarFile(described, now.value), 'text/calendar;charset=utf-8')
    told.value = t('calendar.made', { name })
  }

  return { events, reason, told, failed, download }
}
