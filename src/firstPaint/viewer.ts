import { texts } from 'virtual:first-paint'
import { ianaZone, languageFor, restoreChoices, storageKey } from '@/config/choices'
import { formatLocales } from '@/i18n/messages'
import { accent, levelColors } from '@/look/accent'
import { levelClass } from '@/look/levelLook'
import { createSpeech } from '@/look/speech'
import { createFormat } from '@/look/timeFormat'
import type { Viewer } from './scene'
import type { FirstSettings } from './settings'

/** How this visitor sees the page, by what the configuration says and by what this browser keeps; the page itself shows it so at once. */
export function viewerOf(settings: FirstSettings, base: string, now: number): Viewer {
  const { apiUrl, theme, timeZone, languages, severities } = settings
  const choices = restoreChoices(kept('preferences', apiUrl))
  const mode = choices.theme ?? theme.mode
  const isDark = mode === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : mode === 'dark'
  const scheme = isDark ? 'dark' : 'light'
  const palette = choices.palette ?? theme.palette
  const language = languageFor(choices, languages, navigator.languages)
  const root = document.documentElement
  root.lang = language
  root.dataset.theme = scheme
  root.dataset.palette = palette
  root.style.setProperty('--accent', accent(settings, scheme))
  const colors = palette === 'default' ? levelColors(severities, scheme) : {}
  const zone = ianaZone(choices.timeZone ?? timeZone)
  const speech = createSpeech(
    () => language,
    key => texts[language][key],
  )
  return {
    settings,
    speech,
    format: createFormat({ locale: () => formatLocales[language], zone: () => zone, now: () => now }),
    language,
    look: level => ({
      class: levelClass(level),
      ...(level.name !== null && Object.hasOwn(colors, level.name) && { style: colors[level.name]! }),
    }),
    followed: new Set(followed(kept('followed', apiUrl))),
    base,
    now,
  }
}

function kept(what: string, apiUrl: string): string | null {
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
