import { computed, inject, onScopeDispose, shallowRef } from 'vue'
import { dateOf } from '@/domain/time/calendar'
import { wallTimeOf } from '@/domain/time/wallTime'
import { useDisplay } from '@/composables/display'
import { useText } from '@/composables/useText'
import { providerKey } from '@/stores/provider'

/** A zone that matters to whoever types a time, with the name that it has for people. */
interface NamedZone {
  readonly zone: string
  readonly name: string
}

/** In which zone times are typed; null = the displayed one. One choice for all fields, and gone with the last of them. */
const chosen = shallowRef<string | null>(null)
let users = 0

/** The zone in which times are typed, those that an operator has to do with besides it, and times in them. */
export function useZones() {
  const { t } = useText()
  const { zone: shown, locale } = useDisplay()
  const configured = inject(providerKey, null)?.config.timeZone ?? 'local'
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone
  const zone = computed(() => chosen.value ?? shown.value)

  users++
  onScopeDispose(() => {
    users--
    if (!users) chosen.value = null
  })

  const candidates = computed((): NamedZone[] => [
    { zone: 'UTC', name: 'UTC' },
    ...(zone.value === shown.value ? [] : [{ zone: shown.value, name: t('manage.field.zonePage', { zone: shown.value }) }]),
    { zone: device, name: t('manage.field.zoneDevice', { zone: device }) },
    ...(configured === 'local' || configured === 'utc'
      ? []
      : [{ zone: configured, name: t('manage.field.zoneProvider', { zone: configured }) }]),
  ])

  /** Those whose clocks say something else at this instant than the zones before them; UTC always, since it is what is sent. */
  function otherZones(instant: number): NamedZone[] {
    const seen = new Set([wallTimeOf(instant, zone.value)])
    return candidates.value.filter(({ zone: other }) => {
      if (other === zone.value) return false
      const wall = wallTimeOf(instant, other)
      const isNew = other === 'UTC' || !seen.has(wall)
      seen.add(wall)
      return isNew
    })
  }

  const format = (inZone: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale.value, { ...options, timeZone: inZone, hourCycle: 'h23' })
  const clock = { hour: '2-digit', minute: '2-digit' } as const
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
  /** Time in a zone; its day as well where that is another one than that of a second instant there. */
  const timeBeside = (instant: number, inZone: string, date: string) =>
    format(inZone, dateOf(instant, inZone) === date ? clock : { ...day, ...clock }).format(instant)

  return {
    zone,
    shown,
    /** Types and shows times in another zone, in all fields alike; the instants stay. */
    choose: (wanted: string | null) => (chosen.value = wanted === shown.value ? null : wanted),
    /** Those that are likely meant: listed before all others. */
    likelyZones: computed(() => [
      { zone: shown.value, name: t('manage.field.zonePage', { zone: shown.value }) },
      ...candidates.value,
    ]),
    otherZones,
    /** The day in the zone of the fields, with its year. */
    dayIn: (instant: number) =>
      format(zone.value, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(instant),
    timeBeside,
    /** From one instant to another in the zone of the fields; what both have in common is said once. */
    spanIn: (from: number, to: number) => format(zone.value, { ...day, year: 'numeric', ...clock }).formatRange(from, to),
    /** The time in a zone with its offset, which tells apart what clocks show twice. */
    timeIn: (instant: number, inZone: string) => format(inZone, { ...clock, timeZoneName: 'shortOffset' }).format(instant),
  }
}
