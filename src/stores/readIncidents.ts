import type { StatusApi } from '@/api/statusApi'
import { ApiError } from '@/domain/apiError'
import type { Span } from '@/domain/time/calendar'
import type { Incident } from '@/domain/incident/incident'
import type { ParsedList } from '@/domain/status/parsedList'
import { sameValue } from '@/domain/sameValue'
import { splitInHalf, mergedSpans, overlap, spanWithout } from '@/domain/time/spans'
import { mergedVersions, versionsOf } from '@/domain/incident/versions'

/** A part of a window that could not be read. */
export interface UnreadWindow {
  readonly span: Span
  readonly error: ApiError
  /** When what is shown of it instead was read, epoch milliseconds; missing = nothing is. */
  readonly readAt?: number
}

/** What could be read of a window, and what could not. Nothing in the parts that are not `read` is known. */
export interface WindowReading extends ParsedList<Incident> {
  /** Disjoint, ascending. */
  readonly read: readonly Span[]
  /** Disjoint, ascending; the smallest parts that the search found. */
  readonly unread: readonly UnreadWindow[]
}

// A search for one bad day in a year takes 17 requests.
const MAX_REQUESTS = 24

/**
 * The incidents of a window. One broken record makes some servers answer 500 for every list that contains it (docs/domain.md,
 * "Broken records"): then the window is halved, at UTC days, until the part that fails is found, and all the rest is read. A server
 * that fails as a whole is not searched: after two halvings without any answer it is left alone. Other failures are told as they
 * are. An incident that several parts tell differently has all that they tell (domain, versions).
 * @param window UTC days, epoch milliseconds
 * @param bad parts that failed the last time: they are asked for apart and are not searched again
 * @throws what the signal was aborted with; nothing else
 */
export async function readIncidents(
  { getIncidents }: Pick<StatusApi, 'getIncidents'>,
  window: Span,
  { signal, bad = [] }: { signal?: AbortSignal | undefined; bad?: readonly Span[] } = {},
): Promise<WindowReading> {
  const known = bad.map(span => overlap(span, window)).filter(span => span !== null)
  const found = new Map<string, Incident>()
  const read: Span[] = []
  let unread: UnreadWindow[] = []
  let invalidCount = 0
  let ageMs = 0
  let left = MAX_REQUESTS

  /** @returns null where the window was read */
  async function ask(span: Span): Promise<UnreadWindow | null> {
    left--
    try {
      const answer = await getIncidents({ ...span, signal })
      for (const incident of answer.items) {
        const known = found.get(incident.id)
        const merged = known && !sameValue(known, incident) ? mergedVersions([known, incident]) : incident
        if (known) invalidCount += versionsOf(merged).length - Math.max(versionsOf(known).length, versionsOf(incident).length)
        found.set(incident.id, merged)
      }
      invalidCount += answer.invalidCount
      ageMs = Math.max(ageMs, answer.ageMs ?? 0)
      read.push(span)
      return null
    } catch (error) {
      if (signal?.aborted) throw error
      return { span, error: asApiError(error) }
    }
  }
  const askAll = async (spans: readonly Span[]) => (await Promise.all(spans.map(ask))).filter(answer => answer !== null)

  // Where all of it failed, one halving tells whether the server is back but for a part.
  const wasHopeless = !spanWithout(window, known).length
  const isSearched = ({ span, error }: UnreadWindow) =>
    isOfOneRecord(error) && splitInHalf(span) !== null && (wasHopeless || !known.includes(span))
  let failing = await askAll(wasHopeless ? [window] : [...spanWithout(window, known), ...known])
  for (let depth = 1; failing.length; depth++) {
    const halves = failing.filter(isSearched).flatMap(({ span }) => splitInHalf(span)!)
    const isOver = halves.length > left || (!read.length && depth > (wasHopeless ? 1 : 2))
    unread.push(...failing.filter(one => isOver || !isSearched(one)))
    failing = isOver ? [] : await askAll(halves)
  }
  if (!read.length && unread.length) unread = [{ span: window, error: unread[0]!.error }]
  return {
    items: [...found.values()],
    invalidCount,
    ...(ageMs && { ageMs }),
    read: mergedSpans(read),
    unread: unread.sort((a, b) => a.span.start - b.span.start),
  }
}

// A gateway's 502 to 504 says nothing about the records, and neither does a limit or a refusal.
const isOfOneRecord = ({ status }: ApiError) => status === 500

/** A defect of ours must not read as "all is well": whatever is no ApiError counts as an answer that nobody could read. */
export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError('malformed', { method: 'GET', path: '' }, { cause: error })
}
