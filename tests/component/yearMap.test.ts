import { fireEvent, screen, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { say } from '../support/browser/texts'
import { past, renderComponent, tabOf } from '../support/componentPage'
import { impactOn, textOf } from '../support/status'

async function renderYear(options: Parameters<typeof renderComponent>[0] = {}) {
  const page = await renderComponent({ url: tabOf('history'), ...options })
  const grid = within(await page.findByRole('grid', { name: say('component.yearLabel', { name: 'Compute' }) }))
  await flushPromises()
  const day = (name: string) => grid.getByRole('gridcell', { name })
  const stops = () => grid.getAllByRole('gridcell').filter(cell => cell.tabIndex === 0)
  return { ...page, grid, day, stops }
}

describe('the year of a component', () => {
  it('has twelve months until today, and a cell that names each day and its worst state', async () => {
    const { grid, day, getByRole } = await renderYear({
      incidents: [past('Switch failure', 5), past('Fire drill', 200, { affects: [impactOn('Compute', 90)] })],
    })
    expect(grid.getAllByRole('rowheader').map(textOf)).toHaveLength(12)
    expect(textOf(grid.getAllByRole('rowheader')[0])).toBe('Apr 2025')
    await expect.poll(() => grid.getAllByRole('gridcell').length).toBe(365 - 31 + 10)
    expect(day('Thu 5 Mar: Major')).toBeDefined()
    expect(day('Fri, 22 Aug 2025: Critical')).toBeDefined()
    expect(day('Tue 10 Mar: Operational')).toBeDefined()
    const counts = within(getByRole('list', { name: say('component.year') }))
      .getAllByRole('listitem')
      .map(textOf)
    expect(counts).toEqual([
      `Critical, ${say('component.dayCount', { n: 1 })}`,
      `Major, ${say('component.dayCount', { n: 1 })}`,
      `Operational, ${say('component.dayCount', { n: 342 })}`,
    ])
  })

  it('says of days without records that there is no data, and never that they were fine', async () => {
    const { grid, getByRole } = await renderYear({ config: { recordsSince: '2026-03-01' } })
    const names = grid.getAllByRole('gridcell').map(cell => cell.getAttribute('aria-label') ?? '')
    expect(names.filter(name => name.endsWith(say('level.operational')))).toHaveLength(10)
    expect(names.filter(name => name.endsWith(say('level.noData')))).toHaveLength(names.length - 10)
    const counts = within(getByRole('list', { name: say('component.year') })).getAllByRole('listitem')
    expect(textOf(counts.at(-1))).toBe(`${say('level.noData')}, ${say('component.dayCount', { n: names.length - 10 })}`)
  })

  it('is one stop of the keyboard: arrows move by day and month, Enter opens, Escape closes', async () => {
    const { stops, day } = await renderYear({ incidents: [past('Switch failure', 5)] })
    const press = async (key: string) => {
      fireEvent.keyDown(stops()[0]!, { key })
      await flushPromises()
      return stops().map(cell => cell.getAttribute('aria-label'))
    }
    stops()[0]!.focus()
    expect(await press('ArrowLeft')).toEqual(['Mon 9 Mar: Operational'])
    expect(document.activeElement).toBe(day('Mon 9 Mar: Operational'))
    expect(await press('ArrowUp')).toEqual(['Mon 9 Feb: Operational'])
    expect(await press('ArrowDown')).toEqual(['Mon 9 Mar: Operational'])
    expect(await press('ArrowDown')).toEqual(['Mon 9 Mar: Operational'])
    expect(await press('End')).toEqual(['Tue 10 Mar: Operational'])
    expect(await press('ArrowRight')).toEqual(['Tue 10 Mar: Operational'])
    expect(await press('Home')).toEqual(['Tue, 1 Apr 2025: Operational'])
    for (const key of ['End', ...Array<string>(5).fill('ArrowLeft'), 'Enter']) await press(key)
    const dialog = await screen.findByRole('dialog', { name: 'Compute' })
    expect(within(dialog).getByRole('link', { name: 'Switch failure' })).toBeDefined()
    fireEvent.keyDown(dialog, { key: 'Escape' })
    await flushPromises()
    expect(screen.queryByRole('dialog', { name: 'Compute' })).toBeNull()
  })
})
