import { computed, effectScope, onScopeDispose, shallowRef } from 'vue'
import { ApiError } from '@/domain/apiError'
import { mayBeSaved } from '@/domain/writing/saveOutcome'
import type { Provider } from '@/stores/provider'
import { isBlindAllowed } from './blindReading'
import { useLeftOperations } from './leftOperations'
import { useOutcomeStore } from './outcomeStore'
import { hasNote, isFailed, viewOf, type Batch, type Step, type StepView } from './step'
import { useGracePeriod } from './useGracePeriod'
import { useInPassing } from './useInPassing'

/** `held`: waits some seconds in which it can be taken back. `stopped`: a step failed and the operator has the word. */
export type OperationState = 'idle' | 'held' | 'running' | 'stopped' | 'done'

export type Operation = ReturnType<typeof useOperation>

interface StartOptions {
  readonly held?: boolean
  /** The page offers what can be done with it. */
  readonly stays?: boolean
}

/** As many as a server answers at once without anybody noticing. */
const AT_A_TIME = 5

/**
 * Runs the writes of one intention: one after the other, or some at a time where they are a batch. It stops at the first that
 * fails: what is done stays done, and only what failed is sent again, on the operator's word. A second start while one is under way
 * does nothing, so a double click does no harm.
 */
export function useOperation(
  { id, api }: Pick<Provider, 'id' | 'api'>,
  { gracePeriodMs = 6_000 }: { gracePeriodMs?: number } = {},
) {
  const outcome = useOutcomeStore({ id })
  const views = shallowRef<readonly StepView[]>([])
  const state = shallowRef<OperationState>('idle')
  let steps: Step[] = []
  let readAll: Batch['read'] | null = null
  let finished: (complete: boolean) => void = () => undefined
  const left = useLeftOperations({ id })
  const inPassing = useInPassing({ id })
  // Of its own: what is held or under way goes on when its page is left.
  const scope = effectScope(true)
  const hold = scope.run(() => useGracePeriod(gracePeriodMs, sendNow))!
  let isOver = false
  let isStaying = false
  onScopeDispose(leave)

  function leave() {
    isOver = true
    if (inPassing && (state.value === 'held' || state.value === 'running')) inPassing.carryOn(operation)
    else scope.stop()
  }

  const indexesOf = (is: (view: StepView) => boolean) => views.value.flatMap((view, index) => (is(view) ? [index] : []))
  const show = (index: number, change: Partial<StepView>) => {
    views.value = views.value.map((view, at) => (at === index ? { ...view, ...change } : view))
  }

  /** Sends the steps, at once or `held`. Settles with true when all are done, with false when it was taken back or given up. */
  function start(list: readonly Step[] | Batch, { held = false, stays = false }: StartOptions = {}): Promise<boolean> {
    // A form that was closed while it still read something must not write behind the operator's back.
    if (isOver || (state.value !== 'idle' && state.value !== 'done')) return Promise.resolve(false)
    const batch = 'read' in list ? list : null
    steps = [...(batch?.steps ?? (list as readonly Step[]))]
    readAll = batch?.read ?? null
    isStaying = stays
    outcome.tell([])
    const isBlind = outcome.takeBlind()
    views.value = steps.map(step => ({ ...shownOf(step), isBlind: isBlind && step.kind !== 'create' }))
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

  /** Goes on without what has failed. What is done stays done. */
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

  /** Sends again what failed: only ever on the operator's word, and not what has arrived in the meantime. */
  async function retry() {
    if (state.value !== 'stopped') return
    state.value = 'running'
    for (const index of indexesOf(({ state: now }) => now === 'unknown')) await isThere(index)
    for (const index of indexesOf(isFailed)) show(index, { state: 'waiting', error: null })
    await proceed()
  }

  /** Looks up once more whether the server has what is of unknown outcome, and goes on if it has. */
  async function checkAgain() {
    if (state.value !== 'stopped') return
    state.value = 'running'
    for (const index of indexesOf(({ state: now }) => now === 'unknown')) await isThere(index)
    await goOn()
  }

  /** The operator knows that the server has the step whose outcome is unknown. */
  async function takeAsDone() {
    const [index] = indexesOf(isFailed)
    if (state.value !== 'stopped' || index === undefined || views.value[index]!.state !== 'unknown') return
    finish(index)
    await goOn()
  }

  /** Sends in place of what failed the same without the part that some servers fail at, or goes on where nothing else is in it. */
  async function sendWithout() {
    const [index] = indexesOf(isFailed)
    const instead = index === undefined ? undefined : steps[index]!.without
    if (state.value !== 'stopped' || index === undefined || !instead) return
    if (instead.step) {
      steps[index] = instead.step
      show(index, viewOf(instead.step))
    } else {
      steps.splice(index, 1)
      views.value = views.value.toSpliced(index, 1)
    }
    await goOn()
  }

  /** To leave out the only step there is would be to give up. */
  const shownOf = (step: Step): StepView =>
    step.without?.step === null && steps.length === 1 ? { ...viewOf(step), without: null } : viewOf(step)

  async function goOn() {
    if (views.value.some(isFailed)) state.value = 'stopped'
    else await proceed()
  }

  async function proceed() {
    state.value = 'running'
    const waiting = indexesOf(({ state: now }) => now === 'waiting')
    const sent = [...waiting]
    const isRead = !readAll || !waiting.length || (await read())
    const work = async () => {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        await send(index, isRead)
        // The others of a batch are under way: they are awaited, and no new one begins.
        if (views.value.some(isFailed)) return
      }
    }
    await Promise.all(Array.from({ length: readAll ? AT_A_TIME : 1 }, work))
    if (readAll) await confirmTogether(sent.filter(index => views.value[index]!.state === 'done'))
    if (views.value.some(isFailed)) state.value = 'stopped'
    else close(true)
  }

  async function read(): Promise<boolean> {
    return readAll!(api).then(
      () => true,
      () => false,
    )
  }

  async function send(index: number, isRead: boolean) {
    show(index, { state: 'running', error: null, ...(!isRead && { isBlind: true }) })
    try {
      await prepare(index)
      await steps[index]!.send(api)
    } catch (thrown) {
      const error = asApiError(thrown)
      const isUnknown = mayBeSaved(error)
      show(index, { state: isUnknown ? 'unknown' : 'notSaved', error })
      if (isUnknown) await isThere(index)
      return
    }
    if (!readAll) await confirm(index)
    finish(index)
  }

  async function prepare(index: number) {
    try {
      await steps[index]!.prepare?.(api)
    } catch (thrown) {
      if (!isBlindAllowed(thrown)) throw thrown
      show(index, { isBlind: true })
    }
  }

  async function confirmTogether(sent: readonly number[]) {
    if (!sent.length) return
    const isRead = await read()
    for (const index of sent) {
      if (isRead) await confirm(index)
      else show(index, { unread: true })
    }
  }

  async function confirm(index: number) {
    try {
      show(index, { ignoredFields: (await steps[index]!.verify?.(api)) ?? [], unread: false })
    } catch {
      show(index, { unread: true })
    }
  }

  function finish(index: number) {
    show(index, { state: 'done', error: null })
    steps[index]!.done?.()
  }

  async function isThere(index: number): Promise<void> {
    const found = await steps[index]!.verifyAfterTimeout(api).catch(() => null)
    show(index, { isThere: found })
    if (!found) return
    // It is there, and yet the server need not have taken over all of it.
    if (!readAll) await confirm(index)
    finish(index)
  }

  const operation = {
    views,
    state,
    /** Milliseconds until what is held is sent. */
    heldForMs: hold.leftMs,
    /** Nothing else can be started, and the form must not change. */
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
    /** While somebody is at the button that takes it back. */
    pauseHold: () => state.value === 'held' && hold.pause(),
    resumeHold: () => state.value === 'held' && hold.resume(),
  }
  return operation
}

/** A defect of ours, too, leaves unknown what the server has. */
function asApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError('malformed', { method: 'POST', path: '' }, { cause: thrown })
}
