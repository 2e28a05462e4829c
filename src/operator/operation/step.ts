import type { Provider } from '@/stores/provider'

export type Api = Provider['api']

/** One write of an intention. What it learns (a new id) it keeps for itself and for the steps after it. */
export interface Step {
  /** What it does, in the operator's language. */
  readonly label: string
  /** Reads what is needed to tell later whether a write of unknown outcome has arrived. */
  readonly prepare?: (api: Api) => Promise<void>
  /** Sends the write, and nothing else: it also runs against a recorder, for "show API call". */
  readonly send: (api: Api) => Promise<void>
  /** Reads again what was written: the names of the fields, in words, that the server did not take over. */
  readonly readBack?: (api: Api) => Promise<readonly string[]>
  /**
   * After an outcome that nobody knows (domain.md, Writing): whether the server has it now. null = it cannot be told, because
   * more than one thing looks like it.
   */
  readonly lookUp: (api: Api) => Promise<boolean | null>
  /** Once it is certain that the server has it. */
  readonly done?: () => void
}

/** `notSaved`: certainly not. `unknown`: sent, and nobody can tell what became of it. */
export type StepState = 'waiting' | 'running' | 'done' | 'notSaved' | 'unknown'
