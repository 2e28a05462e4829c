import { defineStore } from 'pinia'
import { computed, inject, shallowRef, watch, type InjectionKey } from 'vue'
import { ianaZone, languageFor, restoreChoices, type Choices } from '@/config/choices'
import type { Config } from '@/config/schema'

/** Where choices are kept. Throws nothing: a browser that keeps nothing just forgets. */
export interface ChoiceStorage {
  load(): string | null
  save(text: string): void
}

/** Storage of this browser under a key that carries the place of the page, since one host may serve several. */
export function browserStorage(key: string): ChoiceStorage {
  return {
    load: () => {
      try {
        return localStorage.getItem(key)
      } catch {
        return null
      }
    },
    save: text => {
      try {
        localStorage.setItem(key, text)
      } catch {
        // private mode or a full disk: the choice holds for this visit
      }
    },
  }
}

/** How this visitor wants to see the page: theme, palette, zone, language. */
export const definePreferences = (
  config: Pick<Config, 'languages' | 'timeZone' | 'theme'>,
  storage: ChoiceStorage,
  browserLanguages: readonly string[],
) =>
  defineStore('preferences', () => {
    const choices = shallowRef<Choices>(restoreChoices(storage.load()))
    watch(choices, value => storage.save(JSON.stringify(value)))
    const choose = (change: Choices) => (choices.value = { ...choices.value, ...change })

    const language = computed(() => languageFor(choices.value, config.languages, browserLanguages))
    const timeZone = computed(() => choices.value.timeZone ?? config.timeZone)
    return {
      theme: computed(() => choices.value.theme ?? config.theme.mode),
      palette: computed(() => choices.value.palette ?? config.theme.palette),
      /** The choice: `local`, `utc` or an IANA name. */
      timeZone,
      /** The IANA name that the choice means. */
      zone: computed(() => ianaZone(timeZone.value)),
      language,
      choose,
    }
  })

export type PreferencesStore = ReturnType<ReturnType<typeof definePreferences>>

export const preferencesKey: InjectionKey<PreferencesStore> = Symbol('preferences')

export function usePreferences(): PreferencesStore {
  const preferences = inject(preferencesKey)
  if (!preferences) throw new Error('No preferences were provided above this component.')
  return preferences
}
