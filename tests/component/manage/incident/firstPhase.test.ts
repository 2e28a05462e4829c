import { fireEvent, screen } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import ResolveImpactsDialog from '@/features/incidentAdmin/incident/ResolveImpactsDialog.vue'
import SplitDialog from '@/features/incidentAdmin/incident/SplitDialog.vue'
import UpdateForm from '@/features/incidentAdmin/incident/UpdateForm.vue'
import { say } from '../../../support/browser/texts'
import { choose } from '../../../support/choose'
import { HOUR_MS, wireTime } from '../../../support/clock'
import { affects, buildCase, COMPUTE, ID, press, renderManaged, settle, theIncident, VOLUMES } from './support'

const QUESTION = say('manage.firstPhase.incident')
const CHOOSE = say('manage.field.choose')
/** Nothing says where an outage begins: "Scheduled" is the first one of the list. */
const config = { firstPhase: {} }
const CURRENT = ['Scheduled', 'Investigating', 'Done']
/** Its own phase is of a generation that new ones cannot refer to. */
const old = () => buildCase({ phase: { generation: 1, order: 0 } }, { phases: [['Planned'], CURRENT] })
const going = () => buildCase({ phase: { generation: 1, order: 1 } }, { phases: [CURRENT] })
const INVESTIGATING = { generation: 2, order: 1 }
const isAsked = () => screen.queryByText(QUESTION) !== null
const answer = () => choose(QUESTION, 'Investigating')

const parts = {
  split: {
    open: (data: ReturnType<typeof old>) => renderManaged(SplitDialog, theIncident, { data, config }),
    async prepare() {
      fireEvent.click(screen.getByRole('checkbox', { name: 'Volumes' }))
      await settle()
    },
    send: () => press(say('manage.split.send')),
    finish: () => settle(),
  },
  resolve: {
    open: (data: ReturnType<typeof old>) =>
      renderManaged(ResolveImpactsDialog, () => ({ componentIds: [COMPUTE] }), { data, config }),
    prepare: () => settle(),
    send: () => press(say('manage.board.resolve')),
    finish: () => press(say('manage.operation.sendNow')),
  },
  'from now on': {
    open: (data: ReturnType<typeof old>) => renderManaged(UpdateForm, theIncident, { data, config }),
    async prepare() {
      await press(say('manage.field.removeImpact', { name: 'Compute' }))
      await press(say('manage.update.publish'))
    },
    send: () => press(say('manage.history.fromNow')),
    finish: () => press(say('manage.operation.sendNow')),
  },
}

describe.each(Object.keys(parts) as (keyof typeof parts)[])('what comes of another by "%s"', name => {
  const { open, prepare, send, finish } = parts[name]

  it('is sent once the phase is chosen that nobody knows', async () => {
    const { writes } = await open(old())
    await prepare()
    expect(isAsked()).toBe(true)
    expect(screen.queryByText(CHOOSE)).toBeNull()
    await send()
    expect(screen.getByText(CHOOSE)).toBeTruthy()
    expect(document.activeElement?.getAttribute('type')).toBe('radio')
    expect(writes).toEqual([])
    await answer()
    await settle()
    expect(screen.queryByText(CHOOSE)).toBeNull()
    await send()
    await finish()
    expect(writes).toMatchObject([
      ['POST /incidents', { phase: INVESTIGATING, affects: affects([VOLUMES]) }],
      [`PATCH /incidents/${ID}`, {}],
    ])
  })

  it('asks nothing where the phase goes on', async () => {
    const { writes } = await open(going())
    await prepare()
    expect(isAsked()).toBe(false)
    await send()
    await finish()
    expect(writes[0]).toMatchObject(['POST /incidents', { phase: { generation: 1, order: 1 } }])
  })
})

it('what is over asks nothing where it is split', async () => {
  const data = old()
  data.incidents[0]!.endedAt = wireTime(-HOUR_MS / 2)
  const { writes } = await renderManaged(SplitDialog, theIncident, { data, config })
  await parts.split.prepare()
  expect(isAsked()).toBe(false)
  await parts.split.send()
  expect(writes[0]).toMatchObject(['POST /incidents', { phase: { generation: 2, order: 2 } }])
})

it('what ends as a whole asks nothing where it is back to normal', async () => {
  const { writes } = await renderManaged(ResolveImpactsDialog, () => ({ componentIds: [COMPUTE, VOLUMES] }), {
    data: old(),
    config,
  })
  expect(isAsked()).toBe(false)
  await parts.resolve.send()
  await parts.resolve.finish()
  expect(writes).toMatchObject([[`PATCH /incidents/${ID}`, { endedAt: wireTime(0) }]])
})
