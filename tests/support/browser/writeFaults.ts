import type { Page } from 'playwright'
import { afterAll, expect, test } from 'vitest'
import { NOW } from '../clock'
import { failedText, savedText, toldTexts, writeFaults } from '../writeFaults'
import type { Write } from '../writeFaultsTable'
import { button, openManagePage } from './managePage'
import { named } from './place'

const failure = writeFaults.find(({ kind }) => kind === 500)!

export const told = (page: Page) => page.getByTestId('operation').getByRole('alert')

/** The page of that write before a server of its own. */
export const openWrite = ({ page: path, data }: Pick<Write, 'page' | 'data'>) =>
  openManagePage({ now: NOW, path, server: { data: data() }, config: { requestTimeoutSeconds: 5 } })

const stage = (page: Page, { opener }: Write) => (opener ? page.getByRole('dialog') : page.getByRole('main'))
const fields = (page: Page, write: Write) =>
  Object.entries(write.typed).map(([name, text]) => ({ field: stage(page, write).getByRole('textbox', named(name)), text }))

async function fill(page: Page, write: Write) {
  if (write.menu) await page.getByRole('button', named(write.menu)).click()
  if (write.opener) await page.getByRole(write.menu ? 'menuitem' : 'button', named(write.opener)).click()
  if (write.ticked) await stage(page, write).getByRole('checkbox', named(write.ticked)).check()
  for (const { field, text } of fields(page, write)) await field.fill(text)
}

async function send(page: Page, write: Write) {
  await stage(page, write).getByRole('button', named(write.sender)).click()
  if (write.warns) await button(stage(page, write), 'manage.warnings.publish').click()
  if (write.held) await button(page, 'manage.operation.sendNow').click()
}

/**
 * Each write fails once, and its answer is lost when it is sent again: over a network, with the time and the connections of a
 * browser. Every other failure is told in tests/component/faults/writeFaults.test.ts.
 */
export function describeWrites(writes: Record<string, Write>): void {
  const outcomes: string[] = []
  afterAll(() => {
    process.stdout.write(`\n${outcomes.join('\n')}\n${outcomes.length} outcomes of writes\n`)
    expect(outcomes).toHaveLength(2 * Object.keys(writes).length)
  })

  test.each(Object.entries(writes))(
    '%s: a failure loses nothing typed and repeats nothing; sent again, its lost answer is found out',
    async (name, write) => {
      const { request, step } = write
      const { page, server, takeWrites, expectProblem } = await openWrite(write)
      // What is gone after a DELETE is looked for as well.
      expectProblem(request.method === 'DELETE' ? /status of (500|404)|net::ERR/ : /status of 500|net::ERR/)
      server.setFaults([
        { ...request, kind: failure.kind, times: 1 },
        { ...request, kind: 'lost', times: 1 },
      ])
      await fill(page, write)
      await send(page, write)
      const message = await told(page).innerText()
      for (const text of [failedText(step), ...toldTexts(failure, write)]) expect(message).toContain(text)
      for (const { field, text } of fields(page, write)) expect(await field.inputValue()).toBe(text)
      // Time goes by, and nobody said a word.
      await page.clock.runFor(30_000)
      const [sent, ...more] = takeWrites()
      expect(sent?.method).toBe(request.method)
      expect(more).toEqual([])
      outcomes.push(`${name} × ${failure.kind}: unknown, asks`)

      await button(page, 'manage.operation.sendAgain').click()
      await page.getByText(savedText(step)).waitFor()
      expect(takeWrites()).toEqual([sent])
      outcomes.push(`${name} × lost answer: found, sent once`)
    },
  )
}
