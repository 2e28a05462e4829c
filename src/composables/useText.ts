import { inject, type InjectionKey, type Ref } from 'vue'
import type { LazyPart } from '@/i18n/lazyMessages'
import type { Language } from '@/i18n/messages'
import type { DataTranslations } from '@/i18n/dataTranslations'
import { createTranslator } from '@/i18n/translator'

export type { Texts } from '@/i18n/formatText'

/** The language of the page, and its texts by their paths. */
export interface SpokenLanguage {
  readonly language: Readonly<Ref<Language>>
  readonly texts: Readonly<Ref<ReadonlyMap<string, string>>>
  readonly number: (value: number) => string
}
export const languageKey: InjectionKey<SpokenLanguage> = Symbol('language')

/** What the configuration calls the names that the server gives. */
export const dataTranslationsKey: InjectionKey<DataTranslations> = Symbol('dataTranslations')

/** The page's own words in the language of the visitor. */
export function useText() {
  const spoken = inject(languageKey)
  if (!spoken) throw new Error('No language was provided above this component.')
  const { language, texts, number } = spoken
  return {
    language,
    number,
    ...createTranslator(
      () => language.value,
      key => texts.value.get(key),
      inject(dataTranslationsKey, {}),
    ),
  }
}

/** Parts of the page that bring texts of their own, and the words of Vuetify's parts. */
export type TextPart = LazyPart | 'vuetify'

/** Loads the texts of a part of the page (i18n, lazyMessages). Rejects where they are not to be had. */
export const lazyTextsKey: InjectionKey<(part: TextPart) => Promise<void>> = Symbol('lazyTexts')

/** For what opens inside of a page and brings texts of its own; pages themselves get theirs by their route. */
export function useLazyTexts(): (part: TextPart) => Promise<void> {
  const load = inject(lazyTextsKey)
  if (!load) throw new Error('No loader of texts was provided above this component.')
  return load
}
