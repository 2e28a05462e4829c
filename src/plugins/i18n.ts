import { shallowReactive, shallowRef, computed, type App } from 'vue'
import { flatTexts } from '@/i18n/formatText'
import { lazyMessages } from '@/i18n/lazyMessages'
import { messageFiles, type Language } from '@/i18n/messages'
import { languageKey, type SpokenLanguage, type TextPart } from '@/composables/useText'

/** Texts of one part of the page, by language. */
type MoreTexts = Readonly<Record<Language, () => Promise<{ default: object }>>>
type TextTable = ReadonlyMap<string, string>

const under = async (file: Promise<{ default: object }>) => ({ default: { $vuetify: (await file).default } })

/** The words of Vuetify's own parts, by the paths that they ask for: `$vuetify.input.clear`. */
const vuetifyMessages: MoreTexts = {
  en: () => under(import('vuetify/lib/locale/en.js')),
  de: () => under(import('vuetify/lib/locale/de.js')),
  fr: () => under(import('vuetify/lib/locale/fr.js')),
}

const moreTexts: Readonly<Record<TextPart, MoreTexts>> = { ...lazyMessages, vuetify: vuetifyMessages }

/** The texts of the page, as a plugin. A language is loaded when it is chosen; until it is there the one before stays. */
export async function createI18n(first: Language) {
  const parts: MoreTexts[] = [messageFiles]
  const load = async (language: Language, from: readonly MoreTexts[]): Promise<TextTable> =>
    new Map((await Promise.all(from.map(async files => flatTexts((await files[language]()).default)))).flat())
  const tables = shallowReactive(new Map<Language, TextTable>([[first, await load(first, parts)]]))
  const language = shallowRef(first)

  const numbers = computed(() => new Intl.NumberFormat(language.value))
  const spoken: SpokenLanguage = {
    language,
    texts: computed(() => tables.get(language.value)!),
    number: value => numbers.value.format(value),
  }

  async function setLocale(wanted: Language): Promise<void> {
    while (!tables.has(wanted)) {
      const known = [...parts]
      const texts = await load(wanted, known)
      // What was added in the meantime does not know of this language yet.
      if (known.length === parts.length) tables.set(wanted, texts)
    }
    language.value = wanted
  }

  const extensions = new Map<TextPart, Promise<void>>()
  /** Adds the texts of a part in every language that is there, and later in those to come. Once: a failure is tried again. */
  function extend(part: TextPart): Promise<void> {
    const known = extensions.get(part)
    if (known) return known
    const adding = add(moreTexts[part]).catch((error: unknown) => {
      extensions.delete(part)
      parts.splice(parts.indexOf(moreTexts[part]), 1)
      throw error
    })
    extensions.set(part, adding)
    return adding
  }

  async function add(files: MoreTexts): Promise<void> {
    // First of all, for a language that is chosen in the meantime.
    parts.push(files)
    for (const known of [...tables.keys()]) {
      const more = await load(known, [files])
      tables.set(known, new Map([...tables.get(known)!, ...more]))
    }
  }
  return { spoken, language, setLocale, extend, install: (app: App) => void app.provide(languageKey, spoken) }
}
