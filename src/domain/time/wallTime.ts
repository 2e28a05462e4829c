/**
 * Instants as people read them from a clock on the wall of a zone, and back. Instants are epoch milliseconds, zones IANA names
 * (`UTC` included), texts what `<input type="datetime-local">` holds: `2026-03-29T02:30`, to the minute.
 */

/** What a wall time means. */
export interface WallTimeReading {
  /** Epoch milliseconds. */
  readonly instant: number
  /** The other instant of this wall time where clocks go back and it comes twice; null where it is the only one. */
  readonly other: number | null
  /** The wall time is left out where clocks go forward; the instant lies behind the gap by as much as the text lay in it. */
  readonly skipped: boolean
}

/** The wall time of an instant, cut to the minute. */
export function wallTimeOf(instant: number, zone: string): string {
  return zoned(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/**
 * The instant of a wall time, by Temporal's `compatible` rule: of two the earlier one, in a gap the one behind it.
 * @returns null where the text is no wall time
 */
export function readWallTime(text: string, zone: string): WallTimeReading | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(text)) return null
  try {
    const wall = Temporal.PlainDateTime.from(text)
    const [earlier, later] = (['earlier', 'later'] as const).map(disambiguation => wall.toZonedDateTime(zone, { disambiguation }))
    const exists = earlier!.toPlainDateTime().equals(wall)
    if (exists) {
      const other = later!.epochMilliseconds === earlier!.epochMilliseconds ? null : later!.epochMilliseconds
      return { instant: earlier!.epochMilliseconds, other, skipped: false }
    }
    return { instant: later!.epochMilliseconds, other: null, skipped: true }
  } catch {
    // A date that no calendar has, or one that no clock reaches.
    return null
  }
}

/** The other instant that has the same wall time in the zone, seconds included; null where there is none. */
export function twinOf(instant: number, zone: string): number | null {
  const wall = zoned(instant, zone).toPlainDateTime()
  const both = (['earlier', 'later'] as const).map(
    disambiguation => wall.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
  )
  return both.find(one => one !== instant) ?? null
}

/** The same wall time some calendar days later in the zone, earlier for a negative number: a day has 23 to 25 hours. */
export function addDays(instant: number, zone: string, days: number): number {
  return zoned(instant, zone).add({ days }).epochMilliseconds
}

const zoned = (instant: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
