import { shallowRef } from 'vue'
import type { StatusApi } from '@/api/statusApi'
import type { PhaseList } from '@/domain/catalog'
import type { Incident } from '@/domain/incident'
import { missingGenerations } from '@/domain/phase'
import { asApiError } from './readIncidents'

const MAX_GENERATIONS = 20

/** The phase lists that incidents refer to, by generation, and which is the current one. A list never changes once it is there. */
export function phaseGenerations(api: StatusApi) {
  const generations = shallowRef<ReadonlyMap<number, PhaseList>>(new Map())
  const current = shallowRef<number | null>(null)
  // Settles when the current list is read or could not be: until then no list counts as missing.
  let currentAnswer: Promise<unknown> = Promise.resolve()
  const asked = new Map<number, Promise<void>>()
  // What does not exist, or is another list than the one that was asked for, stays so.
  const refused = new Set<number>()

  const add = (list: PhaseList) => (generations.value = new Map(generations.value).set(list.generation, list))

  /** Throws ApiError, and what the signal was aborted with. */
  async function readCurrent(signal: AbortSignal): Promise<void> {
    const list = await api.getPhases(undefined, { signal })
    current.value = list.generation
    add(list)
  }

  async function ask(generation: number): Promise<void> {
    try {
      const list = await api.getPhases(generation)
      add(list)
      if (list.generation !== generation) refused.add(generation)
    } catch (error) {
      const { kind } = asApiError(error)
      if (kind === 'notFound' || kind === 'rejected') refused.add(generation)
    } finally {
      asked.delete(generation)
    }
  }

  /**
   * Reads the phases of the generations that incidents refer to, each once. One that cannot be read shows as "unknown phase"; it
   * is asked for again with the next call, unless the server refused it. Never throws.
   */
  async function ensure(referring: readonly Incident[]): Promise<void> {
    await currentAnswer
    const wanted = missingGenerations(referring, generations.value).filter(generation => !refused.has(generation))
    await Promise.all(
      wanted.slice(0, MAX_GENERATIONS).map(generation => {
        const answer = asked.get(generation) ?? ask(generation)
        asked.set(generation, answer)
        return answer
      }),
    )
  }

  return { generations, current, readCurrent, ensure, after: (answer: Promise<unknown>) => void (currentAnswer = answer) }
}
