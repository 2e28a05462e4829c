import { fireEvent } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { say } from '../support/browser/texts'
import { buildData } from '../support/builders'
import { API_URL } from '../support/config'
import { past, renderHistory } from '../support/historyPage'
import { holdBack, serve } from '../support/server'

const lately = past('Disk lately', 5)
const autumn = past('Disk in autumn', 150)
const old = past('Disk last year', 400)
const other = past('Other', 160)
const incidents = [lately, autumn, old, other]

const searched = (month: string, found: string) => say('history.searchedBack', { month, found })
const press = (page: Awaited<ReturnType<typeof renderHistory>>, name: string) =>
  fireEvent.click(page.getByRole('button', { name }))

describe('a search in the history', () => {
  it('speaks of what was read, and goes on through two years of older months on demand', async () => {
    const page = await renderHistory({ incidents, url: '/history?q=disk' })
    page.getByText(searched('March 2026', '1 found'))
    page.windows()
    press(page, say('history.searchOn'))
    await vi.waitFor(() => page.getByText(searched('March 2024', '3 found')), 5_000)
    expect(page.links()).toEqual(['Disk lately', 'Disk in autumn', 'Disk last year'])
    await vi.waitFor(() => expect(page.query()).toEqual({ q: 'disk', months: '25' }))
    // What is known already is not asked for, the rest in windows of a quarter at most.
    const quarters = ['2025-12', '2025-09', '2025-06', '2025-03', '2024-12', '2024-09', '2024-06', '2024-03']
    expect(page.windows()).toEqual([
      '2025-12-01 2025-12-10',
      ...quarters.slice(1).map((from, index) => `${from}-01 ${quarters[index]}-01`),
    ])
    expect(page.queryByRole('progressbar')).toBeNull()
    page.getByRole('button', { name: say('history.searchOn') })
  })

  it('asks for one window after another, with its progress, and stops when told', async () => {
    const page = await renderHistory({ incidents, url: '/history?q=disk&months=4' })
    page.windows()
    const { handler, release } = holdBack('/incidents')
    serve({ data: buildData({ incidents }), first: [handler] })
    press(page, say('history.searchOn'))
    await vi.waitFor(() => expect(page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('0'))
    await vi.waitFor(() => expect(page.windows()).toHaveLength(1))
    press(page, say('history.searchStop'))
    release()
    await page.wait()
    expect(page.windows()).toEqual([])
    page.getByText(searched('December 2025', '1 found'))
    page.getByRole('button', { name: say('history.searchOn') })
  })

  it('never says that nothing is there where something could not be read, and leaves a server in trouble alone', async () => {
    const fails = http.get(`${API_URL}/incidents`, ({ request }) =>
      new URL(request.url).searchParams.get('start')! < '2025-07' ? new HttpResponse(null, { status: 503 }) : undefined,
    )
    const page = await renderHistory({ incidents: [old], url: '/history?q=disk', first: [fails] })
    page.getByText(searched('March 2026', say('history.foundNone')))
    press(page, say('history.searchOn'))
    await vi.waitFor(() => page.getByText(new RegExp(say('history.searchedInPart'))), 5_000)
    page.getByText(`${searched('June 2025', say('history.foundNone'))} ${say('history.searchedInPart')}`)
    expect(page.windows().every(window => window >= '2025-06')).toBe(true)
    page.getByRole('button', { name: say('history.searchOn') })
  })

  it('ends where the records begin, with the focus on what it says', async () => {
    const page = await renderHistory({ incidents, config: { recordsSince: '2025-12-01' }, url: '/history?q=disk' })
    const button = page.getByRole('button', { name: say('history.searchOn') })
    button.focus()
    fireEvent.click(button)
    await vi.waitFor(() => page.getByText(searched('December 2025', '1 found')), 5_000)
    await vi.waitFor(() => expect(page.queryByRole('button', { name: say('history.searchOn') })).toBeNull())
    expect(document.activeElement).toBe(page.getByText(searched('December 2025', '1 found')))
  })

  it('is none where nothing is looked for', async () => {
    const page = await renderHistory({ incidents })
    expect(page.queryByRole('button', { name: say('history.searchOn') })).toBeNull()
  })
})
