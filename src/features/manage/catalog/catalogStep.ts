import { ApiError } from '@/domain/apiError'
import type { Found } from '@/domain/sameContent'
import type { Api, Step } from '@/features/manage/operation/step'

interface Creation<T extends { readonly id: string }> {
  readonly label: string
  readonly listed: (api: Api) => Promise<readonly T[]>
  readonly send: (api: Api) => Promise<string>
  readonly read: (api: Api, id: string) => Promise<T>
  /** The names, in words, of the fields that the server did not take over. */
  readonly lost: (after: T) => readonly string[]
  readonly find: (listed: readonly T[], known: ReadonlySet<string>) => Found<T>
  /**
   * Ids of all that was there before, where that is known: one of many creations need not read the list for itself. It gets the new id.
   */
  readonly known: Set<string> | undefined
}

/** A POST that answers an id: what was listed before tells later whether one of unknown outcome has arrived. */
export function createStep<T extends { readonly id: string }>(creation: Creation<T>): Step {
  const { label, listed, send, read, lost, find } = creation
  let known: ReadonlySet<string> | null = creation.known ?? null
  let id: string | null = null
  return {
    label,
    async prepare(api) {
      known ??= new Set((await listed(api)).map(one => one.id))
    },
    async send(api) {
      id = await send(api)
    },
    readBack: async api => lost(await read(api, id!)),
    async lookUp(api) {
      const found = find(await listed(api), known ?? new Set())
      if (found.kind === 'one') id = found.item.id
      return found.kind === 'several' ? null : found.kind === 'one'
    },
    done() {
      if (id !== null) creation.known?.add(id)
    },
  }
}

interface Change<T> {
  readonly label: string
  readonly send: (api: Api) => Promise<void>
  readonly read: (api: Api) => Promise<T>
  /** As that of a creation. */
  readonly lost: (after: T) => readonly string[]
}

/** A PATCH: it has arrived once nothing of it is lost. */
export function changeStep<T>({ label, send, read, lost }: Change<T>): Step {
  return {
    label,
    send,
    readBack: async api => lost(await read(api)),
    lookUp: async api => !lost(await read(api)).length,
  }
}

/** A DELETE: it has arrived once the server says that it has no such thing. */
export function removeStep({ label, send, read }: Omit<Change<unknown>, 'lost'>): Step {
  return {
    label,
    send,
    async lookUp(api) {
      try {
        await read(api)
        return false
      } catch (error) {
        if (error instanceof ApiError && error.kind === 'notFound') return true
        throw error
      }
    },
  }
}
