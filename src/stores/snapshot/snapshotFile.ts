import * as v from 'valibot'
import type { ApiError } from '@/domain/apiError'
import type { Incident, IncidentUpdate } from '@/domain/incident/incident'
import { STATUS_PARTS, type StatusPart } from '@/domain/status/verdict'
import {
  checked,
  failure,
  parsedJson,
  readError,
  statusOf,
  windowOf,
  writableContent,
  writableError,
  type CachedStatus,
  type CachedWindow,
} from '@/stores/offline/cacheSchema'
import { packIncidents, unpackIncidents } from './packedIncident'

// The status as files, as `scs-status publish` writes them and the page reads them (docs/publish.md). What cannot be read whole is not
// read at all: half of an answer could look fine.

/** To be raised whenever the shape changes: files of another version are not read. */
const SNAPSHOT_VERSION = 1

/** Of files beside the snapshot: a month of history each, `history/2026-03.json`. */
export const monthFile = (month: string) => `history/${month}.json`

/** What one read of the API told, and how the newest attempt went. Instants in epoch milliseconds. */
export interface Snapshot {
  readonly writtenAt: number
  /** The parts that the newest attempt could not read: what stands for them is of an earlier one. */
  readonly failed: ReadonlyMap<StatusPart, ApiError>
  readonly attemptedAt: number
  readonly status: CachedStatus
  /** The generation of phases that is the current one; null = nobody knows. */
  readonly currentGeneration: number | null
  /** All updates of an incident, ascending; those of incidents that have a page. */
  readonly updates: ReadonlyMap<string, readonly IncidentUpdate[]>
  /** UTC months before the window, `2026-03`, each with a file of its own, ascending. */
  readonly months: readonly string[]
}

const integer = v.pipe(v.number(), v.integer())
const shell = v.object({
  version: v.literal(SNAPSHOT_VERSION),
  writtenAt: integer,
  attempt: v.object({
    at: integer,
    problems: v.array(v.object({ part: v.picklist(STATUS_PARTS), ...failure.entries })),
  }),
  ages: v.unknown(),
  currentGeneration: v.nullable(integer),
  typeIds: v.array(v.string()),
  content: v.looseObject({ components: v.array(v.looseObject({ id: v.string() })), incidents: v.unknown(), hinted: v.unknown() }),
  updates: v.record(v.string(), v.array(v.tuple([integer, v.string(), v.string(), v.nullable(integer)]))),
  months: v.array(v.pipe(v.string(), v.regex(/^\d{4}-\d\d$/))),
})

/** The text of `snapshot.json`. */
export function snapshotText({ writtenAt, attemptedAt, failed, status, currentGeneration, updates, months }: Snapshot): string {
  const { ages, content } = status
  const typeIds = content.impactTypes.map(({ id }) => id)
  const ids = [...content.components.map(({ id }) => id), ...typeIds]
  const pack = (incidents: readonly Incident[]) => packIncidents(incidents, ids)
  const file: v.InferInput<typeof shell> = {
    version: SNAPSHOT_VERSION,
    writtenAt,
    attempt: {
      at: attemptedAt,
      problems: [...failed].map(([part, error]) => ({ part, ...writableError(error) })),
    },
    ages,
    currentGeneration,
    typeIds,
    content: { ...writableContent(content), incidents: pack(content.incidents), hinted: pack(content.hinted) } as never,
    updates: Object.fromEntries(
      [...updates].map(([id, all]) => [id, all.map(one => [one.order, one.title, one.description, one.createdAt])]),
    ),
    months: [...months],
  }
  return JSON.stringify(file)
}

/**
 * What a snapshot tells; null = it is none that this page can read, or so old that it says nothing any more.
 * @param now epoch milliseconds
 */
export function readSnapshot(text: string, now: number): Snapshot | null {
  const file = checked(shell, parsedJson(text))
  if (!file) return null
  const { content, typeIds, attempt } = file
  const ids = [...content.components.map(({ id }) => id), ...typeIds]
  const [incidents, hinted] = [content.incidents, content.hinted].map(packed => unpackIncidents(packed, ids))
  const status = statusOf(file.ages, { ...content, incidents, hinted }, now)
  if (!status) return null
  return {
    writtenAt: file.writtenAt,
    attemptedAt: attempt.at,
    failed: new Map(attempt.problems.map(({ part, ...error }) => [part, readError(error)])),
    status,
    currentGeneration: file.currentGeneration,
    updates: new Map(
      Object.entries(file.updates).map(([incidentId, all]) => [
        incidentId,
        all.map(([order, title, description, createdAt]) => ({ incidentId, order, title, description, createdAt })),
      ]),
    ),
    months: file.months,
  }
}

/** The text of the file of a month: not packed, so that it can be read without the snapshot. */
export const monthText = (month: CachedWindow): string => JSON.stringify({ version: SNAPSHOT_VERSION, ...month })

/** @param now epoch milliseconds */
export function readMonth(text: string, now: number): CachedWindow | null {
  const value = parsedJson(text) as { version?: unknown } | null | undefined
  return value?.version === SNAPSHOT_VERSION ? windowOf(value, now) : null
}
