import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { buildData } from '../support/builders'
import { say } from '../support/browser/texts'
import { DAY_MS, wireTime } from '../support/clock'
import { answerOf, compute, figures, past, renderComponent, tabOf } from '../support/componentPage'
import { API_URL } from '../support/config'
import { inTurn } from '../support/roles'
import { answerFirst, serve, takeRequests } from '../support/server'

const { id } = compute
const failing = (path: string, status: number) => http.get(`${API_URL}${path}`, () => new HttpResponse(null, { status }))

describe('availability', () => {
  const down = past('Half a day', 2, { endedAt: wireTime(-1.5 * DAY_MS) })

  it('stands for 24 hours, 7, 30 and 90 days', async () => {
    const page = await renderComponent({ incidents: [down] })
    expect(figures(page)).toEqual({
      [say('component.hours24')]: '100.00%',
      [say('component.days7')]: '92.30%',
      [say('component.days30')]: '98.30%',
      [say('component.days90')]: '99.44%',
    })
    expect(takeRequests().filter(request => request.startsWith('GET /incidents?'))).toHaveLength(1)
    expect(page.getByText(say('availability.formula'))).toBeDefined()
  })

  it('stands for each month of a year, and says what is known in part', async () => {
    const page = await renderComponent({ incidents: [down], url: tabOf('history'), config: { recordsSince: '2025-12-10' } })
    await expect
      .poll(() => figures(page, 'byMonth'))
      .toEqual({
        'March 2026, so far': '94.73%',
        'February 2026': '100.00%',
        'January 2026': '100.00%',
        'December 2025': expect.stringMatching(inTurn('100.00%', say('component.partly', { percent: '71%' }))) as string,
      })
  })

  it('of 90 days is read as well where the bars show fewer', async () => {
    const page = await renderComponent({ incidents: [past('Old', 60)], config: { historyDays: 7 } })
    expect(page.getByRole('slider').getAttribute('aria-valuemax')).toBe('7')
    await expect.poll(() => figures(page)[say('component.days90')]).toBe('99.95%')
  })

  it('of a year is asked for by who looks at it, and of earlier ones on demand, with the incidents of then', async () => {
    const page = await renderComponent({ incidents: [past('Last summer', 240), past('Long ago', 600)] })
    takeRequests()
    fireEvent.click(page.getByRole('tab', { name: say('component.tabs.history') }))
    expect(await page.findByText('Last summer')).toBeDefined()
    expect(takeRequests().filter(request => request.startsWith('GET /incidents?'))).toHaveLength(1)
    expect(figures(page, 'byMonth')).toMatchObject({
      'December 2025': '100.00%',
      'July 2025': '99.86%',
      'December 2024': '100.00%',
    })
    expect(page.getByText(say('component.pastSince', { month: 'December 2024' }))).toBeDefined()
    fireEvent.click(page.getByRole('button', { name: say('component.earlierYear') }))
    expect(await page.findByText('Long ago')).toBeDefined()
    expect(takeRequests().filter(request => request.startsWith('GET /incidents?'))).toHaveLength(1)
    expect(page.getByText(say('component.pastSince', { month: 'December 2023' }))).toBeDefined()
  })

  it('of months that cannot be read is no data, the reason is told, and another try is one click', async () => {
    const page = await renderComponent({ incidents: [past('Last summer', 240)] })
    answerFirst(failing('/incidents', 503))
    fireEvent.click(page.getByRole('tab', { name: say('component.tabs.history') }))
    await expect.poll(() => figures(page, 'byMonth')['July 2025']).toBe(say('availability.noData'))
    expect(figures(page, 'byMonth')['January 2026']).toBe('100.00%')
    expect(page.getByText(say('error.title'))).toBeDefined()
    expect(answerOf(page)).toContain('Compute is operational.')
    serve({ data: buildData({ components: [compute], incidents: [past('Last summer', 240)] }) })
    fireEvent.click(page.getByRole('button', { name: say('app.retry') }))
    expect(await page.findByText('Last summer')).toBeDefined()
    expect(page.queryByText(say('error.title'))).toBeNull()
  })

  it('is not offered for months before the records', async () => {
    const page = await renderComponent({ url: tabOf('history'), config: { recordsSince: '2026-01-05' } })
    expect(page.queryByRole('button', { name: say('component.earlierYear') })).toBeNull()
    expect(page.queryByRole('button', { name: say('component.earlier') })).toBeNull()
  })
})

describe('many past incidents', () => {
  it('show ten at a time, and ask for more only when all are shown', async () => {
    const incidents = Array.from({ length: 15 }, (_, index) => past(`Number ${index}`, index + 2))
    const page = await renderComponent({ incidents, url: tabOf('history') })
    const list = within(page.getByRole('region', { name: say('component.past') }))
    const shown = () => list.queryAllByRole('link', { name: /^Number/ }).length
    expect(shown()).toBe(10)
    takeRequests()
    const button = page.getByRole('button', { name: say('component.earlier') })
    fireEvent.click(button)
    await expect.poll(shown).toBe(15)
    await flushPromises()
    expect(takeRequests()).toEqual([])
    fireEvent.click(button)
    await expect.poll(() => takeRequests().length).toBe(1)
  })
})

describe('embedded', () => {
  it('is the answer, the days and a link that leaves the frame', async () => {
    const page = await renderComponent({ url: `/components/${id}?embed` })
    expect(answerOf(page)).toContain('Compute is operational.')
    expect(page.getByRole('slider')).toBeDefined()
    expect(page.getAllByRole('link').map(link => [link.getAttribute('target'), link.getAttribute('href')])).toEqual([
      ['_top', `/status/components/${id}`],
    ])
    expect(page.queryAllByRole('heading', { level: 2 })).toEqual([])
  })

  it('is offered as HTML, in which a name with quotes does no harm', async () => {
    const data = buildData({ components: [{ ...compute, displayName: 'A "B" <i> & C' }] })
    const page = await renderComponent({ data, url: tabOf('embed') })
    const name = say('component.embedCode', { what: say('component.embedFrame') })
    const { textContent: code } = await page.findByRole('region', { name, hidden: true })
    expect(code).toContain('title="Status of A &quot;B&quot; &lt;i> &amp; C"')
    expect(code).toContain(`src="${location.origin}/status/components/${id}?embed"`)
  })
})
