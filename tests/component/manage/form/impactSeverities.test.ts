import { screen } from '@testing-library/dom'
import { expect, it } from 'vitest'
import ImpactSeverities from '@/operator/form/ImpactSeverities.vue'
import { say } from '../../../support/browser/texts'
import { choose, chosen } from '../../../support/choose'
import { press, renderControl, scale } from './support'

const names = new Map([
  ['n', 'North'],
  ['s', 'South'],
])
const severityOf = (name: string) => say('manage.field.severityOf', { name })
const render = (own: ReadonlyMap<string, number> = new Map()) =>
  renderControl(ImpactSeverities, own, { componentIds: ['n', 's'], names, scale, common: 50 })

it('a severity for each component is asked for on request, and begins as the common one', async () => {
  const { getByRole, values } = await render()
  expect(screen.queryByRole('combobox')).toBeNull()
  const button = getByRole('button', { name: say('manage.field.severityForEach'), expanded: false })
  await press(button)
  expect(button.getAttribute('aria-expanded')).toBe('true')
  expect(chosen(severityOf('North'))).toBe('Degraded')
  await choose(severityOf('South'), 'Outage')
  expect(values()).toEqual([new Map([['s', 100]])])
  await choose(severityOf('South'), 'Degraded')
  expect(values().at(-1)).toEqual(new Map())
})

it('severities of their own are seen at once', async () => {
  await render(new Map([['n', 20]]))
  expect(chosen(severityOf('North'))).toBe('Notice')
})
