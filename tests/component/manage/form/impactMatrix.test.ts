import { fireEvent, screen } from '@testing-library/dom'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import type { DraftProblem } from '@/domain/writing/draftCheck'
import type { Impact } from '@/domain/incident/incident'
import ImpactMatrix from '@/operator/form/ImpactMatrix.vue'
import { say } from '../../../support/browser/texts'
import { choose, chosen } from '../../../support/choose'
import { namesOf } from '../../../support/roles'
import { textOf } from '../../../support/status'
import { type } from '../../../support/type'
import { tickOf } from '../../../support/tickOf'
import { component, describing, press, renderControl, scale, types } from './support'

const components = [component('n', 'North'), component('s', 'South'), component('w', 'West')]
const names = new Map(components.map(({ id, name }) => [id, name]))
const impact = (componentId: string, typeId: string | null = 't1', severity: number | null = 50): Impact => ({
  componentId,
  typeId,
  severity,
})

const typeOf = (name: string) => say('manage.field.typeOf', { name })
const severityOf = (name: string) => say('manage.field.severityOf', { name })

async function render(impacts: readonly Impact[], props: Record<string, unknown> = {}, language: 'en' | 'de' = 'en') {
  const all = { components, names, types, scale, groupBy: null, maintenance: false, ...props }
  const matrix = await renderControl(ImpactMatrix, impacts, all, language)
  const button = (key: Parameters<typeof say>[0], values = {}) => matrix.getByRole('button', { name: say(key, values) })
  const tick = (name: string) => press(matrix.getByRole('checkbox', { name }))
  return {
    ...matrix,
    button,
    tick,
    tickRow: (name: string) => tick(say('manage.field.tickRow', { name })),
  }
}

describe('the impacts of an incident', () => {
  it('stand in a table, each control with the name of its component', async () => {
    const { getByRole } = await render([impact('n'), impact('s', 't2', 100)])
    expect(getByRole('rowheader', { name: 'South' })).toBeDefined()
    expect(chosen(typeOf('South'))).toBe('No connection')
    expect(chosen(severityOf('South'))).toBe('Outage')
  })

  it('change row by row', async () => {
    const { last } = await render([impact('n'), impact('s')])
    await choose(typeOf('South'), 'No connection')
    await choose(severityOf('North'), 'Outage')
    expect(last()).toEqual([impact('n', 't1', 100), impact('s', 't2')])
  })

  it('are added for the components that are picked, with the last type and the mildest bad severity', async () => {
    const { button, tick, last } = await render([impact('n', 't2', 100)])
    await tick('South')
    await tick('West')
    await press(button('manage.field.addTicked', { n: 2 }))
    expect(last()).toEqual([impact('n', 't2', 100), impact('s', 't2', 50), impact('w', 't2', 50)])
  })

  it('of a maintenance are of severity 0 to begin with', async () => {
    const { button, tick, last } = await render([], { maintenance: true })
    await tick('South')
    await press(button('manage.field.addTicked', { n: 1 }))
    expect(last()).toEqual([impact('s', null, 0)])
    await choose(severityOf('South'), 'Degraded')
    expect(last()).toEqual([impact('s', null, 50)])
  })

  it('may be several of one component', async () => {
    const { button, last } = await render([impact('n'), impact('s')])
    await press(button('manage.field.addImpact', { name: 'North' }))
    expect(last()).toEqual([impact('n'), impact('n', null), impact('s')])
  })

  it('are removed, and the focus goes to what is near', async () => {
    const { button, last } = await render([impact('n'), impact('s')])
    await press(button('manage.field.removeImpact', { name: 'North' }))
    expect(last()).toEqual([impact('s')])
    expect(document.activeElement).toBe(button('manage.field.removeImpact', { name: 'South' }))
    await press(button('manage.field.removeImpact', { name: 'South' }))
    expect(textOf(document.activeElement)).toBe(say('manage.field.addComponents'))
  })

  it.each(['en', 'de'] as const)('say in their row what is wrong with them (%s)', async language => {
    const errors: DraftProblem[] = [
      { code: 'impactIncomplete', field: 'impacts', level: 'error', rows: [1] },
      { code: 'componentUnknown', field: 'impacts', level: 'warning', rows: [0] },
      { code: 'noComponent', field: 'impacts', level: 'warning' },
    ]
    const { getAllByRole } = await render([impact('n'), impact('s', null)], { errors }, language)
    const told = getAllByRole('rowheader').map(row => describing(row))
    expect(told.map(parts => parts.map(textOf))).toEqual([
      [say('manage.field.row.componentUnknown', {}, language)],
      [say('manage.field.row.impactIncomplete', {}, language)],
    ])
    expect(told.flat().map(part => part.getAttribute('aria-live'))).toEqual(['polite', 'polite'])
  })
})

describe('many impacts', () => {
  const many = Array.from({ length: 45 }, (_, at) => impact(`c${at}`))
  const rows = () => screen.getAllByRole('rowheader').length

  it('are drawn as one comes to them, and their number is told', async () => {
    const { getByRole } = await render(many)
    expect(rows()).toBe(20)
    const table = getByRole('table')
    expect(table.getAttribute('aria-rowcount')).toBe('46')
    fireEvent.scroll(table.parentElement!)
    await nextTick()
    expect(rows()).toBe(40)
  })

  it('are drawn as far as something is wrong', async () => {
    const errors: DraftProblem[] = [{ code: 'impactIncomplete', field: 'impacts', level: 'error', rows: [29] }]
    await render(many, { errors })
    expect(rows()).toBe(30)
  })
})

it('an exact severity that is not taken is told, until the row is gone', async () => {
  const { part, button } = await render([impact('n'), impact('s')])
  await press(button('manage.field.value', { label: severityOf('North') }))
  const field = screen.getByRole('textbox', { name: say('manage.field.value', { label: severityOf('North') }) })
  await type(field, '101')
  expect(part.emitted('incomplete')).toEqual([[true]])
  await press(button('manage.field.removeImpact', { name: 'North' }))
  await press(button('manage.field.removeImpact', { name: 'South' }))
  expect(part.emitted('incomplete')).toEqual([[true], [false]])
})

describe('ticked rows', () => {
  const bulk = () => say('manage.field.setTicked')

  it('take type and severity together, and keep what is not set', async () => {
    const { getByRole, queryByRole, tickRow, last, button } = await render([impact('n'), impact('s'), impact('w', 't2', 100)])
    expect(queryByRole('group', { name: bulk() })).toBeNull()
    await tickRow('North')
    await tickRow('West')
    expect(getByRole('group', { name: bulk() }).textContent).toContain(say('manage.field.ticked', { n: 2 }))
    await choose(say('incident.severity'), 'Notice')
    await press(button('manage.field.apply'))
    expect(last()).toEqual([impact('n', 't1', 20), impact('s'), impact('w', 't2', 20)])
    await choose(say('incident.type'), 'No connection')
    await press(button('manage.field.apply'))
    expect(last()).toEqual([impact('n', 't2', 20), impact('s'), impact('w', 't2', 20)])
  })

  it('are all of them by the box in the head, and none again', async () => {
    const { tick, tickRow, getByRole } = await render([impact('n'), impact('s')])
    const boxes = [say('manage.field.tickAll'), ...['North', 'South'].map(name => say('manage.field.tickRow', { name }))]
    const ticked = () => boxes.map(name => tickOf(getByRole('checkbox', { name })))
    await tickRow('South')
    expect(ticked()).toEqual(['mixed', false, true])
    await tick(say('manage.field.tickAll'))
    expect(ticked()).toEqual([true, true, true])
    await tick(say('manage.field.tickAll'))
    expect(ticked()).toEqual([false, false, false])
  })

  it('stay the same impacts when one above them is removed', async () => {
    const { button, tickRow, last } = await render([impact('n'), impact('s'), impact('w')])
    await tickRow('West')
    await press(button('manage.field.removeImpact', { name: 'North' }))
    await choose(say('incident.severity'), 'Outage')
    await press(button('manage.field.apply'))
    expect(last()).toEqual([impact('s'), impact('w', 't1', 100)])
  })
})

const CONTROLS = ['button', 'checkbox', 'radio', 'searchbox', 'spinbutton', 'textbox']

it('every control has a name', async () => {
  const { tick } = await render([impact('n'), impact('s', null, null)])
  await tick(say('manage.field.tickAll'))
  const names = CONTROLS.flatMap(role => namesOf(role, document.body))
  expect(names.length).toBeGreaterThan(10)
  // A list box stands in a frame of the same role.
  const boxes = screen.getAllByRole('combobox', { name: /./ }).filter(box => box.matches('input'))
  expect(boxes).toHaveLength(screen.getAllByRole('combobox').filter(box => box.matches('input')).length)
  expect(boxes.length).toBeGreaterThan(4)
  expect(names.filter(name => !name.trim())).toEqual([])
})
