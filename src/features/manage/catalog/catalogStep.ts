import { ApiError } from '@/domain/apiError'
import type { Found } from '@/domain/sameContent'
import type { Api, Step } from '@/features/manage/operation/step'

export interface StepOptions {
  /** What it is called; by default what it does, with the name. */
  readonly label?: string | undefined
  readonly done?: (() => void) | undefined
}
export interface CreateOptions {
  readonly label?: string | undefined
  /** Given the id that the server chose. */
  readonly done?: ((id: string) => void) | undefined
  /**
   * Ids of all that was there before, where that is known: one of many creations need not read the list for itself. It gets the new id.
   */
  readonly known?: Set<string> | undefined
}

interface Creation<T extends { readonly id: string }> {
  readonly label: string
  readonly listed: (api: Api) => Promise<readonly T[]>
  readonly send: (api: Api) => Promise<string>
  readonly readBack: (api: Api, id: string) => Promise<readonly string[]>
  readonly find: (listed: readonly T[], known: ReadonlySet<string>) => Found<T>
  readonly options: CreateOptions
}

/** A POST that answers an id: what was listed before tells later whether one of unknown outcome has arrived. */
export function createStep<T extends { readonly id: string }>({
  label,
  listed,
  send,
  readBack,
  find,
  options,
}: Creation<T>): Step {
  let known: ReadonlySet<string> | null = options.known ?? null
  let id: string | null = null
  return {
    label,
    async prepare(api) {
      known ??= new Set((await listed(api)).map(one => one.id))
    },
    async send(api) {
      id = await send(api)
    },
    readBack: api => readBack(api, id!),
    async lookUp(api) {
      const found = find(await listed(api), known ?? new Set())
      if (found.kind === 'one') id = found.item.id
      return found.kind === 'several' ? null : found.kind === 'one'
    },
    done() {
      if (id === null) return
      options.known?.add(id)
      options.done?.(id)
    },
  }
}

/** After a DELETE of unknown outcome: whether the server says that it has no such thing. */
export async function isGone(read: () => Promise<unknown>): Promise<boolean> {
  try {
    await read()
    return false
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'notFound') return true
    throw error
  }
}
