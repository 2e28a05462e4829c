import { computed, onScopeDispose, shallowRef, watch, type Ref, type WritableComputedRef } from 'vue'
import { MAX_MONTHS } from './useHistoryQuery'

/** A window that the server is asked for at once, in months. */
const STEP = 3
/** How far back one press leads, in months. */
const RUN = 24

interface SearchedHistory {
  /** The months that are shown: what was searched. */
  readonly count: WritableComputedRef<number>
  /** The newest of them. */
  readonly newest: Readonly<Ref<string>>
  /** The month before the oldest of them; null where nothing is recorded before. */
  readonly next: Readonly<Ref<string | null>>
  /** Whether anything is searched for. */
  readonly isFiltered: Readonly<Ref<boolean>>
  /** Reads as many months as that. Resolves to whether all of them are known. */
  readonly readMonths: (count: number) => Promise<boolean>
}

/**
 * A search that goes on through older months, one window after another. It ends by itself: where the records do, after two years, and
 * where something cannot be read, since a server in trouble is not asked on and on.
 */
export function useSearchBack({ count, newest, next, isFiltered, readMonths }: SearchedHistory) {
  const done = shallowRef(0)
  const left = shallowRef(0)
  let run = 0

  function stop() {
    run++
    left.value = 0
  }
  async function goOn() {
    const own = ++run
    done.value = 0
    left.value = Math.min(RUN, MAX_MONTHS - count.value)
    while (left.value > 0 && next.value !== null) {
      const step = Math.min(STEP, left.value)
      const isWhole = await readMonths(count.value + step)
      if (own !== run) return
      count.value += step
      done.value += step
      left.value -= step
      if (!isWhole) break
    }
    stop()
  }
  watch([newest, isFiltered], stop)
  onScopeDispose(stop)

  return {
    isSearching: computed(() => left.value > 0),
    /** Of this press, 0 to 100. */
    progress: computed(() => (100 * done.value) / (done.value + left.value || 1)),
    canGoOn: computed(() => next.value !== null && count.value < MAX_MONTHS),
    goOn,
    stop,
  }
}
