import { computed, watch, type Ref } from 'vue'
import { samePhase } from '@/domain/writing/sameContent'
import type { Incident, PhaseReference } from '@/domain/incident/incident'
import { timingAt } from '@/domain/incident/moment'
import { phaseName } from '@/domain/incident/phase'
import type { DraftKind } from '@/domain/writing/incidentDraft'
import type { Management } from '@/operator/useManagement'

interface Ends {
  readonly phase: Ref<PhaseReference | null>
  readonly endedAt: Ref<number | null>
  /** As it was read; null for a new one, which ends by its times. */
  readonly base: () => Incident | null
  readonly kind: () => DraftKind
}

/**
 * Over is both: the end, and the phase that says so. To choose one of what is going on chooses the other as well, in sight of the
 * operator, who may take either back.
 */
export function useEnding({ store, clock, lastPhase }: Management, { phase, endedAt, base, kind }: Ends) {
  /** What says that it is over; null = not known. */
  const last = () => lastPhase(kind())
  const isOver = (end: number | null) => end !== null && end <= clock.now.value
  const isLast = (one: PhaseReference | null) => last() !== null && samePhase(one, last())
  const offered = computed(() => {
    const original = base()
    return original !== null && timingAt(original, clock.now.value) === 'ongoing'
  })
  let known = base()
  /** The phase that stood before the end chose the last one. */
  let before: PhaseReference | null | undefined
  let endIsByPhase = false

  /** What is read anew, or taken up from a draft, is as it is. */
  function isTyped(): boolean {
    const isSame = known === base()
    if (!isSame) {
      known = base()
      before = undefined
      endIsByPhase = false
    }
    return isSame && offered.value
  }

  watch(
    endedAt,
    (end, earlier) => {
      if (!isTyped() || isOver(end) === isOver(earlier)) return
      if (isOver(end)) {
        if (endIsByPhase || isLast(phase.value) || !last()) return
        before = phase.value
        phase.value = last()
      } else {
        endIsByPhase = false
        if (before !== undefined && isLast(phase.value)) phase.value = before
        before = undefined
      }
    },
    { flush: 'sync' },
  )
  watch(
    phase,
    (to, from) => {
      if (!isTyped() || isLast(to) === isLast(from)) return
      if (isLast(to) && !isOver(endedAt.value)) {
        endIsByPhase = true
        end(true)
      } else if (!isLast(to) && endIsByPhase) {
        end(false)
        endIsByPhase = false
      }
    },
    { flush: 'sync' },
  )

  function end(isNow: boolean) {
    // Between two ticks of the clock the present would count as the future.
    clock.touch()
    endedAt.value = isNow ? clock.now.value : (base()?.endedAt ?? null)
  }

  return {
    /** Whether there is something to end: what is going on. */
    offered,
    /** Whether it is over as it is typed. */
    over: computed(() => isOver(endedAt.value)),
    end,
    /** Whether its phase says so. */
    saysSo: computed(() => isLast(phase.value)),
    /** What that phase is called; empty where it is not known. */
    lastName: computed(() => phaseName(last(), store.generations) ?? ''),
    /** Over, and said so. */
    resolve() {
      end(true)
      const to = last()
      if (to && !isLast(phase.value)) phase.value = to
    },
  }
}

export type Ending = ReturnType<typeof useEnding>
