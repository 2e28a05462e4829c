import { computed, inject } from 'vue'
import { wallTimeOf } from '@/domain/wallTime'
import { useDisplay } from '@/shared/composables/display'
import { useText } from '@/shared/composables/useText'
import { providerKey } from '@/stores/provider'

/** A zone that matters to whoever types a time, with the name that it has for people. */
export interface NamedZone {
  readonly zone: string
  readonly name: string
}

/** The zones that an operator has to do with besides the displayed one, and times in them. */
export function useZones() {
  const { t } = useText()
  const { zone: shown, locale } = useDisplay()
  const configured = inject(providerKey, null)?.config.timeZone ?? 'local'
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone

  const candidates = computed((): NamedZone[] => [
    { zone: 'UTC', name: 'UTC' },
    { zone: device, name: t('manage.field.zoneDevice', { zone: device }) },
    ...(configured === 'local' || configured === 'utc'
      ? []
      : [{ zone: configured, name: t('manage.field.zoneProvider', { zone: configured }) }]),
  ])

  /** Those whose clocks say something else at this instant than the zones before them; UTC always, since it is what is sent. */
  function otherZones(instant: number): NamedZone[] {
    const seen = new Set([wallTimeOf(instant, shown.value)])
    return candidates.value.filter(({ zone }) => {
      if (zone === shown.value) return false
      const wall = wallTimeOf(instant, zone)
      const isNew = zone === 'UTC' || !seen.has(wall)
      seen.add(wall)
      return isNew
    })
  }

  const format = (zone: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale.value, { ...options, timeZone: zone, hourCycle: 'h23' })
  const clock = { hour: '2-digit', minute: '2-digit' } as const

  return {
    otherZones,
    /** Day and time in a zone, without its name. */
    dayTimeIn: (instant: number, zone: string) =>
      format(zone, { weekday: 'short', day: 'numeric', month: 'short', ...clock }).format(instant),
    /** The time in a zone with its offset, which tells apart what clocks show twice. */
    timeIn: (instant: number, zone: string) => format(zone, { ...clock, timeZoneName: 'shortOffset' }).format(instant),
  }
}
