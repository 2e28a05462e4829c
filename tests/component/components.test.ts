import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { http, HttpResponse } from 'msw'
import { buildComponent, buildData, buildIncident } from '../support/builders'
import { say } from '../support/browser/texts'
import { DAY_MS, HOUR_MS, wireTime } from '../support/clock'
import { API_URL } from '../support/config'
import { choose, optionsOf } from '../support/choose'
import { components, config, press, renderComponents } from '../support/componentSection'
import { disclose, disclosure, isDisclosed } from '../support/disclose'
import { around, inTurn, rowsOf } from '../support/roles'
import { impactOn, named, ongoing, textOf } from '../support/status'

describe('groups', () => {
  it('are those of the configured label, in its order; one value may name several', async () => {
    const { groups } = await renderComponents()
    expect(groups()).toEqual({
      north: ['Identity', 'Compute North'],
      south: ['Identity', 'Compute South'],
      [say('components.groupOther')]: ['Dashboard'],
    })
  })

  it('show their worst state and their size', async () => {
    const { section } = await renderComponents()
    const said = textOf(disclosure('south', section))
    expect(said).toMatch(inTurn('south', say('components.groupCount', { n: 2 }), 'Critical'))
  })

  it('are chosen by the visitor, and the address keeps the choice', async () => {
    const { groups, query } = await renderComponents()
    await choose(say('components.groupBy'), say('components.groupNone'))
    expect(groups()).toEqual({ '': ['Identity', 'Compute North', 'Compute South', 'Dashboard'] })
    await vi.waitFor(() => expect(query()).toEqual({ group: '' }))
    await choose(say('components.groupBy'), 'region')
    await vi.waitFor(() => expect(query()).toEqual({}))
  })

  it('are not offered by labels that configure the page', async () => {
    await renderComponents()
    expect(await optionsOf(say('components.groupBy'))).toEqual([say('components.groupNone'), 'region'])
  })

  it('in which all is well are closed in a long list, and a visitor opens them', async () => {
    const many = Array.from({ length: 60 }, (_, index) => named(`Node ${index}`, { region: index % 2 ? 'odd' : 'even' }))
    const data = buildData({ components: many, incidents: [ongoing([impactOn('Node 1', 90)])] })
    const { section } = await renderComponents({ data })
    const open = () => ['even', 'odd'].map(name => isDisclosed(name, section))
    expect(open()).toEqual([false, true])
    await disclose('even', section)
    expect(open()).toEqual([true, true])
  })

  it('with problems come first on demand, and so do components', async () => {
    const { groups, getByRole, query } = await renderComponents()
    const button = getByRole('button', { name: say('components.problemsFirst') })
    expect(button.getAttribute('aria-pressed')).toBe('false')
    await press(button)
    expect(Object.entries(groups())[0]).toEqual(['south', ['Compute South', 'Identity']])
    expect(button.getAttribute('aria-pressed')).toBe('true')
    await vi.waitFor(() => expect(query()).toEqual({ sort: 'problems' }))
  })
})

describe('a component', () => {
  it('has its state, its days, its availability and its description', async () => {
    const { row } = await renderComponents()
    const inside = within(row('Compute North'))
    expect(inside.getByText('Virtual machines')).toBeDefined()
    expect(inside.getByText(say('level.operational'))).toBeDefined()
    expect(inside.getByRole('slider', { name: /^Compute North/ })).toBeDefined()
    expect(textOf(row('Compute North'))).toContain(`${say('availability.over', { days: 90 })}: 100.00%`)
  })

  it('says beside something worse that it is in maintenance', async () => {
    const affects = [impactOn('Dashboard', 0), { ...impactOn('Dashboard', 90), type: named('other').id }]
    const data = buildData({ components, incidents: [ongoing(affects, { endedAt: wireTime(HOUR_MS) })] })
    const page = await renderComponents({ data })
    expect(textOf(page.row('Dashboard'))).toContain(`Critical, ${say('components.inMaintenance')}`)
    await press(page.getByRole('button', { name: say('components.table') }))
    expect(textOf(around('row', await page.findByRole('rowheader', { name: 'Dashboard' })))).toContain(
      `Critical, ${say('components.inMaintenance')}`,
    )
  })

  it('has the configured links, its id safely within them', async () => {
    const id = 'a/b?c=d&e#f ä'
    const links = {
      components: [
        { name: 'Metrics', url: 'https://metrics.test/d?var={componentId}&again={componentId}' },
        { name: 'Logs', url: '/logs/{componentId}' },
      ],
    }
    const { getByRole } = await renderComponents({
      anyIds: true,
      config: { links },
      first: [http.get(`${API_URL}/components`, () => HttpResponse.json({ data: [buildComponent({ id })] }))],
    })
    const encoded = 'a%2Fb%3Fc%3Dd%26e%23f%20%C3%A4'
    expect(getByRole('link', { name: 'Metrics' }).getAttribute('href')).toBe(
      `https://metrics.test/d?var=${encoded}&again=${encoded}`,
    )
    expect(getByRole('link', { name: 'Logs' }).getAttribute('href')).toBe(`/logs/${encoded}`)
  })

  it('has no availability for a time before its records', async () => {
    const data = buildData({ components: [named('Young', { since: '2026-03-10T12:00:00Z' }), named('Old')] })
    const { row } = await renderComponents({ data, config: { components: { recordsSinceLabel: 'since' } } })
    expect(textOf(row('Young'))).toContain(say('availability.noData'))
    expect(textOf(row('Old'))).toContain('100.00%')
  })
})

describe('the table', () => {
  const past = buildIncident({
    displayName: 'A bad morning',
    beganAt: wireTime(-2 * DAY_MS),
    endedAt: wireTime(-2 * DAY_MS + 2 * HOUR_MS),
    affects: [impactOn('Compute North', 90)],
  })

  it('says the same as the bars in words', async () => {
    const page = await renderComponents({ data: buildData({ components, incidents: [past] }) })
    await press(page.getByRole('button', { name: say('components.table') }))
    await vi.waitFor(() => expect(page.query()).toEqual({ view: 'table' }))
    expect(page.queryByRole('slider')).toBeNull()
    const table = await page.findByRole('table', { name: 'north' })
    const rowOf = (name: string) => around('row', within(table).getByRole('rowheader', { name }))
    const row = rowOf('Compute North')
    expect(textOf(row)).toContain('99.90%')
    await disclose(say('table.days', { n: 1 }), row)
    expect(rowsOf(within(row).getByRole('table'))).toEqual([['Sun 8 Mar', 'Critical', '2 hrs', 'A bad morning']])
    const quiet = rowOf('Identity')
    expect(within(quiet).getByText(say('table.none'))).toBeDefined()
  })
})

describe('the table’s order', () => {
  it('follows a head that is pressed', async () => {
    const page = await renderComponents({ data: buildData({ components, incidents: [ongoing([impactOn('Identity', 90)])] }) })
    await press(page.getByRole('button', { name: say('components.table') }))
    const table = await page.findByRole('table', { name: 'north' })
    const names = () => within(table).getAllByRole('rowheader').map(textOf)
    expect(names()).toEqual(['Identity', 'Compute North'])
    await press(within(table).getByRole('columnheader', { name: new RegExp(say('table.component')) }))
    expect(names()).toEqual(['Compute North', 'Identity'])
  })
})

describe('the grid', () => {
  const servers = [
    named('Web North', { region: 'north', tier: 'gold' }),
    named('Web South', { region: 'south', tier: 'gold' }),
    named('Mail South', { region: 'south', tier: 'silver' }),
  ]
  const data = buildData({ components: servers, incidents: [ongoing([impactOn('Mail South', 90)])] })
  const cell = (row: string, column: string, level: string) => say('grid.cell', { row, column, level, n: 1 })

  it('shows the worst state of two labels in each cell, and its components on demand', async () => {
    const page = await renderComponents({ data, url: '/?view=grid&rows=tier&columns=region' })
    const grid = await page.findByRole('grid')
    expect(within(grid).getByRole('button', { name: cell('gold', 'north', say('level.operational')) })).toBeDefined()
    expect(within(grid).getByRole('button', { name: say('grid.empty', { row: 'silver', column: 'north' }) })).toBeDefined()
    const down = within(grid).getByRole('button', { name: cell('silver', 'south', 'Critical') })
    await press(down)
    expect(down.getAttribute('aria-pressed')).toBe('true')
    const members = page.getByRole('region', { name: 'silver, south' })
    expect(within(members).getByRole('link', { name: 'Mail South' })).toBeDefined()
    expect(textOf(members)).toContain('Critical')
  })

  it('is one stop of the keyboard, in which arrow keys move', async () => {
    const page = await renderComponents({ data, url: '/?view=grid&rows=tier&columns=region' })
    const cells = within(await page.findByRole('grid')).getAllByRole<HTMLButtonElement>('button')
    const stops = () => cells.flatMap(({ tabIndex }, index) => (tabIndex === 0 ? [index] : []))
    expect(stops()).toEqual([0])
    cells[0]!.focus()
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) {
      fireEvent.keyDown(document.activeElement!, { key })
      await flushPromises()
    }
    expect(stops()).toEqual([3])
    expect(document.activeElement).toBe(cells[3])
  })

  it('is chosen with its labels, and the address keeps both', async () => {
    const page = await renderComponents({ data })
    await press(page.getByRole('button', { name: say('components.grid') }))
    await page.findByRole('grid')
    await choose(say('grid.columns'), 'tier')
    await vi.waitFor(() => expect(page.query()).toEqual({ view: 'grid', rows: 'region', columns: 'tier' }))
    expect(page.getByRole('columnheader', { name: 'gold' })).toBeDefined()
  })

  it('is not offered where no two labels are', async () => {
    const page = await renderComponents()
    expect(page.queryByRole('button', { name: say('components.grid') })).toBeNull()
  })
})

it('explains the formula with the weight of every severity', async () => {
  const { getByText } = await renderComponents({ config: { severities: { Major: { weight: 40 } } } })
  await disclose(say('availability.formulaTitle'))
  expect(getByText(say('availability.formula', { days: 90 }))).toBeDefined()
  expect(getByText(say('availability.weights', { list: 'Minor 0%, Major 40%, Critical 100%, Unknown 100%' }))).toBeDefined()
})

describe('a retired component', () => {
  it('is found nowhere, but the incident on it still says what it was', async () => {
    const retired = named('Old Storage', { region: 'west', retired: '2026-03-01' })
    const { groups, element, queryByRole } = await renderComponents({
      data: buildData({ components: [...components, retired], incidents: [ongoing([impactOn('Old Storage', 90)])] }),
      config: { components: { ...config.components, retiredLabel: 'retired' } },
    })
    expect(Object.values(groups()).flat()).not.toContain('Old Storage')
    expect(queryByRole('heading', { name: 'Old Storage' })).toBeNull()
    expect(element.textContent).toContain(say('banner.incident'))
    expect(element.textContent).toContain('Old Storage')
  })
})
