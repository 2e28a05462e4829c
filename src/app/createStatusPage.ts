import { useTextDirection } from '@vueuse/core'
import { createPinia } from 'pinia'
import { computed, createApp, shallowRef, watch, watchEffect, type App } from 'vue'
import { START_LOCATION, type RouterHistory } from 'vue-router'
import type { ConfigResult } from '@/config/loadConfig'
import { siteStorageKey } from '@/config/siteConfig'
import { documentLanguage } from '@/i18n/direction'
import { formatLocales } from '@/i18n/messages'
import { displayKey } from '@/composables/display'
import { notifyKey } from '@/composables/useNotify'
import { dataTranslationsKey, lazyTextsKey } from '@/composables/useText'
import { pageTitleKey } from '@/composables/useDocumentTitle'
import { levelColorsKey } from '@/composables/useLevelAppearance'
import { clockKey, createClock, type Clock } from '@/stores/clock'
import { definePreferences, preferencesKey } from '@/stores/preferencesStore'
import { createVuetifyPlugin } from '@/plugins/vuetify'
import { providerKey } from '@/stores/provider'
import { siteKey } from '@/stores/site'
import { createI18n } from '@/plugins/i18n'
import { appScope } from './appScope'
import { loadWhole } from './loadWhole'
import { useSnackbars } from './layout/snackbarStore'
import { warningsKey } from './layout/warnings'
import { createPages } from './pages'
import { basePath, createPageRouter, loginFirst } from '@/plugins/router'
import { colorSchemeKey, useColorScheme } from './useColorScheme'
import { accent, levelColors } from '@/theme/accent'
import { linkCustomStyles } from '@/theme/customStyles'
import { channelsOf } from '@/theme/palette'

export interface PageOptions {
  readonly clock?: Clock
  /** For tests; by default the address bar under the base of the page. */
  readonly history?: RouterHistory
}

/** Puts the whole product together: the only place that knows all of it. The caller mounts it. */
export async function createStatusPage(result: ConfigResult, { clock = createClock(), history }: PageOptions = {}): Promise<App> {
  if (result.kind !== 'ok') return (await import('./createProblemPage')).createProblemPage(result)
  const { config, warnings, hostAnswer } = result

  const pinia = createPinia()
  const address = history?.location ?? location.href
  const storage = /[?&]embed\b/.test(address)
    ? (await import('./embed/embeddedPage')).fitIntoFrame(address, document.getElementById('app')!)
    : undefined
  const preferences = definePreferences(
    config,
    { key: siteStorageKey('preferences', config), storage },
    navigator.languages,
  )(pinia)
  const [pages, language, hashHistory] = await Promise.all([
    createPages(config),
    createI18n(preferences.language),
    config.routing === 'hash'
      ? import('./hashHistory').then(({ createHashHistory }) => createHashHistory(basePath()))
      : undefined,
  ])
  const { setLocale, extend } = language
  const { providers, providerOf } = pages
  if (pages.texts) await extend(pages.texts)
  const app = createApp(pages.root)
  const scope = appScope(app)
  const scheme = scope.run(() => useColorScheme(() => preferences.theme))!
  const defect = shallowRef(false)

  const router = createPageRouter({
    history: history ?? hashHistory,
    texts: extend,
    mountRoutes: pages.mountRoutes,
    operatorRoutes: providers.every(({ auth }) => auth.mode === 'off')
      ? undefined
      : async () => {
          const [{ createOperatorRoutes, operatorsOnly }] = await Promise.all([import('./operatorRoutes'), extend('manage')])
          router.beforeEach(operatorsOnly(providerOf))
          return createOperatorRoutes()
        },
  })
  // After a new release the files of the old one are gone: the page that was wanted is loaded whole.
  router.onError((_error, to, from) => {
    if (from !== START_LOCATION) loadWhole(router.resolve(to).href)
  })
  router.beforeEach(loginFirst(providerOf))
  // For the name in the header; nobody waits for it.
  for (const { auth } of providers) void auth.restore()
  app
    .use(pinia)
    .use(language)
    .use(scope.run(() => createVuetifyPlugin(language.spoken, useTextDirection({ observe: true })))!)
    .use(router)
  if (providers.length === 1) app.provide(providerKey, providers[0]!)
  app.provide(siteKey, { config, providers, hostAnswer })
  app.provide(clockKey, clock)
  app.provide(lazyTextsKey, extend)
  app.provide(dataTranslationsKey, config)
  app.provide(pageTitleKey, config.title)
  app.provide(notifyKey, useSnackbars(pinia).notify)
  app.provide(preferencesKey, preferences)
  app.provide(colorSchemeKey, scheme)
  app.provide(warningsKey, { config: warnings, defect })
  app.provide(displayKey, {
    zone: computed(() => preferences.zone),
    locale: computed(() => formatLocales[preferences.language]),
    now: clock.now,
  })
  app.provide(
    levelColorsKey,
    // Who asked for another palette asked for colours that can be told apart: configured ones would defeat it.
    computed(() => (preferences.palette === 'default' ? levelColors(config.severities, scheme.value) : {})),
  )
  linkCustomStyles(config.theme.css)
  // Said on the page as well: a part that fails to draw must not look like a part that has nothing to say.
  app.config.errorHandler = error => {
    // A window that closes drops what it was still loading, and has nobody to tell.
    if (window.closed) return
    defect.value = true
    // eslint-disable-next-line no-console -- the only place where a defect of ours can be looked up
    console.error(error)
  }

  scope.run(() => {
    watch(
      () => preferences.language,
      chosen => void setLocale(chosen),
    )
    watchEffect(() => {
      const root = document.documentElement
      Object.assign(root, documentLanguage(preferences.language))
      root.dataset.theme = scheme.value
      root.dataset.palette = preferences.palette
      root.style.setProperty('--v-theme-primary', channelsOf(accent(config, scheme.value)))
    })
  })
  return app
}
