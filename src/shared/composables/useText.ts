import { useI18n } from 'vue-i18n'
import type { MessageKey } from '@/i18n/messages'

export type Texts = Readonly<Record<string, string | number>>

/** The page's own words in the language of the visitor. Keys are checked by the compiler. */
export function useText() {
  const { t, n } = useI18n({ useScope: 'global' })
  return {
    t: (key: MessageKey, values: Texts = {}): string => t(key, values),
    /** Chooses singular or plural by `count`, which the text reads as {n} (and may read under another name in `values`). */
    tn: (key: MessageKey, count: number, values: Texts = {}): string => t(key, { n: count, ...values }, count),
    number: n,
  }
}
