const earliest = -62_167_219_200_000 // 0000-01-01T00:00:00Z
const latest = 253_402_300_799_999 // 9999-12-31T23:59:59.999Z

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/

/**
 * Epoch milliseconds (integer) of an RFC 3339 time with any offset and fraction, null where it is none. The fraction is
 * cut to milliseconds. A time without an offset names no instant, so it is null. `Date.parse` is too generous for this:
 * it takes local times, dates alone and the 31st of February.
 */
export function parseTime(text: string): number | null {
  const match = rfc3339.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const offsetHours = Number(match[9] ?? 0)
  const offsetMinutes = Number(match[10] ?? 0)
  // Second 60 is a leap second and becomes the next minute.
  if (hour > 23 || minute > 59 || second > 60 || offsetHours > 23 || offsetMinutes > 59) return null
  // Not Date.UTC: that reads the years 0 to 99 as 1900 to 1999.
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  date.setUTCHours(hour, minute, second, Number((match[7] ?? '').padEnd(3, '0').slice(0, 3)))
  const offsetMs = (offsetHours * 60 + offsetMinutes) * 60_000 * (match[8] === '-' ? -1 : 1)
  // At the very ends an offset can lead out of the years that RFC 3339 can write; such a time must stay writable.
  return clamp(date.getTime() - offsetMs)
}

const yearTwo = -62_104_060_800_000 // 0002-01-01T00:00:00Z

/**
 * Whether a time stands for none: Go writes its zero time, which lies in the year 1, for "not set" (domain.md, "odd times"); in a zone
 * west of Greenwich that is the last evening of the year 0.
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
