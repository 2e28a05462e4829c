import type { Language } from '@/i18n/messages'

const under = async (file: Promise<{ default: object }>) => ({ default: { $vuetify: (await file).default } })

/** The words of Vuetify's own parts, by the paths that they ask for: `$vuetify.input.clear`. */
export const vuetifyMessages: Readonly<Record<Language, () => Promise<{ default: object }>>> = {
  en: () => under(import('vuetify/lib/locale/en.js')),
  de: () => under(import('vuetify/lib/locale/de.js')),
  fr: () => under(import('vuetify/lib/locale/fr.js')),
}
