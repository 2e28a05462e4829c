import { computed, ref, watch, type Ref } from 'vue'
import type { ApiError } from '@/domain/apiError'
import { useStoredDraft } from '@/operator/drafts/useStoredDraft'
import type { Step } from '@/operator/operation/step'
import type { Operation } from '@/operator/operation/useOperation'
import { useValidation, type Problem } from './useValidation'
import { useLeaveGuard } from './useLeaveGuard'
import { useUnfinishedTimes } from './useUnfinishedTimes'

/** `nothing`: there is nothing to send. `cancelled`: the operator went back to the form. `incomplete`: a gap must be filled first. */
export type WriteResult = 'saved' | 'nothing' | 'cancelled' | 'incomplete'

interface WriteFormOptions<V, P extends Problem> {
  readonly operation: Operation
  /** What is kept in this browser while it is typed. */
  readonly draft: Parameters<typeof useStoredDraft<V>>[0]
  readonly problems: () => readonly P[]
  readonly problemText: (problem: P) => string
  /** Sends what is typed. Called once nothing stands against it. */
  readonly save: () => Promise<WriteResult>
  /** What is sent as it stands; null = nothing. */
  readonly steps: () => readonly Step[] | null
  /** What reads before it writes: whether that, or a question of its own, is under way, and why it failed. */
  readonly saving?: { readonly busy: Readonly<Ref<boolean>>; readonly error: Readonly<Ref<ApiError | null>> } | undefined
  /** What a word on a warning is given for; by default all that is kept. */
  readonly content?: () => unknown
  /** Whether anything is typed at all; by default what the draft says. A form with nothing in it sends nothing. */
  readonly isEmpty?: () => boolean
  /** Whether it is on its way, so that nobody is held back: by default what is unsaved is asked about (see useLeaveGuard). */
  readonly isSent?: () => boolean
}

/**
 * A form that writes: what is typed is kept, what is wrong is told, what is doubtful is asked, and it is sent once.
 * WriteDialog draws it, or WriteFormFrame on a page.
 */
export function useWriteForm<V, P extends Problem>(options: WriteFormOptions<V, P>) {
  const { operation, draft, save, saving, content = () => draft.value.value, isEmpty = () => false } = options
  const stored = useStoredDraft(draft)
  const guard = useLeaveGuard(() => draft.changed() && operation.state.value !== 'done', stored.discard, options.isSent)
  const checks = useValidation(options.problems, options.problemText)
  const unfinished = useUnfinishedTimes()
  // By its content: what is read meanwhile makes it anew, and changes nothing.
  watch(() => JSON.stringify(content()), checks.forget, { flush: 'sync' })
  const result = ref<WriteResult | null>(null)
  /**
   * What is under way, or failed and waits for a word, is sent as it was typed: nothing more is typed or sent beside it. What is saved
   * may stay for a moment, e.g. until the next page is there, and is not sent again.
   */
  const isLocked = computed(
    () => saving?.busy.value || result.value === 'saved' || !['idle', 'done'].includes(operation.state.value),
  )

  /**
   * @param accept the operator's word on what is asked
   * @returns whether it is saved now
   */
  async function send({ accept = false } = {}): Promise<boolean> {
    if (isLocked.value) return false
    result.value = isEmpty() && !unfinished.any() ? 'nothing' : null
    if (result.value || !checks.submit({ accept }) || unfinished.any()) return false
    result.value = await save()
    if (result.value !== 'saved') return false
    stored.discard()
    guard.release()
    return true
  }

  return {
    operation,
    stored,
    guard,
    checks,
    unfinished,
    isLocked,
    /** How the last attempt ended, other than by a failure or a question; null = not yet. */
    result,
    readError: computed(() => saving?.error.value ?? null),
    steps: computed(options.steps),
    send,
  }
}

/** What WriteDialog and WriteFormFrame need to know of a form. */
export type WriteForm = Pick<
  ReturnType<typeof useWriteForm<unknown, Problem>>,
  'operation' | 'guard' | 'isLocked' | 'result' | 'readError' | 'steps' | 'send' | 'unfinished'
> & {
  readonly stored: Pick<ReturnType<typeof useStoredDraft>, 'offered' | 'kept' | 'take' | 'dismiss'>
  readonly checks: Pick<ReturnType<typeof useValidation>, 'pendingWarnings' | 'withdraw'>
}
