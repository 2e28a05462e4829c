import { effectScope, watch, type ShallowRef } from 'vue'
import { spanWithout } from '@/domain/time/spans'
import { STATUS_PARTS, type StatusPart } from '@/domain/status/verdict'
import { answerPlace, browserAnswers, forgetOtherPlaces, type AnswerStorage } from './cacheStorage'
import {
  contentText,
  incidentsOf,
  listRecord,
  statusOf,
  statusRecord,
  windowsOf,
  type KeptContent,
  type KeptIncident,
  type KeptStatus,
  type KeptWindow,
} from './cacheSchema'
import type { Clock } from '@/stores/clock'
import type { Provider } from '@/stores/provider'
import type { PartState } from '@/stores/queryState'
import { createWriter } from './throttledPersist'

/** What of a status store is kept, by its own references. */
export interface StatusFacts extends Refs<Omit<KeptContent, 'generations' | 'updates' | 'incidents' | 'window'>> {
  readonly parts: Record<StatusPart, PartState>
  readonly listed: ShallowRef<KeptContent['incidents']>
  readonly loadedWindow: ShallowRef<KeptContent['window']>
  readonly generations: ShallowRef<ReadonlyMap<number, KeptContent['generations'][number]>>
  readonly newestUpdates: ShallowRef<ReadonlyMap<string, KeptContent['updates'][number] | null>>
  /** What is asked for one by one, read at an instant, epoch milliseconds. */
  takeUpDetails(kept: Pick<KeptContent, 'hinted' | 'updates'>, readAt: number): void
}
type Refs<T> = { readonly [Key in keyof T]: ShallowRef<T[Key]> }

/**
 * The last good answers of a provider, kept in this browser for its next visit. Nothing in here throws or rejects: a browser that
 * keeps nothing just shows what the API says.
 */
export interface LastAnswers {
  /** Takes up what is kept for the parts that no answer is there for yet, and keeps what is read from now on. */
  followStatus(facts: StatusFacts): Promise<void>
  /** null = it is not kept. */
  incident(id: string): Promise<KeptIncident | null>
  keepIncident(page: KeptIncident): void
  /** It does not exist any more. */
  forgetIncident(id: string): void
  /** Closed windows of incidents, the one that was read last first. */
  windows(): Promise<readonly KeptWindow[]>
  /** What they hold is newer than what was kept of the same time. */
  keepWindows(windows: readonly KeptWindow[]): void
}

// The page of each is small, but an operator's text may be long.
const MAX_INCIDENTS = 30
// Three years, month by month.
const MAX_WINDOWS = 36

/** Those of the browser, for the provider that is shown at the path. */
export const lastAnswersOf = ({ path, config }: Pick<Provider, 'path' | 'config'>, clock: Clock): LastAnswers =>
  createLastAnswers(browserAnswers(answerPlace(path, config.apiUrl)), clock)

/** Drops what is kept for providers that the page has no more, or whose answers may not be kept any more. */
export const forgetOthers = (providers: readonly Pick<Provider, 'path' | 'config' | 'lastAnswers'>[]): Promise<void> =>
  forgetOtherPlaces(
    providers.filter(({ lastAnswers }) => lastAnswers).map(({ path, config }) => answerPlace(path, config.apiUrl)),
  )

export function createLastAnswers(storage: AnswerStorage, clock: Pick<Clock, 'read'>): LastAnswers {
  const load = (name: string) => storage.load(name).catch(() => undefined)
  /** @param record null = it cannot be kept; an older one would be taken for the last one */
  const save = (name: string, record: unknown) =>
    (record === null ? storage.remove(name) : storage.save(name, record)).catch(() => undefined)

  async function followStatus(facts: StatusFacts): Promise<void> {
    let text = ''
    // Most polls bring nothing new but the time.
    let written: readonly unknown[] = []
    const writer = createWriter(() => {
      const sources = sourcesOf(facts)
      if (sources.some((source, index) => source !== written[index])) text = contentText(contentOf(facts))
      written = sources
      return save('status', statusRecord(agesOf(facts), text))
    })
    const kept = statusOf(await load('status'), clock.read())
    if (kept) takeUp(facts, kept)
    // Not tied to the page that asked for it first.
    effectScope(true).run(() => {
      // By getters: Vue takes a shallow ref for changed whenever anything else is.
      const details = [facts.hinted, facts.generations, facts.newestUpdates].map(ref => () => ref.value)
      const read = [() => isAnswered(facts), () => JSON.stringify(agesOf(facts)), ...details]
      watch(read, ([answered]) => answered && writer.due(), { immediate: true })
    })
  }

  /** null = it is gone. */
  const pending = new Map<string, KeptIncident | null>()
  const writer = createWriter(async () => {
    const newest = [...pending.values()].reverse().filter(page => page !== null)
    const ids = new Set(pending.keys())
    pending.clear()
    const others = incidentsOf(await load('incidents'), clock.read()).filter(({ incident }) => !ids.has(incident.id))
    await save('incidents', listRecord([...newest, ...others].slice(0, MAX_INCIDENTS)))
  })

  function change(id: string, page: KeptIncident | null) {
    pending.delete(id)
    pending.set(id, page)
    writer.due()
  }

  const windows = async () => windowsOf(await load('windows'), clock.read())
  let unwritten: readonly KeptWindow[] = []
  const archiveWriter = createWriter(async () => {
    const newest = unwritten
    unwritten = []
    const taken = newest.map(({ span }) => span)
    const others = (await windows()).filter(({ span }) => spanWithout(span, taken).length)
    await save('windows', listRecord([...newest, ...others].slice(0, MAX_WINDOWS)))
  })

  return {
    followStatus,
    async incident(id) {
      return incidentsOf(await load('incidents'), clock.read()).find(({ incident }) => incident.id === id) ?? null
    },
    keepIncident: page => change(page.incident.id, page),
    forgetIncident: id => change(id, null),
    windows,
    keepWindows(windowsRead) {
      unwritten = [...windowsRead, ...unwritten]
      if (windowsRead.length) archiveWriter.due()
    },
  }
}

/** What the browser kept of this visit's answers is nothing that would have to be kept. */
const isAnswered = ({ parts }: StatusFacts) => STATUS_PARTS.some(part => parts[part].readAt !== null && !parts[part].isKept)

function agesOf({ parts }: StatusFacts): KeptStatus['ages'] {
  return Object.fromEntries(
    STATUS_PARTS.flatMap(part => {
      const { readAt, dropped } = parts[part]
      return readAt === null ? [] : [[part, { readAt, dropped }]]
    }),
  )
}

const sourcesOf = ({ parts: _, takeUpDetails: __, ...refs }: StatusFacts): readonly unknown[] =>
  Object.values(refs).map(({ value }) => value)

function contentOf(facts: StatusFacts): KeptContent {
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

/** An answer of this visit always wins; a failure of it stays told beside what is kept. */
function takeUp(facts: StatusFacts, { ages, content }: KeptStatus): void {
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
      facts.takeUpDetails(content, readAt)
    },
  }
  for (const part of STATUS_PARTS) {
    const kept = ages[part]
    if (!kept || facts.parts[part].readAt !== null) continue
    takers[part](kept.readAt)
    facts.parts[part] = { ...facts.parts[part], ...kept, isKept: true }
  }
}
