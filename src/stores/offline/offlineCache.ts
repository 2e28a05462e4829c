import { effectScope, watch, type ShallowRef } from 'vue'
import { spanWithout } from '@/domain/time/spans'
import { STATUS_PARTS, type StatusPart } from '@/domain/status/verdict'
import { cachePlace, browserCache, forgetOtherPlaces, type CacheStorageArea } from './cacheStorage'
import {
  contentText,
  readCachedIncidents,
  listRecord,
  readCachedStatus,
  statusRecord,
  readCachedWindows,
  type CachedContent,
  type CachedIncident,
  type CachedStatus,
  type CachedWindow,
} from './cacheSchema'
import type { Clock } from '@/stores/clock'
import type { Config } from '@/config/schema'
import type { QueryState } from '@/stores/queryState'
import { throttledPersist } from './throttledPersist'

/** What of a status store is kept, by its own references. */
export interface StatusFacts extends Refs<Omit<CachedContent, 'generations' | 'updates' | 'incidents' | 'window'>> {
  readonly parts: Record<StatusPart, QueryState>
  readonly listed: ShallowRef<CachedContent['incidents']>
  readonly loadedWindow: ShallowRef<CachedContent['window']>
  readonly generations: ShallowRef<ReadonlyMap<number, CachedContent['generations'][number]>>
  readonly newestUpdates: ShallowRef<ReadonlyMap<string, CachedContent['updates'][number] | null>>
  /** What is asked for one by one, read at an instant, epoch milliseconds. */
  restoreDetails(kept: Pick<CachedContent, 'hinted' | 'updates'>, readAt: number): void
}
type Refs<T> = { readonly [Key in keyof T]: ShallowRef<T[Key]> }

/**
 * The last good answers of a provider, kept in this browser for its next visit. Nothing in here throws or rejects: a browser that
 * keeps nothing just shows what the API says.
 */
export interface OfflineCache {
  /** Takes up what is kept for the parts that no answer is there for yet, and keeps what is read from now on. */
  followStatus(facts: StatusFacts): Promise<void>
  /** null = it is not kept. */
  incident(id: string): Promise<CachedIncident | null>
  keepIncident(page: CachedIncident): void
  /** It does not exist any more. */
  forgetIncident(id: string): void
  /** Closed windows of incidents, the one that was read last first. */
  windows(): Promise<readonly CachedWindow[]>
  /** What they hold is newer than what was kept of the same time. */
  keepWindows(windows: readonly CachedWindow[]): void
}

/** Where nothing is kept. */
export const KEEPS_NOTHING: OfflineCache = {
  followStatus: () => Promise.resolve(),
  incident: () => Promise.resolve(null),
  keepIncident: () => undefined,
  forgetIncident: () => undefined,
  windows: () => Promise.resolve([]),
  keepWindows: () => undefined,
}

// The page of each is small, but an operator's text may be long.
const MAX_INCIDENTS = 30
// Three years, month by month.
const MAX_WINDOWS = 36

/** What of a provider tells where its answers are kept. */
interface Place {
  readonly path: string
  readonly config: Pick<Config, 'apiUrl'>
}

/** Those of the browser, for the provider that is shown at the path. */
export const offlineCacheOf = ({ path, config }: Place, clock: Clock): OfflineCache =>
  createOfflineCache(browserCache(cachePlace(path, config.apiUrl)), clock)

/** Drops what is kept for providers that the page has no more, or whose answers may not be kept any more. */
export const forgetOthers = (providers: readonly (Place & { readonly offlineCache: unknown })[]): Promise<void> =>
  forgetOtherPlaces(
    providers.filter(({ offlineCache }) => offlineCache).map(({ path, config }) => cachePlace(path, config.apiUrl)),
  )

export function createOfflineCache(storage: CacheStorageArea, clock: Pick<Clock, 'read'>): OfflineCache {
  const load = (name: string) => storage.load(name).catch(() => undefined)
  /** @param record null = it cannot be kept; an older one would be taken for the last one */
  const save = (name: string, record: unknown) =>
    (record === null ? storage.remove(name) : storage.save(name, record)).catch(() => undefined)

  async function followStatus(facts: StatusFacts): Promise<void> {
    let text = ''
    // Most polls bring nothing new but the time.
    let written: readonly unknown[] = []
    const writer = throttledPersist(() => {
      const sources = sourcesOf(facts)
      if (sources.some((source, index) => source !== written[index])) text = contentText(contentOf(facts))
      written = sources
      return save('status', statusRecord(agesOf(facts), text))
    })
    const kept = readCachedStatus(await load('status'), clock.read())
    if (kept) restoreStatus(facts, kept)
    // Not tied to the page that asked for it first.
    effectScope(true).run(() => {
      // By getters: Vue takes a shallow ref for changed whenever anything else is.
      const details = [facts.hinted, facts.generations, facts.newestUpdates].map(ref => () => ref.value)
      const read = [() => isAnswered(facts), () => JSON.stringify(agesOf(facts)), ...details]
      watch(read, ([answered]) => answered && writer.schedule(), { immediate: true })
    })
  }

  /** null = it is gone. */
  const pending = new Map<string, CachedIncident | null>()
  const writer = throttledPersist(async () => {
    const newest = [...pending.values()].reverse().filter(page => page !== null)
    const ids = new Set(pending.keys())
    pending.clear()
    const others = readCachedIncidents(await load('incidents'), clock.read()).filter(({ incident }) => !ids.has(incident.id))
    await save('incidents', listRecord([...newest, ...others].slice(0, MAX_INCIDENTS)))
  })

  function change(id: string, page: CachedIncident | null) {
    pending.delete(id)
    pending.set(id, page)
    writer.schedule()
  }

  const windows = async () => readCachedWindows(await load('windows'), clock.read())
  let unwritten: readonly CachedWindow[] = []
  const archiveWriter = throttledPersist(async () => {
    const newest = unwritten
    unwritten = []
    const taken = newest.map(({ span }) => span)
    const others = (await windows()).filter(({ span }) => spanWithout(span, taken).length)
    await save('windows', listRecord([...newest, ...others].slice(0, MAX_WINDOWS)))
  })

  return {
    followStatus,
    async incident(id) {
      return readCachedIncidents(await load('incidents'), clock.read()).find(({ incident }) => incident.id === id) ?? null
    },
    keepIncident: page => change(page.incident.id, page),
    forgetIncident: id => change(id, null),
    windows,
    keepWindows(windowsRead) {
      unwritten = [...windowsRead, ...unwritten]
      if (windowsRead.length) archiveWriter.schedule()
    },
  }
}

/** What the browser kept of this visit's answers is nothing that would have to be kept. */
const isAnswered = ({ parts }: StatusFacts) => STATUS_PARTS.some(part => parts[part].readAt !== null && !parts[part].isKept)

/** When each part was read that was. */
export function agesOf({ parts }: Pick<StatusFacts, 'parts'>): CachedStatus['ages'] {
  return Object.fromEntries(
    STATUS_PARTS.flatMap(part => {
      const { readAt, invalidCount } = parts[part]
      return readAt === null ? [] : [[part, { readAt, invalidCount }]]
    }),
  )
}

const sourcesOf = ({ parts: _, restoreDetails: __, ...refs }: StatusFacts): readonly unknown[] =>
  Object.values(refs).map(({ value }) => value)

function contentOf(facts: StatusFacts): CachedContent {
  return {
    components: facts.components.value,
    incidents: facts.listed.value,
    hinted: facts.hinted.value,
    window: facts.loadedWindow.value,
    loaded: facts.loaded.value,
    // Of a read that failed as a whole they say nothing about what is kept.
    unread: facts.parts.incidents.error ? [] : facts.unread.value,
    severities: facts.severities.value,
    impactTypes: facts.impactTypes.value,
    generations: [...facts.generations.value.values()],
    updates: [...facts.newestUpdates.value.values()].filter(update => update !== null),
  }
}

/** An answer of this visit wins, unless it failed since and this is newer; a failure stays told beside what is kept. */
export function restoreStatus(facts: StatusFacts, { ages, content }: CachedStatus): void {
  const takers: Record<StatusPart, (readAt: number) => void> = {
    components: () => (facts.components.value = content.components),
    severities: () => (facts.severities.value = content.severities),
    impactTypes: () => (facts.impactTypes.value = content.impactTypes),
    // Not which of them is the current one: nothing new may refer to an old one.
    phases() {
      const lists = content.generations.map(list => [list.generation, list] as const)
      facts.generations.value = new Map([...lists, ...facts.generations.value])
    },
    incidents(readAt) {
      facts.listed.value = content.incidents
      facts.loadedWindow.value = content.window
      facts.loaded.value = content.loaded
      // Windows that this visit could not read say the same with a reason of today.
      if (!facts.parts.incidents.error) facts.unread.value = content.unread
      facts.restoreDetails(content, readAt)
    },
  }
  for (const part of STATUS_PARTS) {
    const kept = ages[part]
    if (!kept || !isOutdone(facts.parts[part], kept.readAt)) continue
    takers[part](kept.readAt)
    facts.parts[part] = { ...facts.parts[part], ...kept, isKept: true }
  }
}

/** Whether what was read at the instant, epoch milliseconds, is better than what is there. */
const isOutdone = ({ readAt, error, isKept }: QueryState, instant: number): boolean =>
  readAt === null || ((error !== null || isKept === true) && readAt < instant)
