import * as v from 'valibot'
import { ApiError, type ApiErrorKind } from '@/domain/apiError'
import type { Span } from '@/domain/time/calendar'
import type { ImpactType, PhaseList, Severity } from '@/domain/catalog/catalog'
import type { ServiceComponent } from '@/domain/component/component'
import type { Incident, IncidentUpdate } from '@/domain/incident/incident'
import type { StatusPart } from '@/domain/status/verdict'
import type { UnreadWindow } from '@/stores/readIncidents'

/** How answers are written down for the next visit. What cannot be read whole is not read at all: half of an answer could look fine. */

/** To be raised whenever a shape below changes: records of another version are dropped. */
export const RECORD_VERSION = 2
const MAX_AGE_MS = 30 * 86_400_000
/** Of one record. What is longer is not kept. */
export const MAX_CHARACTERS = 4_000_000
// An answer of the time to come was read by a clock that was set back since: nobody knows how old it is. Clocks are set a little always.
const CLOCK_TOLERANCE_MS = 60_000

/** When a part was read, epoch milliseconds, and how many of its entries nobody could read. */
export interface CachedAge {
  readonly readAt: number
  readonly invalidCount: number
}

/** What the status page knew. */
export interface CachedStatus {
  /** A part that is not there was never read. */
  readonly ages: Readonly<Partial<Record<StatusPart, CachedAge>>>
  readonly content: CachedContent
}

export interface CachedContent {
  readonly components: readonly ServiceComponent[]
  readonly incidents: readonly Incident[]
  /** Incidents that only components named. */
  readonly hinted: readonly Incident[]
  readonly window: Span | null
  /** What of the window was read, and what was not. */
  readonly loaded: readonly Span[]
  readonly unread: readonly UnreadWindow[]
  readonly severities: readonly Severity[]
  readonly impactTypes: readonly ImpactType[]
  readonly generations: readonly PhaseList[]
  readonly updates: readonly IncidentUpdate[]
}

/** One incident as its page shows it. */
export interface CachedIncident extends Pick<CachedAge, 'readAt'> {
  readonly incident: Incident
  /** null = they could not be read. */
  readonly updates: readonly IncidentUpdate[] | null
}

/** The incidents of a closed window, all of which could be read. */
export interface CachedWindow extends Pick<CachedAge, 'readAt'> {
  readonly span: Span
  /** All that touch it. */
  readonly incidents: readonly Incident[]
}

const integer = v.pipe(v.number(), v.integer())
const instant = v.nullable(integer)
const reference = { typeId: v.nullable(v.string()), severity: v.nullable(v.number()) }
const span = v.object({ start: integer, end: integer })
const age = v.object({ readAt: integer, invalidCount: integer })
const incidentAlone = v.object({
  id: v.string(),
  title: v.string(),
  description: v.string(),
  beganAt: instant,
  beginUnreadable: v.exactOptional(v.literal(true)),
  endedAt: instant,
  phase: v.nullable(v.object({ generation: integer, order: integer })),
  impacts: v.array(v.object({ componentId: v.string(), ...reference })),
  updateOrders: v.array(integer),
})
const incident = v.object({ ...incidentAlone.entries, otherVersions: v.exactOptional(v.array(incidentAlone)) })
const update = v.object({
  incidentId: v.string(),
  order: integer,
  title: v.string(),
  description: v.string(),
  createdAt: instant,
})
const ERROR_KINDS = [
  'network',
  'timeout',
  'unauthorized',
  'forbidden',
  'notFound',
  'conflict',
  'unsupported',
  'rejected',
  'tooManyRequests',
  'server',
  'malformed',
] as const satisfies readonly ApiErrorKind[]
/** Why something could not be read. */
export const failure = v.object({ kind: v.picklist(ERROR_KINDS), status: v.nullable(integer), path: v.string() })
const failedWindow = v.object({ ...span.entries, ...failure.entries })

const ages = v.object({
  components: v.optional(age),
  incidents: v.optional(age),
  severities: v.optional(age),
  phases: v.optional(age),
  impactTypes: v.optional(age),
})
const content = v.object({
  components: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      labels: v.record(v.string(), v.string()),
      activeReferences: v.array(v.object({ incidentId: v.string(), ...reference })),
      hintsUnreadable: v.exactOptional(v.literal(true)),
    }),
  ),
  incidents: v.array(incident),
  hinted: v.array(incident),
  window: v.nullable(span),
  loaded: v.array(span),
  unread: v.array(failedWindow),
  severities: v.array(v.object({ name: v.string(), value: v.number() })),
  impactTypes: v.array(v.object({ id: v.string(), name: v.string(), description: v.string() })),
  generations: v.array(v.object({ generation: integer, names: v.array(v.string()) })),
  updates: v.array(update),
})
const incidentPage = v.object({ readAt: integer, incident, updates: v.nullable(v.array(update)) })
const incidentWindow = v.object({ readAt: integer, span, incidents: v.array(incident) })

/** The content as it can be written down. */
export const writableContent = (known: CachedContent) => ({
  ...known,
  unread: known.unread.map(({ span: window, error }) => ({ ...window, ...writableError(error) })),
})

export const writableError = ({ kind, status, call }: ApiError): v.InferOutput<typeof failure> => ({
  kind,
  status: status ?? null,
  path: call.path,
})
export const readError = ({ kind, status, path }: v.InferOutput<typeof failure>): ApiError =>
  new ApiError(kind, { method: 'GET', path }, { status: status ?? undefined })

/** The content as text. It is long and changes seldom; the ages change with each poll, so they are written apart. */
export const contentText = (known: CachedContent): string => JSON.stringify(writableContent(known))

/** @returns null where it is too long to be kept */
export function statusRecord(known: CachedStatus['ages'], text: string): unknown {
  return recordOf([JSON.stringify(known), text])
}

/**
 * What a record tells, without the parts that are too old or of no known age. null = nothing.
 * @param now epoch milliseconds
 */
export function readCachedStatus(record: unknown, now: number): CachedStatus | null {
  const [first, second] = textsOf(record)
  return statusOf(parsedJson(first), parsedJson(second), now)
}

/**
 * The same of what is parsed already: ages by part, and the content as `contentText` writes it.
 * @param now epoch milliseconds
 */
export function statusOf(agesRead: unknown, contentRead: unknown, now: number): CachedStatus | null {
  const read = checked(content, contentRead)
  const all = checked(ages, agesRead)
  if (!read || !all) return null
  const usable = Object.entries(all).filter(([, one]) => isOfAge(one, now))
  if (!usable.length) return null
  const unread = read.unread.map(({ start, end, ...error }) => ({ span: { start, end }, error: readError(error) }))
  return { ages: Object.fromEntries(usable), content: { ...read, unread } }
}

/** Several pages of incidents, or windows, the last one first. Those that would make the record too long are left out. */
export function listRecord(items: readonly (CachedIncident | CachedWindow)[]): unknown {
  const texts: string[] = []
  let left = MAX_CHARACTERS
  for (const item of items) {
    const text = JSON.stringify(item)
    left -= text.length
    if (left >= 0) texts.push(text)
  }
  return recordOf(texts)
}

/** @param now epoch milliseconds */
export const readCachedIncidents = (record: unknown, now: number): CachedIncident[] => listOf(incidentPage, record, now)

/** One closed window, of what is parsed already; null = it cannot be read whole, or is too old. @param now epoch milliseconds */
export function windowOf(value: unknown, now: number): CachedWindow | null {
  const read = checked(incidentWindow, value)
  return read && isOfAge(read, now) ? read : null
}

/** @param now epoch milliseconds */
export const readCachedWindows = (record: unknown, now: number): CachedWindow[] => listOf(incidentWindow, record, now)

function listOf<T extends { readonly readAt: number }>(schema: v.GenericSchema<unknown, T>, record: unknown, now: number): T[] {
  return textsOf(record)
    .map(text => checked(schema, parsedJson(text)))
    .filter(item => item !== null)
    .filter(item => isOfAge(item, now))
}

function isOfAge({ readAt }: { readonly readAt: number }, now: number): boolean {
  return readAt <= now + CLOCK_TOLERANCE_MS && readAt >= now - MAX_AGE_MS
}

const shell = v.object({ version: v.number(), texts: v.array(v.string()) })

function recordOf(texts: readonly string[]): unknown {
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  return length > MAX_CHARACTERS ? null : { version: RECORD_VERSION, texts }
}

function textsOf(record: unknown): readonly string[] {
  const { success, output } = v.safeParse(shell, record)
  return success && output.version === RECORD_VERSION ? output.texts : []
}

/** null = it is not that, or not whole. */
export function checked<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null {
  const { success, output } = v.safeParse(schema, value)
  return success ? output : null
}

/** undefined = it is no JSON */
export function parsedJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '') as unknown
  } catch {
    return undefined
  }
}
