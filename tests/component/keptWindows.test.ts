import { flushPromises } from '@vue/test-utils'
import { within } from '@testing-library/dom'
import { http, HttpResponse, type HttpHandler } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import HistoryPage from '@/features/history/HistoryPage.vue'
import { answerMemory, keptIn, leavePage, type AnswerMemory } from '../support/answerMemory'
import { say } from '../support/browser/texts'
import { buildData, buildIncident } from '../support/builders'
import { HOUR_MS, NOW } from '../support/clock'
import { API_URL } from '../support/config'
import { createSurroundings, renderPart } from '../support/mounted'
import { serve, takeRequests } from '../support/server'
import { impactOn, named, settled, textOf } from '../support/status'

const old = buildIncident({
  id: uuidOf('old'),
  displayName: 'Last year',
  beganAt: '2025-02-03T10:00:00Z',
  endedAt: '2025-02-03T12:00:00Z',
  affects: [impactOn('Compute', 50)],
})
const isClosed = (url: string) => new URL(url).searchParams.get('end')! < '2025-12'
const failing = () => new HttpResponse(null, { status: 503 })
const down = http.get(`${API_URL}/incidents`, failing)
const closedDown = http.get(`${API_URL}/incidents`, ({ request }) => (isClosed(request.url) ? failing() : undefined))

interface Visit {
  incidents?: WireIncident[]
  later?: number
  first?: HttpHandler[]
  url?: string
}

/** Opens February 2025, or more, in the browser with that storage, and closes the tab. */
async function visit(
  { answers }: AnswerMemory,
  { incidents = [old], later = 0, first = [], url = '/history?month=2025-02' }: Visit = {},
) {
  serve({ data: buildData({ components: [named('Compute')], incidents }), first })
  takeRequests()
  const around = await createSurroundings({}, { now: NOW + later, offlineCache: keptIn(answers) })
  const { element, part } = await renderPart(HistoryPage, { ...around, url })
  await settled(around)
  await flushPromises()
  const text = textOf(element)
  const months = within(element).queryAllByRole('region').map(textOf)
  const links = within(element).queryAllByRole('link', { name: 'Last year' }).map(textOf)
  leavePage()
  await flushPromises()
  part.unmount()
  return { text, months, links }
}

describe('a closed month', () => {
  it('that an earlier visit read is shown with its age where it cannot be read', async () => {
    const browser = answerMemory()
    await visit(browser)
    const { text, links } = await visit(browser, { first: [down], later: 3 * HOUR_MS })
    expect(links).toEqual(['Last year'])
    expect(text).toContain(say('error.shown', { ago: '3 hours ago' }))
    expect(text).not.toContain(say('history.unknownMonth'))
  })

  it('tells its age too where everything else can be read', async () => {
    const browser = answerMemory()
    await visit(browser)
    const { text, links } = await visit(browser, { first: [closedDown], later: 3 * HOUR_MS })
    expect(links).toEqual(['Last year'])
    expect(text).toContain(say('error.shown', { ago: '3 hours ago' }))
  })

  it('is shown with its age before the server answers, until it does', async () => {
    const browser = answerMemory()
    await visit(browser)
    let answer = () => {}
    const answered = new Promise<void>(resolve => (answer = resolve))
    const slow = http.get(`${API_URL}/incidents`, async ({ request }) => void (isClosed(request.url) && (await answered)))
    serve({ data: buildData({ components: [named('Compute')], incidents: [] }), first: [slow] })
    const around = await createSurroundings({}, { now: NOW + 3 * HOUR_MS, offlineCache: keptIn(browser.answers) })
    const { element } = await renderPart(HistoryPage, { ...around, url: '/history?month=2025-02' })
    await settled(around)
    const links = () => within(element).queryAllByRole('link', { name: 'Last year' })
    await vi.waitFor(() => expect(links()).toHaveLength(1))
    expect(textOf(element)).toContain(say('error.shown', { ago: '3 hours ago' }))
    expect(textOf(element)).not.toContain(say('history.quiet'))
    answer()
    await vi.waitFor(() => expect(links()).toHaveLength(0))
    expect(textOf(element)).toContain(say('history.quiet'))
    expect(textOf(element)).not.toContain(say('error.shown', { ago: '3 hours ago' }))
  })

  it('of which a later visit read a part is told as that visit found it', async () => {
    const browser = answerMemory()
    const late = {
      ...old,
      id: uuidOf('late'),
      displayName: 'Late last year',
      beganAt: '2025-03-03T10:00:00Z',
      endedAt: '2025-03-03T11:00:00Z',
    }
    const both = '/history?month=2025-03&months=2'
    await visit(browser, { incidents: [old, late], url: both })
    await visit(browser, { incidents: [late], later: HOUR_MS })
    const { months } = await visit(browser, { first: [down], later: 2 * HOUR_MS, url: both })
    expect(months[0]).toContain('Late last year')
    expect(months[1]).not.toContain('Last year')
  })

  it('that nobody read before stays unknown', async () => {
    const browser = answerMemory()
    await visit(browser)
    const { months } = await visit(browser, { first: [down], url: '/history?month=2025-02&months=2' })
    expect(months).toHaveLength(2)
    expect(months[0]).toContain('Last year')
    expect(months[1]).toContain(say('error.windowUnknown'))
  })

  it('is what the server says now where it can be read, and that is kept instead', async () => {
    const browser = answerMemory()
    await visit(browser)
    expect((await visit(browser, { incidents: [] })).links).toEqual([])
    expect((await visit(browser, { first: [down] })).links).toEqual([])
  })

  it('is not kept where entries of it could not be read', async () => {
    const browser = answerMemory()
    await visit(browser, { incidents: [old, { ...old, id: '' }] })
    expect((await visit(browser, { first: [down] })).links).toEqual([])
  })
})
