import { useStorage, type StorageLike } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, type InjectionKey } from 'vue'
import { ianaZone, languageFor, restoreChoices, type Choices } from '@/config/choices'
import type { Config } from '@/config/schema'
import { injected } from './injected'

export interface PreferencesPlace {
  /** Carries the place of the page, since one host may serve several. */
  readonly key: string
  /** By default that of the browser. */
  readonly storage?: StorageLike | undefined
}

/** How this visitor wants to see the page: theme, palette, zone, language. */
export const definePreferences = (
  config: Pick<Config, 'languages' | 'timeZone' | 'theme'>,
  { key, storage }: PreferencesPlace,
  browserLanguages: readonly string[],
) =>
  defineStore('preferences', () => {
    const choices = useStorage<Choices>(key, {}, storage, {
      shallow: true,
      // What nobody chose follows the configuration, also a later one.
      writeDefaults: false,
      // Nobody's page changes its language or its times because of another one.
      listenToStorageChanges: false,
      serializer: { read: restoreChoices, write: JSON.stringify },
      // private mode or a full disk: the choice holds for this visit
      onError: () => undefined,
    })
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

export const usePreferences = (): PreferencesStore => injected(preferencesKey)
