import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { say } from '../support/browser/texts'
import { HOUR_MS, MINUTE_MS, NOW, wireTime } from '../support/clock'
import { answerOf, compute, figures, past, renderComponent, tabOf, titleOf } from '../support/componentPage'
import { API_URL } from '../support/config'
import { bannerOf, factsIn, rowsOf } from '../support/roles'
import { answerFirst } from '../support/server'
import { impactOn, ongoing, textOf } from '../support/status'

const { id } = compute
const failing = (path: string, status = 500) => http.get(`${API_URL}${path}`, () => new HttpResponse(null, { status }))

describe('the answer', () => {
  it('is that it is operational, in the tab as well', async () => {
    const page = await renderComponent()
    expect(titleOf(page)).toBe('Compute')
    expect(answerOf(page)).toBe('Compute is operational.')
    expect(document.title).toBe('Compute is operational.')
  })

  it('is yes, since when and because of which incidents', async () => {
    const twin = ongoing([impactOn('Compute', 90)], { id: uuidOf('twin'), displayName: 'Twin', beganAt: wireTime(-2 * HOUR_MS) })
    const page = await renderComponent({ incidents: [ongoing([impactOn('Compute', 90)]), twin] })
    expect(answerOf(page)).toBe(`Yes: Critical since 10:00 UTC (2 hrs) ${say('component.because')} Slow volumes, Twin.`)
    expect(document.title).toBe('Compute: Yes: Critical since 10:00 UTC')
    const link = within(bannerOf(page.element)).getByRole('link', { name: 'Twin' })
    expect(link.getAttribute('href')).toBe(`/status/incidents/${twin.id}`)
  })

  it('names maintenance with its end, and beside what is worse', async () => {
    const work = ongoing([impactOn('Compute', 0)], { displayName: 'Firmware', endedAt: wireTime(2 * HOUR_MS) })
    const page = await renderComponent({ incidents: [work] })
    expect(answerOf(page)).toBe(
      `Compute is in maintenance since 11:00 UTC (1 hr), expected until 14:00 UTC ${say('component.because')} Firmware.`,
    )
    const outage = ongoing([impactOn('Compute', 90)], { id: uuidOf('outage') })
    const both = await renderComponent({ incidents: [work, outage] })
    expect(answerOf(both)).toContain('Yes: Critical')
    expect(textOf(bannerOf(both.element))).toContain(`${say('component.maintenanceBeside')} Firmware`)
  })

  it('is not known where the severity is not, and while a hint leads nowhere', async () => {
    const page = await renderComponent({ incidents: [ongoing([impactOn('Compute')])] })
    expect(answerOf(page)).toContain(say('component.affectedUnknown'))
    const hinted = { ...compute, activelyAffectedBy: [{ reference: uuidOf('hidden'), severity: 50 }] }
    const components = http.get(`${API_URL}/components`, () => HttpResponse.json({ data: [hinted] }))
    const hint = await renderComponent({ first: [components, failing(`/incidents/${uuidOf('hidden')}`)] })
    expect(answerOf(hint)).toBe(say('component.unknown', { name: 'Compute' }))
    expect(textOf(bannerOf(hint.element))).toContain(say('component.doubtHint'))
  })

  it('is unknown with the last known state and its age when a later read fails', async () => {
    const page = await renderComponent()
    answerFirst(failing('/incidents', 503))
    page.clock.moveTo(NOW + 2 * MINUTE_MS)
    await page.store.refresh()
    await flushPromises()
    expect(answerOf(page)).toContain(say('component.unknown', { name: 'Compute' }))
    expect(textOf(bannerOf(page.element))).toContain(
      `${say('banner.missing', { parts: say('part.incidents') })} ${say('component.lastKnown', {
        level: say('level.operational'),
        ago: '2 minutes ago',
        time: '12:00 UTC',
      })}`,
    )
    expect(document.title).toBe(say('component.unknown', { name: 'Compute' }))
  })

  it('is unknown once the data is too old, and bad news is told with its age', async () => {
    const page = await renderComponent()
    page.clock.moveTo(NOW + 10 * MINUTE_MS)
    await flushPromises()
    expect(textOf(bannerOf(page.element))).toContain(say('component.doubtStale'))
    const bad = await renderComponent({ incidents: [ongoing([impactOn('Compute', 90)])] })
    bad.clock.moveTo(NOW + 10 * MINUTE_MS)
    await flushPromises()
    expect(answerOf(bad)).toContain('Yes: Critical')
    expect(textOf(bannerOf(bad.element))).toContain(say('banner.lastKnown', { ago: '10 minutes ago', time: '12:00 UTC' }))
  })

  it('is unknown without a name where nothing could be read', async () => {
    const page = await renderComponent({
      first: [failing('/components', 503), failing('/incidents', 503), failing('/severities', 503)],
    })
    expect(answerOf(page)).toContain(say('component.unknown', { name: say('component.unnamed') }))
    expect(page.queryByRole('slider')).toBeNull()
  })

  it('on a retired component is that it is retired', async () => {
    const page = await renderComponent({ config: { components: { retiredLabel: 'secret' } } })
    expect(answerOf(page)).toContain(say('component.retired', { name: 'Compute' }))
    expect(page.getByText(say('component.retiredText'))).toBeDefined()
  })

  it('before the records begin is unknown', async () => {
    const page = await renderComponent({ config: { recordsSince: '2026-04-01' } })
    expect(textOf(bannerOf(page.element))).toContain(say('component.doubtUnrecorded', { time: 'Wed 1 Apr, 00:00 UTC' }))
    expect(figures(page)[say('component.days90')]).toBe(say('availability.noData'))
  })
})

describe('an address that no component has', () => {
  it('says so, and lists the incidents that name it', async () => {
    const incidents = [past('Long ago', 3, { affects: [impactOn('Gone', 90)] }), past('Other', 2)]
    const page = await renderComponent({ incidents, shown: uuidOf('Gone') })
    expect(titleOf(page)).toBe(say('component.notFound'))
    expect(document.title).toBe(say('component.notFound'))
    expect(
      within(page.getByRole('region', { name: say('component.named') })).getByRole('link', { name: 'Long ago' }),
    ).toBeDefined()
    expect(page.queryByText('Other')).toBeNull()
    expect(page.queryByRole('slider')).toBeNull()
  })
})

describe('what is known of it', () => {
  it('are labels that lead to their filter, description, links and the begin of the records', async () => {
    const page = await renderComponent({
      config: {
        components: { hiddenLabels: ['secret'], orderLabel: 'order', descriptionLabel: 'about' },
        links: { components: [{ name: 'Metrics', url: 'https://m.example.org/{componentId}' }] },
        recordsSince: '2026-01-05',
      },
    })
    const href = (name: string) => page.getByRole('link', { name }).getAttribute('href')
    expect(href('region: north')).toBe('/status/?label=region:north')
    expect(href('region: south')).toBe('/status/?label=region:south')
    expect(href('Metrics')).toBe(`https://m.example.org/${id}`)
    expect(page.getByText('Virtual machines')).toBeDefined()
    expect(page.queryByText(/^(secret|order)/)).toBeNull()
    expect(factsIn(page.element)[say('component.recordsSince')]).toBe('Mon 5 Jan, 00:00 UTC')
  })

  it('are its ongoing incidents, its maintenance and its past, not those of others', async () => {
    const page = await renderComponent({
      url: tabOf('history'),
      incidents: [
        ongoing([impactOn('Compute', 50)], { displayName: 'Now' }),
        ongoing([impactOn('Network', 50)], { id: uuidOf('elsewhere'), displayName: 'Elsewhere' }),
        past('Soon', -1, { affects: [impactOn('Compute', 0)] }),
        past('Older', 9),
        past('Newer', 4),
        past('Past elsewhere', 5, { affects: [impactOn('Network', 50)] }),
      ],
    })
    const inside = (title: string) =>
      within(page.getByRole('region', { name: title }))
        .getAllByRole('link')
        .map(textOf)
    expect(inside(say('component.past'))).toEqual([say('component.history'), 'Newer', 'Older'])
    expect(page.getByRole('link', { name: say('component.history') }).getAttribute('href')).toBe(
      `/status/history?component=${id}`,
    )
    expect(page.queryByRole('region', { name: say('incident.ongoing') })).toBeNull()
    fireEvent.click(page.getByRole('tab', { name: say('component.tabs.overview') }))
    await vi.waitFor(() => expect(inside(say('incident.ongoing'))).toEqual(['Now']))
    expect(inside(say('maintenance.title'))).toEqual(['Soon'])
    expect(page.queryByText(/lsewhere/)).toBeNull()
  })

  it('is said to be one component where several groups list it', async () => {
    const grouped = await renderComponent({ config: { components: { groupBy: 'region' } } })
    expect(grouped.getByText(say('component.inGroups', { list: 'north and south' }))).toBeDefined()
    const alone = await renderComponent({ config: { components: { groupBy: 'order' } } })
    expect(within(alone.element).queryByText(/it is one component/)).toBeNull()
  })

  it('is its availability over the very days of the bar', async () => {
    const page = await renderComponent({ incidents: [past('Older', 9)], config: { historyDays: 7 } })
    const days = within(page.getByRole('region', { name: say('component.days') }))
    expect(days.getByRole('slider').getAttribute('aria-valuemax')).toBe('7')
    expect(days.getByText(say('availability.over', { days: 7 }))).toBeDefined()
    expect(days.getByText('100.00%')).toBeDefined()
    expect(figures(page)[say('component.days30')]).not.toBe('100.00%')
  })

  it('are its days in a table, newest first', async () => {
    const { getByRole } = await renderComponent({ incidents: [past('Older', 9), past('Newer', 4)] })
    expect(rowsOf(getByRole('table'))).toEqual([
      ['Fri 6 Mar', 'Major', '1 hr', 'Newer'],
      ['Sun 1 Mar', 'Major', '1 hr', 'Older'],
    ])
  })
})

describe('the tabs', () => {
  const tabs = (page: Awaited<ReturnType<typeof renderComponent>>) =>
    page.getAllByRole('tab').map(tab => [textOf(tab), tab.getAttribute('aria-selected')])
  const [overview, history, embed] = (['overview', 'history', 'embed'] as const).map(tab => say(`component.tabs.${tab}`))

  it('live in the address, and show the part that they name', async () => {
    const page = await renderComponent({ url: tabOf('embed') })
    expect(tabs(page)).toEqual([
      [overview, 'false'],
      [history, 'false'],
      [embed, 'true'],
    ])
    expect(page.getByRole('tabpanel', { name: embed })).toBeDefined()
    expect(page.getAllByRole('tabpanel')).toHaveLength(1)
    fireEvent.click(page.getByRole('tab', { name: history }))
    await vi.waitFor(() => expect(page.router.currentRoute.value.query).toEqual({ tab: 'history' }))
    expect(page.getByRole('tabpanel', { name: history })).toBeDefined()
    fireEvent.click(page.getByRole('tab', { name: overview }))
    await vi.waitFor(() => expect(page.router.currentRoute.value.query).toEqual({}))
  })

  it('that nobody knows are the first', async () => {
    const page = await renderComponent({ url: `/components/${id}?tab=nothing` })
    expect(page.getByRole('tabpanel', { name: overview })).toBeDefined()
  })

  it('are one page on paper: what is on record below what is now', async () => {
    const page = await renderComponent({ incidents: [past('Older', 9)] })
    expect(page.queryByRole('region', { name: say('component.past') })).toBeNull()
    fireEvent(window, new Event('beforeprint'))
    await flushPromises()
    const titles = page.getAllByRole('heading', { level: 2 }).map(textOf)
    expect(titles).toEqual(
      expect.arrayContaining([
        say('component.availability'),
        say('component.days'),
        say('component.byMonth'),
        say('component.past'),
      ]),
    )
    fireEvent(window, new Event('afterprint'))
    await flushPromises()
    expect(page.queryByRole('region', { name: say('component.past') })).toBeNull()
  })
})
