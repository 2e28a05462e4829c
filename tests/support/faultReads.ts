import { uuidOf } from '@/demo/uuid'
import { say } from './browser/texts'
import { buildComponent, buildData, buildIncident, buildUpdate } from './builders'
import { CATALOG_MS, HISTORY_DAYS, type MatrixRead, type Place, POLL_MS } from './faultMatrix'

const past = buildIncident()
const ongoing = buildIncident({ beganAt: '2026-03-10T10:00:00Z', endedAt: null })
// Too far ahead for the list, but the reference server names it at its component (docs/domain.md, "Hints").
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

const headline = (name: string): Place => ({ role: 'heading', level: 1, name })
const link = (name: string): Place => ({ role: 'link', name })

const bar: Place = { role: 'slider', name: say('bars.label', { name: 'Compute', n: HISTORY_DAYS }) }
const days: Place = { role: 'slider' }
const pastLink = link(past.displayName!)
const allClear = headline(say('banner.operational'))
const title = headline(ongoing.displayName!)
const step: Place = { role: 'listitem', isCurrent: true }
const newest: Place = { text: 'Found it' }
const old = link('Last year')
// An hour of 90 days at half of its weight.
const lostHour: Place = { text: '99.95%' }
const notices: Place = { testId: 'failures' }
const main: Place = { role: 'main' }
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
    nulls: days,
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
    nulls: days,
    everyMs: POLL_MS,
  },
  'GET /incidents': {
    path: /^\/incidents\?/,
    data: quiet,
    failure: notices,
    name: say('part.incidents'),
    deciding: true,
    others: { role: 'heading', name: 'Compute' },
    kept: pastLink,
    shown: pastLink,
    nulls: headline(say('banner.incident')),
    everyMs: POLL_MS,
  },
  'GET /incidents of a closed month': {
    path: /^\/incidents\?start=2025-0/,
    page: 'history?month=2025-02',
    data: () => buildData({ incidents: [past, lastYear] }),
    failure: notices,
    name: say('part.incidents'),
    others: headline(say('history.title')),
    kept: old,
    shown: old,
    nulls: link(say('incident.untitled')),
    everyMs: POLL_MS,
    perVisit: true,
    nothing: say('error.windowUnknown'),
  },
  'GET /incidents of the days before the bars': {
    path: /^\/incidents\?start=(2025-12|2026-0[12])/,
    page: `components/${buildComponent().id}`,
    data: () => buildData({ incidents: [winter] }),
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
    nulls: { inside: notices, text: say('error.dropped', { n: 3 }) },
    everyMs: CATALOG_MS,
  },
  'GET /phases': {
    path: /^\/phases$/,
    data: () => buildData({ incidents: [ongoing] }),
    failure: notices,
    name: say('part.phases'),
    others: bar,
    kept: { text: 'Investigating' },
    shown: { text: 'Investigating' },
    nulls: { text: say('incident.unknownPhase') },
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
    nulls: { text: say('incident.unknownPhase') },
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
    nulls: { text: say('incident.newestUpdate') },
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
    kept: { text: 'Unlisted' },
    shown: { text: 'Unlisted' },
    nulls: { text: say('incident.untitled') },
    everyMs: POLL_MS,
    forgetsOnNotFound: true,
  },
  'GET /incidents/{id} on its page': {
    path: /^\/incidents\/[^/?]+$/,
    page: incidentPage,
    data: withUpdates,
    failure: main,
    others: link(say('incident.back')),
    kept: title,
    shown: title,
    nulls: headline(say('incident.untitled')),
    everyMs: POLL_MS,
    gone: headline(say('incident.notFound')),
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
    nulls: { role: 'heading', name: say('incident.updateNumber', { n: 2 }) },
    everyMs: POLL_MS,
  },
}
