import { screen } from '@testing-library/dom'
import { http } from 'msw'
import { describe, expect, it } from 'vitest'
import type { DemoData } from '@/demo/data'
import { buildComponent, buildData, buildImpactType, buildSeverity } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { API_URL } from '../../../support/config'
import { dialogText, theDialog } from '../../../support/dialog'
import { answerFirst } from '../../../support/server'
import { type } from '../../../support/type'
import { press, settle } from '../incident/support'
import { renderCatalogPage } from './scalesPage'

describe('a page reads everything again when a dialog is closed', () => {
  it.each<[string, string, string, (data: DemoData) => unknown, string]>([
    [
      'severities',
      '/manage/severities',
      say('manage.severities.add'),
      data => data.severities.push(buildSeverity({ displayName: 'Serious', value: 80 })),
      'Serious',
    ],
    [
      'severities, one of which was to be deleted',
      '/manage/severities',
      say('manage.severities.deleteName', { name: 'Major' }),
      data => data.severities.push(buildSeverity({ displayName: 'Serious', value: 80 })),
      'Serious',
    ],
    ['phases', '/manage/phases', say('manage.phases.new'), data => data.phases.push(['Open', 'Closed']), 'Closed'],
    [
      'impact types',
      '/manage/impact-types',
      say('manage.impactTypes.new'),
      data => data.impactTypes.push(buildImpactType({ id: crypto.randomUUID(), displayName: 'No answers' })),
      'No answers',
    ],
    [
      'impact types, one of which was to be deleted',
      '/manage/impact-types',
      say('manage.catalog.step.delete', { name: 'Slow responses' }),
      data => data.impactTypes.push(buildImpactType({ id: crypto.randomUUID(), displayName: 'No answers' })),
      'No answers',
    ],
  ])('%s', async (_, url, button, write, shown) => {
    const { demo, element } = await renderCatalogPage(url, buildData())
    await press(button)
    demo.write(data => void write(data))
    await press(say('app.close'))
    await settle()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(element.textContent).toContain(shown)
  })

  it('also when someone else has deleted what it was about', async () => {
    const { demo, element } = await renderCatalogPage('/manage/severities', buildData())
    await press(say('manage.severities.editName', { name: 'Major' }))
    await type(say('manage.severities.name'), 'Serious')
    demo.write(data => data.severities.splice(1, 1))
    await press(say('manage.severities.save'))
    await press(say('manage.severities.save'))
    expect(dialogText()).toContain(say('manage.fresh.gone', { title: 'Major' }))
    await press(say('app.close'))
    await press(say('manage.leave.discard'))
    await settle()
    expect(element.textContent).not.toContain('Major')
  })
})

it('a component that is taken back leaves a dialog open that was opened meanwhile', async () => {
  const components = [buildComponent({ labels: { retired: '2026-01-01' } })]
  await renderCatalogPage('/manage/components', buildData({ components }), { components: { retiredLabel: 'retired' } })
  let release: () => void = () => undefined
  const released = new Promise<void>(resolve => (release = resolve))
  answerFirst(http.patch(`${API_URL}/components/:id`, () => released))
  await press(say('manage.components.step.takeBack', { name: 'Compute' }))
  await press(say('manage.components.new'))
  release()
  await settle()
  expect(theDialog(say('manage.components.new'))).toBeDefined()
  expect(screen.queryByRole('button', { name: say('manage.components.step.takeBack', { name: 'Compute' }) })).toBeNull()
})
