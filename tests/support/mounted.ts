import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, disposePinia, setActivePinia, type Pinia } from 'pinia'
import { computed, nextTick, type Component } from 'vue'
import { createMemoryHistory, type Router } from 'vue-router'
import { createI18n } from '@/plugins/i18n'
import { createVuetifyPlugin } from '@/plugins/vuetify'
import { createProvider } from '@/app/createProvider'
import { useSnackbars } from '@/app/layout/snackbarStore'
import { createOperatorRoutes } from '@/app/operatorRoutes'
import { createPageRouter } from '@/plugins/router'
import type { ConfigInput } from '@/config/schema'
import { formatLocales, type Language } from '@/i18n/messages'
import { displayKey } from '@/composables/display'
import { notifyKey } from '@/composables/useNotify'
import { lazyTextsKey } from '@/composables/useText'
import { clockKey } from '@/stores/clock'
import { siteKey } from '@/stores/site'
import { providerKey, type Provider } from '@/stores/provider'
import { useStatusStore, type StatusStore } from '@/stores/statusStore'
import { fixedClock } from './clock'
import { atEnd } from './cleanup'
import { buildSite } from './config'

export interface Surroundings {
  readonly provider: Provider
  readonly clock: ReturnType<typeof fixedClock>
  readonly store: StatusStore
  readonly pinia: Pinia
}

/** What a part said in passing, where no page is around to show it. */
export const saidIn = (pinia: Pinia) => useSnackbars(pinia).waiting.map(({ text }) => text)

/** A provider at the test server with its store; nothing was asked yet. */
export async function createSurroundings(
  config: Partial<ConfigInput> = {},
  { now, ...overrides }: { now?: number } & Partial<Provider> = {},
): Promise<Surroundings> {
  const clock = fixedClock(now)
  const provider = { ...(await createProvider(buildSite(config).providers[0])), ...overrides }
  const pinia = createPinia()
  setActivePinia(pinia)
  return { provider, clock, store: useStatusStore(provider, clock), pinia }
}

interface PartOptions extends Partial<Pick<Surroundings, 'provider' | 'clock' | 'pinia'>> {
  readonly props?: Record<string, unknown>
  readonly language?: Language
  readonly zone?: string
  readonly url?: string
  /** With the texts and routes of operators. */
  readonly operator?: boolean
}

/** One component as the page would show it, with everything that the page provides. */
export async function renderPart(
  component: Component,
  {
    props = {},
    provider,
    pinia = createPinia(),
    clock = fixedClock(),
    language = 'en',
    zone = 'UTC',
    url = '/',
    operator = false,
  }: PartOptions = {},
): Promise<{ part: VueWrapper; element: HTMLElement; router: Router }> {
  const speech = await createI18n(language)
  const { extend } = speech
  const site = buildSite()
  // A page of one provider says what its only one says.
  const config = provider ? { ...site, announcement: provider.config.announcement } : site
  const router = createPageRouter({ history: createMemoryHistory(), texts: extend })
  if (operator) {
    await extend('manage')
    // A link by name needs the routes at once.
    for (const route of createOperatorRoutes()) router.addRoute(route)
  }
  await router.push(url)
  const part = mount(component, {
    props,
    attachTo: document.body,
    global: {
      // Provided, since the active one changes whenever a page that a test showed before does something.
      plugins: [pinia, speech, createVuetifyPlugin(speech.spoken), router],
      provide: {
        [displayKey as symbol]: { zone: computed(() => zone), locale: computed(() => formatLocales[language]), now: clock.now },
        [clockKey as symbol]: clock,
        [lazyTextsKey as symbol]: extend,
        [notifyKey as symbol]: useSnackbars(pinia).notify,
        [siteKey as symbol]: { config, providers: provider ? [provider] : [] },
        ...(provider && { [providerKey as symbol]: provider }),
      },
    },
  })
  // Its stores listen to the window, and with them hangs all that reads them.
  atEnd(() => disposePinia(pinia))
  // What was held goes on where its page was left: not into the next test.
  atEnd(() =>
    useSnackbars(pinia)
      .take()
      .forEach(({ countdown, action }) => countdown && action?.run()),
  )
  atEnd(() => part.unmount())
  await nextTick()
  return { part, element: part.element as HTMLElement, router }
}
