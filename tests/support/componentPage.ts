import { within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import ComponentPage from '@/features/component/ComponentPage.vue'
import { say } from './browser/texts'
import { buildData, buildIncident } from './builders'
import { DAY_MS, HOUR_MS, wireTime } from './clock'
import { createSurroundings, renderPart } from './mounted'
import { bannerOf, factsIn } from './roles'
import { answerFirst, serve, takeRequests, type ServeOptions } from './server'
import { impactOn, named, settled, textOf } from './status'

/** The component that its page shows. */
export const compute = named('Compute', { region: 'north,south', order: '3', about: 'Virtual machines', secret: 'x' })

/** An incident of an hour on it; it is still to come where the days are negative. */
export const past = (name: string, daysAgo: number, overrides: Partial<WireIncident> = {}) =>
  buildIncident({
    id: uuidOf(name),
    displayName: name,
    beganAt: wireTime(-daysAgo * DAY_MS),
    endedAt: wireTime(-daysAgo * DAY_MS + HOUR_MS),
    affects: [impactOn('Compute', 50)],
    ...overrides,
  })

interface ComponentOptions extends ServeOptions {
  readonly incidents?: WireIncident[]
  readonly config?: Parameters<typeof createSurroundings>[0]
  readonly shown?: string
  readonly url?: string
}

/** The page of a component without the layout around it, after its first answers. */
export async function renderComponent({
  incidents = [],
  config = {},
  shown = compute.id,
  url = `/components/${shown}`,
  ...server
}: ComponentOptions = {}) {
  serve({ data: buildData({ components: [compute, named('Network')], incidents }), ...server })
  // The embedding names the hash of the element's script, which is not here.
  answerFirst(http.get('*/scs-status.js', () => new HttpResponse(null, { status: 404 })))
  takeRequests()
  const around = await createSurroundings(config)
  const rendered = await renderPart(ComponentPage, { ...around, props: { id: shown }, url })
  await settled(around)
  await flushPromises()
  return { ...around, ...rendered, ...within(rendered.element) }
}
type Page = Awaited<ReturnType<typeof renderComponent>>

export const titleOf = ({ getByRole }: Page) => textOf(getByRole('heading', { level: 1 }))

/** What the page answers to whether the component is down. */
export const answerOf = ({ element }: Page) => factsIn(bannerOf(element))[say('component.question')]

/** Availabilities by the names of their periods: of the days until now, or on the tab of the past by month. */
export const figures = ({ getByRole }: Page, what: 'availability' | 'byMonth' = 'availability') =>
  factsIn(getByRole('region', { name: say(`component.${what}`) }))

/** Where the page of a component shows a tab of it. */
export const tabOf = (tab: 'history' | 'embed', shown = compute.id) => `/components/${shown}?tab=${tab}`
