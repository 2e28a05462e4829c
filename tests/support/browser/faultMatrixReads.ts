import type { Page } from 'playwright'
import { uuidOf } from '@/demo/uuid'
import { buildComponent, buildData, buildIncident, buildUpdate } from '../builders'
import { CATALOG_MS, type MatrixRead, POLL_MS } from './faultMatrix'
import { say } from './texts'

const past = buildIncident()
const ongoing = buildIncident({ beganAt: '2026-03-10T10:00:00Z', endedAt: null })
// Too far ahead for the list, but the reference server names it at its component (servers.md).
const unlisted = buildIncident({
  id: uuidOf('unlisted'),
  displayName: 'Unlisted',
  beganAt: '2026-06-01T10:00:00Z',
  endedAt: null,
})
const lastYear = buildIncident({
  id: uuidOf('last year'),
  displayName: 'Last year',
  beganAt: '2025-02-03T10:00:00Z',
  endedAt: '2025-02-03T12:00:00Z',
})
const winter = buildIncident({ beganAt: '2026-01-20T10:00:00Z', endedAt: '2026-01-20T11:00:00Z' })
const quiet = () => buildData({ incidents: [past] })
const withUpdates = () =>
  buildData({
    incidents: [ongoing],
    updates: { [ongoing.id]: [buildUpdate(), buildUpdate({ order: 1, displayName: 'Found it' })] },
  })
const generations = [['Looking'], ['Searching'], ['Investigating']]
const inGeneration = (generation: number) => ({ ...ongoing, phase: { generation, order: 0 } })

const bar = (page: Page) => page.getByRole('slider', { name: say('bars.label', { name: 'Compute', n: 90 }) })
const pastLink = (page: Page) => page.getByRole('link', { name: past.displayName! }).first()
const allClear = (page: Page) => page.getByRole('heading', { level: 1, name: say('banner.operational') })
const title = (page: Page) => page.getByRole('heading', { level: 1, name: ongoing.displayName! })
const headline = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text })
const step = (page: Page) => page.locator('[aria-current=step]')
const newest = (page: Page) => page.getByText('Found it')
const old = (page: Page) => page.getByRole('link', { name: 'Last year' })
const days = (page: Page) => page.getByRole('slider')
// An hour of 90 days at half of its weight.
const lostHour = (page: Page) => page.getByText('99.95%')
const notices = (page: Page) => page.getByTestId('failures')
const main = (page: Page) => page.getByRole('main')
const incidentPage = `incidents/${ongoing.id}`

export const reads: Readonly<Record<string, MatrixRead>> = {
  'GET /components': {
    path: /^\/components$/,
    data: quiet,
    failure: notices,
    name: say('part.components'),
    deciding: true,
    others: pastLink,
    kept: bar,
    shown: bar,
    nulls: page => page.getByRole('slider').first(),
    everyMs: POLL_MS,
  },
  'GET /components?at= at a past moment': {
    path: /^\/components\?at=/,
    page: '?at=2026-03-10T10:00:00Z',
    data: quiet,
    failure: notices,
    name: say('part.components'),
    deciding: true,
    others: pastLink,
    kept: bar,
    shown: allClear,
    nulls: page => page.getByRole('slider').first(),
    everyMs: POLL_MS,
  },
  'GET /incidents': {
    path: /^\/incidents\?/,
    data: quiet,
    failure: notices,
    name: say('part.incidents'),
    deciding: true,
    others: page => page.getByRole('heading', { name: 'Compute' }),
    kept: pastLink,
    shown: pastLink,
    nulls: page => headline(page, say('banner.incident')),
    everyMs: POLL_MS,
  },
  'GET /incidents of a closed month': {
    path: /^\/incidents\?start=2025-0/,
    page: 'history?month=2025-02',
    data: () => buildData({ incidents: [past, lastYear] }),
    failure: notices,
    name: say('part.incidents'),
    others: page => headline(page, say('history.title')),
    kept: old,
    shown: old,
    nulls: page => page.getByRole('link', { name: say('incident.untitled') }),
    everyMs: POLL_MS,
    perVisit: true,
    nothing: say('error.windowUnknown'),
  },
  'GET /incidents of the days before the bars': {
    path: /^\/incidents\?start=(2025-12|2026-0[12])/,
    page: `components/${buildComponent().id}`,
    data: () => buildData({ incidents: [winter] }),
    config: { historyDays: 7 },
    failure: notices,
    name: say('part.incidents'),
    others: days,
    kept: lostHour,
    shown: lostHour,
    nulls: days,
    everyMs: POLL_MS,
    perVisit: true,
    nothing: say('error.windowUnknown'),
  },
  'GET /severities': {
    path: /^\/severities/,
    data: quiet,
    failure: notices,
    name: say('part.severities'),
    deciding: true,
    others: pastLink,
    kept: bar,
    shown: allClear,
    nulls: page => notices(page).getByText(say('error.dropped', { n: 3 })),
    everyMs: CATALOG_MS,
  },
  'GET /phases': {
    path: /^\/phases$/,
    data: quiet,
    failure: notices,
    name: say('part.phases'),
    others: pastLink,
    kept: page => page.getByText('Investigating'),
    shown: page => page.getByText('Investigating'),
    nulls: page => page.getByText(say('incident.unknownPhase')),
    everyMs: CATALOG_MS,
  },
  'GET /phases?generation=': {
    path: /^\/phases\?/,
    data: () => buildData({ incidents: [inGeneration(1)], phases: generations }),
    failure: notices,
    name: say('part.phases'),
    others: bar,
    kept: bar,
    shown: step,
    nulls: page => page.getByText(say('incident.unknownPhase')),
    change: data => void (data.incidents = [inGeneration(2)]),
    everyMs: POLL_MS,
    refusedMs: CATALOG_MS,
    once: true,
  },
  'GET /impacttypes': {
    path: /^\/impacttypes/,
    data: quiet,
    failure: notices,
    name: say('part.impactTypes'),
    others: pastLink,
    kept: bar,
    shown: allClear,
    everyMs: CATALOG_MS,
  },
  'GET /incidents/{id}/updates/{order}': {
    path: /^\/incidents\/[^/]+\/updates\/1$/,
    data: withUpdates,
    failure: notices,
    name: say('part.updates'),
    others: bar,
    kept: newest,
    shown: newest,
    nulls: page => page.getByText(say('incident.newestUpdate')),
    everyMs: POLL_MS,
    forgetsOnNotFound: true,
  },
  'GET /incidents/{id}/updates at a past moment': {
    path: /^\/incidents\/[^/]+\/updates$/,
    page: '?at=2026-03-10T11:00:00Z',
    data: withUpdates,
    failure: notices,
    name: say('part.updates'),
    others: bar,
    kept: newest,
    shown: newest,
    nulls: bar,
    everyMs: POLL_MS,
    once: true,
    perVisit: true,
  },
  'GET /incidents/{id} by a hint': {
    path: /^\/incidents\/[^/?]+$/,
    data: () => buildData({ incidents: [past, unlisted] }),
    quirks: true,
    failure: notices,
    name: say('part.incidents'),
    deciding: true,
    others: pastLink,
    kept: page => page.getByRole('link', { name: 'Unlisted' }),
    shown: page => page.getByRole('link', { name: 'Unlisted' }),
    nulls: page => page.getByRole('link', { name: say('incident.untitled') }),
    everyMs: POLL_MS,
    forgetsOnNotFound: true,
  },
  'GET /incidents/{id} on its page': {
    path: /^\/incidents\/[^/?]+$/,
    page: incidentPage,
    data: withUpdates,
    failure: main,
    others: page => page.getByRole('link', { name: say('incident.back') }),
    kept: title,
    shown: title,
    nulls: page => headline(page, say('incident.untitled')),
    everyMs: POLL_MS,
    gone: page => headline(page, say('incident.notFound')),
    age: ago => say('incident.staleText', { ago }),
  },
  'GET /incidents/{id}/updates': {
    path: /^\/incidents\/[^/]+\/updates$/,
    page: incidentPage,
    data: withUpdates,
    failure: main,
    name: say('incident.updatesUnread'),
    others: title,
    kept: newest,
    shown: newest,
    nulls: page => page.getByRole('heading', { name: say('incident.updateNumber', { n: 2 }) }),
    everyMs: POLL_MS,
  },
}
