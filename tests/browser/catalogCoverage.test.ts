import type { Page } from 'playwright'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { buildUpdate } from '../support/builders'
import { cloud, NOW, ongoing } from '../support/browser/manageCloud'
import { button, openManagePage, pressMore } from '../support/browser/managePage'
import { say } from '../support/browser/texts'
import source from '../../openapi/scs-status-page.yaml?raw'

interface Operation {
  readonly id: string
  readonly method: string
  readonly path: RegExp
}

const { paths } = parse(source) as { paths: Record<string, Record<string, { operationId?: string }>> }
const operations = Object.entries(paths).flatMap(([template, methods]) =>
  Object.entries(methods).flatMap(([method, { operationId }]): Operation[] =>
    operationId === undefined
      ? []
      : [{ id: operationId, method: method.toUpperCase(), path: new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`) }],
  ),
)
/** What the operator did that made the page ask for an operation, by its id. */
const exercised = new Map<string, string[]>()

const incident = ongoing()
const update = buildUpdate()
const dialog = (page: Page) => page.getByRole('dialog')
const closed = (page: Page) => dialog(page).waitFor({ state: 'detached' })
const headline = (page: Page) => page.getByLabel(say('manage.update.headline')).last()
const title = (page: Page) => page.getByLabel(say('manage.fieldName.title'), { exact: true })
const fill = (page: Page, key: Parameters<typeof say>[0], value: string) =>
  dialog(page).getByLabel(say(key), { exact: true }).fill(value)
const confirmDeletion = async (page: Page) => {
  await button(dialog(page), 'manage.delete.confirm').click()
  await button(page, 'manage.operation.sendNow').click()
  await closed(page)
}
const toPage = (page: Page, key: 'components' | 'impactTypes' | 'severities' | 'phases' | 'incidents') =>
  page
    .getByRole('navigation', { name: say('manage.nav.label') })
    .getByRole('link', { name: say(`manage.nav.${key}`), exact: true })
    .click()
const saved = (page: Page) =>
  page
    .getByRole('status')
    .getByText(say('manage.operation.saved', { steps: '' }).slice(0, 5))
    .first()

const actions: Record<string, (page: Page) => Promise<void>> = {
  'opens the status page': async page => {
    await page
      .getByRole('link', { name: incident.displayName ?? '' })
      .first()
      .click()
  },
  'reads an incident': page => page.getByRole('heading', { level: 1, name: incident.displayName ?? '' }).waitFor(),
  'corrects an update': async page => {
    await page.goto(new URL(`manage/incidents/${incident.id}`, `${new URL(page.url()).origin}/`).href)
    await button(page, 'manage.updates.editName', { title: update.displayName ?? '' }).click()
    await headline(page).fill('Corrected')
    await button(dialog(page), 'manage.step.changeUpdate').click()
    await closed(page)
    await button(page, 'manage.updates.editName', { title: 'Corrected' }).waitFor()
  },
  'publishes an update': async page => {
    await headline(page).fill('Another one')
    await button(page, 'manage.update.publish').click()
    await button(page, 'manage.updates.editName', { title: 'Another one' }).waitFor()
  },
  'deletes an update': async page => {
    await button(page, 'manage.updates.deleteName', { title: 'Another one' }).click()
    await button(dialog(page), 'manage.delete.confirm').click()
    await button(page, 'manage.operation.sendNow').click()
    await closed(page)
  },
  'changes an incident': async page => {
    await page.goto(`${page.url()}/edit`)
    await title(page).fill('Renamed')
    await button(page, 'manage.editor.save').click()
    await saved(page).waitFor()
  },
  'reports an incident': async page => {
    await toPage(page, 'incidents')
    await button(page, 'manage.report.incident').click()
    await dialog(page).getByRole('checkbox', { name: 'DNS' }).check()
    await button(dialog(page), 'manage.report.publish.incident').click()
    await page.getByRole('link', { name: say('manage.report.open') }).click()
  },
  'deletes an incident': async page => {
    await pressMore(page, 'manage.incident.delete')
    await confirmDeletion(page)
  },
  'makes a component': async page => {
    await toPage(page, 'components')
    await button(page, 'manage.components.new').click()
    await fill(page, 'manage.fieldName.name', 'Mail')
    await button(dialog(page), 'manage.components.create').click()
    await closed(page)
  },
  'renames a component': async page => {
    await button(page, 'manage.components.editName', { name: 'Mail' }).click()
    await fill(page, 'manage.fieldName.name', 'Post')
    await button(dialog(page), 'manage.catalog.save').click()
    await closed(page)
  },
  'deletes a component': async page => {
    await button(page, 'manage.catalog.step.delete', { name: 'Post' }).click()
    await confirmDeletion(page)
  },
  'makes an impact type': async page => {
    await toPage(page, 'impactTypes')
    await button(page, 'manage.impactTypes.new').click()
    await fill(page, 'manage.fieldName.name', 'Lost data')
    await button(dialog(page), 'manage.impactTypes.create').click()
    await closed(page)
  },
  'renames an impact type': async page => {
    await button(page, 'manage.impactTypes.editName', { name: 'Lost data' }).click()
    await fill(page, 'manage.fieldName.name', 'Lost packets')
    await button(dialog(page), 'manage.catalog.save').click()
    await closed(page)
  },
  'deletes an impact type': async page => {
    await button(page, 'manage.catalog.step.delete', { name: 'Lost packets' }).click()
    await confirmDeletion(page)
  },
  'makes a severity': async page => {
    await toPage(page, 'severities')
    await button(page, 'manage.severities.add').click()
    await fill(page, 'manage.severities.name', 'Serious')
    await fill(page, 'manage.severities.value', '80')
    await button(page, 'manage.severities.create').click()
    await closed(page)
  },
  'renames a severity': async page => {
    await button(page, 'manage.severities.editName', { name: 'Serious' }).click()
    await fill(page, 'manage.severities.name', 'Severe')
    await button(page, 'manage.severities.save').click()
    await closed(page)
  },
  'deletes a severity': async page => {
    await button(page, 'manage.severities.deleteName', { name: 'Severe' }).click()
    await confirmDeletion(page)
  },
  'publishes a generation of phases': async page => {
    await toPage(page, 'phases')
    await button(page, 'manage.phases.new').click()
    await page.getByLabel(say('manage.phases.nameOf', { n: 1 }), { exact: true }).fill('Noticed')
    await button(page, 'manage.phases.step.publish').click()
    await button(page, 'manage.operation.sendNow').click()
    await closed(page)
  },
}

test('the page carries out each of the 27 operations of the API', async () => {
  const { page, server, site } = await openManagePage({
    now: NOW,
    server: { data: { ...cloud([incident]), updates: { [incident.id]: [update] } } },
  })
  await button(page, 'manage.report.incident').waitFor()
  await page.goto(site.url)
  let seen = 0
  const note = (action: string) => {
    const fresh = server.requests.slice(seen)
    seen += fresh.length
    for (const { method, path } of fresh) {
      const { pathname } = new URL(path, 'http://host')
      const operation = operations.find(one => one.method === method && one.path.test(pathname))
      if (!operation) throw new Error(`${method} ${path} is no operation of the API`)
      const by = exercised.get(operation.id) ?? []
      if (!by.includes(action)) exercised.set(operation.id, [...by, action])
    }
  }
  for (const [action, run] of Object.entries(actions)) {
    await run(page).catch((error: unknown) => {
      throw new Error(`The operator ${action}`, { cause: error })
    })
    note(action)
  }
  await page.waitForLoadState('networkidle')
  note('waits')
  expect(operations).toHaveLength(27)
  expect(operations.filter(({ id }) => !exercised.has(id)).map(({ id }) => id)).toEqual([])
})

afterAll(() => {
  // The table is what this test is for. The request validation of the demo server is on throughout.
  const width = Math.max(...operations.map(({ id }) => id.length))
  const rows = operations.map(({ id }) => {
    const [first = 'nothing', ...more] = exercised.get(id) ?? []
    return `${id.padEnd(width)}  ${first}${more.length ? `, and ${more.length} more` : ''}`
  })
  process.stdout.write(`\nOperation, exercised by the operator who …\n${rows.join('\n')}\n`)
})
