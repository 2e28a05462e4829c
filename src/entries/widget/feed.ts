import * as read from '@/api/mappers'
import { startPolling } from '@/api/polling'
import { createReader } from '@/api/reader'
import type { Answer } from '@/api/unwrap'
import { ApiError } from '@/domain/apiError'
import { skewOf } from '@/domain/time/clockSkew'
import { incidentWindow } from '@/domain/time/calendar'
import { unresolvedHints } from '@/domain/component/componentState'
import type { Incident } from '@/domain/incident/incident'
import { unclearAt } from '@/domain/incident/oddTimes'
import { missingGenerations } from '@/domain/incident/phase'
import type { ParsedList } from '@/domain/status/parsedList'
import { allVersions } from '@/domain/incident/versions'
import { NOTHING_KNOWN, type Known, type Part } from './known'

// As the status page does: more would turn an odd answer into a flood, and severities hardly ever change.
const MAX_ASKED_BY_ID = 20
const SEVERITIES_AGE_MS = 15 * 60_000
// Ages are told by the minute.
const TICK_MS = 30_000

/** A server that elements of this page look at: asked once for all of them. */
export interface Feed {
  readonly known: Known
  /**
   * Tells the listener whenever something may read differently; it answers when that is next by its own rules, epoch milliseconds.
   * @returns leaves it; the last one to leave ends the asking
   */
  join(listener: Listener, intervalMs: number): () => void
}

type Listener = () => number

const feeds = new Map<string, Feed>()

/** The feed of an API, by its absolute address. */
export function feedOf(api: string): Feed {
  const feed = feeds.get(api) ?? createFeed(api, () => feeds.delete(api))
  feeds.set(api, feed)
  return feed
}

function createFeed(baseUrl: string, end: () => void): Feed {
  let skew: number | null = null
  const ask = createReader(baseUrl, undefined, answer => (skew = skewOf(answer) ?? skew))
  const members = new Map<Listener, number>()
  let known = NOTHING_KNOWN
  let listed: readonly Incident[] = []
  let run: { readonly controller: AbortController; readonly done: Promise<boolean> } | null = null
  let polling: { readonly intervalMs: number; readonly stop: () => void } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function tell() {
    clearTimeout(timer)
    if (!members.size) return
    const wishes = [...members.keys()].map(listener => listener())
    if (document.hidden) return
    const now = Date.now()
    // Whatever begins or ends; where that changes nothing, nothing is drawn.
    const changes = allVersions(known.incidents).flatMap(({ beganAt, endedAt }) => [beganAt ?? 0, endedAt ?? 0])
    timer = setTimeout(tell, Math.min(TICK_MS, ...[...changes, ...wishes].map(instant => instant - now).filter(ms => ms > 0)))
  }

  async function readAll(signal: AbortSignal): Promise<boolean> {
    const now = Date.now()
    const { start, end: until } = incidentWindow(now, 0, 0)
    const time = (instant: number) => new Date(instant).toISOString()
    const query = new URLSearchParams({ start: time(start), end: time(until) })
    const parts = { ...known.parts }
    /** Reads a part. A failed read keeps the items of the one before. */
    async function part<T>(name: Part, items: readonly T[], map: (answer: Answer) => ParsedList<T>, path = `/${name}`) {
      const before = parts[name]
      try {
        const answer = map(await ask(path, signal))
        parts[name] = {
          readAt: Date.now() - (answer.ageMs ?? 0),
          error: null,
          failingSince: null,
          invalidCount: answer.invalidCount,
        }
        return answer.items
      } catch (error) {
        // A defect of ours must not read as "all is well".
        const kind = error instanceof ApiError ? error.kind : 'malformed'
        parts[name] = { ...before, error: kind, failingSince: before.failingSince ?? Date.now() }
        return items
      }
    }
    const { readAt, error } = parts.severities
    const isOld = error !== null || readAt === null || now - readAt > SEVERITIES_AGE_MS
    const [components, incidents, severities] = await Promise.all([
      part('components', known.components, read.components),
      part('incidents', listed, read.incidents, `/incidents?${query.toString()}`),
      isOld ? part('severities', known.severities, read.severities) : known.severities,
    ])
    /** What is asked for one by one. What cannot be read stays unknown in what it does. */
    const each = async <T>(paths: readonly string[], map: (answer: Answer) => T | readonly T[]): Promise<readonly T[]> => {
      const answers = paths.slice(0, MAX_ASKED_BY_ID).map(path =>
        ask(path, signal)
          .then(map)
          .catch(() => []),
      )
      return (await Promise.all(answers)).flat() as T[]
    }
    const hinted = unresolvedHints(components, incidents).map(id => `/incidents/${encodeURIComponent(id)}`)
    const all = [...incidents, ...(await each(hinted, read.incident))]
    // Phases decide only where times contradict each other: the last one tells that it is over. A list never changes.
    const generations = new Map(known.generations)
    const wanted = missingGenerations(unclearAt(all, Date.now()), generations).map(number => `/phases?generation=${number}`)
    for (const list of await each(wanted, read.phases)) generations.set(list.generation, list)
    if (signal.aborted) return false
    // All at once: components without their incidents would read as fine.
    listed = incidents
    known = { components, incidents: all, severities, generations, parts, skew }
    tell()
    return Object.values(parts).every(one => one.error === null)
  }

  // Who joins while an answer is awaited waits for the same one.
  function poll(): Promise<boolean> {
    if (run) return run.done
    const controller = new AbortController()
    const done = readAll(controller.signal).finally(() => {
      if (run?.controller === controller) run = null
    })
    run = { controller, done }
    return done
  }

  function arrange() {
    if (!members.size) {
      polling?.stop()
      run?.controller.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tell)
      polling = run = null
      end()
      return
    }
    const intervalMs = Math.min(...members.values())
    if (polling?.intervalMs === intervalMs) return
    if (polling) polling.stop()
    else document.addEventListener('visibilitychange', tell)
    polling = { intervalMs, stop: startPolling({ intervalMs, poll }) }
  }

  return {
    get known() {
      return known
    },
    join(listener, intervalMs) {
      members.set(listener, intervalMs)
      arrange()
      return () => {
        members.delete(listener)
        arrange()
      }
    },
  }
}
