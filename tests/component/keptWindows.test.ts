import { flushPromises } from '@vue/test-utils'
import { within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
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
const down = http.get(`${API_URL}/incidents`, () => new HttpResponse(null, { status: 503 }))

/** Opens February 2025, or more, in the browser with that storage, and closes the tab. */
async function visit(
  { answers }: AnswerMemory,
  { incidents = [old], later = 0, isDown = false, url = '/history?month=2025-02' } = {},
) {
  serve({ data: buildData({ components: [named('Compute')], incidents }), first: isDown ? [down] : [] })
  takeRequests()
  const around = await createSurroundings({}, { now: NOW + later, lastAnswers: keptIn(answers) })
  const { element, part } = await renderPart(HistoryPage, { ...around, url })
  await settled(around)
  await flushPromises()
  const text = textOf(element)
  const months = [...element.querySelectorAll<HTMLElement>('[data-testid=month]')].map(textOf)
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
    const { text, links } = await visit(browser, { isDown: true, later: 3 * HOUR_MS })
    expect(links).toEqual(['Last year'])
    expect(text).toContain(say('error.shown', { ago: '3 hours ago' }))
    expect(text).not.toContain(say('history.unknownMonth'))
  })

  it('that nobody read before stays unknown', async () => {
    const browser = answerMemory()
    await visit(browser)
    const { months } = await visit(browser, { isDown: true, url: '/history?month=2025-02&months=2' })
    expect(months).toHaveLength(2)
    expect(months[0]).toContain('Last year')
    expect(months[1]).toContain(say('error.windowUnknown'))
  })

  it('is what the server says now where it can be read, and that is kept instead', async () => {
    const browser = answerMemory()
    await visit(browser)
    expect((await visit(browser, { incidents: [] })).links).toEqual([])
    expect((await visit(browser, { isDown: true })).links).toEqual([])
  })

  it('is not kept where entries of it could not be read', async () => {
    const browser = answerMemory()
    await visit(browser, { incidents: [old, { ...old, id: '' }] })
    expect((await visit(browser, { isDown: true })).links).toEqual([])
  })
})
