import { inject, type InjectionKey } from 'vue'
import { useI18n } from 'vue-i18n'
import { isolated } from '@/domain/characters'
import type { LazyPart } from '@/i18n/lazyMessages'
import type { MessageKey } from '@/i18n/messages'

export type Texts = Readonly<Record<string, string | number>>

const isolatedTexts = (values: Texts): Texts =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? isolated(value) : value]))

/** The page's own words in the language of the visitor; what stands in them keeps its direction to itself. Keys are checked by the compiler. */
export function useText() {
  const { t, n } = useI18n({ useScope: 'global' })
  return {
    t: (key: MessageKey, values: Texts = {}): string => t(key, isolatedTexts(values)),
    /** Chooses singular or plural by `count`, which the text reads as {n} (and may read under another name in `values`). */
    tn: (key: MessageKey, count: number, values: Texts = {}): string => t(key, { n: count, ...isolatedTexts(values) }, count),
    number: n,
  }
}

/** Loads the texts of a part of the page (i18n, lazyMessages). Rejects where they are not to be had. */
export const lazyTextsKey: InjectionKey<(part: LazyPart) => Promise<void>> = Symbol('lazyTexts')

/** For what opens inside of a page and brings texts of its own; pages themselves get theirs by their route. */
export function useLazyTexts(): (part: LazyPart) => Promise<void> {
  const load = inject(lazyTextsKey)
  if (!load) throw new Error('No loader of texts was provided above this component.')
  return load
}
