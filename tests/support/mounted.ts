import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { computed, nextTick, type Component } from 'vue'
import { createMemoryHistory, type Router } from 'vue-router'
import { createLanguage } from '@/app/language'
import { createProvider } from '@/app/createProvider'
import { createPageRouter } from '@/app/router'
import type { ConfigInput } from '@/config/schema'
import { formatLocales, type Language } from '@/i18n/messages'
import { displayKey } from '@/shared/composables/display'
import { clockKey } from '@/stores/clock'
import { providerKey, type Provider } from '@/stores/provider'
import { useStatusStore, type StatusStore } from '@/stores/statusStore'
import { fixedClock } from './clock'
import { atEnd } from './cleanup'
import { buildConfig } from './config'

export interface Surroundings {
  readonly provider: Provider
  readonly clock: ReturnType<typeof fixedClock>
  readonly store: StatusStore
}

/** A provider at the test server with its store; nothing was asked yet. */
export async function createSurroundings(config: Partial<ConfigInput> = {}): Promise<Surroundings> {
  setActivePinia(createPinia())
  const clock = fixedClock()
  const provider = await createProvider(buildConfig(config))
  return { provider, clock, store: useStatusStore(provider, clock) }
}

interface PartOptions extends Partial<Pick<Surroundings, 'provider' | 'clock'>> {
  readonly props?: Record<string, unknown>
  readonly language?: Language
  readonly zone?: string
  readonly url?: string
}

/** One component as the page would show it, with everything that the page provides. */
export async function renderPart(
  component: Component,
  { props = {}, provider, clock = fixedClock(), language = 'en', zone = 'UTC', url = '/' }: PartOptions = {},
): Promise<{ part: VueWrapper; element: HTMLElement; router: Router }> {
  const { i18n } = await createLanguage(language)
  const router = createPageRouter(createMemoryHistory())
  await router.push(url)
  const part = mount(component, {
    props,
    attachTo: document.body,
    global: {
      plugins: [i18n, router],
      provide: {
        [displayKey as symbol]: { zone: computed(() => zone), locale: computed(() => formatLocales[language]), now: clock.now },
        [clockKey as symbol]: clock,
        ...(provider && { [providerKey as symbol]: provider }),
      },
    },
  })
  atEnd(() => part.unmount())
  await nextTick()
  return { part, element: part.element as HTMLElement, router }
}
