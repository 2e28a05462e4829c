import { fireEvent, screen, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { generateCloud } from '../support/generateCloud'
import { uuidOf } from '@/demo/uuid'
import { buildData, buildImpactType, buildIncident, buildSeverity } from '../support/builders'
import { say } from '../support/browser/texts'
import { choose, chosen, optionsOf } from '../support/choose'
import { NOW } from '../support/clock'
import { past, renderHistory } from '../support/historyPage'
import { impactOn, named, textOf } from '../support/status'

const now = past('Now', 2, { endedAt: null })
const lately = past('Lately', 5, { affects: [impactOn('Volumes', 90)] })
const works = past('Works', 6, { affects: [impactOn('Compute', 0)] })
const soon = past('Soon', -3)
const february = past('In February', 20)
const old = past('Last year', 400)

describe('the history', () => {
  it('opens with the present month, newest first, without what is to come', async () => {
    const page = await renderHistory({ incidents: [works, lately, now, soon, february] })
    expect(page.monthNames()).toEqual(['March 2026'])
    expect(page.links()).toEqual(['Now', 'Lately', 'Works'])
    expect(textOf(page.months()[0])).toContain(say('incident.stateOngoing'))
    expect(page.status()).toBe('2 incidents, 1 maintenance')
    expect(page.windows()).toHaveLength(1)
  })

  it('shows one month more on demand, keeps it in the address and asks only for what it has not', async () => {
    const page = await renderHistory({ incidents: [lately, february] })
    page.windows()
    fireEvent.click(page.getByRole('button', { name: say('history.more', { month: 'February 2026' }) }))
    await page.wait()
    expect(page.monthNames()).toEqual(['March 2026', 'February 2026'])
    expect(page.links(page.months()[1])).toEqual(['In February'])
    await vi.waitFor(() => expect(page.query()).toEqual({ months: '2' }))
    expect(page.windows()).toEqual([])
  })

  it('jumps to any month by its address, and asks for that month alone', async () => {
    const page = await renderHistory({ incidents: [lately, old], url: '/history?month=2025-02' })
    expect(page.monthNames()).toEqual(['February 2025'])
    expect(page.links()).toEqual(['Last year'])
    expect(page.windows().sort()).toEqual(['2025-02-01 2025-03-01', '2025-12-10 2026-04-10'])
  })

  it('jumps to a month and a year, and back and forth by links', async () => {
    const page = await renderHistory({ incidents: [old], url: '/history?q=year' })
    async function jump(from: string, month: string, year: string) {
      fireEvent.click(page.getByRole('button', { name: from }))
      await screen.findByRole('dialog', { name: say('history.jump') })
      await choose(say('history.month'), month)
      fireEvent.input(screen.getByLabelText(say('history.year')), { target: { value: year } })
      fireEvent.click(screen.getByRole('button', { name: say('history.show') }))
      await page.wait()
    }
    await jump('March 2026', 'February', '2025')
    await vi.waitFor(() => expect(page.query()).toEqual({ q: 'year', month: '2025-02' }))
    await vi.waitFor(() => expect(page.links()).toEqual(['Last year']))
    fireEvent.click(page.getByRole('link', { name: say('history.older') }))
    await vi.waitFor(() => expect(page.monthNames()).toEqual(['January 2025']))
    fireEvent.click(page.getByRole('link', { name: say('history.newer') }))
    await vi.waitFor(() => expect(page.monthNames()).toEqual(['February 2025']))
    await jump('February 2025', 'March', '2026')
    await vi.waitFor(() => expect(page.query()).toEqual({ q: 'year' }))
    expect(page.queryByRole('link', { name: say('history.newer') })).toBeNull()
  })

  it('has a year of months to press, of which those that are shown are pressed', async () => {
    const page = await renderHistory({ incidents: [lately, old], url: '/history?months=2' })
    const chips = within(page.getByRole('group', { name: say('history.months') }))
    const pressed = () => chips.getAllByRole('button', { pressed: true }).map(textOf)
    expect(chips.getAllByRole('button')).toHaveLength(12)
    expect(pressed()).toEqual(['Mar 2026', 'Feb 2026'])
    fireEvent.click(chips.getByRole('button', { name: 'Jul 2025' }))
    await vi.waitFor(() => expect(page.query()).toEqual({ month: '2025-07' }))
    await vi.waitFor(() => expect(page.monthNames()).toEqual(['July 2025']))
    expect(pressed()).toEqual(['Jul 2025'])
  })

  it('has no months to press of which nothing is recorded, and those around where it is far back', async () => {
    const page = await renderHistory({ config: { recordsSince: '2024-11-10' }, url: '/history?month=2025-01' })
    const chips = within(page.getByRole('group', { name: say('history.months') }))
    expect(chips.getAllByRole('button').map(textOf)).toEqual(['Jan 2025', 'Dec 2024', 'Nov 2024'])
  })

  it.each(['/history?month=2026-13', '/history?month=2031-01', '/history?month=x&months=0', '/history?months=-3'])(
    'takes %s for the present month',
    async url => {
      expect((await renderHistory({ url })).monthNames()).toEqual(['March 2026'])
    },
  )

  it('follows the zone of the reader', async () => {
    const night = buildIncident({ beganAt: '2026-02-28T23:30:00Z', endedAt: '2026-02-28T23:45:00Z' })
    expect((await renderHistory({ incidents: [night] })).links()).toEqual([])
    expect((await renderHistory({ incidents: [night], zone: 'Europe/Berlin' })).links()).toEqual(['Slow volumes'])
  })

  it('names an incident of an old generation of phases', async () => {
    const data = buildData({
      incidents: [{ ...old, phase: { generation: 1, order: 2 } }],
      phases: [['A', 'B', 'Solved'], ['Other']],
    })
    const page = await renderHistory({ data, url: '/history?month=2025-02' })
    expect(textOf(page.months()[0])).toContain('Solved')
  })

  it('ends where nothing is recorded before, and says so', async () => {
    const page = await renderHistory({ config: { recordsSince: '2026-02-10' }, url: '/history?months=9' })
    expect(page.monthNames()).toEqual(['March 2026', 'February 2026'])
    expect(page.getByText(/^Nothing is recorded before Tue 10 Feb, 00:00/)).toBeDefined()
    expect(page.queryByRole('button', { name: /^Show [A-Z]/ })).toBeNull()
    expect(textOf(page.months()[1])).toContain(say('history.quiet'))
  })
})

describe('filters', () => {
  const incidents = [lately, works, now, past('Switch', 3, { description: 'A *router* died', displayName: 'Broken' })]
  it.each([
    ['q=router', ['Broken']],
    ['q=volumes', ['Lately']],
    [`component=${uuidOf('Volumes')}`, ['Lately']],
    ['label=region:north', ['Now', 'Broken', 'Works']],
    ['severity=band:Critical', ['Lately']],
    ['kind=maintenance', ['Works']],
    [`kind=incidents&type=${buildImpactType().id}&label=region:north`, ['Now', 'Broken']],
    ['component=gone', []],
  ])('%s in the address', async (query, expected) => {
    const page = await renderHistory({ incidents, url: `/history?${query}` })
    expect(page.links()).toEqual(expected)
    expect(within(page.months()[0]!).getByText(say('history.count', { n: expected.length, total: 4 }))).toBeDefined()
    if (!expected.length) expect(page.getByText(say('history.noneMatch'))).toBeDefined()
  })

  it('react as one types, are counted, and are cleared at once', async () => {
    const page = await renderHistory({ incidents })
    fireEvent.input(page.getByRole('searchbox'), { target: { value: 'compute' } })
    await flushPromises()
    expect(page.links()).toEqual(['Now', 'Broken', 'Works'])
    await choose(say('history.kind'), say('history.kinds.maintenance'))
    await vi.waitFor(() => expect(page.query()).toEqual({ q: 'compute', kind: 'maintenance' }))
    expect(page.status()).toBe('1 of 4 shown (1 maintenance)')
    fireEvent.click(page.getByRole('button', { name: say('components.reset') }))
    await vi.waitFor(() => expect(page.query()).toEqual({}))
    expect(page.links()).toHaveLength(4)
  })

  it('that are set are named, and each is taken away by itself, with the focus beside it', async () => {
    const page = await renderHistory({ incidents, url: `/history?component=${uuidOf('Volumes')}&q=late` })
    const set = page.getByRole('group', { name: say('history.setFilters') })
    const chips = () => within(set).queryAllByRole('button').map(textOf)
    expect(chips()).toEqual(['Text: late', 'Component: Volumes', say('components.reset')])
    fireEvent.click(within(set).getByRole('button', { name: say('history.without', { filter: 'Component: Volumes' }) }))
    await vi.waitFor(() => expect(page.query()).toEqual({ q: 'late' }))
    expect(chips()).toEqual(['Text: late', say('components.reset')])
    expect(document.activeElement).toBe(set)
    fireEvent.click(within(set).getByRole('button', { name: say('components.reset') }))
    await vi.waitFor(() => expect(page.query()).toEqual({}))
    expect(chips()).toEqual([])
  })

  it('offer a word once, which finds all that is called so', async () => {
    const severities = [
      buildSeverity({ displayName: 'Same', value: 33 }),
      buildSeverity({ displayName: 'same', value: 66 }),
      buildSeverity(),
    ]
    const data = buildData({
      components: [named('Compute')],
      incidents: [
        past('Low', 1, { affects: [impactOn('Compute', 20)] }),
        past('Mid', 2),
        past('High', 3, { affects: [impactOn('Compute', 90)] }),
      ],
      severities,
    })
    const page = await renderHistory({ data })
    expect((await optionsOf(say('incident.severity'))).filter(word => /^same$/i.test(word))).toEqual(['Same'])
    await choose(say('incident.severity'), 'Same')
    expect(page.links()).toEqual(['Low', 'Mid'])
    await page.router.push('/history?severity=band:same')
    await flushPromises()
    expect(page.links()).toEqual(['Low', 'Mid'])
    expect(chosen(say('incident.severity'))).toBe('Same')
  })

  it('that the server does not offer stay visible', async () => {
    await renderHistory({ incidents, url: '/history?severity=band:Gone&label=a:b' })
    expect(chosen(say('incident.severity'))).toBe('Gone')
    expect(chosen(say('components.label'))).toBe('a:b')
  })
})

describe('ten years with 5,000 incidents', () => {
  const data = generateCloud({ components: 50, incidents: 5_000, days: 3_650, now: NOW })
  const reaching = (from: string, until: string) =>
    data.incidents.filter(({ beganAt, endedAt }) => beganAt! < until && endedAt! > from).length

  it('cost what is opened, and nothing else', async () => {
    const page = await renderHistory({ data })
    expect(page.windows()).toEqual(['2025-12-10 2026-04-10'])
    expect(page.links()).toHaveLength(reaching('2026-03-01', '2026-04-01'))

    await page.router.push('/history?months=6')
    await page.wait()
    // The others are drawn step by step.
    await vi.waitFor(() => expect(page.links()).toHaveLength(reaching('2025-10-01', '2026-04-01')))
    expect(page.windows()).toEqual(['2025-10-01 2025-12-10'])
    await page.router.push('/history?months=7')
    await page.wait()
    expect(page.windows()).toEqual(['2025-09-01 2025-10-01'])
    await page.router.push('/history?month=2019-05')
    await page.wait()
    expect(page.windows()).toEqual(['2019-05-01 2019-06-01'])
    expect(page.links()).toHaveLength(reaching('2019-05-01', '2019-06-01'))
  })
})
