import { files, texts, type FirstTexts } from 'virtual:first-paint'
import { ianaZone, languageFor, restoreChoices, storageKey } from '@/config/choices'
import { documentLanguage } from '@/i18n/direction'
import { flatTexts } from '@/i18n/formatText'
import { formatLocales, type Language } from '@/i18n/messages'
import { accent, levelColors } from '@/theme/accent'
import { createTranslator } from '@/i18n/translator'
import { createFormat } from '@/i18n/timeFormat'
import { channelsOf } from '@/theme/palette'
import type { Viewer } from './scene'
import type { FirstSettings } from './settings'

export interface ChosenLanguage {
  readonly language: Language
  readonly texts: FirstTexts
}

/** The language of this visitor, which the document is told at once, since the page asks for its texts by it. */
export async function chooseLanguage({ apiUrl, languages }: FirstSettings): Promise<ChosenLanguage> {
  const language = languageFor(restoreChoices(readStored('preferences', apiUrl)), languages, navigator.languages)
  Object.assign(document.documentElement, documentLanguage(language))
  return { language, texts: texts[language] ?? (await textsIn(files[language]!)) }
}

async function textsIn(file: string): Promise<FirstTexts> {
  const { default: messages } = (await import(/* @vite-ignore */ new URL(file, document.baseURI).href)) as { default: object }
  return Object.fromEntries(flatTexts(messages))
}

/** The colours of the page as this visitor sees them. */
export function showColors(settings: FirstSettings) {
  const { apiUrl, theme } = settings
  const choices = restoreChoices(readStored('preferences', apiUrl))
  const mode = choices.theme ?? theme.mode
  const isDark = mode === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : mode === 'dark'
  const scheme = isDark ? 'dark' : 'light'
  const palette = choices.palette ?? theme.palette
  const root = document.documentElement
  root.dataset.theme = scheme
  root.dataset.palette = palette
  root.style.setProperty('--v-theme-primary', channelsOf(accent(settings, scheme)))
  return { choices, scheme, palette } as const
}

/** How this visitor sees the page, by what the configuration says and by what this browser keeps; the page itself shows it so at once. */
export function viewerOf(settings: FirstSettings, base: string, now: number, { language, texts }: ChosenLanguage): Viewer {
  const { apiUrl, timeZone, severities } = settings
  const { choices, scheme, palette } = showColors(settings)
  const colors = palette === 'default' ? levelColors(severities, scheme) : {}
  const zone = ianaZone(choices.timeZone ?? timeZone)
  const speech = createTranslator(
    () => language,
    key => texts[key],
    settings,
  )
  return {
    settings,
    speech,
    format: createFormat({ locale: () => formatLocales[language], zone: () => zone, now: () => now }),
    language,
    colors,
    followed: new Set(followed(readStored('followed', apiUrl))),
    base,
    now,
  }
}

/** What this browser keeps for the page. */
export function readStored(what: string, apiUrl: string): string | null {
  try {
    return localStorage.getItem(storageKey(what, apiUrl))
  } catch {
    return null
  }
}

function followed(text: string | null): string[] {
  try {
    const { components } = JSON.parse(text ?? '{}') as { components?: unknown }
    return Array.isArray(components) ? components.map(String) : []
  } catch {
    return []
  }
}
