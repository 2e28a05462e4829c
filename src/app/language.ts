import { createI18n } from 'vue-i18n'
import { messageFiles, type Language } from '@/i18n/messages'

/** The texts of the page. A language is loaded when it is chosen; until it is there the one before stays. */
export async function createLanguage(first: Language) {
  const i18n = createI18n({
    legacy: false,
    locale: first,
    fallbackLocale: false,
    messages: { [first]: (await messageFiles[first]()).default },
  })

  async function speak(language: Language): Promise<void> {
    if (!i18n.global.availableLocales.includes(language)) {
      i18n.global.setLocaleMessage(language, (await messageFiles[language]()).default)
    }
    i18n.global.locale.value = language
  }
  return { i18n, speak }
}

/** The shipped language that a browser's list asks for first. */
export function languageOf(tags: readonly string[]): Language {
  const wanted = tags.map(tag => tag.slice(0, 2).toLowerCase())
  return wanted.find((code): code is Language => Object.hasOwn(messageFiles, code)) ?? 'en'
}
