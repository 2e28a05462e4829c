import { createI18n } from 'vue-i18n'
import { lazyMessages, type LazyPart } from '@/i18n/lazyMessages'
import { messageFiles, type Language, type Messages } from '@/i18n/messages'

/** Texts of one part of the page, by language. */
type MoreTexts = Readonly<Record<Language, () => Promise<{ default: object }>>>

/** The texts of the page. A language is loaded when it is chosen; until it is there the one before stays. */
export async function createLanguage(first: Language) {
  const parts: MoreTexts[] = [messageFiles]
  const load = async (language: Language, from: readonly MoreTexts[]): Promise<Messages> =>
    Object.assign({}, ...(await Promise.all(from.map(async files => (await files[language]()).default)))) as Messages
  const i18n = createI18n({
    legacy: false,
    locale: first,
    fallbackLocale: false,
    messages: { [first]: await load(first, parts) },
  })

  async function speak(language: Language): Promise<void> {
    while (!i18n.global.availableLocales.includes(language)) {
      const wanted = [...parts]
      const messages = await load(language, wanted)
      // What was added in the meantime does not know of this language yet.
      if (wanted.length === parts.length) i18n.global.setLocaleMessage(language, messages)
    }
    i18n.global.locale.value = language
  }

  const extensions = new Map<LazyPart, Promise<void>>()
  /** Adds the texts of a part in every language that is there, and later in those to come. Once: a failure is tried again. */
  function extend(part: LazyPart): Promise<void> {
    const known = extensions.get(part)
    if (known) return known
    const adding = add(lazyMessages[part]).catch((error: unknown) => {
      extensions.delete(part)
      parts.splice(parts.indexOf(lazyMessages[part]), 1)
      throw error
    })
    extensions.set(part, adding)
    return adding
  }

  async function add(texts: MoreTexts): Promise<void> {
    // First of all, for a language that is chosen in the meantime.
    parts.push(texts)
    for (const language of i18n.global.availableLocales as Language[]) {
      const more = await load(language, [texts])
      i18n.global.setLocaleMessage(language, { ...i18n.global.getLocaleMessage(language), ...more })
    }
  }
  return { i18n, speak, extend }
}

/** The shipped language that a browser's list asks for first. */
export function languageOf(tags: readonly string[]): Language {
  const wanted = tags.map(tag => tag.slice(0, 2).toLowerCase())
  return wanted.find((code): code is Language => Object.hasOwn(messageFiles, code)) ?? 'en'
}
