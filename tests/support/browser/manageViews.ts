import type { Page } from 'playwright'
import type { ConfigInput } from '@/config/schema'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { buildUpdate } from '../builders'
import { choose } from './choose'
import { disclose } from './disclose'
import { cloud, impact, incidentPath, NOW, ongoing } from './manageCloud'
import { button, openManagePage, pressMore, type OpenedManagePage } from './managePage'
import type { StatusPageOptions } from './statusPage'
import { title } from './statusViews'
import { say } from './texts'
import { goTo, view, type Look, type View } from './views'

const named = (displayName: string, fields: Partial<WireIncident>) => ongoing({ id: uuidOf(displayName), displayName, ...fields })
const outage = ongoing({ affects: [impact('Compute', 66), impact('DNS', 100)] })
const onStorage = { affects: [impact('Storage', 0)] }
const running = named('New switches', { ...onStorage, endedAt: '2026-03-10T14:00:00Z' })
const planned = named('New disks', { ...onStorage, beganAt: '2026-03-11T10:00:00Z', endedAt: '2026-03-11T12:00:00Z' })
const ended = named('Over', { endedAt: '2026-03-10T11:00:00Z' })
const update = buildUpdate({ createdAt: '2026-03-10T10:10:00Z' })
const templates: ConfigInput['templates'] = [
  { name: 'Outage', kind: 'incident', title: 'Outage of {components}', severity: 'Critical' },
]
/** Where an incident is managed. */
const placeOf = ({ id }: WireIncident) => `manage/incidents/${id}`

const server = { data: { ...cloud([outage, running, planned, ended]), updates: { [outage.id]: [update] } } }

/** The management pages as an operator finds them who has just logged in. */
export const manage =
  (options: StatusPageOptions = {}) =>
  (look: Look) =>
    openManagePage({
      now: NOW,
      server,
      config: { templates },
      ...options,
      ...look,
    })
export const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })
export const press = (page: Page, key: Parameters<typeof button>[1], values: Record<string, string> = {}) =>
  button(page, key, values).click()
/** Closes the dialog in which nothing was typed. */
export async function dismiss(page: Page): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('app.close'), exact: true })
    .first()
    .click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
/** Closes the dialog, and what was typed in it is thrown away. */
async function discard(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await press(page, 'manage.leave.discard')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
const headline = (page: Page) => page.getByLabel(say('manage.update.headline'))
const incident = async (opened: OpenedManagePage, one: WireIncident) => {
  await goTo(opened, placeOf(one))
  await title(opened.page, one.displayName!).waitFor()
}
/** A button of the page that opens a dialog. */
const opens = async (page: Page, key: Parameters<typeof say>[0], name = say(key)) => {
  await press(page, key)
  await dialogOf(page, name).waitFor()
}

/** The pages of operators about incidents. */
export const manageViews: Readonly<Record<string, View>> = {
  'the overview': view(manage({ path: 'manage' }), {
    'with a ticked component': async ({ page }) => {
      await title(page, say('manage.title')).waitFor()
      const list = page.getByRole('region', { name: say('manage.list.ongoing') })
      await list.getByRole('link', { name: 'Slow volumes', exact: true }).waitFor()
      await page.getByRole('checkbox', { name: 'DNS', exact: true }).check()
      await page.getByRole('group', { name: say('manage.board.ticked') }).waitFor()
    },
    'reporting without a title': async ({ page }) => {
      await opens(page, 'manage.report.incident')
      await button(page.getByRole('dialog'), 'manage.report.publish.incident').click()
      await page.getByText(say('manage.problem.titleMissing')).waitFor()
    },
    'reporting from a template': async ({ page }) => {
      const dialog = page.getByRole('dialog')
      await disclose(dialog, say('manage.template.title'))
      await choose(dialog, say('manage.field.template'), 'Outage')
      await button(dialog, 'manage.field.useTemplate').click()
      await button(dialog, 'manage.field.saveTemplate').click()
      await dialog.getByLabel(say('manage.template.name')).waitFor()
      await dialog.getByText(say('manage.template.open', { names: '{components}' })).waitFor()
    },
    'scheduling maintenance': async ({ page }) => {
      await discard(page)
      await opens(page, 'manage.report.maintenance')
    },
    'back to normal': async ({ page }) => {
      await dismiss(page)
      await press(page, 'manage.board.healName', { name: 'Compute' })
      await dialogOf(page, say('manage.board.heal'))
        .getByText(say('manage.heal.carriesOn', { names: 'DNS' }))
        .waitFor()
    },
  }),
  'the overview of a fresh server': view(manage({ path: 'manage', server: { data: 'empty' } }), {
    'with what is missing': async ({ page }) => {
      await title(page, say('manage.title')).waitFor()
      await page.getByText(say('manage.setup.intro')).waitFor()
      await page
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: say('manage.setup.part.components'), exact: true }) })
        .getByText(say('manage.setup.state.missing'))
        .waitFor()
    },
  }),
  'an incident': view(manage({ path: incidentPath }), {
    'with the form of an update': async ({ page }) => {
      await title(page, 'Slow volumes').waitFor()
      await button(page, 'manage.updates.editName', { title: 'Investigating' }).waitFor()
      await disclose(page, say('manage.update.impacts'))
      await disclose(page, say('manage.update.late'))
    },
    'to be deleted': async ({ page }) => {
      await pressMore(page, 'manage.incident.delete')
      await dialogOf(page, say('manage.incident.delete')).waitFor()
      await page.getByText(say('manage.delete.question', { title: 'Slow volumes' })).waitFor()
    },
    'to be split': async ({ page }) => {
      await dismiss(page)
      await pressMore(page, 'manage.incident.split')
      await dialogOf(page, say('manage.incident.split')).waitFor()
      await page.getByRole('dialog').getByRole('checkbox', { name: 'DNS' }).waitFor()
    },
    'with an update to be changed': async ({ page }) => {
      await dismiss(page)
      await press(page, 'manage.updates.editName', { title: 'Investigating' })
      await dialogOf(page, say('manage.updates.edit')).waitFor()
    },
    'with an update to be deleted': async ({ page }) => {
      await dismiss(page)
      await press(page, 'manage.updates.deleteName', { title: 'Investigating' })
      await button(page.getByRole('dialog'), 'manage.delete.confirm').waitFor()
    },
    'asking since when an impact changed': async ({ page }) => {
      await dismiss(page)
      await press(page, 'manage.field.removeImpact', { name: 'DNS' })
      await press(page, 'manage.update.publish')
      await dialogOf(page, say('manage.history.title')).waitFor()
    },
    'asking what becomes of unfinished work': async ({ page }) => {
      await press(page, 'manage.save.back')
      await headline(page).fill('Half a sentence')
      await page.getByRole('link', { name: say('manage.back') }).click()
      await dialogOf(page, say('manage.leave.title')).waitFor()
    },
    'as a draft in the overview': async ({ page }) => {
      await press(page, 'manage.leave.keep')
      await title(page, say('manage.title')).waitFor()
      const drafts = page.getByRole('region', { name: say('manage.draft.title') })
      await drafts.getByRole('link', { name: 'Half a sentence' }).waitFor()
    },
    'with a draft on offer': async ({ page }) => {
      await page.getByRole('link', { name: 'Half a sentence' }).click()
      await button(page, 'manage.draft.take').waitFor()
    },
    'that someone else has changed': async ({ page, server: { store } }) => {
      await press(page, 'manage.draft.take')
      store.write(data => (data.incidents[0]!.affects = [impact('Storage', 66)]))
      await press(page, 'manage.update.publish')
      await dialogOf(page, say('manage.conflict.title')).waitFor()
    },
  }),
  'an update that is not saved': view(manage({ path: incidentPath, server: { ...server, bearer: () => true } }), {
    'since the login has expired': async ({ page, server: { setFaults }, expectProblem }) => {
      expectProblem(/status of 401/)
      await headline(page).fill('Cause found')
      setFaults([{ method: 'POST', path: '/incidents', kind: 401 }])
      await press(page, 'manage.update.publish')
      await page.getByText(say('auth.expired')).waitFor()
      await page.getByText(say('manage.operation.failed', { step: say('manage.step.say') })).waitFor()
    },
    'yet, since it can be taken back': async ({ page, server: { setFaults } }) => {
      setFaults([])
      const token = page.getByLabel(say('auth.token')).first()
      await token.fill('another-token')
      await token.press('Enter')
      await page.getByText(say('auth.expired')).waitFor({ state: 'detached' })
      await press(page, 'manage.operation.giveUp')
      await page.getByLabel(say('manage.update.endNow')).check()
      await press(page, 'manage.update.publish')
      await button(page, 'manage.operation.undo').waitFor()
    },
  }),
  'what is over or to come': view(manage({ path: placeOf(ended) }), {
    'an incident to be reopened': async ({ page }) => {
      await title(page, 'Over').waitFor()
      await opens(page, 'manage.incident.reopen', say('manage.reopen.title'))
    },
    'a maintenance with another end': async opened => {
      await incident(opened, running)
      await opens(opened.page, 'manage.incident.shorten')
      await opened.page.getByLabel(say('manage.cancel.choice.newEnd')).check()
    },
    'a maintenance to be cancelled': async opened => {
      await incident(opened, planned)
      await opens(opened.page, 'manage.incident.cancel')
      await button(opened.page, 'manage.cancel.send.keep').waitFor()
    },
  }),
  'the editor': view(manage({ path: 'manage/new?kind=incident' }), {
    'of an incident': async ({ page }) => {
      await title(page, say('manage.editor.new.incident')).waitFor()
      await page.getByLabel(say('manage.field.template')).waitFor()
      await button(page, 'manage.report.publish.incident').waitFor()
    },
    'of a maintenance': async opened => {
      await goTo(opened, 'manage/new?kind=maintenance')
      await title(opened.page, say('manage.editor.new.maintenance')).waitFor()
      await button(opened.page, 'manage.report.publish.maintenance').waitFor()
    },
    'of a past incident, with an update': async opened => {
      await goTo(opened, 'manage/new?backfill=1')
      await title(opened.page, say('manage.backfill')).waitFor()
      await press(opened.page, 'manage.editor.late.add')
      await opened.page.getByRole('group', { name: say('manage.editor.late.one', { n: 1 }) }).waitFor()
    },
    'of an incident that exists': async opened => {
      await goTo(opened, `${incidentPath}/edit`)
      await title(opened.page, say('manage.editor.edit')).waitFor()
      await opened.page
        .getByRole('region', { name: say('manage.editor.preview') })
        .getByText('Slow volumes')
        .first()
        .waitFor()
    },
  }),
}
