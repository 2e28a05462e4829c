import { within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import HistoryPage from '@/features/history/HistoryPage.vue'
import { buildData, buildIncident } from './builders'
import { DAY_MS, HOUR_MS, wireTime } from './clock'
import { createSurroundings, renderPart } from './mounted'
import { serve, takeRequests, type ServeOptions } from './server'
import { impactOn, named, settled, textOf } from './status'

interface HistoryOptions extends ServeOptions {
  readonly incidents?: WireIncident[]
  readonly config?: Parameters<typeof createSurroundings>[0]
  readonly url?: string
  readonly zone?: string
  readonly early?: boolean
}

/** The history without the layout around it, after its first answers unless `early`. */
export async function renderHistory({ incidents = [], config, url = '/history', zone, early, ...server }: HistoryOptions = {}) {
  serve({ data: buildData({ components: [named('Compute', { region: 'north' }), named('Volumes')], incidents }), ...server })
  const around = await createSurroundings(config)
  const rendered = await renderPart(HistoryPage, { ...around, url, ...(zone && { zone }) })
  const wait = async () => {
    await settled(around)
    await flushPromises()
  }
  if (!early) await wait()
  const page = within(rendered.element)
  const months = () => page.queryAllByRole('region')
  return {
    ...around,
    ...rendered,
    ...page,
    wait,
    months,
    monthNames: () => months().map(month => textOf(within(month).getByRole('heading', { level: 2 }))),
    /** The titles of the incidents, of one month or of all of them. */
    links: (month?: HTMLElement) => (month ? [month] : months()).flatMap(one => within(one).queryAllByRole('link')).map(textOf),
    windows: () =>
      takeRequests()
        .filter(path => path.startsWith('GET /incidents?'))
        .map(path => [...path.matchAll(/(\d{4}-\d\d-\d\d)T/g)].map(match => match[1]).join(' ')),
    query: () => rendered.router.currentRoute.value.query,
    status: () => textOf(page.getByRole('status')),
  }
}

/** An incident of an hour on Compute; it is still to come where the days are negative. */
export const past = (name: string, daysAgo: number, fields: Partial<WireIncident> = {}) =>
  buildIncident({
    id: uuidOf(name),
    displayName: name,
    beganAt: wireTime(-daysAgo * DAY_MS),
    endedAt: wireTime(-daysAgo * DAY_MS + HOUR_MS),
    description: '',
    affects: [impactOn('Compute', 50)],
    ...fields,
  })
