import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import IncidentPage from '@/features/incident/IncidentPage.vue'
import { say } from '../support/browser/texts'
import { buildData } from '../support/builders'
import { MINUTE_MS, NOW } from '../support/clock'
import { API_URL } from '../support/config'
import { dataOf, failing, renderIncident } from '../support/incidentPage'
import { createSurroundings, renderPart } from '../support/mounted'
import { answerFirst, holdBack, serve, takeRequests } from '../support/server'
import { impactOn, ongoing, textOf } from '../support/status'

const { id } = ongoing([])

describe('an incident that is not to be had', () => {
  it('does not exist: a plain statement, no alarm', async () => {
    const { getByRole, getByText, queryByRole } = await renderIncident(buildData(), uuidOf('gone'))
    expect(getByRole('heading', { level: 1, name: say('incident.notFound') })).toBeDefined()
    expect(getByText(say('incident.notFoundText'))).toBeDefined()
    expect(queryByRole('alert')).toBeNull()
    expect(document.title).toContain(say('incident.notFound'))
  })

  it('cannot be read: the reason, the call and another try', async () => {
    const page = await renderIncident(undefined, id, failing(`/incidents/${id}`, 503))
    expect(page.getByRole('heading', { level: 1, name: say('incident.failed') })).toBeDefined()
    expect(textOf(page.getByRole('alert'))).toContain(say('error.server'))
    expect(textOf(page.getByRole('alert'))).toContain(`GET /incidents/${id}`)
    expect(textOf(page.getByRole('alert'))).toContain(say('error.status', { status: 503 }))
    serve({ data: dataOf(ongoing([])) })
    takeRequests()
    fireEvent.click(page.getByRole('button', { name: say('app.retry') }))
    expect(await page.findByRole('heading', { level: 1, name: 'Slow volumes' })).toBeDefined()
    expect(takeRequests()).toContain(`GET /incidents/${id}`)
  })

  it('is kept with its age when only a later read fails', async () => {
    const page = await renderIncident(undefined, id, failing(`/incidents/${id}/updates`))
    answerFirst(failing(`/incidents/${id}`))
    page.clock.moveTo(NOW + 2 * MINUTE_MS)
    window.dispatchEvent(new Event('online'))
    expect(await page.findByText(say('incident.staleText', { ago: '2 minutes ago' }))).toBeDefined()
    expect(page.getByRole('heading', { level: 1, name: 'Slow volumes' })).toBeDefined()
  })

  it('is as old as a cache says that its answers are', async () => {
    const incident = ongoing([impactOn('Compute', 50)])
    const aged = (path: string, data: unknown) =>
      http.get(`${API_URL}${path}`, () => HttpResponse.json({ data: data as object }, { headers: { Age: '7200' } }))
    const page = await renderIncident(undefined, id, aged(`/incidents/${id}`, incident), aged(`/incidents/${id}/updates`, []))
    expect(await page.findByText(/2 hours ago/)).toBeDefined()
  })

  it('is not kept once the server says that it does not exist any more', async () => {
    const page = await renderIncident(undefined, id, failing(`/incidents/${id}/updates`))
    serve({ data: buildData() })
    window.dispatchEvent(new Event('online'))
    expect(await page.findByRole('heading', { level: 1, name: say('incident.notFound') })).toBeDefined()
    expect(page.queryByText('Slow volumes')).toBeNull()
  })

  it('says nothing of impacts before the names of components and severities are there', async () => {
    const held = holdBack('/components')
    const data = dataOf(ongoing([impactOn('Compute', 50)]))
    serve({ data, first: [held.handler] })
    const around = await createSurroundings()
    const { element } = await renderPart(IncidentPage, { ...around, props: { id } })
    await expect.poll(() => around.store.parts.severities.readAt).not.toBeNull()
    await flushPromises()
    expect(textOf(element)).not.toContain(say('incident.hiddenComponent'))
    expect(within(element).getByRole('status').textContent).toBe(say('app.loading'))
    held.release()
    expect(await within(element).findByRole('rowheader', { name: 'Compute' })).toBeDefined()
  })
})
