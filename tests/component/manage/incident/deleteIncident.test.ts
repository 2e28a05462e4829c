import { screen } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import DeleteIncidentDialog from '@/features/incidentAdmin/incident/DeleteIncidentDialog.vue'
import { buildComponent, buildUpdate } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { DAY_MS, wireTime } from '../../../support/clock'
import { API_URL } from '../../../support/config'
import { dialogText } from '../../../support/dialog'
import { answerFirst, takeRequests } from '../../../support/server'
import { buildCase, ID, press, renderManaged, settle, theIncident, VOLUMES } from './support'

const open = (data = buildCase()) => renderManaged(DeleteIncidentDialog, theIncident, { data, emits: ['close', 'deleted'] })
const notes = () => Object.values(localStorage).map(text => JSON.parse(String(text)) as Record<string, unknown>)
const ask = () => press(say('manage.delete.confirm'))

describe('deleting an incident', () => {
  it('names it and what goes with it', async () => {
    await open(buildCase({}, { updates: { [ID]: [buildUpdate()] } }))
    expect(dialogText()).toContain('“Slow volumes”')
    expect(dialogText()).toContain('1 update is deleted')
    expect(dialogText()).toContain('2 impacts')
    expect(dialogText()).toContain('1 day of the history')
  })

  it('counts no day before the records begin as one that turns green', async () => {
    const labels = { since: '2026-03-09' }
    const components = [buildComponent({ labels }), buildComponent({ id: VOLUMES, labels: { retired: '' } })]
    const data = buildCase({ beganAt: wireTime(-5 * DAY_MS) }, { components })
    const config = {
      recordsSince: '2026-03-07',
      components: { recordsSinceLabel: 'since', retiredLabel: 'retired' },
    }
    await renderManaged(DeleteIncidentDialog, theIncident, { data, config })
    expect(dialogText()).toContain('2 days of the history')
  })

  it('holds it, with a note in the browser, and sends it on the word', async () => {
    const { writes, events } = await open()
    await ask()
    await ask()
    expect(writes).toEqual([])
    expect(notes()).toMatchObject([{ form: 'delete', target: ID, title: 'Slow volumes' }])
    await press(say('manage.operation.sendNow'))
    expect(writes).toEqual([[`DELETE /incidents/${ID}`]])
    expect(events).toEqual([['deleted']])
    expect(notes()).toEqual([])
  })

  it('sends nothing when it is taken back', async () => {
    const { writes, events } = await open()
    await ask()
    await press(say('manage.operation.undo'))
    expect([writes, events, notes()]).toEqual([[], [], []])
  })

  it('leaves the note when the tab goes meanwhile', async () => {
    const { mounted, writes } = await open()
    await ask()
    mounted.unmount()
    expect(notes()).toHaveLength(1)
    expect(writes).toEqual([])
  })

  it('shows what someone else changed in between, and asks again', async () => {
    const { demo, writes } = await open()
    demo.write(data => (data.incidents[0]!.displayName = 'Lost volumes'))
    await ask()
    expect(dialogText()).toContain('Lost volumes')
    expect(dialogText()).toContain(say('manage.fresh.title'))
    expect(screen.queryByRole('button', { name: say('manage.operation.sendNow') })).toBeNull()
    await ask()
    await press(say('manage.operation.sendNow'))
    expect(writes).toHaveLength(1)
  })

  it('is over when someone else has deleted it', async () => {
    const { demo, events, writes } = await open()
    demo.write(data => data.incidents.splice(0))
    await ask()
    expect(dialogText()).toContain('does not exist any more')
    // The first of that name is the corner of the dialog.
    screen
      .getAllByRole('button', { name: say('app.close') })
      .at(-1)!
      .click()
    await settle()
    expect([events, writes]).toEqual([[['deleted']], []])
  })

  describe('that the server refuses while it has updates', () => {
    const refuseWhileUpdates = (demo: Awaited<ReturnType<typeof open>>['demo']) =>
      answerFirst(
        http.delete(`${API_URL}/incidents/${ID}`, () => {
          if (demo.data.updates[ID]?.length) return HttpResponse.json({ message: 'foreign key' }, { status: 500 })
        }),
      )
    async function refused() {
      const updates = { [ID]: [buildUpdate({ displayName: 'Seen' }), buildUpdate({ order: 1, displayName: 'Found' })] }
      const page = await open(buildCase({}, { updates }))
      refuseWhileUpdates(page.demo)
      await ask()
      await press(say('manage.operation.sendNow'))
      return page
    }
    const first = () => press(say('manage.delete.updatesFirst', { n: 2 }))
    const deletions = (calls: readonly string[]) => calls.filter(call => call.startsWith('DELETE'))

    it('goes after its updates, held once more', async () => {
      const { events } = await refused()
      takeRequests()
      await first()
      expect(deletions(takeRequests())).toEqual([])
      await press(say('manage.operation.sendNow'))
      expect(deletions(takeRequests())).toEqual([
        `DELETE /incidents/${ID}/updates/1`,
        `DELETE /incidents/${ID}/updates/0`,
        `DELETE /incidents/${ID}`,
      ])
      expect(events).toEqual([['deleted']])
    })

    it('stays with all its updates when that is taken back', async () => {
      const { events } = await refused()
      takeRequests()
      await first()
      await press(say('manage.operation.undo'))
      expect(deletions(takeRequests())).toEqual([])
      expect([events, notes()]).toEqual([[], []])
    })

    it('is asked for again after some of them are gone, and that is no change by someone else', async () => {
      await refused()
      answerFirst(
        http.delete(`${API_URL}/incidents/${ID}/updates/0`, () => HttpResponse.json({}, { status: 403 }), { once: true }),
      )
      await first()
      await press(say('manage.operation.sendNow'))
      await press(say('manage.operation.giveUp'))
      await ask()
      expect(dialogText()).not.toContain(say('manage.fresh.title'))
      expect(screen.getByRole('button', { name: say('manage.operation.sendNow') })).toBeDefined()
    })
  })

  it('is not offered to go after its updates where it has none', async () => {
    await open()
    answerFirst(http.delete(`${API_URL}/incidents/${ID}`, () => HttpResponse.json({}, { status: 500 })))
    await ask()
    await press(say('manage.operation.sendNow'))
    expect(dialogText()).toContain(say('manage.operation.notFound.remove'))
    expect(dialogText()).not.toContain(say('manage.delete.refused'))
  })

  it('asks the server and not a cache before it deletes', async () => {
    await open()
    takeRequests()
    await ask()
    expect(takeRequests()).toEqual([`GET /incidents/${ID}`])
  })
})
