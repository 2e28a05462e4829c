import { computed, shallowRef } from 'vue'
import { ApiError } from '@/domain/apiError'
import { catalogUse } from '@/domain/catalog/catalogUse'
import type { Management } from '@/operator/useManagement'

/** A generation on the page; names null = not read yet, or it could not be. */
interface ShownGeneration {
  readonly generation: number
  readonly names: readonly string[] | null
  readonly error: ApiError | null
  /** Loaded incidents that stand in one of its phases. */
  readonly incidents: number
}

/** Read with one press: a long-lived server has many. */
const STEP = 5

/** The current generation, and those before it when they are asked for, newest first. They are immutable: each is read once. */
export function useGenerations({ provider, store, phases }: Management) {
  const depth = shallowRef(0)
  const read = shallowRef<ReadonlyMap<number, readonly string[] | ApiError>>(new Map())

  const uses = computed(() => catalogUse(store.incidents).generations)
  const current = computed(() => phases.value?.generation ?? 0)
  const oldest = computed(() => Math.max(1, current.value - depth.value))
  const shown = computed<readonly ShownGeneration[]>(() =>
    Array.from({ length: current.value > 0 ? current.value - oldest.value + 1 : 0 }, (_, back) => {
      const generation = current.value - back
      const answer = store.generations.get(generation)?.names ?? read.value.get(generation) ?? null
      const failed = answer instanceof ApiError
      return {
        generation,
        names: failed ? null : answer,
        error: failed ? answer : null,
        incidents: uses.value.get(generation) ?? 0,
      }
    }),
  )

  async function showEarlier() {
    depth.value += STEP
    await readMissing()
  }

  async function readMissing() {
    await Promise.all(
      shown.value
        .filter(({ names }) => !names)
        .map(async ({ generation }) => {
          const answer = await provider.api.getPhases(generation).then(
            // Some servers answer the current list whatever they are asked for.
            list => (list.generation === generation ? list.names : new ApiError('malformed', callOf(generation))),
            (error: unknown) =>
              error instanceof ApiError ? error : new ApiError('malformed', callOf(generation), { cause: error }),
          )
          read.value = new Map(read.value).set(generation, answer)
        }),
    )
  }

  return { shown, hasEarlier: computed(() => oldest.value > 1), showEarlier, readMissing }
}

const callOf = (generation: number) => ({ method: 'GET', path: `/phases?generation=${generation}` }) as const
