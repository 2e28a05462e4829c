import { screen, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { buildComponent, buildData, buildImpactType, buildIncident, buildSeverity } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { press, settle } from '../incident/support'
import { bandsIn, renderCatalogPage, said, typeInto } from './scalesPage'

const affects = (severity: number) => [{ reference: buildComponent().id, type: buildImpactType().id, severity }]
const open = (data = buildData({ incidents: [buildIncident({ affects: affects(60) })] })) =>
  renderCatalogPage('/manage/severities', data)
const dialog = () => within(document.querySelector('dialog')!)
const nameField = () => dialog().getByLabelText(say('manage.severities.name'))
const valueField = () => dialog().getByLabelText(say('manage.severities.value'))
const edit = (name: string) => press(say('manage.severities.editName', { name }))
const preview = () => bandsIn(screen.getByTestId('preview'))
const save = () => press(say('manage.severities.save'))
const sendAnyway = () => press(say('manage.warnings.publish'))

describe('the scale', () => {
  it('shows maintenance, protected, and the bands with what they hold', async () => {
    const { element } = await open()
    expect(bandsIn(element)).toEqual(['Maintenance 0', 'Minor 1–33', 'Major 34–66', 'Critical 67–100'])
    const maintenance = element.querySelector<HTMLElement>('tr[data-band=maintenance]')!
    expect(within(maintenance).queryByRole('button')).toBeNull()
    expect(maintenance.textContent).toContain(say('manage.severities.isProtected'))
  })

  it('shows a severity of value 0 as the name of maintenance, protected as well', async () => {
    const severities = [...buildData().severities, buildSeverity({ displayName: 'Planned', value: 0 })]
    const { element } = await open(buildData({ severities }))
    expect(bandsIn(element)[0]).toBe('Planned 0')
    expect(screen.queryByRole('button', { name: say('manage.severities.editName', { name: 'Planned' }) })).toBeNull()
  })

  it('says what no severity covers', async () => {
    const { element } = await open(buildData({ severities: [buildSeverity({ displayName: 'Minor', value: 40 })] }))
    expect(bandsIn(element).at(-1)).toBe('Unknown 41–100')
    expect(element.textContent).toContain(say('manage.severities.problem.topMissing'))
  })
})

describe('a severity', () => {
  it('is made, with a live preview of what each band would hold', async () => {
    const { writes } = await open(buildData())
    await press(say('manage.severities.add'))
    await typeInto(nameField(), ' Serious ')
    await typeInto(valueField(), '80')
    expect(preview()).toEqual(['Maintenance 0', 'Minor 1–33', 'Major 34–66', 'Serious 67–80', 'Critical 81–100'])
    await press(say('manage.severities.create'))
    expect(writes).toEqual([['POST /severities', { displayName: 'Serious', value: 80 }]])
    expect(document.querySelector('dialog')).toBeNull()
    await settle()
    expect(bandsIn()).toContain('Serious 67–80')
  })

  it('is renamed by its old name', async () => {
    const { writes } = await open()
    await edit('Major')
    await typeInto(nameField(), 'Serious')
    await save()
    expect(writes).toEqual([['PATCH /severities/Major', { displayName: 'Serious' }]])
    expect(document.querySelector('dialog')).toBeNull()
  })

  it('gets another value after the incidents are named that change band', async () => {
    const { writes } = await open()
    await edit('Major')
    await typeInto(valueField(), '50')
    expect(said()).toContain('Slow volumes')
    expect(preview()).toEqual(['Maintenance 0', 'Minor 1–33', 'Major 34–50', 'Critical 51–100'])
    await save()
    expect(writes).toEqual([])
    await sendAnyway()
    expect(writes).toEqual([['PATCH /severities/Major', { value: 50 }]])
  })

  it('is not sent with a value outside 1 to 100 or with the name of another', async () => {
    const { writes } = await open()
    await edit('Major')
    for (const value of ['0', '101', 'x']) {
      await typeInto(valueField(), value)
      expect(said()).toContain(say('manage.severities.problem.valueOutside'))
      await save()
    }
    await typeInto(valueField(), '66')
    await typeInto(nameField(), 'Minor')
    expect(said()).toContain(say('manage.severities.problem.nameTaken'))
    await save()
    expect(writes).toEqual([])
  })

  it('asks about equal values, a missing 100 and a name that proxies refuse', async () => {
    const { writes } = await open(buildData())
    await edit('Critical')
    await typeInto(valueField(), '66')
    expect(said()).toContain(say('manage.severities.problem.equalValue', { names: 'Major' }))
    expect(said()).toContain(say('manage.severities.problem.topMissing'))
    await typeInto(valueField(), '100')
    await typeInto(nameField(), 'Full outage')
    expect(said()).toContain(say('manage.severities.problem.nameRefused'))
    await save()
    expect(writes).toEqual([])
    await sendAnyway()
    expect(writes).toEqual([['PATCH /severities/Critical', { displayName: 'Full outage' }]])
  })

  it('is not sent unchanged', async () => {
    const { writes } = await open()
    await edit('Major')
    await save()
    expect([writes, said().includes(say('manage.save.nothing'))]).toEqual([[], true])
  })

  it('is read again before it is written: what changed in between is shown, and an untouched value is not undone', async () => {
    const { demo, writes } = await open(buildData())
    await edit('Major')
    await typeInto(nameField(), 'Serious')
    demo.write(data => (data.severities[1]!.value = 70))
    await save()
    expect(said()).toContain(say('manage.fresh.title'))
    expect(said()).toMatch(/MajorBefore: 66, .*now: 70/)
    expect(writes).toEqual([])
    await save()
    expect(writes).toEqual([['PATCH /severities/Major', { displayName: 'Serious' }]])
  })

  it('is not written when someone else has deleted it', async () => {
    const { demo, writes } = await open(buildData())
    await edit('Major')
    await typeInto(nameField(), 'Serious')
    demo.write(data => data.severities.splice(1, 1))
    await save()
    await save()
    expect(said()).toContain(say('manage.fresh.gone', { title: 'Major' }))
    expect(writes).toEqual([])
  })

  it('is deleted after some seconds in which it can be taken back', async () => {
    const { writes } = await open()
    await press(say('manage.severities.deleteName', { name: 'Major' }))
    expect(preview()).toEqual(['Maintenance 0', 'Minor 1–33', 'Critical 34–100'])
    expect(said()).toContain('Slow volumes')
    await press(say('manage.delete.confirm'))
    await press(say('manage.operation.undo'))
    expect(writes).toEqual([])
    await press(say('manage.delete.confirm'))
    await press(say('manage.operation.sendNow'))
    expect(writes).toEqual([['DELETE /severities/Major']])
    await settle()
    expect(bandsIn()).toEqual(['Maintenance 0', 'Minor 1–33', 'Critical 34–100'])
  })
})

it('what was typed is offered again, over what the server has now', async () => {
  const { demo, writes } = await open(buildData())
  await edit('Major')
  await typeInto(valueField(), '50')
  await press(say('app.close'))
  await press(say('manage.leave.keep'))
  demo.write(data => (data.severities[1]!.value = 60))
  await press(say('manage.severities.editName', { name: 'Major' }))
  await press(say('manage.draft.take'))
  expect(valueField()).toHaveProperty('value', '50')
  await save()
  expect(said()).toMatch(/MajorBefore: 66, .*now: 60/)
  expect(writes).toEqual([])
})
