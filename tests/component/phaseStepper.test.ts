import { within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import type { PhaseReference } from '@/domain/incident/incident'
import { phaseSteps } from '@/domain/incident/phase'
import PhaseStepper from '@/components/ui/PhaseStepper.vue'
import { say } from '../support/browser/texts'
import { renderPart } from '../support/mounted'
import { textOf } from '../support/status'

const generations = new Map([
  [1, { generation: 1, names: ['Looking', 'Mending', 'Done'] }],
  [2, { generation: 2, names: ['Scheduled', 'At work', 'Watching', 'Done'] }],
  [3, { generation: 3, names: ['Looking', '', 'Done'] }],
])
const render = async (reference: PhaseReference | null) => {
  const { element } = await renderPart(PhaseStepper, { props: { reference, steps: phaseSteps(reference, generations) } })
  return { element, ...within(element) }
}

describe('the phases of an incident', () => {
  it('are those of its own generation, the current one marked', async () => {
    const { getByRole, getAllByRole } = await render({ generation: 1, order: 1 })
    expect(getAllByRole('listitem').map(textOf)).toEqual(['Looking', 'Mending', 'Done'])
    expect(getAllByRole('listitem').map(item => item.getAttribute('aria-current'))).toEqual([null, 'step', null])
    const name = `${say('incident.phase')}: ${say('incident.phaseStep', { name: 'Mending', n: 2, total: 3 })}`
    expect(getByRole('list', { name })).toBeDefined()
  })

  it('without a name say so in their place', async () => {
    const { getAllByRole } = await render({ generation: 3, order: 2 })
    expect(getAllByRole('listitem').map(textOf)).toEqual(['Looking', say('incident.unknownPhase'), 'Done'])
  })

  it.each([
    [{ generation: 2, order: 0 }, 'Scheduled'],
    [{ generation: 2, order: 3 }, 'Done'],
  ])('begin and end with a step as well: %o', async (reference, name) => {
    const { getByRole } = await render(reference)
    expect(textOf(getByRole('listitem', { current: 'step' }))).toBe(name)
  })

  it.each([
    ['a generation that is not loaded', { generation: 9, order: 0 }, 'incident.unknownPhase'],
    ['an order beyond the list', { generation: 1, order: 3 }, 'incident.unknownPhase'],
    ['a phase without a name', { generation: 3, order: 1 }, 'incident.unknownPhase'],
    ['no phase', null, 'incident.noPhase'],
  ] as const)('are told in words for %s', async (_, reference, key) => {
    const { element, queryByRole } = await render(reference)
    expect(textOf(element)).toBe(`${say('incident.phase')}: ${say(key)}`)
    expect(queryByRole('list')).toBeNull()
  })
})
