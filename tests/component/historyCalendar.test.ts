import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { say } from '../support/browser/texts'
import { buildData } from '../support/builders'
import { API_URL } from '../support/config'
import { past, renderHistory } from '../support/historyPage'
import { serve } from '../support/server'
import { impactOn, textOf } from '../support/status'

type Options = NonNullable<Parameters<typeof renderHistory>[0]>

const fifth = past('Volumes gone', 5, { affects: [impactOn('Volumes', 90)] })
const alsoFifth = past('Works', 5, { affects: [impactOn('Compute', 0)] })
const long = past('Long', 0, { beganAt: '2026-03-07T10:00:00Z', endedAt: '2026-03-08T10:00:00Z' })
const february = past('In February', 20)
const incidents = [fifth, alsoFifth, long, february]

async function renderCalendar({ url = '/history?view=calendar', ...options }: Options = {}) {
  const page = await renderHistory({ incidents, url, ...options })
  const cell = (day: number) => page.getByRole('gridcell', { name: new RegExp(`^\\w+,? ${day} \\w+`) })
  return {
    ...page,
    cell,
    name: (day: number) => cell(day).getAttribute('aria-label'),
    press: async (key: string, init = {}) => {
      fireEvent.keyDown(document.activeElement!, { key, ...init })
      await flushPromises()
    },
    day: () => page.getByRole('region', { name: /\d \w|chosen/ }),
    stops: () => page.getAllByRole('gridcell').filter(one => one.tabIndex === 0),
  }
}

describe('the calendar of a month', () => {
  it('is chosen beside the list, and lives in the address', async () => {
    const page = await renderHistory({ incidents })
    const view = within(page.getByRole('group', { name: say('history.view') }))
    expect(view.getByRole('button', { pressed: true }).textContent).toBe(say('history.list'))
    fireEvent.click(view.getByRole('button', { name: say('history.calendar') }))
    await vi.waitFor(() => expect(page.query()).toEqual({ view: 'calendar' }))
    page.getByRole('grid', { name: 'March 2026' })
    expect(view.getByRole('button', { pressed: true }).textContent).toBe(say('history.calendar'))
    fireEvent.click(view.getByRole('button', { name: say('history.list') }))
    await vi.waitFor(() => expect(page.query()).toEqual({}))
    expect(page.queryByRole('grid')).toBeNull()
  })

  it('tells of each day its incidents and the worst of them; all that it touches have it', async () => {
    const page = await renderCalendar()
    expect(page.getAllByRole('gridcell')).toHaveLength(31)
    expect(page.name(5)).toBe('Thu 5 Mar: 1 incident, 1 maintenance and Critical')
    expect(page.name(7)).toBe('Sat 7 Mar: 1 incident and Major')
    expect(page.name(8)).toBe('Sun 8 Mar: 1 incident and Major')
    expect(page.name(9)).toBe(`Mon 9 Mar: ${say('history.dayQuiet')}`)
    expect(page.name(11)).toBe(`Wed 11 Mar: ${say('history.dayFuture')}`)
    expect(page.cell(10).getAttribute('aria-current')).toBe('date')
  })

  it('lists the day that is chosen, and begins with today', async () => {
    const page = await renderCalendar()
    within(page.day()).getByText(say('history.quietDay'))
    fireEvent.click(page.cell(5))
    await vi.waitFor(() => expect(page.query()).toEqual({ view: 'calendar', day: '2026-03-05' }))
    expect(within(page.day()).getAllByRole('link').map(textOf).sort()).toEqual(['Volumes gone', 'Works'])
    expect(page.cell(5).getAttribute('aria-selected')).toBe('true')
  })

  it('is one stop, moved by the arrows, to the ends of the week, and by the month', async () => {
    const page = await renderCalendar()
    expect(page.stops()).toEqual([page.cell(10)])
    page.cell(10).focus()
    await page.press('ArrowLeft')
    expect(document.activeElement).toBe(page.cell(9))
    await page.press('ArrowUp')
    expect(document.activeElement).toBe(page.cell(2))
    await page.press('End')
    expect(document.activeElement).toBe(page.cell(8))
    await page.press('Home')
    await page.press('ArrowDown')
    expect(document.activeElement).toBe(page.cell(9))
    expect(page.stops()).toEqual([page.cell(9)])
    await page.press('Enter')
    await vi.waitFor(() => expect(page.query()).toEqual({ view: 'calendar', day: '2026-03-09' }))
    await page.press('PageUp')
    await vi.waitFor(() => expect(page.query()).toEqual({ view: 'calendar', month: '2026-02' }))
    await vi.waitFor(() => expect(document.activeElement).toBe(page.cell(9)))
    page.getByRole('grid', { name: 'February 2026' })
    expect(document.activeElement!.getAttribute('aria-label')).toBe(`Mon 9 Feb: ${say('history.dayQuiet')}`)
    await page.press('PageDown')
    await vi.waitFor(() => page.getByRole('grid', { name: 'March 2026' }))
    // There is no month to come.
    await page.press('PageDown')
    page.getByRole('grid', { name: 'March 2026' })
  })

  it('leaves out what a filter leaves out, and says so', async () => {
    const page = await renderCalendar({ url: '/history?view=calendar&q=volumes' })
    expect(page.name(5)).toBe('Thu 5 Mar: 1 incident and Critical')
    expect(page.name(7)).toBe(`Sat 7 Mar: ${say('history.dayNoMatch')}`)
  })

  it('calls no day quiet of which nothing is known', async () => {
    const fails = http.get(`${API_URL}/incidents`, ({ request }) =>
      new URL(request.url).searchParams.get('start')! < '2025-03' ? new HttpResponse(null, { status: 503 }) : undefined,
    )
    const page = await renderCalendar({ url: '/history?view=calendar&month=2025-02', first: [fails] })
    const names = page.getAllByRole('gridcell').map(one => one.getAttribute('aria-label'))
    expect(names).toHaveLength(28)
    for (const name of names) expect(name).toContain(say('history.dayNone'))
    fireEvent.click(page.cell(3))
    await vi.waitFor(() => within(page.day()).getByText(say('history.unknownDay')))
    serve({ data: buildData({ incidents: [past('Last year', 400)] }) })
    fireEvent.click(page.getAllByRole('button', { name: say('app.retry') })[0]!)
    await vi.waitFor(() => expect(page.name(4)).toContain(say('history.dayQuiet')))
    expect(page.name(3)).toContain('1 incident')
  })

  it('calls no day quiet before the records begin, or which they hold in part', async () => {
    const page = await renderCalendar({ config: { recordsSince: '2026-03-06T12:00:00Z' } })
    expect(page.name(3)).toContain(say('history.dayNone'))
    expect(page.name(6)).toContain(say('history.dayPart'))
    expect(page.name(9)).toContain(say('history.dayQuiet'))
    page.cell(10).focus()
    await page.press('PageUp')
    page.getByRole('grid', { name: 'March 2026' })
  })
})
