import type { DemoData } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { say } from './browser/texts'
import { buildComponent, buildData, buildIncident, buildUpdate } from './builders'

/** What an operator types, and what must still be there after a failure. */
export const TYPED = 'Typed by the operator'

/** One write of the page. Buttons, boxes and fields stand there by their accessible names. */
export interface Write {
  readonly request: { readonly method: 'POST' | 'PATCH' | 'DELETE'; readonly path: RegExp }
  readonly data: () => DemoData
  /** What the page calls it. */
  readonly step: string
  readonly page: string
  /** The button that opens its dialog; missing where the page itself has the form. */
  readonly opener?: string
  /** The button that opens the menu in which the opener stands. */
  readonly menu?: string
  /** The box to tick. */
  readonly ticked?: string
  /** What to type, by field. */
  readonly typed: Readonly<Record<string, string>>
  readonly sender: string
  /** A warning asks once before it is sent. */
  readonly warns?: true
  /** It waits some seconds in which it can be taken back. */
  readonly held?: true
}

const incident = buildIncident({ beganAt: '2026-03-10T10:00:00Z', endedAt: null })
const update = buildUpdate({ createdAt: '2026-03-10T10:10:00Z' })
const title = update.displayName ?? ''

const ofIncident = {
  data: () => buildData({ incidents: [incident], updates: { [incident.id]: [update] } }),
  page: `manage/incidents/${incident.id}`,
}

export const incidentWrites = {
  'create incident': {
    ...ofIncident,
    request: { method: 'POST', path: /^\/incidents$/ },
    step: say('manage.step.create'),
    page: 'manage',
    opener: say('manage.report.incident'),
    ticked: 'Compute',
    typed: { [say('manage.fieldName.title')]: TYPED },
    sender: say('manage.report.publish.incident'),
    warns: true,
  },
  'publish update': {
    ...ofIncident,
    request: { method: 'POST', path: /\/updates$/ },
    step: say('manage.step.say'),
    typed: { [say('manage.update.headline')]: TYPED },
    sender: say('manage.update.publish'),
  },
  'change incident': {
    ...ofIncident,
    request: { method: 'PATCH', path: /^\/incidents\/[^/]*$/ },
    step: say('manage.step.change'),
    page: `${ofIncident.page}/edit`,
    typed: { [say('manage.fieldName.title')]: TYPED },
    sender: say('manage.editor.save'),
  },
  'delete incident': {
    ...ofIncident,
    request: { method: 'DELETE', path: /^\/incidents\/[^/]*$/ },
    step: say('manage.step.delete'),
    menu: say('manage.incident.more'),
    opener: say('manage.incident.delete'),
    typed: {},
    sender: say('manage.delete.confirm'),
    held: true,
  },
  'change update': {
    ...ofIncident,
    request: { method: 'PATCH', path: /\/updates\/0$/ },
    step: say('manage.step.changeUpdate'),
    opener: say('manage.updates.editName', { title }),
    typed: { [say('manage.update.headline')]: TYPED },
    sender: say('manage.step.changeUpdate'),
  },
  'delete update': {
    ...ofIncident,
    request: { method: 'DELETE', path: /\/updates\/0$/ },
    step: say('manage.step.deleteUpdate'),
    opener: say('manage.updates.deleteName', { title }),
    typed: {},
    sender: say('manage.delete.confirm'),
    held: true,
  },
} satisfies Record<string, Write>

const cloud = () =>
  buildData({
    components: ['Compute', 'DNS', 'Storage'].map(name => buildComponent({ id: uuidOf(name), displayName: name })),
  })
const onComponents = { data: cloud, page: 'manage/components' }
const onImpactTypes = { data: cloud, page: 'manage/impact-types' }
const onSeverities = { data: cloud, page: 'manage/severities' }
const [DNS, SLOW, MINOR] = [{ name: 'DNS' }, { name: 'Slow responses' }, { name: 'Minor' }]
const created = say('manage.catalog.step.create', { name: TYPED })
const named = { [say('manage.fieldName.name')]: TYPED }
const confirmed = { typed: {}, sender: say('manage.delete.confirm'), held: true } as const

export const catalogWrites = {
  'create component': {
    ...onComponents,
    request: { method: 'POST', path: /^\/components$/ },
    step: created,
    opener: say('manage.components.new'),
    typed: named,
    sender: say('manage.components.create'),
  },
  'change component': {
    ...onComponents,
    request: { method: 'PATCH', path: /^\/components\/[^/]*$/ },
    step: say('manage.catalog.step.change', DNS),
    opener: say('manage.components.editName', DNS),
    typed: named,
    sender: say('manage.catalog.save'),
  },
  'create impact type': {
    ...onImpactTypes,
    request: { method: 'POST', path: /^\/impacttypes$/ },
    step: created,
    opener: say('manage.impactTypes.new'),
    typed: named,
    sender: say('manage.impactTypes.create'),
  },
  'change impact type': {
    ...onImpactTypes,
    request: { method: 'PATCH', path: /^\/impacttypes\/[^/]*$/ },
    step: say('manage.catalog.step.change', SLOW),
    opener: say('manage.impactTypes.editName', SLOW),
    typed: named,
    sender: say('manage.catalog.save'),
  },
  'create severity': {
    ...onSeverities,
    request: { method: 'POST', path: /^\/severities$/ },
    step: created,
    opener: say('manage.severities.add'),
    typed: { [say('manage.severities.name')]: TYPED, [say('manage.severities.value')]: '80' },
    sender: say('manage.severities.create'),
    warns: true,
  },
  'change severity': {
    ...onSeverities,
    request: { method: 'PATCH', path: /^\/severities\// },
    step: say('manage.catalog.step.change', MINOR),
    opener: say('manage.severities.editName', MINOR),
    typed: { [say('manage.severities.name')]: TYPED },
    sender: say('manage.severities.save'),
    warns: true,
  },
  'publish phases': {
    data: cloud,
    page: 'manage/phases',
    request: { method: 'POST', path: /^\/phases$/ },
    step: say('manage.phases.step.publish'),
    opener: say('manage.phases.new'),
    typed: { [say('manage.phases.nameOf', { n: 1 })]: TYPED },
    sender: say('manage.phases.step.publish'),
    held: true,
  },
  'delete component': {
    ...onComponents,
    ...confirmed,
    request: { method: 'DELETE', path: /^\/components\/[^/]*$/ },
    step: say('manage.catalog.step.delete', DNS),
    opener: say('manage.catalog.step.delete', DNS),
  },
  'delete impact type': {
    ...onImpactTypes,
    ...confirmed,
    request: { method: 'DELETE', path: /^\/impacttypes\/[^/]*$/ },
    step: say('manage.catalog.step.delete', SLOW),
    opener: say('manage.catalog.step.delete', SLOW),
  },
  'delete severity': {
    ...onSeverities,
    ...confirmed,
    request: { method: 'DELETE', path: /^\/severities\// },
    step: say('manage.catalog.step.delete', MINOR),
    opener: say('manage.severities.deleteName', MINOR),
  },
} satisfies Record<string, Write>
