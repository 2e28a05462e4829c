import { findByText, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import type { DemoData } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import IncidentPage from '@/features/incident/IncidentPage.vue'
import StatusPage from '@/features/status/StatusPage.vue'
import { createOfflineCache } from '@/stores/offline/offlineCache'
import { answerMemory, keptIn, leavePage, type AnswerMemory } from '../support/answerMemory'
import { buildData, buildIncident, buildUpdate } from '../support/builders'
import { HOUR_MS, MINUTE_MS, NOW, wireTime } from '../support/clock'
import { API_URL } from '../support/config'
import { createSurroundings, renderPart } from '../support/mounted'
import { bannerOf, failuresIn } from '../support/roles'
import { answerFirst, holdBack, serve, takeRequests, type ServeOptions } from '../support/server'
import { impactOn, named, ongoing, settled, textOf } from '../support/status'

const down = http.get(`${API_URL}/*`, () => HttpResponse.error())
const broken = (name: string) =>
  buildData({
    components: [named('Compute'), named('Network')],
    incidents: [ongoing([impactOn(name, 90)], { displayName: 'It burns' })],
  })
const fine = () => buildData({ components: [named('Compute'), named('Network')] })

interface VisitOptions extends ServeOptions {
  /** How long after NOW. */
  readonly later?: number
  readonly page?: object
  readonly props?: Record<string, unknown>
  /** Do not wait for the answers. */
  readonly early?: boolean
}

/** Opens a page in the browser with that storage; `leave` closes the tab. */
async function visit(
  { answers }: Pick<AnswerMemory, 'answers'>,
  { later = 0, page = StatusPage, props = {}, early, ...server }: VisitOptions,
) {
  serve(server)
  takeRequests()
  const around = await createSurroundings({}, { now: NOW + later, offlineCache: keptIn(answers) })
  const { element, part } = await renderPart(page, { ...around, props })
  if (early) await flushPromises()
  else await settled(around)
  async function leave() {
    leavePage()
    part.unmount()
    await flushPromises()
  }
  return { ...around, element, leave, ...within(element) }
}

const headline = ({ element }: { element: HTMLElement }) => textOf(within(element).getByRole('heading', { level: 1 }))

/** A browser that has seen the cloud at NOW. */
async function seen(data: DemoData): Promise<AnswerMemory> {
  const browser = answerMemory()
  await (await visit(browser, { data })).leave()
  expect([...browser.records.keys()]).toEqual(['status'])
  return browser
}

/** A storage that answers when it is let to. */
function held(answers: AnswerMemory['answers']) {
  let tell = () => {}
  const told = new Promise<void>(done => (tell = done))
  return { slow: { ...answers, load: (name: string) => told.then(() => answers.load(name)) }, tell: () => tell() }
}

describe('the next visit, the server down', () => {
  it('says nothing before the browser has told what it keeps', async () => {
    const { answers } = await seen(fine())
    const { slow, tell } = held(answers)
    const page = await visit({ answers: slow }, { data: fine(), first: [down], later: 2 * HOUR_MS, early: true })
    await vi.waitFor(() => expect(page.store.parts.components.error).not.toBeNull())
    await flushPromises()
    expect(page.queryByRole('heading', { level: 1, name: 'Status unknown' })).toBeNull()
    tell()
    await vi.waitFor(() => expect(headline(page)).toBe('Current status not confirmed'))
    await page.leave()
  })

  it('shows the last known state with its age, and names the failure', async () => {
    const page = await visit(await seen(fine()), { data: fine(), first: [down], later: 2 * HOUR_MS })
    expect(headline(page)).toBe('Current status not confirmed')
    expect(textOf(bannerOf(page.element))).toContain('What is shown was last confirmed 2 hours ago')
    expect(page.getAllByText(/What was loaded 2 hours ago is still shown\./)).toHaveLength(1)
    expect(page.queryByText(/There is no older data to show/)).toBeNull()
    expect(page.getByText('Network')).toBeTruthy()
    expect(page.store.summary.kind).toBe('partial')
  })

  it('shows bad news as what it is', async () => {
    const page = await visit(await seen(broken('Network')), { data: fine(), first: [down], later: 2 * HOUR_MS })
    expect(headline(page)).toMatch(/^Network: (Major|Critical)$/)
    expect(textOf(bannerOf(page.element))).toContain('2 hours ago')
    expect(page.getByRole('link', { name: 'It burns' })).toBeTruthy()
  })

  it('does not call it fine even within the time that data is fresh', async () => {
    const page = await visit(await seen(fine()), { data: fine(), first: [down], later: MINUTE_MS })
    expect(headline(page)).toBe('Current status not confirmed')
  })

  it('is fresh with the next answer', async () => {
    const page = await visit(await seen(broken('Network')), { data: fine(), first: [down], later: 2 * HOUR_MS })
    serve({ data: fine() })
    await page.store.refresh()
    await settled(page)
    expect(headline(page)).toBe('All components operational')
    expect(page.store.parts.components.isKept).toBeUndefined()
    expect(failuresIn(page.element)).toEqual([])
  })

  it('keeps what it was shown for the visit after it, at its old age', async () => {
    const browser = await seen(fine())
    const first = browser.records.get('status')
    await (await visit(browser, { data: fine(), first: [down], later: HOUR_MS })).leave()
    expect(browser.records.get('status')).toEqual(first)
    const page = await visit(browser, { data: fine(), first: [down], later: 2 * HOUR_MS })
    expect(textOf(bannerOf(page.element))).toContain('2 hours ago')
  })

  it('of one part shows that part as it was, beside the others', async () => {
    const first = [http.get(`${API_URL}/components`, () => new HttpResponse(null, { status: 500 }))]
    const page = await visit(await seen(fine()), { data: broken('Network'), first, later: 2 * HOUR_MS })
    expect(headline(page)).toMatch(/^Network: (Major|Critical)$/)
    expect(page.store.confirmedAt).toBe(NOW)
    expect(page.store.parts.incidents.readAt).toBe(NOW + 2 * HOUR_MS)
  })
})

describe('the next visit, before the first answer', () => {
  it('shows what was known at once: as it was where that is fresh, in doubt where it is old', async () => {
    const browser = await seen(fine())
    for (const [later, said] of [
      [MINUTE_MS, 'All components operational'],
      [HOUR_MS, 'Current status not confirmed'],
    ] as const) {
      const held = ['/components', '/incidents', '/severities', '/phases', '/impacttypes'].map(holdBack)
      const page = await visit(browser, { data: fine(), first: held.map(({ handler }) => handler), later, early: true })
      expect(headline(page)).toBe(said)
      await findByText(page.element, 'Network')
      for (const { release } of held) release()
      await settled(page)
      expect(headline(page)).toBe('All components operational')
      page.element.remove()
    }
  })

  it('asks for everything all the same, also for what hardly ever changes', async () => {
    await visit(await seen(fine()), { data: fine(), later: MINUTE_MS })
    expect(
      takeRequests()
        .map(request => request.replace(/\?.*/, ''))
        .sort(),
    ).toEqual(['/components', '/impacttypes', '/incidents', '/phases', '/severities'].map(path => `GET ${path}`))
  })

  it('leaves alone what was answered before the browser had found its own', async () => {
    const { answers } = await seen(broken('Network'))
    let find: () => void = () => undefined
    const slow = { ...answers, load: (name: string) => new Promise(resolve => (find = () => resolve(answers.load(name)))) }
    const page = await visit({ answers: slow }, { data: fine(), later: HOUR_MS })
    find()
    await settled(page)
    expect(headline(page)).toBe('All components operational')
  })
})

it.each([
  ['is broken', { version: 1, texts: ['{}'] }],
  ['is of another version', { version: 0, texts: [] }],
  ['cannot be had', null],
])('a record that %s is as none', async (_, record) => {
  const { answers } = await seen(fine())
  const load = () => (record ? Promise.resolve(record) : Promise.reject(new Error('denied')))
  const page = await visit({ answers: { ...answers, load } }, { data: fine(), first: [down], later: HOUR_MS })
  expect(headline(page)).toBe('Status unknown')
})

describe('the page of an incident', () => {
  const data = () =>
    buildData({
      components: [named('Compute')],
      incidents: [buildIncident({ id: uuidOf('it'), displayName: 'It burns', endedAt: wireTime(-HOUR_MS), affects: [] })],
      updates: { [uuidOf('it')]: [buildUpdate({ displayName: 'Water was found' })] },
    })
  const props = { id: uuidOf('it') }
  const open = (browser: Pick<AnswerMemory, 'answers'>, options: VisitOptions) =>
    visit(browser, { data: data(), page: IncidentPage, props, ...options })

  async function read(): Promise<AnswerMemory> {
    const browser = answerMemory()
    await (await open(browser, {})).leave()
    expect([...browser.records.keys()].sort()).toEqual(['incidents', 'status'])
    return browser
  }

  it('is there with its updates and its age when the server is down', async () => {
    const page = await open(await read(), { first: [down], later: 2 * HOUR_MS })
    expect(headline(page)).toBe('It burns')
    expect(page.getByText('Water was found')).toBeTruthy()
    expect(page.getByText('The last refresh failed; what is shown was loaded 2 hours ago.')).toBeTruthy()
  })

  it('has not failed before the browser has told what it keeps', async () => {
    const { slow, tell } = held((await read()).answers)
    const page = await open({ answers: slow }, { first: [down], later: 2 * HOUR_MS, early: true })
    await vi.waitFor(() => expect(takeRequests().length).toBeGreaterThan(1))
    await new Promise(done => setTimeout(done, 50))
    await flushPromises()
    expect(page.queryByText(/could not be (loaded|reached)/)).toBeNull()
    tell()
    await findByText(page.element, 'Water was found')
    await page.leave()
  })

  it('says how old it is while the first answer is awaited', async () => {
    const held = holdBack('/incidents/:id')
    const page = await open(await read(), { first: [held.handler], later: 2 * HOUR_MS, early: true })
    await findByText(page.element, /What is shown was last confirmed 2 hours ago/)
    held.release()
    await expect.poll(() => page.queryByText(/last confirmed/)).toBeNull()
  })

  it('that was never opened is what the lists told of it', async () => {
    const page = await open(await seen(data()), { first: [down], later: 2 * HOUR_MS })
    expect(headline(page)).toBe('It burns')
    expect(page.getByText('The updates could not be loaded.')).toBeTruthy()
    expect(page.getByText('The last refresh failed; what is shown was loaded 2 hours ago.')).toBeTruthy()
  })

  it('that does not exist any more is not kept any longer', async () => {
    const browser = await read()
    const gone = await open(browser, { data: buildData() })
    expect(headline(gone)).toBe('No such incident')
    await gone.leave()
    const page = await open(browser, { first: [down] })
    expect(page.queryByText('Water was found')).toBeNull()
  })

  it('is kept for the last thirty', async () => {
    const browser = answerMemory()
    const kept = createOfflineCache(browser.answers, { read: () => NOW })
    const { incident } = (await createOfflineCache((await read()).answers, { read: () => NOW }).incident(props.id))!
    for (let n = 0; n < 31; n++) kept.keepIncident({ incident: { ...incident, id: `i${n}` }, updates: [], readAt: NOW })
    leavePage()
    await flushPromises()
    expect(await kept.incident('i0')).toBeNull()
    expect((await kept.incident('i1'))?.incident.id).toBe('i1')
    expect((await kept.incident('i30'))?.incident.id).toBe('i30')
  })
})

describe('what is kept', () => {
  it('is written again only when something was read', async () => {
    const browser = answerMemory()
    const page = await visit(browser, { data: fine() })
    await page.leave()
    const first = browser.records.get('status')
    browser.records.clear()
    answerFirst(down)
    page.clock.moveTo(NOW + MINUTE_MS)
    await page.store.refresh()
    await page.leave()
    expect(browser.records.size).toBe(0)
    serve({ data: fine() })
    await page.store.refresh()
    await page.leave()
    expect(browser.records.get('status')).not.toEqual(first)
    expect(browser.records.size).toBe(1)
  })
})
