import type { Locator, Page } from 'playwright'
import { afterAll, describe, expect, test } from 'vitest'
import type { FaultKind } from '@/demo/http/faults'
import { button, type OpenedManagePage } from './managePage'
import { say } from './texts'

/** What an operator types, and what must still be there after a failure. */
export const TYPED = 'Typed by the operator'

/** One write of the page: how it is typed and sent, which step it is, and what has to be there still when it failed. */
export interface Write {
  readonly request: { readonly method: string; readonly path: RegExp }
  readonly step: string
  readonly path?: string
  readonly fill: (page: Page) => Promise<void>
  readonly send: (page: Page) => Promise<void>
  readonly kept?: (page: Page) => Locator
  /** After the hold of what can be taken back. */
  readonly held?: boolean
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

const sendIt = async (page: Page, { send, held }: Write) => {
  await send(page)
  if (held) await button(page, 'manage.operation.sendNow').click()
}
export const told = (page: Page) => page.getByTestId('operation').getByRole('alert')
/** Waits for the message. The page's clock stands still until the request is on its way: only then may its time be over. */
const settled = async (page: Page, kind: FaultKind, seen: () => unknown[]) => {
  await expect.poll(() => seen().length).toBeGreaterThan(0)
  if (kind === 'timeout') await page.clock.runFor(5_100)
  await told(page).waitFor()
}

/**
 * Runs each write against every failure, a lost answer and a retry, and prints the outcomes: the table is part of what these
 * tests are for.
 */
export function describeWrites(writes: Record<string, Write>, open: (write: Write) => Promise<OpenedManagePage>): void {
  const outcomes: string[] = []
  afterAll(() => {
    process.stdout.write(`\n${outcomes.join('\n')}\n${outcomes.length} outcomes of writes\n`)
  })

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
}
