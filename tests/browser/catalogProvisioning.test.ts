import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { noData, type DemoData } from '@/demo/data'
import { buildComponent, buildData } from '../support/builders'
import { expectNoAxeViolations } from '../support/browser/axe'
import { downloaded } from '../support/browser/download'
import { hasFocus } from '../support/browser/focus'
import { button, openManagePage } from '../support/browser/managePage'
import { say } from '../support/browser/texts'

const namesOf = (components: number) =>
  Array.from({ length: components }, (_, index) => `node-${String(index + 1).padStart(3, '0')}`)
const fileOf = (names: readonly string[]) => `impactTypes:
- displayname: Performance
- displayname: Connectivity
components:
${names.map((name, index) => `- displayname: ${name}\n  labels:\n    region: ${index % 2 ? 'west' : 'east'}\n`).join('')}
phases:
- name: Investigating
- name: Done
severities:
- name: limited
  value: 50
- name: broken
  value: 100
`
/** Two impact types, two severities and one generation of phases. */
const BESIDE = 5
const NAMES = namesOf(12)
const FILE = fileOf(NAMES)
const WRITES = NAMES.length + BESIDE

const open = (data: DemoData, options: Parameters<typeof openManagePage>[0] = {}) =>
  openManagePage({ path: 'manage/provisioning', ...options, server: { data, ...options.server } })
const content = (page: Page) => page.getByLabel(say('manage.provisioning.text'))
const choose = (page: Page, text: string | Buffer, name = 'provisioning.yaml') =>
  page
    .getByLabel(say('manage.provisioning.choose'))
    .setInputFiles({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) })
const apply = (page: Page, n: number) => page.getByRole('button', { name: say('manage.provisioning.apply', { n }), exact: true })
const publish = (page: Page) => page.getByLabel(say('manage.provisioning.publish.choose'))
/** Applies all, with the phases: those are held for some seconds. */
async function applyAll(page: Page, n: number) {
  await publish(page).check()
  await apply(page, n).click()
  await button(page, 'manage.operation.sendNow').click()
}
const imported = (page: Page, timeout?: number) => page.getByText(say('manage.provisioning.same')).waitFor({ timeout })

describe('an import', () => {
  test('of 200 components makes a fresh, empty server a working status page, and shows how far it is', async () => {
    const { page, server, site, takeWrites } = await open(noData(), { server: { latencyMs: 20 } })
    const names = namesOf(200)
    const count = names.length + BESIDE
    await choose(page, fileOf(names))
    const progress = page.getByTestId('progress')
    await apply(page, count - 1).waitFor()
    expect(takeWrites()).toEqual([])
    const before = server.requests.length
    const start = performance.now()
    await applyAll(page, count)
    const max = await progress
      .getByRole('progressbar')
      .evaluate(bar => (bar instanceof HTMLProgressElement ? String(bar.max) : bar.getAttribute('aria-valuemax')))
    const seen = await progress.innerText()
    // One after the other they take as long as the machine takes.
    await imported(page, 55_000)
    process.stdout.write(`\n200 components imported in ${((performance.now() - start) / 1000).toFixed(1)} s at 20 ms latency\n`)
    expect(max).toBe(String(count))
    expect(seen).toMatch(/^\d+ of 205: /)
    await page.getByText(say('manage.operation.saved', { steps: say('manage.operation.count', { n: count }) })).waitFor()

    const writes = takeWrites()
    expect(writes).toHaveLength(count)
    expect([...writes.slice(0, 2), ...writes.slice(-1)].map(({ path }) => path)).toEqual([
      '/severities',
      '/severities',
      '/phases',
    ])
    const lists = server.requests.slice(before).filter(({ method, path }) => method === 'GET' && path === '/components')
    // Before, after, and by the store of the page: never once for each.
    expect(lists.length).toBeLessThanOrEqual(4)
    expect(server.store.data.components.map(({ displayName }) => displayName)).toEqual(names)
    expect(server.store.data).toMatchObject({
      phases: [['Investigating', 'Done']],
      severities: [
        { displayName: 'limited', value: 50 },
        { displayName: 'broken', value: 100 },
      ],
      impactTypes: [{ displayName: 'Performance' }, { displayName: 'Connectivity' }],
    })

    await page.goto(site.url)
    await page.getByRole('heading', { level: 1, name: say('banner.operational') }).waitFor()
    await page.getByRole('link', { name: 'node-200' }).or(page.getByText('node-200')).first().waitFor()
  })

  test('goes on after a failure in the middle, and sends nothing twice', async () => {
    const { page, server, takeWrites, expectProblem } = await open(noData())
    expectProblem(/status of 403/)
    await choose(page, FILE)
    await apply(page, WRITES - 1).waitFor()
    await page.route(/\/components$/, async route => {
      const isWanted = (route.request().postData() ?? '').includes('node-007')
      if (isWanted) server.setFaults([{ method: 'POST', path: '/components', kind: 403, times: 1 }])
      await route.continue()
    })
    await applyAll(page, WRITES)
    const failure = page.getByTestId('operation').getByRole('alert')
    await failure.getByText(say('manage.operation.failed', { step: 'Create node-007' })).waitFor()
    expect(await failure.innerText()).toContain(
      say('manage.operation.saved', { steps: say('manage.operation.count', { n: 10 }) }),
    )
    await page.unroute(/\/components$/)

    await button(page, 'manage.operation.giveUp').click()
    await applyAll(page, 7)
    await imported(page)
    const sent = takeWrites().filter(({ path }) => path === '/components')
    expect(sent).toHaveLength(NAMES.length + 1)
    expect(server.store.data.components.map(({ displayName }) => displayName)).toEqual(NAMES)
    expect(server.store.data.phases).toHaveLength(1)
  })

  test('goes on after a reload with what is left', async () => {
    const { page, server, expectProblem } = await open(noData())
    expectProblem(/status of 403/)
    server.setFaults([{ method: 'POST', path: '/components', kind: 403, times: 1 }])
    await choose(page, FILE)
    await applyAll(page, WRITES)
    await page.getByTestId('operation').getByRole('alert').waitFor()
    page.once('dialog', dialog => void dialog.accept())
    await page.reload()
    await button(page, 'manage.draft.take').click()
    await button(page, 'manage.provisioning.compare').click()
    await applyAll(page, NAMES.length + 1)
    await imported(page)
    expect(server.store.data.components).toHaveLength(NAMES.length)
  })

  test('finds out about an answer that was lost, and repeats no creation', async () => {
    const { page, server, takeWrites, expectProblem } = await open(noData())
    expectProblem(/net::ERR/)
    server.setFaults([{ method: 'POST', path: '/components', kind: 'lost', times: 1 }])
    await choose(page, FILE)
    await applyAll(page, WRITES)
    await imported(page)
    expect(takeWrites()).toHaveLength(WRITES)
    expect(server.store.data.components).toHaveLength(NAMES.length)
  })

  test('deletes what is only on the server after a word of its own, and nothing that is not ticked', async () => {
    const { page, server, takeWrites } = await open(
      buildData({
        components: [buildComponent(), buildComponent({ id: '11111111-1111-4111-8111-222222222222', displayName: 'Old' })],
      }),
    )
    await content(page).fill('components:\n- displayname: New\n- displayname: Unwanted\n')
    await button(page, 'manage.provisioning.compare').click()
    await page.getByRole('checkbox', { name: 'Unwanted' }).uncheck()
    await apply(page, 1).waitFor()
    await page.getByLabel(say('manage.provisioning.deleteAlso')).check()
    await page.getByRole('checkbox', { name: 'Compute' }).uncheck()
    await apply(page, 2).click()
    const question = page.getByRole('dialog', { name: say('manage.provisioning.question') })
    expect(await question.getByRole('listitem').allInnerTexts()).toEqual(['Old'])
    await button(question, 'manage.provisioning.questionNo').click()
    expect(takeWrites()).toEqual([])

    await apply(page, 2).click()
    await button(question, 'manage.provisioning.questionYes', { n: '1' }).click()
    await button(page, 'manage.operation.sendNow').click()
    await page.getByText(say('manage.operation.saved', { steps: 'Create New and Delete Old' })).waitFor()
    expect(server.store.data.components.map(({ displayName }) => displayName)).toEqual(['Compute', 'New'])
  })

  test('shows the comparison again where someone changed the server in between', async () => {
    const { page, server, takeWrites } = await open(buildData())
    await content(page).fill('components:\n- displayname: Compute\n  labels: {region: south}\n')
    await button(page, 'manage.provisioning.compare').click()
    await apply(page, 1).waitFor()
    server.store.write(data => (data.components[0]!.labels = { region: 'elsewhere' }))
    await apply(page, 1).click()
    await page.getByText(say('manage.provisioning.again')).waitFor()
    expect(takeWrites()).toEqual([])
    await page.getByText('region: elsewhere').waitFor()
    await apply(page, 1).click()
    await imported(page)
    expect(takeWrites().map(({ body }) => body)).toEqual([{ labels: { region: 'south' } }])
  })

  test('of broken YAML says line, column and reason; of another shape every problem at once', async () => {
    const { page, takeWrites } = await open(buildData())
    await choose(page, 'components:\n\t- displayname: A\n')
    const problem = page.getByRole('alert').filter({ has: page.getByRole('list') })
    await problem.getByText(say('manage.provisioning.place', { line: 2, column: 1 })).waitFor()
    expect(await problem.innerText()).toContain(say('manage.provisioning.reason.tab'))

    await choose(page, 'components:\n- labels: {}\nseverities:\n- name: bad\n  value: 200\n')
    await problem.getByText('components[0]').waitFor()
    const told = await problem.innerText()
    expect(told).toContain(`components[0] (line 2): ${say('manage.provisioning.problem.nameMissing')}`)
    expect(told).toContain(`severities[0].value (line 5): ${say('manage.provisioning.problem.notValue')}`)

    await choose(page, Buffer.from([0x61, 0xff, 0xfe]))
    await page.getByText(say('manage.provisioning.notText')).waitFor()
    expect(takeWrites()).toEqual([])
  })
})

describe('a file', () => {
  test('is chosen by the keyboard, or invalidCount, and what differs is told without a fault of accessibility', async () => {
    const data = buildData({
      severities: [
        { displayName: 'limited', value: 50 },
        { displayName: 'broken', value: 100 },
      ],
      phases: [['Open', 'Done']],
    })
    const { page } = await open(data)
    const zone = page.getByRole('button', { name: say('manage.provisioning.drop') })
    // The login may hand the focus to the page meanwhile: the key takes it to the field.
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), zone.press('Enter')])
    await chooser.setFiles({ name: 'a.yaml', mimeType: 'application/yaml', buffer: Buffer.from('components: [') })
    await page.getByText(say('manage.provisioning.broken')).waitFor()
    await expectNoAxeViolations(page)

    const text = `components: [{displayname: Computes}]
severities: [{name: limited, value: 30}, {name: broken, value: 100}]
phases: [Open, Closed]`
    const invalidCount = await page.evaluateHandle(content => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], 'provisioning.yaml'))
      return transfer
    }, text)
    await zone.dispatchEvent('drop', { dataTransfer: invalidCount })
    const status = page.getByText(say('manage.provisioning.nothingSent'))
    await status.waitFor()
    // The button that was pressed is folded away: reading goes on at what would change.
    await expect.poll(() => hasFocus(status)).toBe(true)
    await page.getByLabel(say('manage.provisioning.rename.choose', { from: 'Compute', to: 'Computes' })).check()
    await page.getByRole('group', { name: say('manage.provisioning.scale.title') }).waitFor()
    await publish(page).check()
    await expectNoAxeViolations(page)
  })
})

test('an export that is imported again changes nothing', async () => {
  const labels = { a: 'yes', b: '1', c: ' x ', d: '', e: 'a: "b"', '<<': 'multi\nline', '1': '💥' }
  const { page } = await open(buildData({ components: [buildComponent({ labels })] }), {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const { name, text } = await downloaded(page, () => button(page, 'manage.provisioning.download').click())
  expect(name).toBe('provisioning.yaml')
  await button(page, 'manage.provisioning.copy').click()
  await page.getByRole('status').getByText(say('share.copied')).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)

  await choose(page, text)
  await imported(page)
  expect(await page.getByRole('checkbox').count()).toBe(0)
})

test('an export is shown, selected, where the browser lets nobody copy', async () => {
  const { page } = await open(buildData(), {
    initScripts: [() => void Reflect.deleteProperty(Navigator.prototype, 'clipboard')],
  })
  await button(page, 'manage.provisioning.show').click()
  await button(page, 'manage.provisioning.copy').click()
  await page.getByLabel(say('share.copyFailed')).waitFor()
  expect(await page.evaluate(() => document.getSelection()?.toString())).toContain('components:')
})
