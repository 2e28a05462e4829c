import { computed, effectScope, onScopeDispose, shallowRef } from 'vue'
import type { Provider } from '@/stores/provider'
import { useLeftOperations } from './leftOperations'
import type { Operation, OperationState, StartOptions } from './operation'
import { useOutcomeStore } from './outcomeStore'
import { hasNote, isFailed, type Batch, type Step } from './step'
import { stepRun } from './stepRun'
import { useGracePeriod } from './useGracePeriod'
import { useInPassing } from './useInPassing'

export type { Operation } from './operation'

const HELD_MS = 6_000

/**
 * Runs the writes of one intention. It stops at the first that fails: what is done stays done, and only what failed is sent again, on
 * the operator's word. A second start while one is under way does nothing, so a double click does no harm.
 */
export function useOperation({ id, api }: Pick<Provider, 'id' | 'api'>): Operation {
  const outcome = useOutcomeStore({ id })
  const run = stepRun(api)
  const { views } = run
  const state = shallowRef<OperationState>('idle')
  let finished: (complete: boolean) => void = () => undefined
  const left = useLeftOperations({ id })
  const inPassing = useInPassing()
  // Of its own: what is held or under way goes on when its page is left.
  const scope = effectScope(true)
  const hold = scope.run(() => useGracePeriod(HELD_MS, sendNow))!
  let isOver = false
  let isStaying = false
  onScopeDispose(leave)

  function leave() {
    isOver = true
    if (!inPassing || (state.value !== 'held' && state.value !== 'running')) return scope.stop()
    left.add(operation)
    inPassing.carryOn(operation)
  }

  function start(list: readonly Step[] | Batch, { held = false, stays = false }: StartOptions = {}): Promise<boolean> {
    // A form that was closed while it still read something must not write behind the operator's back.
    if (isOver || (state.value !== 'idle' && state.value !== 'done')) return Promise.resolve(false)
    isStaying = stays
    outcome.tell([])
    run.load(list, outcome.takeBlind())
    const end = new Promise<boolean>(resolve => (finished = resolve))
    if (held) {
      state.value = 'held'
      hold.begin()
    } else void proceed()
    return end
  }

  function sendNow() {
    if (state.value !== 'held') return
    hold.stop()
    void proceed()
  }

  function undo() {
    if (state.value === 'held') close(false)
  }

  function giveUp() {
    if (state.value === 'stopped') close(false)
  }

  function close(complete: boolean) {
    hold.stop()
    state.value = complete ? 'done' : 'idle'
    // What has to be read, or leads on, stays on the page. After that was left, what carries it on says the rest.
    const isRead = views.value.some(hasNote) || (!isOver && (isStaying || !inPassing))
    if (complete && isRead) outcome.tell(views.value)
    else if (complete && !isOver) inPassing?.sayDone(views.value)
    if (isOver) left.drop(operation)
    if (isOver) scope.stop()
    finished(complete)
  }

  async function retry() {
    if (state.value !== 'stopped') return
    state.value = 'running'
    await run.lookUpUnknown()
    run.reset()
    await proceed()
  }

  async function checkAgain() {
    if (state.value !== 'stopped') return
    state.value = 'running'
    await run.lookUpUnknown()
    await goOn()
  }

  async function takeAsDone() {
    if (state.value === 'stopped' && run.takeAsDone()) await goOn()
  }

  async function sendWithout() {
    if (state.value === 'stopped' && run.replaceFailed()) await goOn()
  }

  async function goOn() {
    if (run.hasFailed()) state.value = 'stopped'
    else await proceed()
  }

  async function proceed() {
    state.value = 'running'
    await run.proceed()
    if (run.hasFailed()) state.value = 'stopped'
    else close(true)
  }

  const operation: Operation = {
    views,
    state,
    heldForMs: hold.leftMs,
    busy: computed(() => state.value === 'held' || state.value === 'running'),
    failed: computed(() => (state.value === 'stopped' ? (views.value.find(isFailed) ?? null) : null)),
    start,
    sendNow,
    undo,
    retry,
    checkAgain,
    takeAsDone,
    sendWithout,
    giveUp,
    pauseHold: () => state.value === 'held' && hold.pause(),
    resumeHold: () => state.value === 'held' && hold.resume(),
  }
  return operation
}
