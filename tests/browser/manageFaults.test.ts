import type { Locator, Page } from 'playwright'
import { afterAll, describe, expect, test } from 'vitest'
import type { FaultKind } from '@/demo/http/faults'
import { buildData, buildIncident, buildUpdate } from '../support/builders'
import { button, openManagePage, type OpenedManagePage } from '../support/browser/managePage'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const incident = buildIncident({ beganAt: '2026-03-10T10:00:00Z', endedAt: null })
const update = buildUpdate({ createdAt: '2026-03-10T10:10:00Z' })
const TYPED = 'Typed by the operator'

/** One write of the page: how it is typed and sent, which step it is, and what has to be there still when it failed. */
interface Write {
  readonly request: { readonly method: string; readonly path: RegExp }
  readonly step: string
  readonly path?: string
  readonly fill: (page: Page) => Promise<void>
  readonly send: (page: Page) => Promise<void>
  readonly kept?: (page: Page) => Locator
  /** After the hold of what can be taken back. */
  readonly held?: boolean
}

const ofIncident = `manage/incidents/${incident.id}`
const dialog = (page: Page) => page.getByRole('dialog')
const headline = (page: Page) => page.getByLabel(say('manage.update.headline')).last()

const writes: Record<string, Write> = {
  'create incident': {
    request: { method: 'POST', path: /^\/incidents$/ },
    step: say('manage.step.create'),
    async fill(page) {
      await button(page, 'manage.report.incident').click()
      await dialog(page).getByRole('checkbox', { name: 'Compute' }).check()
      await dialog(page).getByLabel(say('manage.fieldName.title'), { exact: true }).fill(TYPED)
    },
    async send(page) {
      const again = button(dialog(page), 'manage.warnings.publish')
      await button(dialog(page), 'manage.report.publish.incident').or(again).click()
      await again.click({ timeout: 1_000 }).catch(() => undefined)
    },
    kept: page => dialog(page).getByLabel(say('manage.fieldName.title'), { exact: true }),
  },
  'publish update': {
    request: { method: 'POST', path: /\/updates$/ },
    step: say('manage.step.say'),
    path: ofIncident,
    fill: page => headline(page).fill(TYPED),
    send: page => button(page, 'manage.update.publish').click(),
    kept: headline,
  },
  'change incident': {
    request: { method: 'PATCH', path: /^\/incidents\/[^/]*$/ },
    step: say('manage.step.change'),
    path: `${ofIncident}/edit`,
    fill: page => page.getByLabel(say('manage.fieldName.title'), { exact: true }).fill(TYPED),
    send: page => button(page, 'manage.editor.save').click(),
    kept: page => page.getByLabel(say('manage.fieldName.title'), { exact: true }),
  },
  'delete incident': {
    request: { method: 'DELETE', path: /^\/incidents\/[^/]*$/ },
    step: say('manage.step.delete'),
    path: ofIncident,
    fill: page => button(page, 'manage.incident.delete').click(),
    send: page => button(dialog(page), 'manage.delete.confirm').click(),
    held: true,
  },
  'change update': {
    request: { method: 'PATCH', path: /\/updates\/0$/ },
    step: say('manage.step.changeUpdate'),
    path: ofIncident,
    async fill(page) {
      await button(page, 'manage.updates.editName', { title: update.displayName ?? '' }).click()
      await headline(page).fill(TYPED)
    },
    send: page => dialog(page).locator('footer .button-primary').click(),
    kept: headline,
  },
  'delete update': {
    request: { method: 'DELETE', path: /\/updates\/0$/ },
    step: say('manage.step.deleteUpdate'),
    path: ofIncident,
    fill: page => button(page, 'manage.updates.deleteName', { title: update.displayName ?? '' }).click(),
    send: page => dialog(page).locator('footer .button-primary').click(),
    held: true,
  },
}

/** What each fault is told as, and whether the operator must be told that the outcome is unknown. */
const faults: [FaultKind, told: Parameters<typeof say>[0], unknown: boolean][] = [
  [400, 'manage.failure.rejected', false],
  [401, 'manage.failure.unauthorized', false],
  [403, 'manage.failure.forbidden', false],
  [404, 'manage.failure.notFound', false],
  [409, 'manage.failure.conflict', false],
  [500, 'manage.failure.server', true],
  ['html-502', 'manage.failure.server', true],
  ['timeout', 'manage.failure.timeout', true],
  ['refused', 'manage.failure.network', true],
]

const outcomes: string[] = []
const open = ({ path }: Write): Promise<OpenedManagePage> => {
  const data = buildData({ incidents: [incident], updates: { [incident.id]: [update] } })
  return openManagePage({ now: NOW, server: { data }, config: { requestTimeoutSeconds: 5 }, ...(path && { path }) })
}
const sendIt = async (page: Page, { send, held }: Write) => {
  await send(page)
  if (held) await button(page, 'manage.operation.sendNow').click()
}
const told = (page: Page) => page.getByTestId('operation').getByRole('alert')
/** Waits for the message. The page's clock stands still until the request is on its way: only then may its time be over. */
const settled = async (page: Page, kind: FaultKind, seen: () => unknown[]) => {
  await expect.poll(() => seen().length).toBeGreaterThan(0)
  if (kind === 'timeout') await page.clock.runFor(5_100)
  await told(page).waitFor()
}

describe.each(Object.entries(writes))('%s', (name, write) => {
  const { request, step, fill, kept } = write

  test('every failure is told with its step, loses nothing typed and repeats nothing', async () => {
    const { page, server, takeWrites, expectProblem } = await open(write)
    expectProblem(/status of [45]|net::ERR/)
    await fill(page)
    for (const [kind, text, isUnknown] of faults) {
      server.setFaults([{ method: request.method, path: request.path, kind }])
      const sent: unknown[] = []
      const seen = () => {
        sent.push(...takeWrites())
        return sent
      }
      await sendIt(page, write)
      await settled(page, kind, seen)
      const message = await told(page).innerText()
      expect(message, String(kind)).toContain(say('manage.operation.failed', { step }))
      expect(message).toContain(say(text))
      expect(message).toContain(say('manage.operation.kept'))
      expect(message).toContain(say(isUnknown ? 'manage.operation.notFound' : 'manage.operation.notSaved'))
      if (kept) expect(await kept(page).inputValue()).toBe(TYPED)
      // Time goes by, and nobody said a word.
      await page.clock.runFor(30_000)
      expect(seen()).toHaveLength(1)
      outcomes.push(`${name} × ${kind}: ${isUnknown ? 'unknown, asks' : 'not saved'}`)
      await button(page, 'manage.operation.giveUp').click()
    }
  })

  test('an answer that is lost after the write is found out, and nothing is sent twice', async () => {
    const { page, server, takeWrites, expectProblem } = await open(write)
    // What is gone after a DELETE is looked for as well.
    expectProblem(/net::ERR|status of 404/)
    server.setFaults([{ method: request.method, path: request.path, kind: 'lost', times: 1 }])
    await fill(page)
    await sendIt(page, write)
    await page.getByText(say('manage.operation.saved', { steps: step })).waitFor()
    expect(takeWrites()).toHaveLength(1)
    outcomes.push(`${name} × lost answer: found, sent once`)
  })

  test('is sent again on the operator’s word, and only that', async () => {
    const { page, server, takeWrites, expectProblem } = await open(write)
    expectProblem(/status of 403/)
    server.setFaults([{ method: request.method, path: request.path, kind: 403, times: 1 }])
    await fill(page)
    await sendIt(page, write)
    await button(page, 'manage.operation.retry').click()
    await page.getByText(say('manage.operation.saved', { steps: step })).waitFor()
    expect(takeWrites().map(({ method }) => method)).toEqual([request.method, request.method])
  })
})

test('a failed PATCH after a published text does not say the text again', async () => {
  const { page, server, takeWrites, expectProblem } = await open(writes['publish update']!)
  expectProblem(/status of 403/)
  server.setFaults([{ method: 'PATCH', path: /^\/incidents/, kind: 403, times: 1 }])
  await headline(page).fill(TYPED)
  await page.getByRole('combobox', { name: say('incident.phase') }).selectOption('Working on it')
  await button(page, 'manage.update.publish').click()
  const message = await told(page).innerText()
  expect(message).toContain(say('manage.operation.failed', { step: say('manage.step.change') }))
  expect(message).toContain(say('manage.operation.saved', { steps: say('manage.step.say') }))
  await button(page, 'manage.operation.giveUp').click()
  await button(page, 'manage.update.publish').click()
  await expect.poll(() => server.store.data.incidents[0]?.phase).toEqual({ generation: 1, order: 1 })
  expect(takeWrites().map(({ method }) => method)).toEqual(['POST', 'PATCH', 'PATCH'])
})

test('a follow-up that is published is not published again when the end fails', async () => {
  const { page, server, takeWrites, expectProblem } = await open(writes['publish update']!)
  expectProblem(/status of 403/)
  server.setFaults([{ method: 'PATCH', path: /^\/incidents/, kind: 403, times: 1 }])
  await page.getByText(say('manage.update.impacts')).click()
  await page.getByRole('combobox', { name: say('manage.field.severityOf', { name: 'Compute' }) }).selectOption('Critical')
  await button(page, 'manage.update.publish').click()
  await button(dialog(page), 'manage.history.fromNow').click()
  expect(await told(page).innerText()).toContain(say('manage.operation.saved', { steps: say('manage.step.followUp') }))
  await button(page, 'manage.operation.giveUp').click()
  await button(page, 'manage.update.publish').click()
  await button(page, 'manage.operation.sendNow').click()
  await page.getByText(say('incident.stateEnded'), { exact: true }).waitFor()
  expect(takeWrites().map(({ method }) => method)).toEqual(['POST', 'PATCH', 'PATCH'])
  expect(server.store.data.incidents).toHaveLength(2)
})

test('an expired login in the middle of a form: a new one, then the same write', async () => {
  const { page, takeWrites, expectProblem, server } = await openManagePage({
    now: NOW,
    path: ofIncident,
    server: { data: buildData({ incidents: [incident] }), bearer: token => token === 'a-token-for-tests' || token === 'renewed' },
  })
  expectProblem(/status of 401/)
  server.setFaults([{ method: 'POST', path: /updates/, kind: 401, times: 1 }])
  await headline(page).fill(TYPED)
  await button(page, 'manage.update.publish').click()
  await told(page).getByLabel(say('auth.token')).fill('renewed')
  await button(told(page), 'auth.again').click()
  await button(page, 'manage.operation.retry').click()
  await page.getByText(say('manage.operation.saved', { steps: say('manage.step.say') })).waitFor()
  expect(takeWrites().map(({ body }) => body)).toEqual([{ displayName: TYPED }, { displayName: TYPED }])
})

afterAll(() => {
  // The table is part of what this test is for.
  process.stdout.write(`\n${outcomes.join('\n')}\n${outcomes.length} outcomes of writes\n`)
})
