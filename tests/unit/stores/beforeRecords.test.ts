import '../../support/temporal'
import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it } from 'vitest'
import { effectScope, ref } from 'vue'
import type { ConfigInput } from '@/config/schema'
import { useStatusAt } from '@/stores/statusAt'
import { buildComponent, buildData, buildIncident } from '../../support/builders'
import { DAY_MS, HOUR_MS, NOW, wireTime } from '../../support/clock'
import { API_URL } from '../../support/config'
import { setUp as setUpStatus } from './statusSetUp'

const { id } = buildComponent()
// Half a year before what the page asks for by itself.
const FIRST = NOW - 400 * DAY_MS
const first = buildIncident({ beganAt: wireTime(FIRST - NOW), endedAt: wireTime(FIRST - NOW + HOUR_MS) })

let scope = effectScope()
afterEach(() => {
  scope.stop()
  scope = effectScope()
})

async function at(instant: number, { config = {}, incidents = [first], interrupt }: Options = {}) {
  const around = setUpStatus({ data: buildData({ incidents }), config })
  const moment = ref(instant)
  const past = scope.run(() => useStatusAt(around.provider, around.clock, moment, ref('UTC')))!
  if (interrupt) around.interrupt(...interrupt)
  const loaded = await Promise.all([around.store.refresh(), past.load()])
  return {
    ...around,
    ...past,
    moment,
    loaded,
    said: () => [past.view.states.get(id)?.level.kind, past.view.summary.kind, past.view.unrecorded.has(id)],
  }
}
interface Options {
  readonly config?: Partial<ConfigInput>
  readonly incidents?: (typeof first)[]
  readonly interrupt?: Parameters<ReturnType<typeof setUpStatus>['interrupt']>
}

describe('a moment before anything is recorded', () => {
  it.each([
    ['a day before the first record', FIRST - DAY_MS],
    ['in 1990', Date.parse('1990-01-01T00:00:00Z')],
    ['before there was a network', Date.parse('1965-01-01T00:00:00Z')],
    ['in the year 1', Date.parse('0001-01-01T00:00:00Z')],
  ])('is not told as fine, but as without data: %s', async (_, instant) => {
    const { said, view } = await at(instant)
    expect(said()).toEqual(['unknown', 'unknown', true])
    expect(view.observed).toEqual([])
    expect(view.failures).toEqual([])
  })

  it('is none from the first record on, however long ago that is', async () => {
    for (const instant of [FIRST, FIRST + HOUR_MS, FIRST + 200 * DAY_MS]) {
      const { said, view } = await at(instant)
      expect(said()[1]).toBe(instant === FIRST ? 'affected' : 'operational')
      expect(said()[2]).toBe(false)
      expect(view.observed.length).toBeGreaterThan(0)
    }
  })

  it('is none where the configuration says that it is recorded, and one where it says that it is not', async () => {
    const early = new Date(FIRST - 50 * DAY_MS).toISOString()
    expect((await at(FIRST - DAY_MS, { config: { recordsSince: early } })).said()).toEqual(['operational', 'operational', false])
    const { said, view } = await at(FIRST + DAY_MS, { config: { recordsSince: '2026-01-01' } })
    expect(said()).toEqual(['unknown', 'unknown', true])
    expect(view.summary.missing).toEqual([])
  })

  it('is told to be one without asking for each step anew', async () => {
    const { load, moment, said, takePaths } = await at(FIRST - DAY_MS)
    takePaths()
    moment.value = FIRST - 2 * DAY_MS
    await load()
    expect(said()[2]).toBe(true)
    // The day more of the usual window.
    expect(takePaths().filter(path => path.startsWith('/incidents'))).toHaveLength(1)
    moment.value = FIRST + 2 * DAY_MS
    await load()
    expect(said()).toEqual(['operational', 'operational', false])
  })

  it('is not known to be none while the server does not tell', async () => {
    const refusing = http.get(`${API_URL}/incidents`, ({ request }) =>
      new URL(request.url).searchParams.get('start')?.startsWith('1970') ? new HttpResponse(null, { status: 503 }) : undefined,
    )
    const { said, view, loaded } = await at(FIRST + 200 * DAY_MS, { interrupt: [refusing] })
    expect(said()).toEqual(['unknown', 'unknown', false])
    expect(view.failures.map(({ part, error }) => [part, error?.status])).toEqual([['incidents', 503]])
    expect(loaded[1]).toBe(false)
  })

  it('is one of a server without any record', async () => {
    expect((await at(NOW - DAY_MS, { incidents: [] })).said()).toEqual(['unknown', 'unknown', true])
  })
})

describe('a past moment of contradictory times', () => {
  const listing = (...incidents: object[]) => http.get(`${API_URL}/incidents`, () => HttpResponse.json({ data: incidents }))
  const reversed = { ...buildIncident(), id: 'reversed', beganAt: wireTime(-10 * DAY_MS), endedAt: wireTime(-20 * DAY_MS) }

  it('is unknown from the begin on, unless the phase says that it is over', async () => {
    const then = NOW - 5 * DAY_MS
    expect((await at(then, { interrupt: [listing(first, reversed)] })).said()[1]).toBe('unknown')
    expect((await at(then - 7 * DAY_MS, { interrupt: [listing(first, reversed)] })).said()[1]).toBe('operational')
    const over = { ...reversed, phase: { generation: 1, order: 2 } }
    expect((await at(then, { interrupt: [listing(first, over)] })).said()[1]).toBe('operational')
  })

  it('is unknown where the hints of then cannot be read, and takes none of another moment', async () => {
    const broken = http.get(`${API_URL}/components`, () =>
      HttpResponse.json({ data: [{ ...buildComponent(), activelyAffectedBy: 'yes' }] }),
    )
    const { said, moment } = await at(FIRST + 5 * DAY_MS, { interrupt: [broken] })
    expect(said()[0]).toBe('unknown')
    moment.value = FIRST + 6 * DAY_MS
    expect(said()[2]).toBe(false)
  })
})

describe('a past moment of incidents that nobody can read whole', () => {
  it.each([
    ['no list', 'yes', NOW - 5 * DAY_MS],
    ['nothing by its name', [{ severity: 90, type: 'x' }], NOW - 5 * DAY_MS],
    ['no list, in a month that is asked for apart', 'yes', FIRST + 200 * DAY_MS],
  ])('is not told as fine: it affects %s', async (_, affects, instant) => {
    const odd = { ...buildIncident(), id: 'odd', beganAt: wireTime(FIRST - NOW + DAY_MS), endedAt: null, affects }
    const list = http.get(`${API_URL}/incidents`, () => HttpResponse.json({ data: [first, odd] }))
    const { said, view } = await at(instant, { interrupt: [list] })
    expect([said()[0], view.summary.missing, view.summary.counts.unknown]).toEqual(['unknown', ['incidents'], 1])
    expect(view.failures.map(({ part, error, invalidCount }) => [part, error, invalidCount > 0])).toEqual([
      ['incidents', null, true],
    ])
  })
})
