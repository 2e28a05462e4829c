const DAY = /^(\d{4})-(\d\d)-(\d\d)$/
const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i

const isDay = (text: string) => {
  const [, year, month, day] = DAY.exec(text) ?? []
  // Date.parse alone would let 30 February through in some engines.
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** A calendar day (2026-01-01) or an RFC 3339 instant with its offset (2026-01-01T08:00:00Z). */
export const isInstantOrDay = (text: string) => isDay(INSTANT.exec(text)?.[1] ?? text)

/** "local" (the visitor's zone), "utc", or a name of the IANA list that this engine knows. */
export const isTimeZone = (text: string) => {
  if (text === 'local' || text === 'utc') return true
  // Offsets are zones for some engines only, and have no daylight saving time.
  if (/^[+-]/.test(text)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}
