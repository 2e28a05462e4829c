import { buildIncident } from '../builders'
import { AFFECTED, anyOf, compute, type Expected, NOW, outage, storage } from './everySurface'
import { type Lie, withBody, withEntries } from './lyingServer'
import { say } from './texts'

const LISTS = /^\/(components|incidents)(\?|$)/
const COMPONENTS = /^\/components(\?|$)/
const INCIDENTS = /^\/incidents(\?|$)/
const HOUR_MS = 3_600_000
const at = (hours: number) => new Date(NOW + hours * HOUR_MS).toISOString()
const affects = [compute, storage].map(({ id }) => ({ ...buildIncident().affects![0]!, reference: id }))
const hinting = (hints: unknown) => withEntries(COMPONENTS, all => all.map(one => ({ ...one, activelyAffectedBy: hints })))
const withHeader =
  (name: string, value: string): Lie =>
  answer => ({ ...answer, headers: { ...answer.headers, [name]: value } })
const together =
  (...lies: readonly Lie[]): Lie =>
  (answer, path) =>
    lies.reduce((sent, lie) => (typeof sent === 'string' ? sent : lie(sent, path)), answer as ReturnType<Lie>)

/** A lie, what the browser itself says of it, and what surfaces say of it that say otherwise than usual. */
interface ToldLie {
  readonly lie: Lie
  /** Another one stands for it where a page is opened so: what is read for the first time goes the same ways. */
  readonly isLater?: true
  readonly problem?: RegExp
  readonly expected?: Expected
}

/** The incident on its own page is read for itself. */
const ofLists: Expected = { incident: null }
const lists = (lie: Lie, other: Expected = {}): ToldLie => ({ lie, expected: { ...ofLists, ...other } })
const later = (told: ToldLie): ToldLie => ({ ...told, isLater: true })

export const LIES: Readonly<Record<string, ToldLie>> = {
  'drops every connection': { lie: () => 'dropped', problem: /ERR_EMPTY_RESPONSE/ },
  'answers HTTP 500': later({ lie: answer => ({ ...answer, status: 500, body: '' }), problem: /status of 500/ }),
  'never answers': { lie: () => 'silence' },
  'answers HTML with 200': { lie: answer => ({ ...answer, body: '<!doctype html><title>Welcome</title>' }) },
  'answers HTTP 206': later({ lie: answer => ({ ...answer, status: 206 }) }),
  'sends half of its JSON': later({ lie: answer => ({ ...answer, body: answer.body.slice(0, answer.body.length / 2) }) }),
  'sends an error beside no data': later({ lie: withBody(() => ({ error: { message: 'The database is away.' }, data: [] })) }),
  'has more than it sent, by its total': later(lists(withEntriesBeside({ total: 1_000 }))),
  'has more than it sent, by a next page': later(lists(withEntriesBeside({ next: '/components?page=2' }))),
  'has more than it sent, by a Link': later({ lie: withHeader('link', '<?page=2>; rel="next"') }),
  'sends entries that nobody can read': lists(withEntries(LISTS, all => [...all, null, 17, { id: {} }])),
  'sends each component twice': later(lists(withEntries(COMPONENTS, all => [...all, ...all]))),
  'sends an incident twice, over and going on': later(
    lists(
      withEntries(INCIDENTS, all => [...all, { ...outage, endedAt: at(-1) }, outage]),
      AFFECTED,
    ),
  ),
  'sends a hint that is null': lists(hinting([null])),
  'sends hints that are no list': later(lists(hinting('yes'))),
  'names an incident that it does not have': {
    ...lists(hinting([{ reference: '99999999-9999-4999-8999-999999999999', type: 'x', severity: 90 }])),
    problem: /status of 404/,
  },
  'sends an incident that ends before it begins': lists(
    withEntries(INCIDENTS, all => [...all, { ...outage, beganAt: at(-1), endedAt: at(-2) }]),
    { history: anyOf(say('incident.endsBeforeBegin')) },
  ),
  'sends what a cache has kept for two hours': lists(withHeader('age', '7200'), {
    incident: anyOf(say('banner.lastKnown', { ago: '{ago}', time: '{time}' })),
    history: anyOf(say('history.unknown', { spans: '{spans}' })),
  }),
  'calls active what begins in three hours': lists(
    together(
      hinting(affects.map(one => ({ ...one, reference: outage.id }))),
      withEntries(INCIDENTS, all => [...all, { ...outage, beganAt: at(3), endedAt: null }]),
    ),
    // By today's records it had not begun then.
    { 'a minute ago': 'then', history: null },
  ),
}

function withEntriesBeside(more: object): Lie {
  return withBody(body => (Array.isArray(body.data) ? { ...body, ...more } : body))
}
