/** A line of an iCalendar file, taken apart. `value` is as it stands there, still escaped. */
export interface CalendarLine {
  readonly name: string
  readonly parameters: string
  readonly value: string
}

/** The properties of an event by name, texts without their escapes. */
export type ParsedEvent = Readonly<Record<string, string>>

/** Names of which the value is a text (RFC 5545, 3.8.1 and 3.8.4.7). */
const TEXTS = new Set(['SUMMARY', 'DESCRIPTION', 'UID', 'LOCATION', 'STATUS', 'PRODID'])

/** Takes an iCalendar file apart as strictly as RFC 5545 writes it, and throws at the first thing that it does not allow. */
export function parseCalendar(file: string): { readonly properties: ParsedEvent; readonly events: readonly ParsedEvent[] } {
  const lines = contentLines(file).map(taken)
  const open: string[] = []
  const events: Record<string, string>[] = []
  const properties: Record<string, string> = {}
  for (const { name, value } of lines) {
    if (name === 'BEGIN') {
      open.push(value)
      if (value === 'VEVENT') events.push({})
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`END:${value} ends nothing`)
    } else {
      const target = open.at(-1) === 'VEVENT' ? events.at(-1)! : properties
      if (name in target) throw new Error(`${name} stands there twice`)
      target[name] = TEXTS.has(name) ? unescaped(value) : value
    }
  }
  if (open.length > 0 || lines[0]?.name !== 'BEGIN' || lines[0].value !== 'VCALENDAR') throw new Error('no whole VCALENDAR')
  return { properties, events }
}

/** The instant of a date with UTC time, form 2 of 3.3.5, in epoch milliseconds. */
export function calendarInstant(value: string | undefined): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value ?? '')
  if (!match) throw new Error(`no UTC time: ${value}`)
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [number, number, number, number, number, number]
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** 3.1: each line ends with CRLF and is no longer than 75 octets; a line that begins with a space goes on with the one before. */
function contentLines(file: string): string[] {
  if (!file.endsWith('\r\n')) throw new Error('the last line has no end')
  const physical = file.slice(0, -2).split('\r\n')
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`a line break without its other half: ${line}`)
    if (/(?!\t)\p{Cc}/u.test(line)) throw new Error(`a control character: ${JSON.stringify(line)}`)
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`)
    if (/\p{Surrogate}/u.test(line)) throw new Error(`a character is torn apart: ${line}`)
  }
  return physical
    .join('\r\n')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
}

function taken(line: string): CalendarLine {
  const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s.exec(line)
  if (!match) throw new Error(`no content line: ${line}`)
  return { name: match[1]!, parameters: match[2]!, value: match[3]! }
}

/** 3.3.11 */
function unescaped(value: string): string {
  const rest = value.replace(/\\[\\;,nN]/g, '')
  if (/[\\;,]/.test(rest)) throw new Error(`not escaped: ${value}`)
  return value.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character))
}
