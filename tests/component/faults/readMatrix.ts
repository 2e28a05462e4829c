import { afterAll, describe, expect, test } from 'vitest'
import {
  answerPlace,
  createTally,
  errorText,
  expectedNotice,
  faults,
  isRetriedSoon,
  nextReadMs,
  phases,
  REQUEST_TIMEOUT_MS,
  RETRY_MS,
  SLOW_MS,
  standing,
  type Cell,
  type MatrixRead,
} from '../../support/faultMatrix'
import { reads } from '../../support/faultReads'
import { textOf } from '../../support/status'
import { ALL_CLEAR, expectNotCalledFine, find, openReadPage, until, untilThere, type ReadPage } from './readPage'

/** Waits until the fault has struck, and lets the time pass that it takes. */
async function suffer({ fault }: Cell, { askedAt, settled, pass }: ReadPage, before: number) {
  await until(() => askedAt().length > before, 'the read is made')
  await settled({ held: true })
  if (fault.kind === 'timeout') await pass(REQUEST_TIMEOUT_MS)
  if (fault.kind === 'slow') await pass(SLOW_MS)
}

/** What the page must say while the fault stands. */
async function expectTold(cell: Cell, waitedMs: number) {
  const { read, fault } = cell
  await untilThere(read.others)
  if (fault.told === 'notFound' && read.gone) return untilThere(read.gone)
  const { texts, kept } = expectedNotice(cell, waitedMs)
  const notice = () => find(read.failure).map(textOf).join(' ').toLowerCase()
  await until(() => notice().includes(texts[0]!.toLowerCase()), `the page says ${texts[0]}`)
  for (const text of texts) expect(notice()).toContain(text.toLowerCase())
  if (kept) await untilThere(kept)
  expectNotCalledFine()
}

/** Says itself that the fault is over, without a hand on the page. */
async function expectRecovery(cell: Cell, page: ReadPage, tally: ReturnType<typeof createTally>) {
  const { read, fault } = cell
  const failedAt = page.askedAt()
  page.server.setFaults([])
  // It has come by now, if late.
  if (fault.kind === 'slow') return
  if (!fault.told && read.perVisit) {
    await page.reload()
    return untilThere(read.shown)
  }
  if (isRetriedSoon(fault)) await page.passUntilAsked(RETRY_MS.last)
  else await page.pass(nextReadMs(cell))
  await until(() => page.askedAt().length > failedAt.length, 'the read is made again')
  await page.settled()
  await untilThere(read.shown)
  if (fault.told) expect(textOf(document.body), 'told still').not.toContain(errorText(fault))
  if (!isRetriedSoon(fault)) return
  const delay = page.askedAt()[failedAt.length]! - failedAt.at(-1)!
  tally.retriedAfter(delay - (fault.kind === 'timeout' ? REQUEST_TIMEOUT_MS : 0))
}

/** Loads the page anew when it has kept what it read, if it does. */
async function visitAgain({ once }: MatrixRead, page: ReadPage) {
  await page.settled()
  await page.pass(1_000)
  if (!once) await page.keepsWindows()
  await page.reload()
}

/**
 * Has the page suffer faults of its reads, on the first load and on a refresh.
 * @param isTested whether the fault of that number is tried on the read of that number
 */
export function testReadFaults(isTested: (read: number, fault: number) => boolean) {
  const tally = createTally('Fault matrix')
  const cells = Object.entries(reads).map(
    ([name, read], row) => [name, read, faults.filter((_, column) => isTested(row, column))] as const,
  )

  describe.each(cells)('%s', (name, read, chosen) => {
    test.each(chosen.map(fault => [fault.kind, fault] as const))('× %s, first load and refresh', async (_, fault) => {
      let over = () => {}
      const standingNow = () => standing(read, fault, new Promise<void>(resolve => (over = resolve)))
      const page = await openReadPage(read, standingNow())
      const waitedMs = read.everyMs + 1_000

      async function run(phase: Cell['phase'], before: number) {
        const cell = { read, fault, phase }
        await suffer(cell, page, before)
        if (fault.told) await expectTold(cell, waitedMs)
        // Until an open page knows of a fault it says what it knew; before the first answer it knows nothing.
        if (phase === 'first load' && read.deciding && fault.kind !== 'nulls')
          expect(page.saidAllClear(), 'called fine').toBe(false)
        over()
        if (!fault.told) {
          // A first view waits a while for what its answers do not tell.
          await page.pass(1_000)
          await untilThere(answerPlace(cell))
        }
        await page.settled()
        await expectRecovery(cell, page, tally)
        tally.pass(name)
      }
      const named = (phase: Cell['phase']) => (cause: Error) => {
        throw new Error(`${phase}: ${cause.message}`, { cause })
      }

      await run('first load', 0).catch(named('first load'))
      const before = page.askedAt().length
      page.server.setFaults(standingNow())
      if (read.change) page.server.store.write(read.change)
      await page.pass(waitedMs)
      if (read.perVisit) await visitAgain(read, page)
      await run('refresh', before).catch(named('refresh'))
      // Whoever watches for it would have seen it.
      if (read.shown.name === ALL_CLEAR) expect(page.saidAllClear()).toBe(true)
    })
  })

  afterAll(() => tally.conclude(new Map(cells.map(([name, , chosen]) => [name, phases.length * chosen.length]))))
}
