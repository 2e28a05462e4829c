import { screen, within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
// Loaded beforehand: while it is, no time goes by.
import '@/features/incidentAdmin/ManageIncidentPage.vue'
import '@/features/incidentAdmin/ManagePage.vue'
import { say } from '../../support/browser/texts'
import { buildImpactType } from '../../support/builders'
import { choose } from '../../support/choose'
import { API_URL } from '../../support/config'
import { theDialog } from '../../support/dialog'
import { textOf } from '../../support/status'
import { answerFirst } from '../../support/server'
import { type } from '../../support/type'
import { buildCase, ID, press, settle } from './incident/support'
import { openOperatorPage, saidAll } from './operatorPage'

const SAID = say('manage.operation.saved', { steps: say('manage.step.say') })
const snackbar = () => screen.queryByText(SAID)?.closest<HTMLElement>('.v-snackbar') ?? null
const timesSaid = (text: string) => saidAll().split(text).length - 1

async function publishUpdate() {
  await type(say('manage.update.headline'), 'Still looking')
  await press(say('manage.update.publish'))
  await settle()
}

describe('what was written', () => {
  it('is said in passing, once, and takes no focus', async () => {
    const { writes } = await openOperatorPage(`/manage/incidents/${ID}`)
    await publishUpdate()
    expect(writes).toHaveLength(1)
    expect(timesSaid(SAID)).toBe(1)
    expect(snackbar()).not.toBeNull()
    expect(snackbar()!.contains(document.activeElement)).toBe(false)
  })

  it('stays on the page where something has to be read, and is not said twice', async () => {
    await openOperatorPage(`/manage/incidents/${ID}`)
    answerFirst(http.get(`${API_URL}/incidents/:id/updates/:order`, () => HttpResponse.json({}, { status: 500 })))
    await publishUpdate()
    expect(saidAll()).toContain(say('manage.operation.unread'))
    expect(timesSaid(SAID)).toBe(1)
    expect(snackbar()).toBeNull()
  })

  it('stays on the page where it leads on', async () => {
    const { writes } = await openOperatorPage('/manage?do=report', buildCase({}, { incidents: [] }))
    await type(say('manage.fieldName.title'), 'Nothing starts', theDialog())
    within(theDialog()).getByRole('checkbox', { name: 'Volumes' }).click()
    await settle()
    await choose(say('incident.type'), buildImpactType().displayName!)
    await press(say('manage.report.publish.incident'), theDialog())
    await settle()
    expect(writes).toHaveLength(1)
    const link = screen.getByRole('link', { name: say('manage.report.open') })
    expect(textOf(link.closest('[role=status]'))).toContain(say('manage.operation.saved', { steps: '' }).slice(0, 5))
    expect(document.querySelector('.v-snackbar')).toBeNull()
  })

  it('is never said of what failed', async () => {
    await openOperatorPage(`/manage/incidents/${ID}`)
    answerFirst(http.post(`${API_URL}/incidents/:id/updates`, () => HttpResponse.json({}, { status: 403 })))
    await publishUpdate()
    expect(textOf(screen.getByRole('alert'))).toContain(say('manage.operation.failed', { step: say('manage.step.say') }))
    expect(document.querySelector('.v-snackbar')).toBeNull()
  })
})
