import { shallowRef } from 'vue'
import { ApiError } from '@/domain/apiError'
import { mayBeSaved } from '@/domain/writing/saveOutcome'
import { isBlindAllowed } from './useAsyncRead'
import { isFailed, viewOf, type Api, type Batch, type Step, type StepView } from './step'

/** As many as a server answers at once without anybody noticing. */
const AT_A_TIME = 5

/**
 * The steps of an operation on their way: each is prepared, sent and read back, and looked up where its outcome is unknown. One after
 * the other, or some at a time where they are a batch. After one that failed no new one begins.
 */
export function stepRun(api: Api) {
  const views = shallowRef<readonly StepView[]>([])
  let steps: Step[] = []
  let readAll: Batch['read'] | null = null

  const indexesOf = (is: (view: StepView) => boolean) => views.value.flatMap((view, index) => (is(view) ? [index] : []))
  const hasFailed = () => views.value.some(isFailed)
  const show = (index: number, change: Partial<StepView>) => {
    views.value = views.value.map((view, at) => (at === index ? { ...view, ...change } : view))
  }

  /** @param isBlind what they are about could not be read again */
  function load(list: readonly Step[] | Batch, isBlind: boolean) {
    const batch = 'read' in list ? list : null
    steps = [...(batch?.steps ?? (list as readonly Step[]))]
    readAll = batch?.read ?? null
    views.value = steps.map(step => ({ ...shownOf(step), isBlind: isBlind && step.kind !== 'create' }))
  }

  /** To leave out the only step there is would be to give up. */
  const shownOf = (step: Step): StepView =>
    step.without?.step === null && steps.length === 1 ? { ...viewOf(step), without: null } : viewOf(step)

  /** Sends what waits, until all is done or something failed. */
  async function proceed() {
    const waiting = indexesOf(({ state }) => state === 'waiting')
    const sent = [...waiting]
    const isRead = !readAll || !waiting.length || (await read())
    const work = async () => {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        await send(index, isRead)
        // The others of a batch are under way: they are awaited, and no new one begins.
        if (hasFailed()) return
      }
    }
    await Promise.all(Array.from({ length: readAll ? AT_A_TIME : 1 }, work))
    if (readAll) await confirmTogether(sent.filter(index => views.value[index]!.state === 'done'))
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
      if (isUnknown) await lookUp(index)
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

  async function lookUp(index: number): Promise<void> {
    const found = await steps[index]!.verifyAfterTimeout(api).catch(() => null)
    show(index, { isThere: found })
    if (!found) return
    // It is there, and yet the server need not have taken over all of it.
    if (!readAll) await confirm(index)
    finish(index)
  }

  /** Looks up all that is of unknown outcome. */
  async function lookUpUnknown() {
    for (const index of indexesOf(({ state }) => state === 'unknown')) await lookUp(index)
  }

  /** What failed waits to be sent again. */
  function reset() {
    for (const index of indexesOf(isFailed)) show(index, { state: 'waiting', error: null })
  }

  /** @returns whether the outcome of what failed was unknown: now it is done */
  function takeAsDone(): boolean {
    const [index] = indexesOf(isFailed)
    if (index === undefined || views.value[index]!.state !== 'unknown') return false
    finish(index)
    return true
  }

  /** @returns whether what failed could be replaced by the same without a part, or be left out */
  function replaceFailed(): boolean {
    const [index] = indexesOf(isFailed)
    const instead = index === undefined ? undefined : steps[index]!.without
    if (index === undefined || !instead) return false
    if (instead.step) {
      steps[index] = instead.step
      show(index, viewOf(instead.step))
    } else {
      steps.splice(index, 1)
      views.value = views.value.toSpliced(index, 1)
    }
    return true
  }

  return { views, hasFailed, load, proceed, lookUpUnknown, reset, takeAsDone, replaceFailed }
}

/** A defect of ours, too, leaves unknown what the server has. */
function asApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError('malformed', { method: 'POST', path: '' }, { cause: thrown })
}
