import type { DemoData } from './data'
import { seedBelievableCloud } from './seed'

/** Where a store keeps its text between two visits, e.g. the browser's storage. */
export interface Persistence {
  load(): string | null
  save(text: string): void
  clear(): void
}

export interface DemoStoreOptions {
  /** Epoch milliseconds. */
  now: () => number
  /** What the server begins with, and what `reset` goes back to; by default the believable cloud. */
  data?: DemoData | ((now: number) => DemoData)
  persistence?: Persistence
}

export interface DemoStore {
  /** Everything as it stands: read it, and change it through `write` only. */
  readonly data: DemoData
  /** Changes the data and keeps the result. */
  write<T>(change: (data: DemoData) => T): T
  /** Takes over what another window has written meanwhile. */
  reload(): void
  /** Forgets every change and begins again with fresh data. */
  reset(): void
}

interface Saved {
  version: number
  seededAt: number
  /** Missing while nothing was changed: the seed is made again from `seededAt` alone. */
  data?: DemoData
}

const VERSION = 1
const SEED_LIFETIME_MS = 3_600_000

/** An in-memory store of one demo server. Failing persistence (full, blocked) costs the memory of the next visit, nothing else. */
export function createDemoStore({ now, data: given = seedBelievableCloud, persistence }: DemoStoreOptions): DemoStore {
  const seed = (at: number) => (typeof given === 'function' ? given(at) : structuredClone(given))
  let seededAt: number
  let data: DemoData
  let knownText: string | null = null

  function save(changed: boolean) {
    const saved: Saved = { version: VERSION, seededAt, ...(changed && { data }) }
    const text = JSON.stringify(saved)
    const kept = attempt(() => {
      persistence?.save(text)
      return text
    })
    // What could not be kept must not be undone by the older text that is still there.
    knownText = kept ?? attempt(() => persistence?.load()) ?? null
  }

  function begin() {
    seededAt = now()
    data = seed(seededAt)
    save(false)
  }

  function reload() {
    const text = attempt(() => persistence?.load()) ?? null
    if (text === null || text === knownText) return
    const saved = parse(text)
    if (!saved) return
    knownText = text
    seededAt = saved.seededAt
    data = saved.data ?? seed(seededAt)
  }

  const saved = parse(attempt(() => persistence?.load()) ?? null)
  const stale = !saved || (!saved.data && Math.abs(now() - saved.seededAt) > SEED_LIFETIME_MS)
  if (stale) begin()
  else reload()

  return {
    get data() {
      return data
    },
    write(change) {
      reload()
      const result = change(data)
      save(true)
      return result
    },
    reload,
    reset() {
      attempt(() => persistence?.clear())
      begin()
    },
  }
}

function parse(text: string | null): Saved | undefined {
  if (text === null) return undefined
  const saved = attempt(() => JSON.parse(text) as Partial<Saved> | null)
  return saved?.version === VERSION && typeof saved.seededAt === 'number' ? (saved as Saved) : undefined
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
