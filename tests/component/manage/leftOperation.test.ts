import { fireEvent, screen, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
// Loaded beforehand: while it is, no time goes by.
import '@/features/incidentAdmin/ManagePage.vue'
import { say } from '../../support/browser/texts'
import { atEnd } from '../../support/cleanup'
import { API_URL } from '../../support/config'
import { answerFirst } from '../../support/server'
import { textOf } from '../../support/status'
import { ID } from './incident/support'
import { openOperatorPage, saidAll } from './operatorPage'

async function openPage() {
  const { writes, router } = await openOperatorPage(`/manage/incidents/${ID}?do=delete`)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] })
  atEnd(() => void vi.useRealTimers())
  const pass = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms)
    await flushPromises()
  }
  return { writes, router, pass }
}
const held = say('manage.operation.leftHeld', { steps: say('manage.step.delete') })
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

async function deleteAndLeave() {
  const page = await openPage()
  const { router, pass } = page
  await pass(500)
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: say('manage.delete.confirm') }))
  await pass(1_000)
  const left = router.push('/manage')
  // An open dialog lets a navigation wait for a timer.
  await pass(100)
  await left
  await pass(500)
  return page
}

describe('a deletion whose page is left while it is held', () => {
  it('counts down among the snackbars, is sent, and is said to be done once', async () => {
    const { writes, pass } = await deleteAndLeave()
    expect(saidAll()).toContain(held)
    expect(writes).toEqual([])
    await pass(6_000)
    await pass(1_000)
    expect(writes).toEqual([[`DELETE /incidents/${ID}`]])
    const done = say('manage.operation.saved', { steps: say('manage.step.delete') })
    expect(saidAll().split(done)).toHaveLength(2)
  })

  it('is taken back there', async () => {
    const { writes, pass } = await deleteAndLeave()
    click(say('manage.operation.undo'))
    await pass(20_000)
    expect(writes).toEqual([])
    expect(saidAll()).not.toContain(held)
  })

  it('waits while the keyboard is there', async () => {
    const { writes, pass } = await deleteAndLeave()
    screen.getByRole('button', { name: say('manage.operation.undo') }).focus()
    await pass(30_000)
    expect(writes).toEqual([])
    screen.getByRole('button', { name: say('manage.operation.undo') }).blur()
    await pass(7_000)
    expect(writes).toEqual([[`DELETE /incidents/${ID}`]])
  })

  it('that fails is told in the frame of operators until it is answered', async () => {
    const { pass } = await deleteAndLeave()
    answerFirst(http.delete(`${API_URL}/incidents/:id`, () => HttpResponse.json({}, { status: 403 })))
    await pass(7_000)
    await pass(60_000)
    const alert = within(screen.getByTestId('operation')).getByRole('alert')
    expect(textOf(alert)).toContain(say('manage.operation.failed', { step: say('manage.step.delete') }))
    expect(textOf(alert)).toContain(say('manage.operation.notSaved.remove'))
    click(say('manage.operation.giveUp'))
    await pass(100)
    expect(screen.queryByTestId('operation')).toBeNull()
  })
})
