import { computed, ref } from 'vue'
import type { DraftProblem } from '@/domain/writing/draftCheck'
import type { Impact } from '@/domain/incident/incident'

/** Rows that are drawn at once, more than are in sight: hundreds of them with their fields take seconds. */
const ROWS = 20

/** The impacts that are drawn: more as somebody comes near the last of them, and at once where something is wrong further down. */
export function useImpactRows(impacts: () => readonly Impact[], problems: () => readonly DraftProblem[]) {
  const drawn = ref(ROWS)
  const wrong = () => problems().flatMap(one => ('rows' in one && one.level === 'error' ? one.rows : []))
  return {
    shown: computed(() => impacts().slice(0, Math.max(drawn.value, ...wrong().map(row => row + 1)))),
    drawMore(event: Event) {
      const { scrollTop, clientHeight, scrollHeight } = event.target as HTMLElement
      if (drawn.value < impacts().length && scrollHeight - scrollTop - clientHeight <= clientHeight) drawn.value += ROWS
    },
  }
}

/** Whether something of several is not complete; tells when that changes. */
export function useIncompleteRows(tell: (is: boolean) => void) {
  const rows = new Set<number | string>()
  return (row: number | string, is: boolean) => {
    const was = rows.size > 0
    if (is) rows.add(row)
    else rows.delete(row)
    if (rows.size > 0 !== was) tell(!was)
  }
}
