import { inject, type InjectionKey, type Ref } from 'vue'
import { isolated } from '@/domain/characters'
import { formatText, type Texts } from '@/i18n/formatText'
import type { LazyPart } from '@/i18n/lazyMessages'
import type { Language, MessageKey } from '@/i18n/messages'

export type { Texts }

/** The language of the page, and its texts by their paths. */
export interface Speech {
  readonly language: Readonly<Ref<Language>>
  readonly texts: Readonly<Ref<ReadonlyMap<string, string>>>
  readonly number: (value: number) => string
}
export const speechKey: InjectionKey<Speech> = Symbol('speech')

const isolatedTexts = (values: Texts): Texts =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? isolated(value) : value]))

/** The page's own words in the language of the visitor; what stands in them keeps its direction to itself. Keys are checked by the compiler. */
export function useText() {
  const { language, texts, number } = useSpeech()
  const say = (key: MessageKey, values: Texts, count?: number) => formatText(texts.value.get(key) ?? key, values, count)
  return {
    language,
    t: (key: MessageKey, values: Texts = {}): string => say(key, isolatedTexts(values)),
    /** Chooses singular or plural by `count`, which the text reads as {n} (and may read under another name in `values`). */
    tn: (key: MessageKey, count: number, values: Texts = {}): string => say(key, { n: count, ...isolatedTexts(values) }, count),
    number,
  }
}

function useSpeech(): Speech {
  const speech = inject(speechKey)
  if (!speech) throw new Error('No language was provided above this component.')
  return speech
}

/** Loads the texts of a part of the page (i18n, lazyMessages). Rejects where they are not to be had. */
export const lazyTextsKey: InjectionKey<(part: LazyPart) => Promise<void>> = Symbol('lazyTexts')

/** For what opens inside of a page and brings texts of its own; pages themselves get theirs by their route. */
export function useLazyTexts(): (part: LazyPart) => Promise<void> {
  const load = inject(lazyTextsKey)
  if (!load) throw new Error('No loader of texts was provided above this component.')
  return load
}
