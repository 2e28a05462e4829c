import { screen } from '@testing-library/dom'
import { defineComponent, h } from 'vue'
import { expect, it } from 'vitest'
import type { ConfigInput } from '@/config/schema'
import FirstPhaseQuestion from '@/operator/form/FirstPhaseQuestion.vue'
import type { Management } from '@/operator/useManagement'
import { say } from '../../../support/browser/texts'
import { choose, chosen, optionsOf } from '../../../support/choose'
import { buildCase, renderManaged } from '../incident/support'

const QUESTION = say('manage.firstPhase.incident')
const part = defineComponent(
  (props: { management: Management }) => () => [
    h(FirstPhaseQuestion, { kind: 'incident', management: props.management }),
    h('output', JSON.stringify(props.management.firstPhase('incident'))),
  ],
  { props: { management: { type: Object, required: true } } },
)
const data = () => buildCase({}, { phases: [['Scheduled', 'Investigating', 'Done']] })
const open = (config: Partial<ConfigInput> = {}) => renderManaged(part, () => ({}), { data: data(), config })
const first = () => JSON.parse(document.querySelector('output')!.textContent) as unknown

it.each([{ firstPhase: {} }, { firstPhase: { incident: 'Analysing' } }])(
  'is asked where %j names none of the phases, and remembered',
  async config => {
    const { mounted } = await open(config)
    expect(await optionsOf(QUESTION)).toEqual(['Scheduled', 'Investigating', 'Done'])
    expect(chosen(QUESTION)).toBe('')
    await choose(QUESTION, 'Investigating')
    expect(first()).toEqual({ generation: 1, order: 1 })
    // It stays, to be chosen otherwise.
    expect(chosen(QUESTION)).toBe('Investigating')
    mounted.unmount()

    await open(config)
    expect(screen.queryByText(QUESTION)).toBeNull()
    expect(first()).toEqual({ generation: 1, order: 1 })
  },
)

it('is not asked where it is configured', async () => {
  await open({ firstPhase: { incident: 'investigating' } })
  expect(screen.queryByText(QUESTION)).toBeNull()
  expect(first()).toEqual({ generation: 1, order: 1 })
})
