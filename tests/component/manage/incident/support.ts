import { fireEvent, within } from '@testing-library/dom'
import { flushPromises, mount } from '@vue/test-utils'
import { computed, defineComponent, h, type Component } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { createI18n } from '@/plugins/i18n'
import { useSnackbars } from '@/app/layout/snackbarStore'
import { createVuetifyPlugin } from '@/plugins/vuetify'
import type { ConfigInput } from '@/config/schema'
import type { DemoData } from '@/demo/data'
import { useManagement } from '@/operator/useManagement'
import { displayKey } from '@/composables/display'
import { notifyKey } from '@/composables/useNotify'
import { lazyTextsKey } from '@/composables/useText'
import { clockKey } from '@/stores/clock'
import { providerKey } from '@/stores/provider'
import { buildComponent, buildData, buildImpactType, buildIncident } from '../../../support/builders'
import { atEnd } from '../../../support/cleanup'
import { HOUR_MS, wireTime } from '../../../support/clock'
import { createSurroundings, type Surroundings } from '../../../support/mounted'
import { serve } from '../../../support/server'
import { recordWrites } from '../../../support/writes'

export const COMPUTE = buildComponent().id
export const VOLUMES = '11111111-1111-4111-8111-222222222222'
export const ID = buildIncident().id
const TYPE = buildImpactType().id

/** What nothing asks about, unless a test takes it away. */
export const FIRST_PHASE = { incident: 'Investigating', maintenance: 'Investigating' }

export const affects = (ids: readonly string[], severity = 50) => ids.map(reference => ({ reference, type: TYPE, severity }))

/** Two components, and an incident on both that began an hour ago, unless overridden. */
export const buildCase = (incident: Parameters<typeof buildIncident>[0] = {}, rest: Partial<DemoData> = {}): DemoData =>
  buildData({
    components: [buildComponent(), buildComponent({ id: VOLUMES, displayName: 'Volumes', labels: { region: 'south' } })],
    incidents: [buildIncident({ beganAt: wireTime(-HOUR_MS), endedAt: null, affects: affects([COMPUTE, VOLUMES]), ...incident })],
    ...rest,
  })

/** A part of the management view over the demo server, with the store that the pages have, and what it emits. */
export async function renderManaged(
  part: Component,
  propsOf: (surroundings: Surroundings) => Promise<Record<string, unknown>> | Record<string, unknown>,
  {
    data = buildCase(),
    emits = [],
    config = {},
  }: Partial<{ data: DemoData; emits: readonly string[]; config: Partial<ConfigInput> }> = {},
) {
  const { writes, recorder } = recordWrites()
  const demo = serve({ data, first: [recorder] })
  const { provider, clock, store, pinia } = await createSurroundings({
    auth: { mode: 'none' },
    firstPhase: FIRST_PHASE,
    ...config,
  })
  await store.refresh({ everything: true })

  const events: [string, ...unknown[]][] = []
  const on = Object.fromEntries(
    emits.map(name => [`on${name[0]!.toUpperCase()}${name.slice(1)}`, (...args: unknown[]) => void events.push([name, ...args])]),
  )
  let props: Record<string, unknown> = {}
  const host = defineComponent(() => {
    const management = useManagement()
    return () => h(part, { ...props, management, ...on })
  })
  const speech = await createI18n('en')
  const { extend } = speech
  await extend('manage')
  const names = ['manageIncident', 'manageEdit', 'incident'].map(name => ({
    path: `/${name}/:id`,
    name,
    component: { render: () => null },
  }))
  const pages = ['manageProvisioning'].map(name => ({ path: `/${name}`, name, component: { render: () => null } }))
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', name: 'manage', component: host }, ...names, ...pages],
  })
  await router.push('/')
  props = await propsOf({ provider, clock, store, pinia })
  const mounted = mount(RouterView, {
    attachTo: document.body,
    global: {
      plugins: [pinia, speech, createVuetifyPlugin(speech.spoken), router],
      provide: {
        [displayKey as symbol]: { zone: computed(() => 'UTC'), locale: computed(() => 'en-GB'), now: clock.now },
        [clockKey as symbol]: clock,
        [lazyTextsKey as symbol]: extend,
        [notifyKey as symbol]: useSnackbars(pinia).notify,
        [providerKey as symbol]: provider,
      },
    },
  })
  // What was held goes on where its page was left: not into the next test.
  atEnd(() =>
    useSnackbars(pinia)
      .take()
      .forEach(({ countdown, action }) => countdown && action?.run()),
  )
  atEnd(() => mounted.unmount())
  atEnd(() => localStorage.clear())
  await flushPromises()
  return { writes, events, demo, store, clock, router, mounted }
}

export const theIncident = async ({ provider }: Surroundings) => ({ incident: await provider.api.getIncident(ID) })

/** Presses a button by its whole name. */
export async function press(name: string | RegExp, inside: HTMLElement = document.body) {
  fireEvent.click(within(inside).getByRole('button', { name }))
  await settle()
}

/** Lets requests to the demo server be answered. */
export async function settle() {
  for (let turn = 0; turn < 12; turn++) {
    await new Promise(resolve => setTimeout(resolve, 2))
    await flushPromises()
  }
}
