import { fireEvent, screen } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import UpdateForm from '@/features/incidentAdmin/incident/UpdateForm.vue'
import type { ConfigInput } from '@/config/schema'
import { buildComponent, buildUpdate } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { choose } from '../../../support/choose'
import { HOUR_MS, wireTime } from '../../../support/clock'
import { API_URL } from '../../../support/config'
import { answerFirst } from '../../../support/server'
import { fieldOf, type } from '../../../support/type'
import { affects, buildCase, COMPUTE, ID, press, renderManaged, theIncident, VOLUMES } from './support'

const open = (data = buildCase(), config: Partial<ConfigInput> = {}) =>
  renderManaged(UpdateForm, theIncident, { data, config, emits: ['saved', 'followed'] })
const SAY = `POST /incidents/${ID}/updates`
const PATCH = `PATCH /incidents/${ID}`
const IDENTIFIED = { generation: 1, order: 1 }
const RESOLVED = { generation: 1, order: 2 }
const PHASE = say('incident.phase')
const headline = () => fieldOf(say('manage.update.headline'))
const ends = () => screen.getByRole<HTMLInputElement>('checkbox', { name: say('manage.update.endNow') })
const toggleEnd = async () => {
  fireEvent.click(ends())
  await flushPromises()
}
const publish = () => press(say('manage.update.publish'))
const sendNow = () => press(say('manage.operation.sendNow'))

describe('over is both, the end and its phase', () => {
  it('in one choice, and one more press publishes it', async () => {
    const { writes, events } = await open()
    await press(say('manage.update.resolve'))
    expect(headline().value).toBe('Resolved')
    expect(ends().checked).toBe(true)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: say('manage.update.publish') }))
    await publish()
    await sendNow()
    expect(writes).toEqual([
      [SAY, { displayName: 'Resolved' }],
      [PATCH, { endedAt: wireTime(0), phase: RESOLVED }],
    ])
    expect(events).toEqual([['saved']])
  })

  it('with the last phase, whose end can be taken back', async () => {
    const { writes } = await open()
    await choose(PHASE, 'Resolved')
    expect(ends().checked).toBe(true)
    await toggleEnd()
    expect(document.body.textContent).toContain(say('manage.update.saysSoOnly', { phase: 'Resolved' }))
    await publish()
    expect(writes).toEqual([
      [SAY, { displayName: 'Resolved' }],
      [PATCH, { phase: RESOLVED }],
    ])
  })

  it('with the end, whose phase can be another one', async () => {
    const { writes } = await open()
    await toggleEnd()
    await choose(PHASE, 'Working on it')
    expect(ends().checked).toBe(true)
    await publish()
    await sendNow()
    expect(writes.at(-1)).toEqual([PATCH, { endedAt: wireTime(0), phase: IDENTIFIED }])
  })

  it('and nothing of it is left once it is taken back', async () => {
    const { writes } = await open()
    await toggleEnd()
    await toggleEnd()
    await choose(PHASE, 'Resolved')
    await choose(PHASE, 'Investigating')
    await publish()
    expect(document.body.textContent).toContain(say('manage.save.nothing'))
    expect(writes).toEqual([])
  })

  it('in the phase that is configured', async () => {
    const { writes } = await open(buildCase(), { lastPhase: { incident: 'working on it' } })
    await press(say('manage.update.resolve'))
    await publish()
    await sendNow()
    expect(writes.at(-1)).toEqual([PATCH, { endedAt: wireTime(0), phase: IDENTIFIED }])
  })

  it('where there are no phases it just ends', async () => {
    const { writes } = await open(buildCase({ phase: undefined }, { phases: [] }))
    await press(say('manage.update.resolve'))
    await publish()
    await sendNow()
    expect(writes).toEqual([[PATCH, { endedAt: wireTime(0) }]])
  })
})

describe('the headline', () => {
  it('is proposed with a text or a phase, and goes with the phase', async () => {
    const { writes } = await open()
    expect(headline().value).toBe('')
    await type(say('manage.update.text'), 'A switch is broken.')
    expect(headline().value).toBe('Investigating')
    await choose(PHASE, 'Working on it')
    expect(headline().value).toBe('Working on it')
    await publish()
    expect(writes).toEqual([
      [SAY, { displayName: 'Working on it', description: 'A switch is broken.' }],
      [PATCH, { phase: IDENTIFIED }],
    ])
  })

  it('stays as it is once it is typed', async () => {
    const { writes } = await open()
    await type(say('manage.update.headline'), 'Found it')
    await choose(PHASE, 'Working on it')
    await publish()
    expect(writes[0]).toEqual([SAY, { displayName: 'Found it' }])
  })
})

describe('what changes from now on', () => {
  const SEVERITY = (name: string) => say('manage.field.severityOf', { name })
  const two = () => buildCase({ affects: affects([COMPUTE, VOLUMES], 40) })

  it('gets worse in a second incident: the first one goes on, with the news', async () => {
    const { writes, events } = await open(two())
    await type(say('manage.update.text'), 'Now it is down.')
    await choose(SEVERITY('Compute'), 'Critical')
    await publish()
    const question = screen.getByRole('region', { name: say('manage.history.fromNow') }).textContent
    expect(question).toMatch(/Compute: Major 1\shr, Critical from now/)
    await press(say('manage.history.fromNow'))
    expect(writes).toMatchObject([
      [SAY, { description: 'Now it is down.' }],
      [
        'POST /incidents',
        {
          displayName: 'Slow volumes (Compute)',
          description: expect.stringMatching(/^Now it is down\.\n\nSee also \[Slow volumes\]\(http/) as string,
          beganAt: wireTime(0),
          affects: [{ reference: COMPUTE }],
        },
      ],
    ])
    expect(writes).toHaveLength(2)
    expect(events).toEqual([['saved']])
  })

  it('names three components in the title of the second incident, and how many more there are', async () => {
    const names = ['Disks', 'Images', 'Networks', 'Queues']
    const components = names.map((displayName, index) =>
      buildComponent({ id: `11111111-1111-4111-8111-33333333333${index}`, displayName }),
    )
    const { writes } = await open(
      buildCase(
        {
          affects: affects(
            components.map(({ id }) => id),
            40,
          ),
        },
        { components },
      ),
    )
    for (const name of names) await choose(SEVERITY(name), 'Critical')
    await publish()
    await press(say('manage.history.fromNow'))
    expect(writes).toMatchObject([['POST /incidents', { displayName: 'Slow volumes (Disks, Images, Networks and 1 more)' }]])
  })

  it('gets better in a follow-up, which has the news, and where the operator goes on', async () => {
    const { writes, events, demo } = await open(two())
    await type(say('manage.update.text'), 'One is back.')
    await press(say('manage.field.removeImpact', { name: 'Compute' }))
    await publish()
    await press(say('manage.history.fromNow'))
    await sendNow()
    const newId = demo.data.incidents.at(-1)!.id
    expect(writes).toMatchObject([
      ['POST /incidents', { affects: affects([VOLUMES], 40), phase: { generation: 1, order: 0 } }],
      [`POST /incidents/${newId}/updates`, { description: 'One is back.' }],
      [PATCH, { endedAt: wireTime(0), phase: RESOLVED }],
    ])
    expect(events).toEqual([['followed', newId]])
  })

  it('after a failure in between the news is still for the follow-up', async () => {
    const { writes, events, demo } = await open(two())
    answerFirst(http.post(`${API_URL}/incidents/:id/updates`, () => new HttpResponse(null, { status: 400 }), { once: true }))
    await type(say('manage.update.text'), 'One is back.')
    await press(say('manage.field.removeImpact', { name: 'Compute' }))
    await publish()
    await press(say('manage.history.fromNow'))
    await sendNow()
    await press(say('manage.operation.giveUp'))
    await publish()
    await sendNow()
    const newId = demo.data.incidents.at(-1)!.id
    expect(writes.map(([call]) => call)).toEqual(['POST /incidents', `POST /incidents/${newId}/updates`, PATCH])
    expect(events).toEqual([['followed', newId]])
  })
})

it('offers a post-mortem once it is over, with what was said in its timeline', async () => {
  const data = buildCase(
    { endedAt: wireTime(-HOUR_MS / 2), updates: [0] },
    { updates: { [ID]: [buildUpdate({ displayName: 'Found *it*', createdAt: wireTime(-HOUR_MS * 0.75) })] } },
  )
  await open(data)
  await press(say('manage.update.postMortem'))
  expect(headline().value).toBe('Post-mortem')
  const text = fieldOf(say('manage.update.text')).value
  expect(text).toMatch(/^## What happened\n\n## Impact\n\nAffected: Compute and Volumes\.\n\n## Timeline/)
  expect(text).toContain(': Found \\*it\\*\n')
  expect(text.indexOf('It began.')).toBeLessThan(text.indexOf('Found'))
  expect(text).toMatch(/It was over\.\n\n## Root cause\n\n## What we change$/)
})
