import { within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { afterAll, expect, test, vi } from 'vitest'
import IncidentPage from '@/features/incident/IncidentPage.vue'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'
import { act } from '../support/actions'
import { atEnd } from '../support/cleanup'
import { cases, createOutcomes, type Case } from '../support/cases'
import { HOUR_MS, MINUTE_MS, NOW } from '../support/clock'
import { API_URL } from '../support/config'
import { createSurroundings, renderPart } from '../support/mounted'
import { around, bannerOf, failuresIn } from '../support/roles'
import { answerFirst, serve, takeRequests } from '../support/server'
import { renderStatus, settled, textOf } from '../support/status'
import { render as renderOperator } from './manage/editorPage'

const { tell, lines, print } = createOutcomes()
afterAll(() => {
  print('in memory')
  expect(lines()).toHaveLength(Object.keys(cases).length)
})

const open = ({ config, data }: Case, more: Parameters<typeof renderStatus>[0] = {}) => renderStatus({ config, data, ...more })
type Page = Awaited<ReturnType<typeof open>>

const headline = ({ getByRole }: Page) => textOf(getByRole('heading', { level: 1 }))
const articleOf = ({ getByRole }: Page, title: string) => around('article', getByRole('heading', { name: title }))
const region = ({ getByRole }: Page, name: string) => getByRole('region', { name })

/** Opens the page of an incident, and waits for all of it. */
async function openIncident({ config, data }: Case) {
  serve({ data })
  const surroundings = await createSurroundings(config)
  const { element } = await renderPart(IncidentPage, { ...surroundings, props: { id: data.incidents[0]!.id } })
  await settled(surroundings)
  await flushPromises()
  return { element, ...within(element) }
}

/** What "copy as text" copies there. */
async function copiedFrom(page: Awaited<ReturnType<typeof openIncident>>): Promise<string | undefined> {
  const copied: string[] = []
  const writing = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(text => Promise.resolve(void copied.push(text)))
  atEnd(() => writing.mockRestore())
  await page.findByRole('button', { name: say('share.actions') })
  // What makes plain text of Markdown comes by itself; until then Markdown is copied as it is.
  await vi.dynamicImportSettled()
  await act(say('share.copyText'), 'en', page.element)
  return copied[0]
}

/** What comes out where each of them is opened: throws where that is wrong. */
const outcomes: Record<string, (given: Case) => Promise<string>> = {
  async '01 back navigation'(given) {
    const page = await open(given)
    expect(headline(page)).toBe(say('banner.operational'))
    page.part.unmount()
    takeRequests()
    const { added } = given
    const again = await open({ ...given, data: { ...given.data, incidents: [added!] } })
    expect(takeRequests()).toHaveLength(5)
    expect(headline(again)).toMatch(AFFECTED_TITLE)
    return '5 requests, 1 component affected'
  },

  async '02 translated page'(given) {
    // What a translator does to it, tests/component/translatedPage.test.ts does.
    const page = await open(given)
    const id = given.data.incidents[0]!.id
    expect(textOf(articleOf(page, 'Incident old'))).toMatch(/First\s*one/)
    page.demo.write(({ updates }) => (updates[id] = given.then[id]!))
    page.clock.moveTo(NOW + 2 * MINUTE_MS)
    await page.store.refresh()
    await settled(page)
    const said = textOf(articleOf(page, 'Incident old'))
    expect(said).toMatch(/12:00 UTC \(2 minutes ago\).*Second\s*two/)
    expect(said).not.toMatch(/First|\bone\b|11:40/)
    expect(textOf(bannerOf(page.element))).toContain(`${say('app.asOf')} 12:02 UTC`)
    return 'Second, two, 12:00 UTC; last confirmed 12:02 UTC'
  },

  async '03 long outage just over'(given) {
    const page = await open(given)
    const past = region(page, say('recent.title'))
    expect(within(past).getByRole('link', { name: 'Incident long' })).toBeDefined()
    expect(textOf(past)).toContain('lasted 19 days 23 hrs')
    return 'past incidents name it, 19 days 23 hrs'
  },

  async '04 many affected'(given) {
    const page = await open(given)
    const article = articleOf(page, 'Incident big')
    const list = within(article).getByRole('list', { name: say('incident.componentsAffected') })
    const text = within(article).getByText('The text of the newest update')
    expect(text.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    expect(within(list).getAllByRole('listitem')).toHaveLength(9)
    expect(within(list).getByRole('button', { name: say('incident.andMore', { n: 252 }) })).toBeDefined()
    return 'newest update first, 8 of 260 components named, the others on demand'
  },

  async '05 same names'(given) {
    const page = await open(given)
    const [berlin, dresden, frankfurt] = ['Berlin', 'Dresden', 'Frankfurt'].map(name => `Storage (${name})`)
    const affected = (inside: HTMLElement) =>
      textOf(within(inside).getByRole('list', { name: say('incident.componentsAffected') }))
    for (const name of [berlin!, dresden!]) {
      expect(textOf(bannerOf(page.element))).toContain(name)
      expect(affected(articleOf(page, 'Incident a'))).toContain(name)
    }
    expect(textOf(around('listitem', page.getByText('Incident m')))).toContain(frankfurt)
    expect(textOf((await openIncident(given)).element)).toMatch(/Storage \(Berlin\).*Storage \(Dresden\)/)

    const over = { ...given.data.incidents[0]!, endedAt: new Date(NOW - HOUR_MS / 2).toISOString() }
    const later = await open({ ...given, data: { ...given.data, incidents: [over] } })
    expect(textOf(region(later, say('recent.title')))).toContain(berlin)

    const operator = await renderOperator({ components: given.data.components })
    for (const name of [berlin, dresden, frankfurt]) expect(operator.page.getByRole('checkbox', { name: name! })).toBeDefined()
    return `${berlin}, ${dresden}, ${frankfurt} in banner, ongoing, past, maintenance, incident page and picker`
  },

  async '06 zero time end'(given) {
    // As it came: no server of ours would list it.
    const first = [http.get(`${API_URL}/incidents`, () => HttpResponse.json({ data: given.data.incidents }))]
    const page = await open(given, { first })
    expect(headline(page)).toMatch(AFFECTED_TITLE)
    expect(textOf(around('listitem', page.getByRole('heading', { name: 'Compute' })))).toContain('broken')
    expect(textOf(articleOf(page, 'Incident z'))).toContain(say('incident.lasting', { duration: '1 hr' }))
    return 'taken as no end: 1 component affected'
  },

  async '08 number and bar'(given) {
    const page = await open(given)
    const row = around('listitem', page.getByRole('heading', { name: 'Compute' }))
    const number = within(row).getByText(/^88\.\d+%$/)
    expect(textOf(number.parentElement)).toContain(say('availability.short', { days: 90 }))
    return `${textOf(number)} of ${say('availability.short', { days: 90 })}`
  },

  async '09 image and task list'(given) {
    const [PICTURE, DONE, OPEN] = ['Error rate 40 percent in region north', '☑ region north', '☐ region south']
    const page = await openIncident(given)
    expect(await page.findByRole('link', { name: PICTURE })).toBeDefined()
    await vi.waitFor(() => expect(textOf(page.element)).toMatch(`${DONE} ${OPEN}`))
    expect(await copiedFrom(page)).toContain(PICTURE)

    // What describes it is copied until something is said.
    const quiet = await openIncident({ ...given, data: { ...given.data, updates: {} } })
    expect(await copiedFrom(quiet)).toContain(`- ${DONE}\n- ${OPEN}`)
    return `${PICTURE}; ${DONE}, ${OPEN}; the same as text`
  },

  async '11 too many requests'(given) {
    const { status, retryAfterSeconds } = given.fault!
    const refused = http.get(`${API_URL}/incidents`, () =>
      HttpResponse.json(
        { message: 'API rate limit exceeded' },
        { status, headers: { 'Retry-After': String(retryAfterSeconds) } },
      ),
    )
    vi.useFakeTimers({ now: NOW, toFake: ['Date', 'performance'] })
    atEnd(() => vi.useRealTimers())
    const page = await open(given, { first: [refused] })
    const told = () => failuresIn(page.element).map(textOf).join()
    expect(told()).toContain(say('error.tooManyRequests'))
    expect(headline(page)).not.toBe(say('banner.operational'))
    takeRequests()
    const pollAfter = async (ms: number) => {
      vi.advanceTimersByTime(NOW + ms - Date.now())
      page.clock.moveTo(NOW + ms)
      await page.store.refresh()
      await settled(page)
      return takeRequests()
    }
    for (const ms of [MINUTE_MS, 2 * MINUTE_MS - 1]) {
      const asked = await pollAfter(ms)
      expect(asked).toContain('GET /components')
      expect(asked.filter(path => path.startsWith('GET /incidents'))).toEqual([])
      expect(told()).toContain(say('error.tooManyRequests'))
    }
    answerFirst(http.get(`${API_URL}/incidents`, () => HttpResponse.json({ data: [] })))
    expect((await pollAfter(2 * MINUTE_MS)).filter(path => path.startsWith('GET /incidents'))).toHaveLength(1)
    expect(headline(page)).toBe(say('banner.operational'))
    return 'left alone for 120 s, told as too many requests; other reads go on'
  },
}

test.each(Object.entries(cases))('%s', async (name, given) => {
  tell(name, await outcomes[name]!(given))
})
