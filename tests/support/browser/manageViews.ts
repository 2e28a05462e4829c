import type { Page } from 'playwright'
import type { WireIncident } from '@/demo/data'
import { choose } from './choose'
import { disclose } from './disclose'
import { editorViews } from './editorViews'
import { impact, incidentPath } from './manageCloud'
import { button, pressMore, type OpenedManagePage } from './managePage'
import { dialogOf, discard, dismiss, headline, opens, press } from './manageSteps'
import { ended, manage, placeOf, planned, running, server } from './managedCloud'
import { title } from './statusViews'
import { say } from './texts'
import { goTo, view, type View } from './views'

const incident = async (opened: OpenedManagePage, one: WireIncident) => {
  await goTo(opened, placeOf(one))
  await title(opened.page, one.displayName!).waitFor()
}

const menuItem = (page: Page, name: string) => page.getByRole('menuitemradio', { name, exact: true })

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
    'reporting with a component looked for': async ({ page }) => {
      await page
        .getByRole('dialog')
        .getByRole('combobox', { name: say('components.search') })
        .fill('Comp')
      await page.getByRole('option', { name: 'Compute' }).waitFor()
    },
    'reporting with the phases to begin with': async ({ page }) => {
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('combobox', { name: say('components.search') }).fill('')
      await press(page, 'manage.report.phaseIs', { phase: 'Investigating' })
      await menuItem(page, 'Investigating').waitFor()
      return page.getByRole('menu', { name: say('incident.phase'), exact: true })
    },
    'reporting with the times to begin at': async ({ page }) => {
      await menuItem(page, 'Investigating').click()
      await press(page, 'manage.report.beginsNow')
      await menuItem(page, say('manage.report.beginsOther')).waitFor()
      return page.getByRole('menu', { name: say('incident.begins'), exact: true })
    },
    'reporting with a severity for each, and another begin': async ({ page }) => {
      const dialog = page.getByRole('dialog')
      await menuItem(page, say('manage.report.beginsOther')).click()
      await dialog.getByRole('checkbox', { name: 'DNS' }).check()
      await dialog.getByRole('checkbox', { name: 'Storage' }).check()
      await disclose(dialog, say('manage.field.severityForEach'))
      await dialog.getByRole('group', { name: say('incident.begins'), exact: true }).waitFor()
    },
    'scheduling maintenance': async ({ page }) => {
      await discard(page)
      await opens(page, 'manage.report.maintenance')
    },
    'back to normal': async ({ page }) => {
      await dismiss(page)
      await press(page, 'manage.board.resolveName', { name: 'Compute' })
      await dialogOf(page, say('manage.board.resolve'))
        .getByText(say('manage.resolveImpacts.carriesOn', { names: 'DNS' }))
        .waitFor()
    },
    'updating several, none of which is chosen': async ({ page }, { hasTouch }) => {
      await dismiss(page)
      await (hasTouch ? pressMore : press)(page, 'manage.several.title')
      const dialog = page.getByRole('dialog')
      await headline(page).fill('On it')
      await button(dialog, 'manage.several.sendNone').click()
      await dialog.getByText(say('manage.several.noneChosen')).first().waitFor()
    },
    'updating several': async ({ page }) => {
      await page.getByRole('dialog').getByRole('checkbox', { name: 'Slow volumes' }).check()
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
  'the overview where nothing names a first phase': view(manage({ path: 'manage', config: { firstPhase: {} } }), {
    'reporting asks for it': async ({ page }) => {
      await opens(page, 'manage.report.incident')
      await page.getByRole('dialog').getByText(say('manage.firstPhase.incident')).first().waitFor()
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
    'about to be resolved': async ({ page }) => {
      await press(page, 'manage.save.back')
      await press(page, 'manage.update.resolve')
      await page.getByLabel(say('manage.update.endNow')).and(page.locator(':checked')).waitFor()
    },
    'asking what becomes of unfinished work': async ({ page }) => {
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
    'an incident with a post-mortem to be filled in': async ({ page }) => {
      await title(page, 'Over').waitFor()
      await press(page, 'manage.update.postMortem')
      await page.getByRole('button', { name: say('manage.update.publish'), exact: true }).waitFor()
    },
    'an incident to be reopened': async ({ page }) => {
      await page.reload()
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
  ...editorViews,
}
