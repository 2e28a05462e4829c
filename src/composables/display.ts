import { inject, type ComputedRef, type InjectionKey, type Ref } from 'vue'

/** How instants are shown: whose zone, which language, and what is now. */
export interface Display {
  /** IANA name of the zone. */
  readonly zone: Readonly<Ref<string>>
  /** Locale for dates and numbers. */
  readonly locale: ComputedRef<string>
  /** Epoch milliseconds. */
  readonly now: Readonly<Ref<number>>
  /** `now` is a past instant: its day is not today. */
  readonly past?: boolean
  /** Where `now` is a past instant, the present: answers were read there. */
  readonly present?: Readonly<Ref<number>>
}

export const displayKey: InjectionKey<Display> = Symbol('display')

export function useDisplay(): Display {
  const display = inject(displayKey)
  if (!display) throw new Error('No display settings were provided above this component.')
  return display
}
