import { choose } from './choose'
import { incidentPath } from './manageCloud'
import { button } from './managePage'
import { dialogOf, press } from './manageSteps'
import { manage } from './managedCloud'
import { title } from './statusViews'
import { say } from './texts'
import { goTo, view, type View } from './views'

/** The pages on which operators write whole incidents. */
export const editorViews: Readonly<Record<string, View>> = {
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
      await opened.page.getByRole('region', { name: say('manage.week.title') }).waitFor()
    },
    'of a maintenance that is repeated': async ({ page }) => {
      await choose(page, say('manage.repeat.title'), say('manage.repeat.weekly'))
      await page.getByRole('group', { name: say('manage.repeat.dates') }).waitFor()
    },
    'with a calendar': async ({ page }, { hasTouch }) => {
      // A phone has one of its own.
      if (hasTouch) return
      const name = say('manage.field.calendarOf', { label: say('incident.begins') })
      await page.getByRole('button', { name, exact: true }).first().click()
      await dialogOf(page, name).getByRole('button').first().waitFor()
    },
    'with another time zone to choose': async opened => {
      await goTo(opened, 'manage/new?kind=maintenance')
      const { page } = opened
      await title(page, say('manage.editor.new.maintenance')).waitFor()
      await press(page, 'manage.field.changeZone', { label: say('incident.begins'), zone: 'Europe/Berlin' })
      // What the open list covers is no target, so the list alone is looked at.
      const list = page.getByRole('listbox', { name: say('manage.field.zoneOf', { label: say('incident.begins') }) })
      await list.getByRole('option').first().waitFor()
      return list
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
    'of an incident that exists, with the kinds of an impact': async ({ page }) => {
      await page.getByRole('combobox', { name: say('manage.field.typeOf', { name: 'DNS' }) }).press('ArrowDown')
      await page.getByRole('option').first().waitFor()
    },
  }),
}
