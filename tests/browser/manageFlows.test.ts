import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import type { WireIncident } from '@/demo/data'
import { buildComponent, buildUpdate } from '../support/builders'
import { choose, chosen } from '../support/browser/choose'
import { disclose } from '../support/browser/disclose'
import { cloud, impact, incidentPath, NOW, ongoing, openCloud } from '../support/browser/manageCloud'
import { button, openManagePage, pressMore } from '../support/browser/managePage'
import { setTime } from '../support/browser/setTime'
import { say } from '../support/browser/texts'
import { savedText } from '../support/writeFaults'

const both = [impact('Compute', 66), impact('DNS', 66)]
const dialog = (page: Page) => page.getByRole('dialog').last()
const done = (page: Page) =>
  page
    .getByText(new RegExp(`^\\s*${say('manage.operation.saved', { steps: '' }).slice(0, -2).trim()}`))
    .first()
    .waitFor()
const methods = (writes: readonly { method: string; path: string }[]) =>
  writes.map(({ method, path }) => `${method} ${path.replace(/[0-9a-f-]{36}/, '…')}`)

describe('from the board of components', () => {
  test('ticked components are reported in one step', async () => {
    const { page, takeWrites } = await openCloud()
    await page.getByRole('checkbox', { name: 'Compute' }).check()
    await page.getByRole('checkbox', { name: 'Storage' }).check()
    await page
      .getByRole('group', { name: say('manage.board.ticked') })
      .getByRole('button', { name: say('manage.board.flag') })
      .click()
    await button(dialog(page), 'manage.report.publish.incident').click()
    await done(page)
    expect(takeWrites().map(({ body }) => (body as WireIncident).affects)).toEqual([
      [impact('Compute', 66), impact('Storage', 66)],
    ])
  })

  test('"back to normal" for one of several carries on with the rest, and keeps what was', async () => {
    const { page, takeWrites, server } = await openCloud([ongoing({ affects: both })])
    await button(page, 'manage.board.resolveName', { name: 'DNS' }).click()
    await dialog(page)
      .getByText(say('manage.resolveImpacts.carriesOn', { names: 'Compute' }))
      .waitFor()
    await button(dialog(page), 'manage.board.resolve').click()
    await button(page, 'manage.operation.sendNow').click()
    await done(page)
    const writes = takeWrites()
    expect(methods(writes)).toEqual(['POST /incidents', 'PATCH /incidents/…'])
    expect(writes[0]?.body).toMatchObject({ affects: [impact('Compute', 66)] })
    expect(Object.keys(writes[1]?.body as object)).toEqual(['endedAt', 'phase'])
    expect(server.store.data.incidents[0]?.affects).toEqual(both)
  })

  test('"back to normal" for all of it ends it', async () => {
    const { page, takeWrites } = await openCloud([ongoing()])
    await button(page, 'manage.board.resolveName', { name: 'Compute' }).click()
    await button(dialog(page), 'manage.board.resolve').click()
    await button(page, 'manage.operation.sendNow').click()
    await done(page)
    expect(methods(takeWrites())).toEqual(['PATCH /incidents/…'])
  })
})

describe('an incident', () => {
  const many = Array.from({ length: 167 }, (_, n) => impact(`Node ${n}`, 66))
  const crowded = {
    ...cloud([ongoing({ affects: many })]),
    components: many.map(({ reference }, n) => buildComponent({ id: reference, displayName: `Node ${n}` })),
  }

  test.each([
    ['at a desk', { width: 1440, height: 900 }],
    ['on a tablet', { width: 768, height: 1024 }],
    ['on a phone', { width: 360, height: 800 }],
  ])('has its form first, also with 167 components, %s', async (_, viewport) => {
    const { page } = await openManagePage({ now: NOW, path: incidentPath, server: { data: crowded }, viewport })
    const form = page.getByRole('form', { name: say('manage.update.title') })
    await form.waitFor()
    expect((await form.boundingBox())?.y).toBeLessThan(400)
    const about = page.getByRole('region', { name: say('manage.incident.about') })
    const fold = about.getByRole('button', { name: say('manage.incident.about') })
    if (viewport.width < 1100) await fold.click()
    await expect.poll(() => about.getByRole('listitem').count()).toBeLessThan(20)
    expect((await about.boundingBox())?.height).toBeLessThan(1000)
  })

  test('is split: the new one first, and no day changes its colour', async () => {
    const { page, takeWrites } = await openCloud([ongoing({ affects: both })], { path: incidentPath })
    await pressMore(page, 'manage.incident.split')
    await dialog(page).getByRole('checkbox', { name: 'DNS' }).check()
    await button(dialog(page), 'manage.split.send').click()
    await done(page)
    const writes = takeWrites()
    expect(methods(writes)).toEqual(['POST /incidents', 'PATCH /incidents/…'])
    expect(writes[0]?.body).toMatchObject({ beganAt: '2026-03-10T10:00:00.000Z', affects: [impact('DNS', 66)] })
    expect(writes[1]?.body).toEqual({ affects: [impact('Compute', 66)] })
  })

  test('is taken up by a follow-up where the server does not take its end away', async () => {
    const ended = ongoing({ endedAt: '2026-03-10T11:00:00Z' })
    const { page, takeWrites, expectProblem } = await openCloud([ended], {
      path: incidentPath,
      server: { data: cloud([ended]), quirks: true },
    })
    // Its release answers 500 to a change with a phase.
    expectProblem(/status of 500/)
    await button(page, 'manage.incident.reopen').click()
    await button(dialog(page), 'manage.reopen.send').click()
    await dialog(page).getByText(say('manage.reopen.refused')).waitFor()
    await button(dialog(page), 'manage.reopen.follow').click()
    await page.getByText(say('incident.stateOngoing'), { exact: true }).waitFor()
    const writes = takeWrites()
    expect(methods(writes)).toEqual(['PATCH /incidents/…', 'POST /incidents'])
    expect(writes[0]?.body).toEqual({ endedAt: null, phase: { generation: 1, order: 0 } })
    expect(writes[1]?.body).toMatchObject({ affects: [impact('Compute', 66)] })
  })

  test('is duplicated with new times', async () => {
    const { page, takeWrites } = await openCloud([ongoing({ endedAt: '2026-03-10T11:00:00Z' })], { path: incidentPath })
    await pressMore(page, 'manage.incident.duplicate')
    await button(page, 'manage.report.publish.incident').click()
    await done(page)
    expect(takeWrites().map(({ body }) => body)).toMatchObject([
      { displayName: 'Slow volumes', beganAt: '2026-03-10T12:00:00.000Z', affects: [impact('Compute', 66)] },
    ])
  })

  test('that is over is added with its updates', async () => {
    const { page, takeWrites } = await openCloud([], { path: 'manage/new?backfill=1' })
    await page.getByLabel(say('manage.fieldName.title'), { exact: true }).fill('Yesterday')
    await setTime(page, say('incident.begins'), '2026-03-09T08:00')
    await setTime(page, say('incident.ends'), '2026-03-09T09:30')
    await button(page, 'manage.editor.late.add').click()
    const late = page.getByRole('group', { name: say('manage.editor.late.one', { n: 1 }) })
    await late.getByLabel(say('manage.update.headline')).fill('Fixed')
    await setTime(late, say('manage.update.writtenAt'), '2026-03-09T09:00')
    const publish = button(page, 'manage.report.publish.incident')
    await publish.click()
    await button(page, 'manage.warnings.publish').click()
    await done(page)
    expect(takeWrites().map(({ body }) => body)).toMatchObject([
      { displayName: 'Yesterday', beganAt: '2026-03-09T07:00:00.000Z', endedAt: '2026-03-09T08:30:00.000Z' },
      { displayName: 'Fixed', createdAt: '2026-03-09T08:00:00.000Z' },
    ])
  })
})

describe('a maintenance', () => {
  const planned = ongoing({
    displayName: 'New switches',
    beganAt: '2026-03-11T10:00:00Z',
    endedAt: '2026-03-11T12:00:00Z',
    affects: [impact('Storage', 0)],
  })

  test('is cancelled: its title says so, it takes no time, an update tells it', async () => {
    const { page, takeWrites } = await openCloud([planned], { path: incidentPath })
    await button(page, 'manage.incident.cancel').click()
    await button(dialog(page), 'manage.cancel.send.keep').click()
    await done(page)
    const writes = takeWrites()
    expect(methods(writes)).toEqual(['POST /incidents/…/updates', 'PATCH /incidents/…'])
    expect(writes[1]?.body).toEqual({
      displayName: 'Cancelled: New switches',
      endedAt: '2026-03-11T10:00:00.000Z',
      phase: expect.any(Object) as object,
    })
  })

  test('in progress gets another end', async () => {
    const running = { ...planned, beganAt: '2026-03-10T10:00:00Z', endedAt: '2026-03-10T14:00:00Z' }
    const { page, takeWrites } = await openCloud([running], { path: incidentPath })
    await button(page, 'manage.incident.shorten').click()
    await dialog(page).getByLabel(say('manage.cancel.choice.newEnd')).check()
    await setTime(dialog(page), say('incident.ends'), '2026-03-10T14:00')
    await button(dialog(page), 'manage.cancel.send.newEnd').click()
    await done(page)
    expect(
      takeWrites()
        .filter(({ method }) => method === 'PATCH')
        .map(({ body }) => body),
    ).toEqual([{ endedAt: '2026-03-10T13:00:00.000Z' }])
  })
})

test('updates are corrected, deleted and added later; a template fills one in', async () => {
  const update = buildUpdate({ createdAt: '2026-03-10T10:10:00Z' })
  const { page, takeWrites } = await openManagePage({
    now: NOW,
    path: incidentPath,
    server: { data: { ...cloud([ongoing()]), updates: { [ongoing().id]: [update] } } },
    config: { templates: [{ name: 'Solved', kind: 'update', title: 'Solved: {title}', phase: 'Resolved' }] },
  })
  await button(page, 'manage.updates.editName', { title: 'Investigating' }).click()
  await dialog(page).getByLabel(say('manage.update.headline')).fill('Looking')
  await button(dialog(page), 'manage.step.changeUpdate').click()
  await button(page, 'manage.updates.editName', { title: 'Looking' }).waitFor()
  expect(takeWrites()).toMatchObject([{ method: 'PATCH', body: { displayName: 'Looking' } }])

  await disclose(page, say('manage.template.title'))
  await choose(page, say('manage.field.template'), 'Solved')
  await button(page, 'manage.field.useTemplate').click()
  await disclose(page, say('manage.update.late'))
  await setTime(page, say('manage.update.writtenAt'), '2026-03-10T11:30')
  await button(page, 'manage.update.publish').click()
  // Not any "Done": the correction above may still be told.
  await page.getByText(savedText(say('manage.step.say')).replace(/\.$/, '')).waitFor()
  expect(takeWrites().map(({ body }) => body)).toEqual([
    { displayName: 'Solved: Slow volumes', createdAt: '2026-03-10T10:30:00.000Z' },
    { endedAt: expect.any(String) as string, phase: { generation: 1, order: 2 } },
  ])

  await button(page, 'manage.updates.deleteName', { title: 'Looking' }).click()
  await button(dialog(page), 'manage.delete.confirm').click()
  await button(page, 'manage.operation.sendNow').click()
  await button(page, 'manage.updates.deleteName', { title: 'Looking' }).waitFor({ state: 'detached' })
  expect(methods(takeWrites())).toEqual(['DELETE /incidents/…/updates/0'])
})

describe('what is typed into the update form', () => {
  const update = buildUpdate({ createdAt: '2026-03-10T10:10:00Z' })
  const open = () =>
    openManagePage({
      now: NOW,
      path: incidentPath,
      server: { data: { ...cloud([ongoing()]), updates: { [ongoing().id]: [update] } } },
    })
  async function correctUpdate(page: Page) {
    await button(page, 'manage.updates.editName', { title: 'Investigating' }).click()
    await dialog(page).getByLabel(say('manage.update.headline')).fill('Looking')
    await button(dialog(page), 'manage.step.changeUpdate').click()
    await button(page, 'manage.updates.editName', { title: 'Looking' }).waitFor()
  }
  const headline = (page: Page) => page.getByLabel(say('manage.update.headline'))

  test('stays while something else is done with the incident', async () => {
    const { page } = await open()
    await headline(page).fill('Half a sentence')
    await correctUpdate(page)
    await expect.poll(() => headline(page).inputValue()).toBe('Half a sentence')
  })

  test('is nothing yet: it follows the incident', async () => {
    const { page, server } = await open()
    await headline(page).waitFor()
    server.store.write(data => (data.incidents[0]!.phase = { generation: 1, order: 2 }))
    await correctUpdate(page)
    await expect.poll(() => chosen(page, say('incident.phase'))).toMatch(/Resolved/)
  })
})
