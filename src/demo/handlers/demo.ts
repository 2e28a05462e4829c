import type { DemoStore } from '@/demo/store'

export interface DemoApi {
  store: DemoStore
  /** Where the API lies, without a slash at its end. */
  baseUrl: string
  /** Behave as the reference server does where it departs from the contract. */
  quirks: boolean
  /** Epoch milliseconds. */
  now: () => number
}
