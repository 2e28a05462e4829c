import { inject, type InjectionKey, type ShallowRef } from 'vue'
import type { ConfigProblem } from '@/config/problem'

/** What the page has to say about itself. */
export interface Warnings {
  /** Keys of the configuration that nobody knows. */
  readonly config: readonly ConfigProblem[]
  /** Whether some part failed to draw. */
  readonly defect: Readonly<ShallowRef<boolean>>
}

export const warningsKey: InjectionKey<Warnings> = Symbol('warnings')

export const useWarnings = (): Warnings => inject(warningsKey)!
