import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { componentAnswer } from '@/domain/component/componentAnswer'
import { isRetired } from '@/domain/component/component'
import { feedOf } from '@/entries/widget/feed'
import type { Known } from '@/entries/widget/known'
import { readSettings } from '@/entries/widget/settings'
import { widgetStateOf } from '@/entries/widget/widgetState'
import { uuidOf } from '@/demo/uuid'
import { buildIncident, buildSeverity } from '../support/builders'
import { atEnd } from '../support/cleanup'
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW, wireTime } from '../support/clock'
import { API_URL } from '../support/config'
import { createSurroundings, type Surroundings } from '../support/mounted'
import { answerFirst, serve } from '../support/server'
import { impactOn, named, settled } from '../support/status'

type Answers = Partial<Record<'components' | 'incidents' | 'severities' | 'phases', unknown>>

const compute = uuidOf('Compute')
const hint = (reference: string, severity = 66) => ({ reference, type: impactOn('Compute').type, severity })
const on = (fields: object) => ({ ...buildIncident({ affects: [impactOn('Compute', 66)] }), ...fields })
const components = (fields: object) => [{ ...named('Compute'), ...fields }, named('Network')]
const reversed = { beganAt: wireTime(-HOUR_MS), endedAt: wireTime(-2 * HOUR_MS) }
const severities = [buildSeverity({ displayName: 'Minor', value: 33 }), buildSeverity({ displayName: 'Major', value: 66 })]
const phases = { generation: 1, phases: ['Investigating', 'Working on it', 'Resolved'] }

/** What an element and the page make of the same answers; what an answer lacks is an empty list, and what is asked by id does not exist. */
async function both(answers: Answers) {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
  atEnd(() => vi.useRealTimers())
  serve()
  const { components = [named('Compute'), named('Network')], incidents = [] } = answers
  const all = { components, incidents, severities, phases, ...answers }
  answerFirst(
    ...Object.entries(all).map(([part, data]) =>
      http.get(`${API_URL}/${part}`, () => (data === null ? HttpResponse.error() : HttpResponse.json({ data: data as object }))),
    ),
    http.get(`${API_URL}/incidents/:id`, () => new HttpResponse(null, { status: 404 })),
  )
  const around = await createSurroundings()
  await around.store.refresh()
  await settled(around)
  return { around, known: await knownToElement() }
}

async function knownToElement(): Promise<Known> {
  const feed = feedOf(API_URL)
  let told: () => void = () => undefined
  const first = new Promise<void>(resolve => (told = resolve))
  const leave = feed.join(() => (told(), Infinity), MINUTE_MS)
  await first
  leave()
  return feed.known
}

const tellOf = (known: Known, attributes: Record<string, string>, now = NOW) => {
  const all: Record<string, string> = { api: API_URL, ...attributes }
  return widgetStateOf(
    known,
    readSettings(name => all[name] ?? null, API_URL),
    now,
    'en',
  )
}

/** As the page of a component puts its facts together. */
function answerOf({ store, provider }: Surroundings, id: string) {
  const component = store.components.find(one => one.id === id)!
  return componentAnswer({
    state: store.readStates.get(id),
    scale: store.scale,
    missing: store.summary.missing,
    stale: store.stale,
    hintUnresolved: component.activeReferences.some(
      ({ incidentId }) => !store.incidents.some(incident => incident.id === incidentId),
    ),
    hintsUnreadable: component.hintsUnreadable,
    isRecorded: true,
    isRetired: isRetired(component, provider.config.components.retiredLabel),
  })
}

const odd: readonly [string, Answers, kind: string, component: string][] = [
  ['nothing wrong', {}, 'operational', 'operational'],
  ['an outage', { incidents: [on({ beganAt: wireTime(-HOUR_MS), endedAt: null })] }, 'affected', 'affected'],
  ['an end before the begin', { incidents: [on(reversed)] }, 'partial', 'unknown'],
  ['such an end, long ago', { incidents: [on({ ...reversed, endedAt: wireTime(-30 * DAY_MS) })] }, 'partial', 'unknown'],
  [
    'such an end, in the last phase',
    { incidents: [on({ ...reversed, phase: { generation: 1, order: 2 } })] },
    'operational',
    'operational',
  ],
  [
    'such an end, in the last phase of phases that cannot be read',
    { incidents: [on({ ...reversed, phase: { generation: 1, order: 2 } })], phases: null },
    'partial',
    'unknown',
  ],
  ['such an end, on no component', { incidents: [on({ ...reversed, affects: [] })] }, 'partial', 'operational'],
  [
    'such an end, yet to begin',
    { incidents: [on({ beganAt: wireTime(HOUR_MS), endedAt: wireTime(-HOUR_MS) })] },
    'operational',
    'operational',
  ],
  ['a begin that nobody can read', { incidents: [on({ beganAt: 'last week', endedAt: null })] }, 'affected', 'affected'],
  ['a begin in the year 1', { incidents: [on({ beganAt: '0001-01-01T00:00:00Z', endedAt: null })] }, 'affected', 'affected'],
  ['an active reference that is a word', { components: components({ activelyAffectedBy: 'yes' }) }, 'partial', 'unknown'],
  ['an active reference that is nothing', { components: components({ activelyAffectedBy: [null] }) }, 'partial', 'unknown'],
  [
    'an active reference to what nobody has',
    { components: components({ activelyAffectedBy: [hint(uuidOf('gone'))] }) },
    'partial',
    'unknown',
  ],
  [
    'an active reference to what begins later',
    {
      components: components({ activelyAffectedBy: [hint(on({}).id)] }),
      incidents: [on({ beganAt: wireTime(HOUR_MS), endedAt: null })],
    },
    'partial',
    'unknown',
  ],
  [
    'an active reference to what is over',
    { components: components({ activelyAffectedBy: [hint(on({}).id)] }), incidents: [on({})] },
    'operational',
    'operational',
  ],
  [
    'an id of components that comes twice',
    { components: [...components({}), { ...named('Compute'), activelyAffectedBy: 'yes' }] },
    'partial',
    'unknown',
  ],
  [
    'an id of incidents that comes twice',
    { incidents: [on({}), on({ beganAt: wireTime(-HOUR_MS), endedAt: null })] },
    'affected',
    'affected',
  ],
  [
    'a severity that is a word',
    { incidents: [on({ beganAt: wireTime(-HOUR_MS), endedAt: null, affects: [{ ...impactOn('Compute'), severity: 'bad' }] })] },
    'affected',
    'affected',
  ],
  ['severities that are not there', { severities: null }, 'partial', 'unknown'],
  ['a severity without a value', { severities: [...severities, { displayName: 'Odd' }] }, 'partial', 'unknown'],
]

test.each(odd)('an element says the same as the page of %s', async (_, answers, kind, ofComponent) => {
  const { around, known } = await both(answers)
  const { summary, listedStates } = around.store
  expect(summary.kind, 'the page').toBe(kind)
  const whole = tellOf(known, { look: 'list' })
  const { level, since, counts } = summary
  expect(whole).toMatchObject({ statement: { verdict: kind, affected: counts.affected }, level, since })
  const rows = new Map(whole.components.map(row => [row.name, row.level]))
  expect(rows).toEqual(new Map(around.store.listedComponents.map(({ id, name }) => [name, listedStates.get(id)!.level])))

  const answer = answerOf(around, compute)
  expect(answer.kind, 'the page of a component').toBe(ofComponent)
  const one = tellOf(known, { component: compute })
  expect({ level: one.level, since: one.since }).toEqual({ level: answer.level, since: answer.since })
})

test('an element is too old in the very millisecond in which the page is', async () => {
  const { around, known } = await both({})
  const limit = around.provider.config.staleAfterSeconds * 1000
  for (const [now, kind] of [
    [NOW + limit, 'operational'],
    [NOW + limit + 1, 'partial'],
  ] as const) {
    around.clock.moveTo(now)
    expect(around.store.summary.kind).toBe(kind)
    expect(tellOf(known, {}, now).statement).toMatchObject({ verdict: kind })
  }
})
