import { inject, type InjectionKey } from 'vue'

/** What was done, said in passing: never an error, which has to stay until somebody has read it. */
export interface Snackbar {
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

export const notifyKey: InjectionKey<(snackbar: Snackbar) => void> = Symbol('notify')

export function useNotify(): (snackbar: Snackbar) => void {
  const notify = inject(notifyKey)
  if (!notify) throw new Error('No snackbars were provided above this component.')
  return notify
}
