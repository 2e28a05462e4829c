import { computed, onBeforeUnmount, shallowRef, watch, type Ref } from 'vue'
import { dateOf } from '@/domain/time/calendar'
import { isWholeDate, isWholeTime, readTypedDate, readTypedTime } from '@/domain/time/typedTime'
import { addDays, readWallTime, wallTimeOf } from '@/domain/time/wallTime'
import { MINUTE_MS } from '@/domain/time/units'
import { dateOrder, writeDate } from '@/i18n/typedDate'
import { useDisplay } from '@/composables/display'
import { useZones } from './useZones'

/**
 * An instant that is typed as a date and a time of day. What was typed in part stays, and is null; `tell` is told of it, since then
 * null does not mean that there is none.
 */
export function useInstantField(value: Ref<number | null>, tell: (incomplete: boolean) => void) {
  const { locale, now } = useDisplay()
  const { zone } = useZones()
  const date = shallowRef('')
  const time = shallowRef('')
  const incomplete = shallowRef(false)
  const skipped = shallowRef(false)
  /** Whether it is told: not while somebody still types. */
  const told = shallowRef(false)
  /** What this field itself reported last: that comes back as the model and must not touch what is typed. */
  let reported: number | null | undefined

  const order = computed(() => dateOrder(locale.value))
  const readDate = () => readTypedDate(date.value, order.value, dateOf(now.value, zone.value))
  const wall = computed(() => (value.value === null ? '' : wallTimeOf(value.value, zone.value)))

  function write(instant: number | null) {
    const [day = '', clock = ''] = instant === null ? [] : wallTimeOf(instant, zone.value).split('T')
    date.value = day && writeDate(day, locale.value)
    time.value = clock
    skipped.value = false
    tellIncomplete(false)
  }

  watch(
    [value, zone, locale],
    ([instant, ...look], [, ...before]) => {
      const isSameLook = look.every((one, index) => one === before[index])
      if (instant === reported && (isSameLook || instant === null)) return
      reported = instant
      write(instant)
    },
    { immediate: true },
  )

  function report(instant: number | null) {
    reported = instant
    if (instant !== value.value) value.value = instant
  }

  function tellIncomplete(is: boolean) {
    told.value &&= is
    if (incomplete.value === is) return
    incomplete.value = is
    tell(is)
  }

  /** @param isPartial whether something is there that is not yet a time */
  function take(text: string | null, isPartial: boolean) {
    // The field shows minutes only: the seconds that it does not show are not lost by showing the same minute again.
    if (value.value !== null && text?.slice(0, 16) === wall.value) return tellIncomplete(false)
    const reading = text === null ? null : readWallTime(text, zone.value)
    skipped.value = reading?.skipped ?? false
    tellIncomplete(reading === null && isPartial)
    report(reading?.instant ?? null)
  }

  const isTyped = () => date.value.trim() !== '' || time.value.trim() !== ''
  const takeTyped = (day: string | null, clock: string | null) => take(day && clock && `${day}T${clock}`, isTyped())

  /** Something was typed. What may go on (`10.3`, `14`) is not taken for what it says so far. */
  function typed() {
    takeTyped(isWholeDate(date.value) ? readDate() : null, isWholeTime(time.value) ? readTypedTime(time.value) : null)
  }

  /** One of the two fields is left, or the form is sent: what was meant is written out. */
  function settle() {
    const [day, clock] = [readDate(), readTypedTime(time.value)]
    if (day) date.value = writeDate(day, locale.value)
    if (clock) time.value = clock
    takeTyped(day, clock)
  }

  /** As a shortcut means it, also in place of what was typed in part. */
  function set(instant: number | null) {
    report(instant)
    write(instant)
  }

  const thisMinute = () => Math.floor(now.value / MINUTE_MS) * MINUTE_MS
  /** To the next multiple of so many minutes, before or behind. */
  function step(minutes: number) {
    const size = Math.abs(minutes) * MINUTE_MS
    const from = value.value ?? thisMinute()
    set(minutes > 0 ? (Math.floor(from / size) + 1) * size : (Math.ceil(from / size) - 1) * size)
  }

  // What was typed in part goes with its field.
  onBeforeUnmount(() => tellIncomplete(false))

  return {
    date,
    time,
    skipped,
    /** Whether what is there is no time, and nobody types any more. */
    isUnfinished: computed(() => incomplete.value && told.value),
    /** The operator is done with it. */
    leave: () => (told.value = incomplete.value),
    typed,
    settle,
    set,
    step,
    stepDays: (days: number) => set(addDays(value.value ?? thisMinute(), zone.value, days)),
    /** The date that is meant, `2026-03-10`; null where there is none. */
    day: computed(() => (value.value === null ? readDate() : dateOf(value.value, zone.value))),
    setDay(day: string) {
      date.value = writeDate(day, locale.value)
      settle()
    },
    /** As the native control of a phone has it: `2026-03-10T14:30`. */
    wall,
    takeWall(text: string, isPartial: boolean) {
      const [day = '', clock = ''] = text.split('T')
      date.value = day && writeDate(day, locale.value)
      time.value = clock.slice(0, 5)
      take(text || null, text !== '' || isPartial)
    },
    report,
    thisMinute,
  }
}
