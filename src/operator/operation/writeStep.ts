import type { Found } from '@/domain/writing/sameContent'
import { nullIfNotFound } from './nullIfNotFound'
import type { Api, Step } from './step'

interface Creation<T, K> {
  readonly label: string
  readonly listed: (api: Api) => Promise<readonly T[]>
  /** What the server tells two of them apart by. */
  readonly keyOf: (item: T) => K
  readonly send: (api: Api) => Promise<K>
  readonly read: (api: Api, key: K) => Promise<T>
  /** The names, in words, of the fields that the server did not take over. */
  readonly lost: (after: T) => readonly string[]
  readonly find: (listed: readonly T[], known: ReadonlySet<K>) => Found<T>
  /**
   * Keys of all that was there before, where that is known: one of many creations need not read the list for itself. It gets the
   * new key.
   */
  readonly known?: Set<K> | undefined
  /** Keys of what was there when this page last read it, not long ago; null where it never did. Then it is not read once more. */
  readonly seen?: () => readonly K[] | null
  /** Given the new key; null = the operator knows that it is there, and nobody knows its key. */
  readonly done?: ((key: K | null) => void) | undefined
  readonly hint?: Step['hint']
}

/** A POST that answers a key: what was listed before tells later whether one of unknown outcome has arrived. */
export function createStep<T, K>(creation: Creation<T, K>): Step {
  const { label, listed, keyOf, send, read, lost, find } = creation
  let known: ReadonlySet<K> | null = creation.known ?? null
  /** Whether that is all that was there when it was sent. */
  let isCertain = known !== null
  let key: K | null = null
  return {
    kind: 'create',
    label,
    ...(creation.hint !== undefined && { hint: creation.hint }),
    async prepare(api) {
      if (known) return
      const seen = creation.seen?.()
      if (seen) {
        known = new Set(seen)
        return
      }
      // Where it cannot be read it is sent all the same: only an outcome that nobody knows is then harder to tell.
      const before = await listed(api).catch(() => null)
      known = before && new Set(before.map(keyOf))
      isCertain = before !== null
    },
    async send(api) {
      key = await send(api)
    },
    verify: async api => lost(await read(api, key!)),
    async verifyAfterTimeout(api) {
      const items = await listed(api)
      const found = find(items, known ?? new Set())
      if (found.kind === 'several') return null
      if (found.kind === 'none') return isCertain || find(items, new Set()).kind === 'none' ? false : null
      // One that looks like it may have been there before.
      if (!known) return null
      key = keyOf(found.item)
      return true
    },
    done() {
      if (key !== null) creation.known?.add(key)
      creation.done?.(key)
    },
  }
}

interface Change<T> {
  readonly label: string
  /** Right before it is sent; not where it is only shown what would be. */
  readonly before?: () => void
  readonly send: (api: Api) => Promise<void>
  readonly read: (api: Api) => Promise<T>
  /** As that of a creation. */
  readonly lost: (after: T) => readonly string[]
  readonly hint?: Step['hint']
  readonly without?: Step['without']
}

/** A PATCH: it has arrived once nothing of it is lost. */
export function changeStep<T>({ label, send, read, lost, before, hint, without }: Change<T>): Step {
  return {
    kind: 'change',
    label,
    ...(hint !== undefined && { hint }),
    ...(without && { without }),
    ...(before && { prepare: before }),
    send,
    verify: async api => lost(await read(api)),
    verifyAfterTimeout: async api => !lost(await read(api)).length,
  }
}

interface Removal<T> extends Omit<Change<T>, 'lost' | 'before' | 'hint' | 'without'> {
  /** Whether what is there now is something else in its place. */
  readonly isAnother?: (item: T) => boolean
}

/** A DELETE: it has arrived once the server says that it has no such thing. */
export function removeStep<T>({ label, send, read, isAnother = () => false }: Removal<T>): Step {
  return {
    kind: 'remove',
    label,
    send,
    async verifyAfterTimeout(api) {
      const found = await nullIfNotFound(read(api))
      return found === null || isAnother(found)
    },
  }
}
