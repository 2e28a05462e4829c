import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { WireIncident } from '@/demo/data'
import { say } from '../support/browser/texts'
import { buildData } from '../support/builders'
import { API_URL } from '../support/config'
import { past, renderHistory } from '../support/historyPage'
import { failuresIn } from '../support/roles'
import { holdBack, serve } from '../support/server'
import { textOf } from '../support/status'

const old = past('Last year', 400)

/** Answers 500 wherever the record stands in the window, as a server does that cannot tell it. */
const fails = ({ beganAt, endedAt }: WireIncident) =>
  http.get(`${API_URL}/incidents`, ({ request }) => {
    const { searchParams } = new URL(request.url)
    const holdsIt = searchParams.get('start')! <= endedAt! && searchParams.get('end')! >= beganAt!
    return holdsIt ? new HttpResponse(null, { status: 500 }) : undefined
  })

describe('what is not known', () => {
  it('is no quiet month: the day of a broken record is named in its month, the rest is shown', async () => {
    const whole = past('Whole', 0, { beganAt: '2025-02-20T00:00:00Z', endedAt: '2025-02-20T01:00:00Z' })
    const page = await renderHistory({ incidents: [old, whole], url: '/history?month=2025-02&months=2', first: [fails(old)] })
    const [newer, older] = page.months() as [HTMLElement, HTMLElement]
    expect(page.links(newer)).toEqual(['Whole'])
    expect(textOf(failuresIn(newer)[0])).toContain('3 Feb 2025, 00:00')
    expect(textOf(older)).toContain(say('history.quiet'))
    expect(failuresIn(older)).toEqual([])
    expect(page.status()).toBe(say('history.atLeast', { kinds: '1 incident' }))
    serve({ data: buildData({ incidents: [old, whole] }) })
    fireEvent.click(within(newer).getByRole('button', { name: say('app.retry') }))
    await page.wait()
    expect(failuresIn(page.element)).toEqual([])
    expect(page.links(newer)).toContain('Last year')
  })

  it('of a month without other incidents is no statement about all of it', async () => {
    const page = await renderHistory({ incidents: [old], url: '/history?month=2025-02', first: [fails(old)] })
    expect(textOf(page.months()[0])).toContain(say('history.quietElsewhere'))
    expect(textOf(page.element)).not.toContain(say('history.quiet'))
  })

  it('is told once where everything fails', async () => {
    const first = [http.get(`${API_URL}/*`, () => new HttpResponse(null, { status: 503 }))]
    const page = await renderHistory({ url: '/history?months=12', first })
    expect(failuresIn(page.element).length).toBeLessThanOrEqual(2)
    expect(page.months()).toHaveLength(12)
    for (const month of page.months()) expect(textOf(month)).toContain(say('history.unknownMonth'))
    expect(textOf(page.element)).not.toContain(say('history.quiet'))
    expect(textOf(page.element)).not.toContain(say('history.incidents', { n: 0 }))
  })

  it('is not said while it is still awaited', async () => {
    const { handler, release } = holdBack('/incidents')
    const page = await renderHistory({ first: [handler], early: true, url: '/history?month=2025-02' })
    await flushPromises()
    expect(page.months()[0]!.getAttribute('aria-busy')).toBe('true')
    expect(textOf(page.months()[0])).not.toMatch(/[Nn]o/)
    release()
    await page.wait()
    expect(page.months()[0]!.getAttribute('aria-busy')).toBe('false')
    expect(textOf(page.months()[0])).toContain(say('history.quiet'))
  })

  it('entries that could not be read are told', async () => {
    const first = [http.get(`${API_URL}/incidents`, () => HttpResponse.json({ data: [old, old] }))]
    const page = await renderHistory({ first, url: '/history?month=2025-02' })
    expect(textOf(failuresIn(page.element)[0])).toContain(say('error.dropped', { n: 2 }))
  })
})
