const earliest = -62_167_219_200_000 // 0000-01-01T00:00:00Z
const latest = 253_402_300_799_999 // 9999-12-31T23:59:59.999Z

const rfc3339 =
  /^(\d{4}-\d\d-(\d\d))[Tt ]((?:[01]\d|2[0-3]):[0-5]\d):([0-5]\d|60)(?:\.(\d+))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/

/**
 * Epoch milliseconds (integer) of an RFC 3339 time with any offset and fraction, null where it is none. The fraction is
 * cut to milliseconds. A time without an offset names no instant, so it is null. `Date.parse` alone is too generous for this:
 * it takes local times, dates alone and the 31st of February.
 */
export function parseTime(text: string): number | null {
  const match = rfc3339.exec(text)
  if (!match) return null
  const [, date, day, time, second, fraction = '', sign, hours, minutes] = match
  const minute = Date.parse(`${date}T${time}Z`)
  if (new Date(minute).getUTCDate() !== Number(day)) return null
  const offsetMs = sign ? Number(sign + 60_000) * (Number(hours) * 60 + Number(minutes)) : 0
  // Second 60 is a leap second and becomes the next minute.
  // At the very ends an offset can lead out of the years that RFC 3339 can write; such a time must stay writable.
  return clamp(minute + Number(second) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3)) - offsetMs)
}

const yearTwo = -62_104_060_800_000 // 0002-01-01T00:00:00Z

/**
 * Whether a time stands for none: Go writes its zero time, which lies in the year 1, for "not set" (docs/domain.md, "Odd times"); in
 * a zone west of Greenwich that is the last evening of the year 0.
 */
export function isNoTime(text: string): boolean {
  const instant = parseTime(text)
  return instant !== null && (instant < yearTwo || text.startsWith('0001-'))
}

/** UTC RFC 3339 of epoch milliseconds. Throws RangeError outside the years 0 to 9999: check a draft before it is sent. */
export function formatTime(epochMs: number): string {
  if (!(epochMs >= earliest && epochMs <= latest)) throw new RangeError(`${epochMs} ms is no time that RFC 3339 can write`)
  return new Date(epochMs).toISOString()
}

/** As formatTime for the bounds of a question, where "since ever" may be asked: kept within the years 0 to 9999. */
export function windowTime(epochMs: number): string
export function windowTime(epochMs: number | undefined): string | undefined
export function windowTime(epochMs: number | undefined): string | undefined {
  return epochMs === undefined ? undefined : formatTime(clamp(epochMs))
}

const clamp = (epochMs: number) => Math.min(latest, Math.max(earliest, epochMs))
