import { useIntervalFn } from '@vueuse/core'
import { computed, onScopeDispose, shallowRef } from 'vue'
import { ApiError } from '@/domain/apiError'
import { mayBeSaved } from '@/domain/saveOutcome'
import type { Provider } from '@/stores/provider'
import { useOutcomeStore } from './outcomeStore'
import type { Step, StepState } from './step'

/** What the operator sees of a step. */
export interface StepView {
  readonly label: string
  readonly state: StepState
  /** Why it failed. */
  readonly error: ApiError | null
  /** After an unknown outcome: what looking it up said. null = it could not be told. */
  readonly isThere: boolean | null
  /** Fields that the server answered to have and has not. */
  readonly ignored: readonly string[]
  /** It is saved, but could not be read again. */
  readonly unread: boolean
}

/** `held`: waits some seconds in which it can be taken back. `stopped`: a step failed and the operator has the word. */
export type OperationState = 'idle' | 'held' | 'running' | 'stopped' | 'done'

export type Operation = ReturnType<typeof useOperation>

/** More than people read one by one. */
const MANY_STEPS = 12
export const isLong = (views: readonly StepView[]) => views.length > MANY_STEPS

const NEW = { state: 'waiting', error: null, isThere: null, ignored: [], unread: false } as const

/**
 * Runs the writes of one intention, one after the other, and stops at the first that fails: what is done stays done, and only
 * the failed one is sent again, on the operator's word. A second start while one is under way does nothing, so a double click
 * does no harm.
 */
export function useOperation({ id, api }: Pick<Provider, 'id' | 'api'>, { holdMs = 6_000 }: { holdMs?: number } = {}) {
  const outcome = useOutcomeStore({ id })
  const views = shallowRef<readonly StepView[]>([])
  const state = shallowRef<OperationState>('idle')
  /** Milliseconds until what is held is sent. */
  const heldForMs = shallowRef(0)
  let steps: readonly Step[] = []
  let finished: (complete: boolean) => void = () => undefined
  let heldUntil = 0
  const { pause: stopCounting, resume: countDown } = useIntervalFn(count, 250, { immediate: false })
  let isOver = false
  onScopeDispose(() => (isOver = true))

  const current = () => views.value.findIndex(view => view.state !== 'done')
  const show = (index: number, change: Partial<StepView>) => {
    views.value = views.value.map((view, at) => (at === index ? { ...view, ...change } : view))
  }

  /** Sends the steps, at once or `held`. Settles with true when all are done, with false when it was taken back or given up. */
  function start(list: readonly Step[], { held = false } = {}): Promise<boolean> {
    // A form that was closed while it still read something must not write behind the operator's back.
    if (isOver || (state.value !== 'idle' && state.value !== 'done')) return Promise.resolve(false)
    steps = list
    outcome.tell([])
    views.value = list.map(({ label }) => ({ label, ...NEW }))
    const end = new Promise<boolean>(resolve => (finished = resolve))
    if (held) hold()
    else void proceed()
    return end
  }

  function hold() {
    state.value = 'held'
    heldUntil = performance.now() + holdMs
    heldForMs.value = holdMs
    countDown()
  }

  function count() {
    heldForMs.value = Math.max(0, heldUntil - performance.now())
    if (!heldForMs.value) sendNow()
  }

  function sendNow() {
    if (state.value !== 'held') return
    stopCounting()
    void proceed()
  }

  function takeBack() {
    if (state.value === 'held') close(false)
  }

  /** Goes on without what has failed. What is done stays done. */
  function giveUp() {
    if (state.value === 'stopped') close(false)
  }

  function close(complete: boolean) {
    stopCounting()
    state.value = complete ? 'done' : 'idle'
    if (complete) outcome.tell(views.value)
    finished(complete)
  }

  /** Sends the failed step again: only ever on the operator's word, and not if it has arrived in the meantime. */
  async function retry() {
    if (state.value !== 'stopped') return
    state.value = 'running'
    if (views.value[current()]?.state === 'unknown') await isThere(current())
    await proceed()
  }

  /** Looks up once more whether the server has the step whose outcome is unknown, and goes on if it has. */
  async function checkAgain() {
    if (state.value !== 'stopped') return
    state.value = 'running'
    const index = current()
    if (await isThere(index)) await proceed()
    else state.value = 'stopped'
  }

  /** The operator knows that the server has the step whose outcome is unknown. */
  function takeAsDone() {
    if (state.value !== 'stopped' || views.value[current()]?.state !== 'unknown') return
    finish(current())
    void proceed()
  }

  async function proceed() {
    state.value = 'running'
    for (let index = current(); index >= 0; index = current()) {
      show(index, { state: 'running', error: null })
      try {
        await steps[index]!.prepare?.(api)
        await steps[index]!.send(api)
      } catch (thrown) {
        const error = asApiError(thrown)
        const isUnknown = mayBeSaved(error)
        show(index, { state: isUnknown ? 'unknown' : 'notSaved', error })
        if (!isUnknown || !(await isThere(index))) {
          state.value = 'stopped'
          return
        }
        continue
      }
      await confirm(index)
    }
    close(true)
  }

  async function confirm(index: number) {
    try {
      show(index, { ignored: (await steps[index]!.readBack?.(api)) ?? [] })
    } catch {
      show(index, { unread: true })
    }
    finish(index)
  }

  function finish(index: number) {
    show(index, { state: 'done', error: null })
    steps[index]!.done?.()
  }

  async function isThere(index: number): Promise<boolean> {
    const found = await steps[index]!.lookUp(api).catch(() => null)
    show(index, { isThere: found })
    // It is there, and yet the server need not have taken over all of it.
    if (found) await confirm(index)
    return found === true
  }

  return {
    views,
    state,
    heldForMs,
    /** Nothing else can be started, and the form must not change. */
    busy: computed(() => state.value === 'held' || state.value === 'running'),
    failed: computed(() => (state.value === 'stopped' ? (views.value.find(view => view.state !== 'done') ?? null) : null)),
    start,
    sendNow,
    takeBack,
    retry,
    checkAgain,
    takeAsDone,
    giveUp,
  }
}

/** A defect of ours, too, leaves unknown what the server has. */
function asApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError('malformed', { method: 'POST', path: '' }, { cause: thrown })
}
