import type { ApiError } from '@/domain/apiError'
import type { Provider } from '@/stores/provider'

export type Api = Provider['api']

/** What it does to the server: what is told of its failure depends on that. */
type StepKind = 'create' | 'change' | 'remove'

/** One write of an intention. What it learns (a new id) it keeps for itself and for the steps after it. */
export interface Step {
  readonly kind: StepKind
  /** What it does, in the operator's language. */
  readonly label: string
  /**
   * Reads again what it is about, where it can be sent without that as well: a server that cannot be read takes writes all the
   * same. Only that there is no such thing, or no login, stops it.
   */
  readonly prepare?: (api: Api) => Promise<void> | void
  /** Sends the write, and nothing else: it also runs against a recorder, for "show API call". */
  readonly send: (api: Api) => Promise<void>
  /** Reads again what was written: the names of the fields, in words, that the server did not take over. */
  readonly verify?: (api: Api) => Promise<readonly string[]> | readonly string[]
  /**
   * After an outcome that nobody knows (docs/domain.md, "Unknown outcomes"): whether the server has it now. null = it cannot be told,
   * because more than one thing looks like it.
   */
  readonly verifyAfterTimeout: (api: Api) => Promise<boolean | null>
  /** Once it is certain that the server has it. */
  readonly done?: () => void
  /** What may be behind a failure of the server's own after which the write is not there. */
  readonly hint?: string
  /**
   * The same write without a part that some servers fail at, for the operator to choose when it failed; `step` null = nothing is left
   * of it then.
   */
  readonly without?: { readonly label: string; readonly step: Step | null }
}

/** Writes that do not depend on each other: sent some at a time, between one read of all that they are about and another. */
export interface Batch {
  readonly steps: readonly Step[]
  /** What `prepare` and `verify` of the steps look at. */
  readonly read: (api: Api) => Promise<void>
}

/** `notSaved`: certainly not. `unknown`: sent, and nobody can tell what became of it. */
export type StepState = 'waiting' | 'running' | 'done' | 'notSaved' | 'unknown'

/** What the operator sees of a step. */
export interface StepView {
  readonly kind: StepKind
  readonly label: string
  readonly state: StepState
  /** Why it failed. */
  readonly error: ApiError | null
  /** After an unknown outcome: what looking it up said. null = it could not be told. */
  readonly isThere: boolean | null
  /** Fields that the server answered to have and has not. */
  readonly ignoredFields: readonly string[]
  /** It is saved, but could not be read again. */
  readonly unread: boolean
  /** It could not be read again before it was sent: what someone else changed meanwhile may be gone. */
  readonly isBlind: boolean
  /** What the operator may send in its place. */
  readonly without: string | null
  readonly hint: string | null
}

export const viewOf = ({ kind, label, without, hint }: Step): StepView => ({
  kind,
  label,
  state: 'waiting',
  error: null,
  isThere: null,
  ignoredFields: [],
  unread: false,
  isBlind: false,
  without: without?.label ?? null,
  hint: hint ?? null,
})

/**
 * The server does not take it, whoever sends it how often. Some releases fail by themselves (500) at what they refuse: that is certain
 * once it was looked up and is not there.
 */
export const isRefused = ({ error, isThere }: StepView) =>
  error?.kind === 'rejected' || error?.kind === 'conflict' || (error?.kind === 'server' && isThere === false)

export const isFailed = ({ state }: StepView) => state === 'notSaved' || state === 'unknown'

/** There is something to say of it beside that it is saved. */
export const hasNote = ({ ignoredFields, unread, isBlind }: StepView) => ignoredFields.length > 0 || unread || isBlind

/** More than people read one by one. */
const MANY_STEPS = 12
export const isLong = (views: readonly StepView[]) => views.length > MANY_STEPS
