import { shallowRef } from 'vue'
import type { StatusApi } from '@/api/statusApi'
import type { ApiError } from '@/domain/apiError'
import type { PhaseList } from '@/domain/catalog/catalog'
import type { Incident } from '@/domain/incident/incident'
import { missingGenerations } from '@/domain/incident/phase'
import type { Clock } from './clock'
import { asApiError } from './readIncidents'

const MAX_GENERATIONS = 20
// What a server refuses to give it hardly ever gives a minute later; but a gateway's error may look the same.
const REFUSAL_AGE_MS = 15 * 60_000

/** The phase lists that incidents refer to, by generation, and which is the current one. A list never changes once it is there. */
export function phaseGenerations(api: StatusApi, clock: Pick<Clock, 'read'>) {
  const generations = shallowRef<ReadonlyMap<number, PhaseList>>(new Map())
  const current = shallowRef<number | null>(null)
  // Settles when the current list is read or could not be: until then no list counts as missing.
  let currentAnswer: Promise<unknown> = Promise.resolve()
  const asked = new Map<number, Promise<void>>()
  /** Why a generation could not be read the last time; not in it = it could, or nobody asked. */
  const errors = shallowRef<ReadonlyMap<number, ApiError>>(new Map())
  // What does not exist, has no names, or is another list than the one that was asked for: since when.
  const refused = new Map<number, number>()

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
      const hasNames = list.names.some(name => name.trim())
      if (hasNames) add(list)
      if (!hasNames || list.generation !== generation) refused.set(generation, clock.read())
      if (errors.value.has(generation)) errors.value = new Map([...errors.value].filter(([failed]) => failed !== generation))
    } catch (thrown) {
      const error = asApiError(thrown)
      if (error.kind === 'notFound' || error.kind === 'rejected') refused.set(generation, clock.read())
      errors.value = new Map(errors.value).set(generation, error)
    } finally {
      asked.delete(generation)
    }
  }

  /**
   * Reads the phases of the generations that incidents refer to, each once. One that cannot be read shows as "unknown phase"; it
   * is asked for again with the next call, or after a quarter of an hour where the server refused it. Never throws.
   * @returns whether all that was asked for answered
   */
  async function ensure(referring: readonly Incident[]): Promise<boolean> {
    await currentAnswer
    const isDue = (generation: number) => clock.read() - (refused.get(generation) ?? -Infinity) > REFUSAL_AGE_MS
    const wanted = missingGenerations(referring, generations.value).filter(isDue)
    await Promise.all(
      wanted.slice(0, MAX_GENERATIONS).map(generation => {
        const answer = asked.get(generation) ?? ask(generation)
        asked.set(generation, answer)
        return answer
      }),
    )
    return !wanted.some(generation => errors.value.has(generation) && isDue(generation))
  }

  /** Why the phases of some incidents are not known; null = they are, or the server has none to give. */
  function errorOf(referring: readonly Incident[]): ApiError | null {
    const [error] = missingGenerations(referring, generations.value).flatMap(generation => errors.value.get(generation) ?? [])
    return error ?? null
  }

  return {
    generations,
    current,
    readCurrent,
    ensure,
    errorOf,
    after: (answer: Promise<unknown>) => void (currentAnswer = answer),
  }
}
