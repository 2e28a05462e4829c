import fc from 'fast-check'
import { http, HttpResponse } from 'msw'
import { describe, expect, test } from 'vitest'
import type { WireImpact } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { readScene } from '@/entries/firstPaint/reads'
import type { ConfigInput } from '@/config/schema'
import { completeConfig } from '@/build/configure/inlineConfig'
import { firstSettings } from '@/entries/firstPaint/settings'
import { buildComponent, buildData, buildImpactType, buildIncident, buildUpdate } from '../support/builders'
import { DAY_MS, HOUR_MS, NOW, wireTime } from '../support/clock'
import { API_URL } from '../support/config'
import { createSurroundings } from '../support/mounted'
import { answerFirst, serve } from '../support/server'
import { named, settled } from '../support/status'

const names = ['Compute', 'Network', 'Storage', 'Identity']
const components = names.map((name, index) => named(name, index ? {} : { retired: 'yes' }))
const time = fc.option(
  fc.integer({ min: -20, max: 20 }).map(hours => wireTime(hours * HOUR_MS)),
  { nil: null },
)
const impact = fc
  .tuple(fc.constantFrom(...names), fc.option(fc.constantFrom(0, 10, 33, 34, 66, 100), { nil: undefined }))
  .map(([name, severity]): WireImpact => ({
    reference: uuidOf(name),
    type: buildImpactType().id,
    ...(severity !== undefined && { severity }),
  }))
const incident = fc.record({
  beganAt: time,
  endedAt: time,
  affects: fc.uniqueArray(impact, { maxLength: 3, selector: each => each.reference }),
})
const clouds = fc.array(incident, { maxLength: 5 }).map(drawn => {
  const incidents = drawn.map((each, index) =>
    buildIncident({ ...each, id: uuidOf(`incident ${index}`), displayName: `Incident ${index}` }),
  )
  return buildData({ components, incidents, updates: Object.fromEntries(incidents.map(({ id }) => [id, [buildUpdate()]])) })
})
const configs = fc.record({
  components: fc.constantFrom<ConfigInput['components']>({}, { retiredLabel: 'retired' }),
  severities: fc.constantFrom<ConfigInput['severities']>({}, { Minor: { good: false } }),
  unknownWeight: fc.constantFrom(0, 100),
})

const settingsOf = (config: ConfigInput) => firstSettings(completeConfig(config)!)!

/** What first paint and the page make of the same server. */
async function both(data: Parameters<typeof serve>[0], config: Partial<ConfigInput> = {}) {
  serve(data)
  const around = await createSurroundings(config)
  const settings = settingsOf({ apiUrl: API_URL, timeZone: 'utc', ...config })
  const first = await readScene(settings, url => fetch(url), NOW).catch(() => null)
  await around.store.refresh()
  await settled(around)
  return { first, view: around.store, details: await first?.details }
}

describe('says the same as the page, whatever the server has', () => {
  const verdicts = new Set<string>()
  // In parts, so that none comes near the limit of a test.
  test.each([1, 2, 3])('part %i', async () => {
    await fc.assert(
      fc.asyncProperty(clouds, configs, async (data, config) => {
        const { first, view, details } = await both({ data }, config)
        const scene = first!.scene
        expect(scene.verdict).toEqual(view.summary)
        expect(scene.states).toEqual(view.listedStates)
        expect(scene.listed).toEqual(view.listedComponents)
        expect(scene.moment).toEqual(view.moment)
        expect(scene.scale).toEqual(view.scale)
        expect([...details!.updates.keys()].sort()).toEqual([...view.newestUpdates.keys()].sort())
        expect(
          [...details!.generations.values()].every(
            list => view.generations.get(list.generation)?.names.join() === list.names.join(),
          ),
        ).toBe(true)
        verdicts.add(scene.verdict.kind)
      }),
      { numRuns: 50 },
    )
  })

  test('in verdicts of several kinds', () => {
    expect(verdicts.size, [...verdicts].join()).toBeGreaterThan(2)
  })
})

test.each(['/components', '/incidents', '/severities', '/phases', '/impacttypes'])('says nothing when %s fails', async path => {
  for (const answer of [
    () => HttpResponse.error(),
    () => new HttpResponse(null, { status: 500 }),
    () => HttpResponse.html('<p>Hello</p>'),
    () => HttpResponse.json({}),
  ]) {
    serve({ data: buildData({ components }) })
    answerFirst(http.get(`${API_URL}${path}`, answer))
    const settings = settingsOf({ apiUrl: API_URL })
    expect(await readScene(settings, url => fetch(url), NOW).catch(() => null)).toBeNull()
  }
})

test('says nothing when an entry cannot be read, or the server speaks of incidents that it does not list', async () => {
  const settings = settingsOf({ apiUrl: API_URL })
  serve({ data: buildData({ components }) })
  answerFirst(http.get(`${API_URL}/components`, () => HttpResponse.json({ data: [{ displayName: 'Without an id' }] })))
  expect(await readScene(settings, url => fetch(url), NOW).catch(() => null)).toBeNull()

  serve({ data: buildData({ components, incidents: [buildIncident({ beganAt: wireTime(-HOUR_MS), endedAt: null })] }) })
  answerFirst(http.get(`${API_URL}/incidents`, () => HttpResponse.json({ data: [] })))
  const unhinted = await readScene(settings, url => fetch(url), NOW)
  serve({ data: buildData({ incidents: [buildIncident({ beganAt: wireTime(-HOUR_MS), endedAt: null })] }) })
  answerFirst(http.get(`${API_URL}/incidents`, () => HttpResponse.json({ data: [] })))
  expect(await readScene(settings, url => fetch(url), NOW).catch(() => null)).toBeNull()
  expect(unhinted, 'no component names it').not.toBeNull()
})

test.each<[string, Parameters<typeof buildIncident>[0], Partial<ConfigInput>]>([
  ['the begin of an incident cannot be read', { beganAt: 'last week', endedAt: wireTime(-HOUR_MS) }, {}],
  ['records begin in the future', {}, { recordsSince: '2026-04-01' }],
  ['records begin today', {}, { recordsSince: wireTime(-HOUR_MS) }],
  ['those of a component do', {}, { components: { recordsSinceLabel: 'since' } }],
])('says nothing where %s', async (_, fields, config) => {
  const data = buildData({ components: [buildComponent({ labels: { since: '2026-04-01' } })], incidents: [buildIncident()] })
  const read = (settings: Partial<ConfigInput>) => readScene(settingsOf({ apiUrl: API_URL, ...settings }), url => fetch(url), NOW)
  serve({ data })
  expect(await read({ recordsSince: '2026-01-01' })).not.toBeNull()
  answerFirst(http.get(`${API_URL}/incidents`, () => HttpResponse.json({ data: [{ ...buildIncident(), ...fields }] })))
  expect(await read(config)).toBeNull()
})

test.each([-3 * HOUR_MS, 3 * HOUR_MS])('says nothing by a clock that is %i ms ahead of that of the server', async aheadMs => {
  serve({ data: buildData({ components }) })
  const read = (dated: number) =>
    readScene(
      settingsOf({ apiUrl: API_URL }),
      async url => new Response(await (await fetch(url)).text(), { headers: { Date: new Date(dated).toUTCString() } }),
      Date.now(),
    ).catch(() => null)
  expect(await read(Date.now())).not.toBeNull()
  expect(await read(Date.now() - aheadMs)).toBeNull()
})

test('asks for the window that the page asks for, at any hour', async () => {
  for (const now of [NOW, NOW + 13 * HOUR_MS + 17, NOW + DAY_MS - 1]) {
    serve()
    const asked: string[] = []
    const { clock, store } = await createSurroundings({}, { now })
    await readScene(settingsOf({ apiUrl: API_URL }), url => (asked.push(url), fetch(url)), now)
    expect(clock.read()).toBe(now)
    await store.refresh()
    expect(asked.find(url => url.includes('start='))).toContain(
      new Date(store.loadedWindow!.start).toISOString().replaceAll(':', '%3A'),
    )
  }
})
