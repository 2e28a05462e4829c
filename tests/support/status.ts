import { vi } from 'vitest'
import { within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import type { WireImpact, WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import StatusPage from '@/features/status/StatusPage.vue'
import { buildComponent, buildImpactType, buildIncident } from './builders'
import { HOUR_MS, wireTime } from './clock'
import { createSurroundings, renderPart } from './mounted'
import { serve, type ServeOptions } from './server'

type Surroundings = Awaited<ReturnType<typeof createSurroundings>>
interface StatusOptions extends ServeOptions {
  readonly config?: Parameters<typeof createSurroundings>[0]
  readonly url?: string
  readonly language?: 'en' | 'de'
  readonly zone?: string
  /** Do not wait for the answers. */
  readonly early?: boolean
}

/** The status page without the layout around it, after its first answers. */
export async function renderStatus({ config, url, language, zone, early, ...server }: StatusOptions = {}) {
  const demo = serve(server)
  const around: Surroundings = await createSurroundings(config)
  const rendered = await renderPart(StatusPage, {
    ...around,
    ...(url && { url }),
    ...(language && { language }),
    ...(zone && { zone }),
  })
  if (!early) {
    await settled(around)
    // What comes when the page stands.
    await vi.dynamicImportSettled()
    await flushPromises()
  }
  return { ...around, ...rendered, ...within(rendered.element), demo }
}

/** Waits until the store is done and the page shows it. */
export async function settled({ store }: Pick<Surroundings, 'store'>): Promise<void> {
  do await flushPromises()
  while (store.loading || store.refreshing)
  await flushPromises()
}

/** What an element says, with single spaces. */
export const textOf = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

/** A component with a readable name and an id made from it. */
export const named = (name: string, labels: Record<string, string> = {}) =>
  buildComponent({ id: uuidOf(name), displayName: name, labels })

export const impactOn = (name: string, severity?: number): WireImpact => ({
  reference: uuidOf(name),
  type: buildImpactType().id,
  ...(severity !== undefined && { severity }),
})

/** An incident that has been going on for an hour. */
export const ongoing = (affects: WireImpact[], overrides: Partial<WireIncident> = {}) =>
  buildIncident({ beganAt: wireTime(-HOUR_MS), endedAt: null, affects, ...overrides })
