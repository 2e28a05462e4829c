import { defineStore } from 'pinia'
import { computed, inject, shallowRef, watch, type InjectionKey } from 'vue'
import type { Config } from '@/config/schema'

export const THEME_MODES = ['system', 'light', 'dark'] as const
export type ThemeMode = (typeof THEME_MODES)[number]
export const PALETTES = ['default', 'colour-blind', 'high-contrast'] as const
export type Palette = (typeof PALETTES)[number]

/** What a visitor chose; anything not chosen follows the configuration. */
interface Choices {
  theme?: ThemeMode
  palette?: Palette
  /** `local`, `utc` or an IANA name */
  timeZone?: string
  language?: string
}

/** Where choices are kept. Throws nothing: a browser that keeps nothing just forgets. */
export interface ChoiceStorage {
  load(): string | null
  save(text: string): void
}

/** The key of what this browser keeps: one host may serve several pages, and one page may be pointed at another API. */
export const storageKey = (what: string, apiUrl: string) => `scs-status ${what} ${new URL(document.baseURI).pathname} ${apiUrl}`

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
    const choices = shallowRef<Choices>(restore(storage.load()))
    watch(choices, value => storage.save(JSON.stringify(value)))
    const choose = (change: Choices) => (choices.value = { ...choices.value, ...change })

    const offered = (language: string | undefined) => config.languages.find(code => code === language)
    const language = computed(
      () =>
        offered(choices.value.language) ??
        browserLanguages.map(tag => offered(tag.slice(0, 2).toLowerCase())).find(Boolean) ??
        config.languages[0]!,
    )
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

function ianaZone(choice: string): string {
  if (choice === 'utc') return 'UTC'
  return choice === 'local' ? Intl.DateTimeFormat().resolvedOptions().timeZone : choice
}

function restore(text: string | null): Choices {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    const { theme, palette, timeZone, language } = value as Record<string, unknown>
    return {
      ...(THEME_MODES.some(mode => mode === theme) && { theme: theme as ThemeMode }),
      ...(PALETTES.some(name => name === palette) && { palette: palette as Palette }),
      ...(typeof timeZone === 'string' && isZone(timeZone) && { timeZone }),
      ...(typeof language === 'string' && { language }),
    }
  } catch {
    return {}
  }
}

function isZone(choice: string): boolean {
  try {
    return choice === 'local' || choice === 'utc' || !!new Intl.DateTimeFormat('en', { timeZone: choice })
  } catch {
    return false
  }
}
