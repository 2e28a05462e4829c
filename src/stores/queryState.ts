import type { ApiError } from '@/domain/apiError'
import type { Span } from '@/domain/time/calendar'
import type { StatusPart } from '@/domain/status/verdict'
import type { UnreadWindow } from './readIncidents'

/** How the last read of a part went. A failed read keeps the value of the one before, with its age. */
export interface QueryState {
  /** When the value that is shown was read, epoch milliseconds; null = never. */
  readonly readAt: number | null
  /** Why the last read failed; null = it did not. */
  readonly error: ApiError | null
  /** Entries that the server sent and nobody could read. */
  readonly invalidCount: number
  /** The value is of another visit (stores/offline/offlineCache); none of this visit's answers has confirmed it. */
  readonly isKept?: boolean
}

/** What may fail on its own: the parts, and the updates of what is going on. */
export type FailingPart = StatusPart | 'updates'

/** A part that is missing, or of which something is. */
export interface ReadFailure extends QueryState {
  readonly part: FailingPart
  /** null = all of it */
  readonly span: Span | null
}

/** A window of incidents that could not be read, as a failure of that part; with its age where an earlier visit knew it. */
export const windowFailure = ({ span, error, readAt }: UnreadWindow): ReadFailure => ({
  part: 'incidents',
  error,
  readAt: readAt ?? null,
  invalidCount: 0,
  span,
})

/** Nobody has asked yet. All stores begin with this one object: frozen, so that none can write its own reads into it. */
export const UNREAD: QueryState = Object.freeze({ readAt: null, error: null, invalidCount: 0 })

/** The parts that came, but of which entries could not be read. */
export const readInPart = (failures: readonly ReadFailure[]): readonly string[] =>
  failures.filter(({ error, invalidCount }) => !error && invalidCount).map(({ part }) => part)
