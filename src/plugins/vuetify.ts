import { computed, reactive, ref, shallowRef, watchEffect, type Ref } from 'vue'
import { createVuetify, type LocaleInstance } from 'vuetify'
import { mdi } from 'vuetify/iconsets/mdi-svg'
import type { SpokenLanguage } from '@/composables/useText'
import { formatText } from '@/i18n/formatText'
import { languageNames } from '@/i18n/messages'
import { aliases } from './vuetifyIcons'
import './vuetify.css'

const FIELD = { variant: 'outlined', density: 'compact', hideDetails: 'auto', color: 'primary' }
const CHOICE = { ...FIELD, listProps: { tabindex: 0 } }

/**
 * Vuetify as this page has it. Behaviour comes from its parts, the look from these defaults and the colours of theme/palette.ts:
 * `theme: false`, since a theme that is written at run time flashes, and breaks a strict policy.
 */
export const createVuetifyPlugin = (language: SpokenLanguage, direction: Readonly<Ref<string>> = ref('ltr')) =>
  createVuetify({
    theme: false,
    locale: { adapter: localeAdapter(language), rtl: directions(direction) },
    icons: { defaultSet: 'mdi', aliases, sets: { mdi } },
    defaults: {
      global: { ripple: false },
      VBtn: { variant: 'outlined', height: 40 },
      VAppBar: { flat: true, height: 56, VBtn: { variant: 'text' } },
      VBtnToggle: { variant: 'outlined', divided: true, density: 'comfortable' },
      VCard: { flat: true },
      VChip: { variant: 'outlined', size: 'small', label: true },
      VTextField: FIELD,
      VTextarea: FIELD,
      VSelect: CHOICE,
      VAutocomplete: CHOICE,
      VCombobox: CHOICE,
      VDataTable: { density: 'compact', hover: true },
      VDialog: { scrollable: true },
      // What a button owns becomes a part of its name.
      VMenu: { activatorProps: { 'aria-owns': undefined } },
      VAlert: { variant: 'tonal', density: 'comfortable' },
      VTabs: { height: 44, color: 'primary' },
      VList: { density: 'compact' },
    },
  })

/** By language: that of the document, whatever it speaks. */
function directions(direction: Readonly<Ref<string>>): Record<string, boolean> {
  const isRtl = reactive<Record<string, boolean>>({})
  watchEffect(() => Object.keys(languageNames).forEach(language => (isRtl[language] = direction.value === 'rtl')), {
    flush: 'sync',
  })
  return isRtl
}

/** Vuetify's own words out of the page's texts, where its language files are loaded as one more part (i18n, lazyMessages). */
function localeAdapter({ language, texts, number }: SpokenLanguage): LocaleInstance {
  const current = computed({ get: () => language.value, set: () => undefined })
  const adapter: LocaleInstance = {
    name: 'scs-status',
    current,
    fallback: ref('en'),
    messages: ref({}),
    decimalSeparator: shallowRef('.'),
    numericGroupSeparator: shallowRef(','),
    t: (key, ...values) =>
      formatText(texts.value.get(key) ?? key, Object.fromEntries(values.map((value, at) => [at, String(value)])), language.value),
    n: number,
    provide: () => adapter,
  }
  return adapter
}
