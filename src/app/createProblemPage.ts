import { useTextDirection } from '@vueuse/core'
import { createApp, watchEffect, type App } from 'vue'
import type { ConfigResult } from '@/config/loadConfig'
import { documentLanguage } from '@/i18n/direction'
import { messageFiles, type Language } from '@/i18n/messages'
import { createI18n } from '@/plugins/i18n'
import { createVuetifyPlugin } from '@/plugins/vuetify'
import { appScope } from './appScope'
import ConfigProblemPage from './layout/ConfigProblemPage.vue'
import { useColorScheme } from './useColorScheme'

/** What stands in the place of the page where its configuration cannot be used. */
export async function createProblemPage(result: Exclude<ConfigResult, { kind: 'ok' }>): Promise<App> {
  const language = await createI18n(languageOf(navigator.languages))
  await language.extend('config')
  const app = createApp(ConfigProblemPage, { result }).use(language)
  appScope(app).run(() => {
    app.use(createVuetifyPlugin(language.spoken, useTextDirection({ observe: true })))
    const scheme = useColorScheme(() => 'system')
    watchEffect(() => (document.documentElement.dataset.theme = scheme.value))
  })
  Object.assign(document.documentElement, documentLanguage(language.language.value))
  return app
}

/** The shipped language that a browser's list asks for first. */
function languageOf(tags: readonly string[]): Language {
  const wanted = tags.map(tag => tag.slice(0, 2).toLowerCase())
  return wanted.find((code): code is Language => Object.hasOwn(messageFiles, code)) ?? 'en'
}
