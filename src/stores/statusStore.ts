import { defineStore } from 'pinia'
import type { Clock } from './clock'
import type { Provider } from './provider'
import { statusState } from './statusState'

/** Everything that the public page knows about one provider, and how fresh it is. */
export const useStatusStore = (provider: Provider, clock: Clock) =>
  defineStore(`status:${provider.id}`, () => statusState(provider, clock))()

export type StatusStore = ReturnType<typeof useStatusStore>

/** What a status page shows, be it of now or of a past instant. */
export type StatusView = Pick<
  StatusStore,
  | 'parts'
  | 'components'
  | 'listedComponents'
  | 'unrecorded'
  | 'unclear'
  | 'states'
  | 'confirmed'
  | 'listedStates'
  | 'incidents'
  | 'scale'
  | 'moment'
  | 'observed'
  | 'summary'
  | 'newestUpdates'
  | 'failures'
  | 'confirmedAt'
  | 'loading'
  | 'awaited'
  | 'refreshing'
> & {
  /** Phases by generation; null where no phase is known: their history is not kept. */
  readonly generations: StatusStore['generations'] | null
  /** Where newest updates are asked for as somebody comes near. */
  readonly wantUpdate?: StatusStore['wantUpdate']
  /** @returns whether everything that was asked answered */
  refresh(): Promise<boolean>
}
