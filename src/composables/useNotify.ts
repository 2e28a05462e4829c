import { inject, type InjectionKey, type Ref } from 'vue'

/** What was done, said in passing: never an error, which has to stay until somebody has read it. */
export interface Snackbar {
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
  /** It stays until this is over, in which time it can be taken back. */
  readonly countdown?: Countdown
}

export interface Countdown {
  readonly leftMs: Readonly<Ref<number>>
  /** Time stands still while somebody is at the button. */
  readonly pause: () => void
  readonly resume: () => void
  /** Settles once it is sent or taken back, with what there is to say then; null = nothing, or it is told elsewhere. */
  readonly over: Promise<string | null>
}

export const notifyKey: InjectionKey<(snackbar: Snackbar) => void> = Symbol('notify')

export function useNotify(): (snackbar: Snackbar) => void {
  const notify = inject(notifyKey)
  if (!notify) throw new Error('No snackbars were provided above this component.')
  return notify
}
