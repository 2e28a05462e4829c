import { fireEvent, screen } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import ResolveImpactsDialog from '@/features/incidentAdmin/incident/ResolveImpactsDialog.vue'
import ComponentStatusBoard from '@/features/incidentAdmin/incident/ComponentStatusBoard.vue'
import { buildComponent, buildData } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { HOUR_MS, wireTime } from '../../../support/clock'
import { choose } from '../../../support/choose'
import { API_URL } from '../../../support/config'
import { dialogText } from '../../../support/dialog'
import { answerFirst } from '../../../support/server'
import { tickOf } from '../../../support/tickOf'
import { type } from '../../../support/type'
import { affects, buildCase, COMPUTE, ID, press, renderManaged, settle, VOLUMES } from './support'

const box = (name: string) => screen.getByRole('checkbox', { name })
const ticks = (...names: string[]) => names.map(name => tickOf(box(name)))
const tick = async (name: string) => {
  fireEvent.click(box(name))
  await settle()
}

describe('the board of components', () => {
  const open = (data = buildCase({ affects: affects([COMPUTE]) })) =>
    renderManaged(ComponentStatusBoard, () => ({}), { data, emits: ['flag', 'resolve'] })
  const ALL = say('manage.field.groupAll')

  it('flags one, and brings back only what is affected', async () => {
    const { events } = await open()
    await press(say('manage.board.flagName', { name: 'Volumes' }))
    await press(say('manage.board.resolveName', { name: 'Compute' }))
    expect(screen.queryByRole('button', { name: say('manage.board.resolveName', { name: 'Volumes' }) })).toBeNull()
    await press(say('manage.board.flagName', { name: ALL }))
    // That all is well again is no slip: they are ticked first.
    expect(screen.queryByRole('button', { name: say('manage.board.resolveName', { name: ALL }) })).toBeNull()
    await tick(ALL)
    await press(say('manage.board.resolve'), screen.getByRole('group', { name: say('manage.board.ticked') }))
    expect(events).toEqual([
      ['flag', [VOLUMES]],
      ['resolve', [COMPUTE]],
      ['flag', [COMPUTE, VOLUMES]],
      ['resolve', [COMPUTE]],
    ])
  })

  it('flags what is ticked, over all groups', async () => {
    const { events } = await open()
    expect(screen.queryByRole('group', { name: say('manage.board.ticked') })).toBeNull()
    await tick('Volumes')
    expect(ticks(ALL)).toEqual(['mixed'])
    await tick(ALL)
    expect(ticks(ALL, 'Compute')).toEqual([true, true])
    await press(say('manage.board.flagTicked', { n: 2 }), screen.getByRole('group', { name: say('manage.board.ticked') }))
    expect(events).toEqual([['flag', [COMPUTE, VOLUMES]]])
    await press(say('manage.field.clearAll'))
    expect(ticks('Compute')).toEqual([false])
  })

  it('groups by a label, with a box for each group', async () => {
    await open()
    await choose(say('components.groupBy'), 'region')
    await tick('north')
    expect(ticks('north', 'south', 'Compute')).toEqual([true, false, true])
    expect(ticks(ALL)).toEqual(['mixed'])
    await press('north')
    expect(screen.queryByRole('checkbox', { name: 'Compute' })).toBeNull()
  })

  it('searches, and ticks what was found', async () => {
    await open()
    await type(say('components.search'), 'vol')
    expect(screen.queryByRole('checkbox', { name: 'Compute' })).toBeNull()
    await tick(say('manage.field.groupFound'))
    await type(say('components.search'), '')
    expect(ticks('Compute', 'Volumes')).toEqual([false, true])
  })

  it('draws a part of a thousand components, and ticks all of them', async () => {
    const components = Array.from({ length: 1000 }, (_, n) =>
      buildComponent({ id: `11111111-1111-4111-8111-${String(n).padStart(12, '0')}`, displayName: `Node ${n}` }),
    )
    const { events } = await open(buildData({ components }))
    expect(screen.getAllByRole('listitem').length).toBeLessThan(50)
    await tick(ALL)
    await press(say('manage.board.flagTicked', { n: 1000 }))
    expect(events).toEqual([['flag', components.map(({ id }) => id)]])
  })

  it('hands the focus on where a button goes away with what it did', async () => {
    const { demo, store } = await open()
    const resolve = screen.getByRole('button', { name: say('manage.board.resolveName', { name: 'Compute' }) })
    resolve.focus()
    demo.write(data => (data.incidents[0]!.endedAt = wireTime(0)))
    await store.refresh()
    await settle()
    expect(document.activeElement?.getAttribute('aria-label')).toBe(say('manage.board.flagName', { name: 'Compute' }))
  })
})

const LAST = { generation: 1, order: 2 }

describe('back to normal', () => {
  const open = (componentIds: string[], data = buildCase()) =>
    renderManaged(ResolveImpactsDialog, () => ({ componentIds }), { data, emits: ['close', 'done', 'open'] })
  const resolve = () => press(say('manage.board.resolve'))
  const send = async () => {
    await resolve()
    await press(say('manage.operation.sendNow'))
  }

  it('ends what affects nothing else, held for some seconds', async () => {
    const { writes, events } = await open([COMPUTE, VOLUMES])
    expect(dialogText()).toContain(say('manage.resolveImpacts.ends'))
    await resolve()
    expect(writes).toEqual([])
    await press(say('manage.operation.sendNow'))
    expect(writes).toEqual([[`PATCH /incidents/${ID}`, { endedAt: wireTime(0), phase: LAST }]])
    expect(events).toEqual([['done']])
  })

  it('leaves the phase as it is, if that is wished', async () => {
    const { writes } = await open([COMPUTE, VOLUMES])
    fireEvent.click(screen.getByRole('checkbox', { name: say('manage.ending.phases', { phases: 'Resolved' }) }))
    await send()
    expect(writes).toEqual([[`PATCH /incidents/${ID}`, { endedAt: wireTime(0) }]])
  })

  it('tells the news where it goes on, not where it ends', async () => {
    const { writes, demo } = await open([COMPUTE])
    await type(say('manage.update.text'), 'One is back.')
    await send()
    const newId = demo.data.incidents.at(-1)!.id
    expect(writes.map(([call]) => call)).toEqual([
      'POST /incidents',
      `POST /incidents/${newId}/updates`,
      `PATCH /incidents/${ID}`,
    ])
  })

  it('writes in the configured language', async () => {
    const { writes } = await renderManaged(ResolveImpactsDialog, () => ({ componentIds: [COMPUTE] }), {
      config: { writingLanguage: 'de' },
    })
    await type(say('manage.update.text'), 'Läuft.')
    await send()
    expect((writes[0]![1] as { description: string }).description).toMatch(/Setzt \[Slow volumes\]\(http\S+\) fort\.$/)
    expect(writes[1]![1]).toMatchObject({ displayName: 'Wieder normal: Compute' })
  })

  it('carries on with the others in a follow-up that comes first', async () => {
    const { writes } = await open([COMPUTE])
    expect(dialogText()).toContain(say('manage.resolveImpacts.carriesOn', { names: 'Volumes' }))
    await send()
    expect(writes).toMatchObject([
      ['POST /incidents', { displayName: 'Slow volumes', beganAt: wireTime(0), affects: affects([VOLUMES]) }],
      [`PATCH /incidents/${ID}`, { endedAt: wireTime(0) }],
    ])
  })

  it('tells it in an update, if there is a text', async () => {
    const { writes } = await open([COMPUTE, VOLUMES])
    await type(say('manage.update.text'), 'All disks are back.')
    await send()
    expect(writes[0]).toMatchObject([
      `POST /incidents/${ID}/updates`,
      { displayName: expect.stringContaining('Compute') as string, description: 'All disks are back.' },
    ])
  })

  it('leaves alone what is scheduled, what affects others, and what cannot be written', async () => {
    const other = (id: string, change: object) => ({ ...buildCase().incidents[0]!, id: ID.replaceAll('2', id), ...change })
    const gap = { reference: VOLUMES, severity: 50 } as never
    const data = buildCase()
    data.incidents.push(
      other('3', { beganAt: wireTime(HOUR_MS), displayName: 'Later' }),
      other('4', { affects: affects([VOLUMES]), displayName: 'Elsewhere' }),
      other('5', { affects: [...affects([COMPUTE]), gap], displayName: 'With a gap' }),
    )
    const { writes, events } = await open([COMPUTE], data)
    expect(dialogText()).not.toMatch(/Later|Elsewhere/)
    await press(say('manage.report.open'))
    expect(events).toEqual([['open', ID.replaceAll('2', '5')]])
    await send()
    expect(writes.map(([call]) => call)).toEqual(['POST /incidents', `PATCH /incidents/${ID}`])
  })

  it('after a failure sends neither text nor follow-up a second time', async () => {
    const { writes } = await open([COMPUTE])
    await type(say('manage.update.text'), 'One is back.')
    answerFirst(http.patch(`${API_URL}/incidents/:id`, () => new HttpResponse(null, { status: 400 }), { once: true }))
    await send()
    await press(say('manage.operation.giveUp'))
    await resolve()
    await press(say('manage.operation.sendNow'))
    expect(writes.map(([call]) => call)).toEqual([
      'POST /incidents',
      expect.stringMatching(/^POST .+\/updates$/),
      `PATCH /incidents/${ID}`,
    ])
  })

  it('knows from its draft what is published already, for the same components only', async () => {
    const { mounted, demo } = await open([COMPUTE])
    await type(say('manage.update.text'), 'One is back.')
    answerFirst(http.patch(`${API_URL}/incidents/:id`, () => new HttpResponse(null, { status: 400 }), { once: true }))
    await send()
    await press(say('manage.operation.giveUp'))
    mounted.unmount()

    const other = await open([COMPUTE, VOLUMES], demo.data)
    expect(screen.queryByRole('button', { name: say('manage.draft.take') })).toBeNull()
    other.mounted.unmount()

    const again = await open([COMPUTE], demo.data)
    await press(say('manage.draft.take'))
    await send()
    expect(again.writes).toEqual([[`PATCH /incidents/${ID}`, { endedAt: wireTime(0), phase: LAST }]])
  })

  it('shows what someone else changed first', async () => {
    const { writes, demo } = await open([COMPUTE])
    demo.write(data => (data.incidents[0]!.endedAt = wireTime(0)))
    await resolve()
    expect(dialogText()).toContain(say('manage.fresh.title'))
    expect(dialogText()).toContain(say('manage.resolveImpacts.nothing', { names: 'Compute' }))
    expect(writes).toEqual([])
  })
})
