import { screen } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import EditUpdateDialog from '@/features/incidentAdmin/incident/EditUpdateDialog.vue'
import RemoveUpdateDialog from '@/features/incidentAdmin/incident/RemoveUpdateDialog.vue'
import UpdateList from '@/features/incidentAdmin/incident/UpdateList.vue'
import { buildUpdate } from '../../../support/builders'
import { atEnd } from '../../../support/cleanup'
import { say } from '../../../support/browser/texts'
import { choose } from '../../../support/choose'
import { API_URL } from '../../../support/config'
import { dialogText } from '../../../support/dialog'
import { isDisabled } from '../../../support/disabled'
import type { Surroundings } from '../../../support/mounted'
import { answerFirst } from '../../../support/server'
import { setTime } from '../../../support/setTime'
import { textOf } from '../../../support/status'
import { fieldOf, type } from '../../../support/type'
import { buildCase, ID, press, renderManaged, theIncident } from './support'

const PATH = `/incidents/${ID}/updates/0`
const data = buildCase(
  {},
  {
    updates: {
      [ID]: [
        buildUpdate({ createdAt: '2026-03-10T11:30:00.000Z' }),
        buildUpdate({ order: 1, displayName: 'Found', createdAt: '2026-03-10T11:20:00.000Z' }),
      ],
    },
  },
)
const theUpdate = async ({ provider }: Surroundings) => ({ update: await provider.api.getUpdate(ID, 0) })
const open = () =>
  renderManaged(
    EditUpdateDialog,
    async (surroundings: Surroundings) => ({ ...(await theIncident(surroundings)), ...(await theUpdate(surroundings)) }),
    { data, emits: ['close', 'done'] },
  )
const save = () => press(say('manage.step.changeUpdate'))

describe('the list of updates', () => {
  it('has them in their order, and buttons that say which one they mean', async () => {
    const { events } = await renderManaged(
      UpdateList,
      async (surroundings: Surroundings) => ({
        ...(await theIncident(surroundings)),
        updates: [...(await surroundings.provider.api.getUpdates(ID)).items].reverse(),
        error: null,
      }),
      { data, emits: ['edit', 'remove'] },
    )
    expect(screen.getAllByRole('heading', { level: 3 }).map(textOf)).toEqual(['Investigating', 'Found'])
    const items = screen.getAllByRole('listitem').map(textOf)
    expect(items.map(item => item.includes(say('incident.addedLater')))).toEqual([true, false])
    await press(say('manage.updates.editName', { title: 'Found' }))
    await press(say('manage.updates.deleteName', { title: 'Investigating' }))
    expect(events).toMatchObject([
      ['edit', { order: 1 }],
      ['remove', { order: 0 }],
    ])
  })
})

describe('editing an update', () => {
  it('sends what changed and nothing else', async () => {
    const { writes, events } = await open()
    await type(say('manage.update.headline'), 'Investigated')
    await save()
    await save()
    expect(writes).toEqual([[`PATCH ${PATH}`, { displayName: 'Investigated' }]])
    expect(events).toEqual([['done']])
  })

  it('sends nothing where nothing changed, and keeps the time of an emptied field', async () => {
    const { writes } = await open()
    await setTime(say('manage.update.writtenAt'), '')
    await save()
    expect(dialogText()).toContain(say('manage.save.nothing'))
    expect(writes).toEqual([])
  })

  it('takes nothing more while a failed write waits for a word: what is sent again is what was typed', async () => {
    const { writes, events } = await open()
    answerFirst(http.patch(`${API_URL}${PATH}`, () => new HttpResponse(null, { status: 400 }), { once: true }))
    await type(say('manage.update.headline'), 'Investigated')
    await save()
    expect(isDisabled(fieldOf(say('manage.update.headline')))).toBe(true)
    await save()
    expect(writes).toEqual([])
    await press(say('manage.operation.giveUp'))
    expect(isDisabled(fieldOf(say('manage.update.headline')))).toBe(false)
    await type(say('manage.update.headline'), 'Found out')
    await save()
    expect(writes).toEqual([[`PATCH ${PATH}`, { displayName: 'Found out' }]])
    expect(events).toEqual([['done']])
  })

  it('keeps what someone else changed beside it', async () => {
    const { writes, demo } = await open()
    demo.write(server => (server.updates[ID]![0]!.description = 'Theirs.'))
    await type(say('manage.update.headline'), 'Investigated')
    await save()
    expect(writes).toEqual([[`PATCH ${PATH}`, { displayName: 'Investigated' }]])
  })

  it('asks about what both changed', async () => {
    const { writes, demo } = await open()
    demo.write(server => (server.updates[ID]![0]!.displayName = 'Theirs'))
    await type(say('manage.update.headline'), 'Mine')
    await save()
    expect(writes).toEqual([])
    await choose(say('manage.fieldName.title'), say('manage.conflict.mine'))
    await press(say('manage.conflict.send'))
    expect(writes).toEqual([[`PATCH ${PATH}`, { displayName: 'Mine' }]])
  })

  it('keeps what is typed as a draft and asks before it is left', async () => {
    const { events, mounted } = await open()
    await type(say('manage.update.headline'), 'Half a tit')
    await press(say('app.close'))
    expect(screen.getByRole('dialog', { name: say('manage.leave.title') })).toBeTruthy()
    expect(events).toEqual([])
    mounted.unmount()
    expect(Object.values(localStorage).join()).toContain('Half a tit')

    await open()
    await press(say('manage.draft.take'))
    expect(fieldOf(say('manage.update.headline')).value).toBe('Half a tit')
  })
})

it('does not promise a draft that the browser does not keep', async () => {
  await open()
  const refuse = () => {
    throw new Error('full')
  }
  const kept = localStorage
  vi.stubGlobal('localStorage', {
    length: 0,
    key: () => null,
    setItem: refuse,
    removeItem: () => undefined,
    clear: () => undefined,
  })
  // All of them at once would take what Vuetify needs as well.
  atEnd(() => vi.stubGlobal('localStorage', kept))
  await type(say('manage.update.headline'), 'Half a tit')
  await new Promise(resolve => setTimeout(resolve, 300))
  await press(say('app.close'))
  expect(screen.getByRole('dialog', { name: say('manage.leave.title') }).textContent).toContain(say('manage.leave.lost'))
  expect(screen.queryByRole('button', { name: say('manage.leave.keep') })).toBeNull()
})

describe('deleting an update', () => {
  const openRemoval = () => renderManaged(RemoveUpdateDialog, theUpdate, { data, emits: ['close', 'done'] })

  it('asks with its title and holds it', async () => {
    const { writes, events } = await openRemoval()
    expect(dialogText()).toContain('“Investigating”')
    await press(say('manage.delete.confirm'))
    expect(writes).toEqual([])
    await press(say('manage.operation.sendNow'))
    expect(writes).toEqual([[`DELETE ${PATH}`]])
    expect(events).toEqual([['done']])
  })

  it('asks again where it was changed in between', async () => {
    const { demo } = await openRemoval()
    demo.write(server => (server.updates[ID]![0]!.displayName = 'Theirs'))
    await press(say('manage.delete.confirm'))
    expect(dialogText()).toContain('“Theirs”')
    expect(screen.queryByRole('button', { name: say('manage.operation.sendNow') })).toBeNull()
  })
})
