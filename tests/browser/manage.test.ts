import { describe, expect, test } from 'vitest'
import type { WireIncident } from '@/demo/data'
import { buildIncident } from '../support/builders'
import { choose } from '../support/browser/choose'
import { disclose } from '../support/browser/disclose'
import { impact, incidentPath, ongoing, openCloud } from '../support/browser/manageCloud'
import { button } from '../support/browser/managePage'
import { say } from '../support/browser/texts'

describe('an update', () => {
  test('is two calls: the text, then one PATCH with only what changed', async () => {
    const { page, takeWrites } = await openCloud([ongoing()], { path: incidentPath })
    await page.getByLabel(say('manage.update.headline')).fill('Cause found')
    await page.getByRole('textbox', { name: say('manage.update.text'), exact: true }).fill('A switch is **broken**.')
    await choose(page, say('incident.phase'), 'Working on it')
    await button(page, 'manage.update.publish').click()
    await page
      .getByText(say('manage.operation.saved', { steps: '' }).slice(0, 6))
      .first()
      .waitFor()
    expect(takeWrites()).toEqual([
      {
        method: 'POST',
        path: `/incidents/${buildIncident().id}/updates`,
        body: { displayName: 'Cause found', description: 'A switch is **broken**.' },
      },
      { method: 'PATCH', path: `/incidents/${buildIncident().id}`, body: { phase: { generation: 1, order: 1 } } },
    ])
  })

  test('that changes nothing sends nothing, and says so', async () => {
    const { page, takeWrites } = await openCloud([ongoing()], { path: incidentPath })
    await button(page, 'manage.update.publish').click()
    await page.getByText(say('manage.save.nothing')).waitFor()
    expect(takeWrites()).toEqual([])
  })

  test('that ends the incident is held, can be taken back, and is sent when the time is over', async () => {
    const { page, takeWrites } = await openCloud([ongoing()], { path: incidentPath })
    await page.getByLabel(say('manage.update.headline')).fill('Fixed')
    await page.getByLabel(say('manage.update.endNow')).check()
    await button(page, 'manage.update.publish').click()
    await button(page, 'manage.operation.undo').click()
    await page.clock.runFor(10_000)
    expect(takeWrites()).toEqual([])
    expect(await page.getByLabel(say('manage.update.headline')).inputValue()).toBe('Fixed')

    await button(page, 'manage.update.publish').click()
    await button(page, 'manage.operation.undo').waitFor()
    await page.clock.runFor(7_000)
    await page.getByText(say('incident.stateEnded'), { exact: true }).waitFor()
    expect(takeWrites().map(({ method, body }) => [method, Object.keys(body as object)])).toEqual([
      ['POST', ['displayName']],
      ['PATCH', ['endedAt', 'phase']],
    ])
  })

  test('that changes an impact asks whether it was so from the beginning', async () => {
    const affects = [impact('Compute', 66), impact('DNS', 66)]
    const { page, takeWrites } = await openCloud([ongoing({ affects })], { path: incidentPath })
    const change = async () => {
      await disclose(page, say('manage.update.impacts'))
      await choose(page, say('manage.field.severityOf', { name: 'DNS' }), 'Critical')
      await button(page, 'manage.update.publish').click()
    }
    await change()
    await button(page.getByRole('dialog'), 'manage.save.back').click()
    expect(takeWrites()).toEqual([])

    await button(page, 'manage.update.publish').click()
    await button(page.getByRole('dialog'), 'manage.history.correct').click()
    await page.getByText(say('manage.step.change')).first().waitFor()
    await expect.poll(takeWrites).toEqual([
      {
        method: 'PATCH',
        path: `/incidents/${buildIncident().id}`,
        body: { affects: [impact('Compute', 66), impact('DNS', 100)] },
      },
    ])
  })

  test('"from now on" begins a follow-up and ends the incident, in this order', async () => {
    const affects = [impact('Compute', 66), impact('DNS', 66)]
    const { page, takeWrites, server } = await openCloud([ongoing({ affects })], { path: incidentPath })
    await disclose(page, say('manage.update.impacts'))
    await button(page, 'manage.field.removeImpact', { name: 'DNS' }).click()
    await button(page, 'manage.update.publish').click()
    await button(page.getByRole('dialog'), 'manage.history.fromNow').click()
    // The operator goes on where the incident does.
    await page.waitForURL(url => !url.pathname.includes(buildIncident().id))
    const writes = takeWrites()
    expect(writes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /incidents',
      `PATCH /incidents/${buildIncident().id}`,
    ])
    const created = writes[0]?.body as WireIncident
    expect(created).toMatchObject({ displayName: 'Slow volumes', affects: [impact('Compute', 66)] })
    expect(created.description).toContain(`incidents/${buildIncident().id})`)
    expect(writes[1]?.body).toEqual({ endedAt: created.beganAt, phase: { generation: 1, order: 2 } })
    expect(server.store.data.incidents.find(one => one.id === buildIncident().id)?.affects).toEqual(affects)
  })
})

describe('someone else’s change in between', () => {
  test('of the same field is shown, and the operator decides', async () => {
    const { page, server, takeWrites } = await openCloud([ongoing()], { path: incidentPath })
    await choose(page, say('incident.phase'), 'Working on it')
    server.store.write(data => (data.incidents[0]!.phase = { generation: 1, order: 2 }))
    await button(page, 'manage.update.publish').click()
    const dialog = page.getByRole('dialog', { name: say('manage.conflict.title') })
    await dialog.getByText('Resolved').waitFor()
    await dialog.getByText('Working on it').waitFor()
    await button(dialog, 'manage.conflict.send').press('Enter')
    expect(takeWrites()).toEqual([])
    await dialog.getByLabel(say('manage.conflict.mine')).check()
    await button(dialog, 'manage.conflict.send').click()
    const writes: unknown[] = []
    await expect.poll(() => writes.push(...takeWrites())).toBe(2)
    expect(writes).toMatchObject([
      { method: 'POST', body: { displayName: 'Working on it' } },
      { method: 'PATCH', body: { phase: { generation: 1, order: 1 } } },
    ])
  })

  test('of another field stays as it is', async () => {
    const { page, server, takeWrites } = await openCloud([ongoing()], { path: incidentPath })
    await choose(page, say('incident.phase'), 'Working on it')
    server.store.write(data => (data.incidents[0]!.displayName = 'Renamed'))
    await button(page, 'manage.update.publish').click()
    await page.getByRole('heading', { level: 1, name: 'Renamed' }).waitFor()
    expect(takeWrites().map(({ body }) => body)).toEqual([
      { displayName: 'Working on it' },
      { phase: { generation: 1, order: 1 } },
    ])
  })
})

describe('what is typed', () => {
  test('survives a reload, is put back on purpose, and goes when it is published', async () => {
    const { page, takeWrites } = await openCloud([ongoing()], { path: incidentPath })
    await page.getByLabel(say('manage.update.headline')).fill('Half a sentence')
    page.once('dialog', dialog => void dialog.accept())
    await page.reload()
    await page.getByLabel(say('manage.update.headline')).waitFor()
    expect(await page.getByLabel(say('manage.update.headline')).inputValue()).toBe('')
    await button(page, 'manage.draft.take').click()
    expect(await page.getByLabel(say('manage.update.headline')).inputValue()).toBe('Half a sentence')
    await button(page, 'manage.update.publish').click()
    await expect.poll(takeWrites).toHaveLength(1)
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter(key => key.includes('draft')))).toEqual([])
  })

  test('is asked for when it is left, kept or thrown away', async () => {
    const { page } = await openCloud([ongoing()], { path: incidentPath })
    await page.getByLabel(say('manage.update.headline')).fill('Half a sentence')
    await page.getByRole('link', { name: say('manage.back') }).click()
    const question = page.getByRole('dialog', { name: say('manage.leave.title') })
    await button(question, 'manage.leave.stay').click()
    expect(await page.getByLabel(say('manage.update.headline')).inputValue()).toBe('Half a sentence')

    await page.getByRole('link', { name: say('manage.back') }).click()
    await button(question, 'manage.leave.keep').click()
    const drafts = page.getByRole('region', { name: say('manage.draft.title') })
    await drafts.getByRole('link', { name: 'Half a sentence' }).waitFor()
    await button(drafts, 'manage.draft.discardName', { title: 'Half a sentence' }).click()
    await drafts.waitFor({ state: 'detached' })
  })
})
