import type { Ref } from 'vue'
import type { Batch, Step, StepView } from './step'

/** `held`: waits some seconds in which it can be taken back. `stopped`: a step failed and the operator has the word. */
export type OperationState = 'idle' | 'held' | 'running' | 'stopped' | 'done'

export interface StartOptions {
  readonly held?: boolean
  /** The page offers what can be done with it. */
  readonly stays?: boolean
}

/** The writes of one intention: how they go, and what the operator can do about it. */
export interface Operation {
  readonly views: Readonly<Ref<readonly StepView[]>>
  readonly state: Readonly<Ref<OperationState>>
  /** Milliseconds until what is held is sent. */
  readonly heldForMs: Readonly<Ref<number>>
  /** Nothing else can be started, and the form must not change. */
  readonly busy: Readonly<Ref<boolean>>
  /** The step that failed while the operator has the word. */
  readonly failed: Readonly<Ref<StepView | null>>
  /** Sends the steps, at once or `held`. Settles with true when all are done, with false when it was taken back or given up. */
  readonly start: (list: readonly Step[] | Batch, options?: StartOptions) => Promise<boolean>
  readonly sendNow: () => void
  readonly undo: () => void
  /** Sends again what failed: only ever on the operator's word, and not what has arrived in the meantime. */
  readonly retry: () => Promise<void>
  /** Looks up once more whether the server has what is of unknown outcome, and goes on if it has. */
  readonly checkAgain: () => Promise<void>
  /** The operator knows that the server has the step whose outcome is unknown. */
  readonly takeAsDone: () => Promise<void>
  /** Sends in place of what failed the same without the part that some servers fail at, or goes on where nothing else is in it. */
  readonly sendWithout: () => Promise<void>
  /** Goes on without what has failed. What is done stays done. */
  readonly giveUp: () => void
  /** While somebody is at the button that takes it back. */
  readonly pauseHold: () => void
  readonly resumeHold: () => void
}
