import { fireEvent, screen, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { buildData, buildIncident } from '../support/builders'
import { say } from '../support/browser/texts'
import { DAY_MS, HOUR_MS, MINUTE_MS, wireTime } from '../support/clock'
import { impactOn, named, renderStatus, textOf } from '../support/status'

const incident = (name: string, fromMs: number, lengthMs: number, severity: number) =>
  buildIncident({
    id: uuidOf(name),
    displayName: name,
    beganAt: wireTime(fromMs),
    endedAt: wireTime(fromMs + lengthMs),
    affects: [impactOn('Compute', severity)],
  })
const yesterday = -DAY_MS
const eventful = [
  incident('Slow', yesterday, 8 * HOUR_MS, 50),
  incident('Outage', yesterday + HOUR_MS, 2 * HOUR_MS, 90),
  incident('Works', yesterday + 4 * HOUR_MS, 3 * HOUR_MS, 0),
]

async function renderBar(incidents: WireIncident[] = eventful, options: Parameters<typeof renderStatus>[0] = {}) {
  const page = await renderStatus({ data: buildData({ components: [named('Compute')], incidents }), ...options })
  const bar = page.getByRole('slider')
  const press = async (...keys: string[]) => {
    for (const key of keys) fireEvent.keyDown(bar, { key })
    await flushPromises()
  }
  return { ...page, bar, press }
}

describe('the bar of a component', () => {
  it('is one widget that names the component and the day', async () => {
    const { bar, getByRole } = await renderBar()
    expect(getByRole('slider', { name: say('bars.label', { name: 'Compute', n: 90 }) })).toBe(bar)
    expect(bar.getAttribute('aria-valuenow')).toBe('90')
    expect(bar.getAttribute('aria-valuetext')).toBe(say('bars.dayText', { date: 'Tue 10 Mar', level: 'Operational' }))
    expect(bar.tabIndex).toBe(0)
  })

  it.each([
    [['ArrowLeft'], '89'],
    [['ArrowLeft', 'ArrowLeft', 'ArrowRight'], '89'],
    [['PageDown'], '83'],
    [['Home'], '1'],
    [['Home', 'ArrowLeft', 'PageDown'], '1'],
    [['Home', 'PageUp'], '8'],
    [['Home', 'End'], '90'],
    [['ArrowRight', 'PageUp'], '90'],
  ])('moves by %j to day %s', async (keys, day) => {
    const { bar, press } = await renderBar()
    await press(...keys)
    expect(bar.getAttribute('aria-valuenow')).toBe(day)
  })

  it('runs from right to left where the page does: the arrow to the left goes on', async () => {
    const root = document.documentElement
    const { bar, press } = await renderBar()
    root.dir = 'rtl'
    onTestFinished(() => root.removeAttribute('dir'))
    await press('ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowDown')
    expect(bar.getAttribute('aria-valuenow')).toBe('88')
  })

  it('says what the day was', async () => {
    const { bar, press } = await renderBar()
    await press('ArrowLeft')
    expect(bar.getAttribute('aria-valuetext')).toBe(say('bars.dayText', { date: 'Mon 9 Mar', level: 'Critical' }))
  })

  it('opens the day with Enter and gives the focus back with Escape', async () => {
    const { bar, press } = await renderBar()
    bar.focus()
    await press('ArrowLeft', 'Enter')
    const dialog = screen.getByRole('dialog')
    expect(dialog.contains(document.activeElement)).toBe(true)
    fireEvent.keyDown(dialog, { key: 'Escape' })
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(bar)
  })
})

describe('the detail of a day', () => {
  const detailOf = async (incidents: WireIncident[], keys: string[], options = {}) => {
    const page = await renderBar(incidents, options)
    await page.press(...keys, 'Enter')
    const dialog = screen.getByRole('dialog')
    return { ...page, ...within(dialog), text: textOf(dialog) }
  }

  it('names the date, the worst state, each band with its share, maintenance apart, and the incidents', async () => {
    const { text, getAllByRole } = await detailOf(eventful, ['ArrowLeft'])
    expect(text).toContain('Mon 9 Mar')
    expect(text).toContain('Compute')
    expect(text).toContain(`Critical: ${say('bars.affected', { duration: '2 hrs', percent: '8%' })}`)
    expect(text).toContain(`Major: ${say('bars.affected', { duration: '6 hrs', percent: '25%' })}`)
    expect(text).toContain(say('bars.maintenance', { duration: '3 hrs' }))
    const links = getAllByRole('link').map(link => [textOf(link), link.getAttribute('href')])
    expect(links.slice(0, -1)).toEqual(['Slow', 'Outage', 'Works'].map(name => [name, `/status/incidents/${uuidOf(name)}`]))
    expect(links.at(-1)).toEqual([say('bars.lookBack'), expect.stringContaining('/status/?at=2026-03-09T')])
    expect(screen.getByRole('dialog', { name: /Compute/ })).toBeDefined()
  })

  it('of a quiet day says that nothing is on record', async () => {
    const { text } = await detailOf([], ['ArrowLeft'])
    expect(text).toContain(say('bars.nothing'))
  })

  it('of a day before the records says that nothing is known', async () => {
    const { text } = await detailOf([], ['ArrowLeft'], { config: { recordsSince: '2026-03-10' } })
    expect(text).toContain(say('bars.noData'))
    expect(text).not.toContain(say('level.operational'))
  })

  it('of a day that is on record in part says how much of it', async () => {
    const { text } = await detailOf([], ['ArrowLeft'], { config: { recordsSince: '2026-03-09T18:00:00Z' } })
    expect(text).toContain(say('bars.partial', { percent: '25%' }))
  })

  it('of today, which is not over, misses nothing', async () => {
    const { text } = await detailOf([], ['End'])
    expect(text).toContain(say('bars.nothing'))
    expect(text).not.toContain('%')
  })

  it('of an incident without a duration says so', async () => {
    const { text } = await detailOf([incident('Blip', yesterday, 0, 90)], ['ArrowLeft'])
    expect(text).toContain('Critical')
    expect(text).toContain(say('bars.zeroLength'))
    expect(text).toContain('Blip')
  })

  it('of a minute’s outage never reads 0 %', async () => {
    const { text } = await detailOf([incident('Blip', yesterday, MINUTE_MS, 90)], ['ArrowLeft'])
    expect(text).toContain(`Critical: ${say('bars.affected', { duration: '1 min', percent: '1%' })}`)
  })

  it('counts a day of 23 hours as the whole of it', async () => {
    // Berlin, 29 March 2026; the page stands at the evening of the 30th.
    const now = Date.parse('2026-03-30T18:00:00Z')
    const all = buildIncident({
      beganAt: '2026-03-28T23:00:00Z',
      endedAt: '2026-03-29T22:00:00Z',
      affects: [impactOn('Compute', 90)],
    })
    const page = await renderBar([all], { zone: 'Europe/Berlin' })
    page.clock.moveTo(now)
    await page.store.refresh()
    await flushPromises()
    await page.press('End', 'ArrowLeft', 'Enter')
    expect(textOf(screen.getByRole('dialog'))).toContain(
      `Critical: ${say('bars.affected', { duration: '23 hrs', percent: '100%' })}`,
    )
  })
})
