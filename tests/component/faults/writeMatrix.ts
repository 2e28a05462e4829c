import { afterAll, describe, expect, test } from 'vitest'
import { toldTexts, writeFaults, writes, type WriteFault } from '../../support/writeFaults'
import type { Write } from '../../support/writeFaultsTable'
import { openWritePage, type WritePage } from './writePage'

const SILENCE_MS = 30_000

/** What the page does about a fault. In the end the form is as it was, to be sent anew. */
async function expectTold(fault: WriteFault, write: Write, page: WritePage) {
  const { request, typed } = write
  page.setFault(fault.kind)
  await page.send()
  if (fault.kind === 'timeout') await page.sleepUntilTimeout()
  const message = await page.untilFailed()
  for (const text of toldTexts(fault, write)) expect(message).toContain(text)
  expect(page.fields()).toEqual(typed)
  await page.wait(SILENCE_MS)
  const sent = page.takeWrites()
  expect(sent.map(({ method }) => method)).toEqual([request.method])
  expect(page.failure()).toBe(message)
  await page.giveUp()
  return sent[0]
}

/**
 * Has the page suffer faults of its writes.
 * @param isTested whether the fault of that number is tried on the write of that number
 */
export function testWriteFaults(isTested: (write: number, fault: number) => boolean) {
  const passed = new Set<string>()
  const cells = Object.entries(writes).map(
    ([name, write], row) => [name, write, writeFaults.filter((_, column) => isTested(row, column))] as const,
  )

  describe.each(cells)('%s', (name, write, chosen) => {
    test('every failure is told with its step, loses nothing typed and repeats nothing', { timeout: 60_000 }, async () => {
      const page = await openWritePage(write)
      const sent: unknown[] = []
      const failed: string[] = []
      for (const fault of chosen) {
        const cell = `${name} × ${fault.kind}`
        try {
          sent.push(await expectTold(fault, write, page))
          passed.add(cell)
        } catch (error) {
          failed.push(`${cell}: ${String(error)}`)
          await page.startOver().catch((cause: unknown) => {
            throw new Error(failed.join('\n'), { cause })
          })
        }
      }
      expect(failed).toEqual([])
      expect(sent).toEqual(sent.map(() => sent[0]))
    })

    test('an answer that is lost after the write is found out, and nothing is sent twice', async () => {
      const page = await openWritePage(write)
      page.setFault('lost', 1)
      await page.send()
      await page.untilSaved()
      await page.wait(SILENCE_MS)
      expect(page.takeWrites().map(({ method }) => method)).toEqual([write.request.method])
      passed.add(`${name} × lost`)
    })

    test('is sent again on the operator’s word, and only that', async () => {
      const page = await openWritePage(write)
      page.setFault(403, 1)
      await page.send()
      await page.retry()
      await page.untilSaved()
      const [first, ...others] = page.takeWrites()
      expect(first?.method).toBe(write.request.method)
      expect(others).toEqual([first])
      passed.add(`${name} × retry`)
    })
  })

  afterAll(() => {
    process.stdout.write(`\n${passed.size} outcomes of ${cells.length} writes told; nothing was repeated that nobody asked for\n`)
    expect(cells.length).toBe(16)
    expect(passed.size).toBe(cells.reduce((sum, [, , { length }]) => sum + length + 2, 0))
  })
}
