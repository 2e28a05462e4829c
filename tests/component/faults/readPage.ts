import { queryAllByRole, queryAllByTestId, queryAllByText } from '@testing-library/dom'
import { expect, vi } from 'vitest'
import type { Fault } from '@/demo/http/faults'
import { createClock } from '@/stores/clock'
import { say } from '../../support/browser/texts'
import { atEnd } from '../../support/cleanup'
import { NOW } from '../../support/clock'
import { buildSite } from '../../support/config'
import { matrixConfig, type MatrixRead, type Place } from '../../support/faultMatrix'
import { faultyServer } from '../../support/faultyFetch'
import { stubDatabase } from '../../support/memoryDatabase'
import { mountPage } from '../../support/page'
import { textOf } from '../../support/status'

// For busy machines: nothing waits for it in vain.
const PATIENCE_MS = 15_000
/** Turns without a request after which the page has had the time to ask for more. */
const CALM_TURNS = 4
/** Turns after which something has to be waited for that is not in memory: a module that is loaded for the first time. */
const SHORT_TURNS = 500

const TIMED_FRAMES = ['requestAnimationFrame', 'cancelAnimationFrame'] as const
const realTimeout = globalThis.setTimeout
/** What is under way gets on, and no time passes. */
const turn = () => new Promise(resolve => setImmediate(resolve))

/** As browsers look for it: any part of the words, in any case. */
const words = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i')

export function find({ inside, testId, role, name, level, isCurrent, text }: Place): HTMLElement[] {
  const roots = inside ? find(inside) : [document.body]
  return roots.flatMap(root => {
    if (testId) return queryAllByTestId(root, testId)
    if (text) return queryAllByText(root, words(text))
    const options = { hidden: true, ...(level && { level }), ...(isCurrent && { current: 'step' }) }
    const found = queryAllByRole(root, role!, options)
    if (!name) return found
    // An accessible name takes its time: only what looks like it has to prove it.
    const named = { ...options, name: words(name) }
    return found
      .filter(one => named.name.test(one.getAttribute('aria-label') ?? textOf(one)))
      .filter(one => queryAllByRole(one.parentElement!, role!, named).includes(one))
  })
}

export async function until(isSo: () => boolean, what: string): Promise<void> {
  const end = vi.getRealSystemTime() + PATIENCE_MS
  for (let turns = 0; !isSo(); turns++) {
    if (vi.getRealSystemTime() > end) throw new Error(`In vain: ${what}`)
    await (turns < SHORT_TURNS ? turn() : new Promise(resolve => realTimeout(resolve, 5)))
  }
}

export const untilThere = (place: Place) => until(() => find(place).length > 0, `${JSON.stringify(place)} is there`)

/** What a page is opened for: a read, or a write of somebody who is logged in there. */
interface Visit extends Pick<MatrixRead, 'path' | 'page' | 'data' | 'quirks' | 'config'> {
  /** Without it writes are refused. */
  readonly token?: string
  /** Frames are drawn when time passes: what is on the screen for a while stays as long as that. */
  readonly timedFrames?: boolean
}

/** The whole product with a faulty server behind it, in a time that passes where the test lets it pass. */
export async function openReadPage(read: Visit, faults: readonly Fault[]) {
  vi.useFakeTimers({
    now: NOW,
    toFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'Date',
      'performance',
      ...(read.timedFrames ? TIMED_FRAMES : []),
    ],
  })
  atEnd(() => {
    // What waits for a time that never comes holds on to its page.
    vi.clearAllTimers()
    vi.useRealTimers()
  })
  letGoOfPages()
  const server = faultyServer({
    data: read.data(),
    quirks: read.quirks ?? false,
    now: () => NOW,
    ...(read.token && { bearer: read.token }),
  })
  server.setFaults(faults)
  stub('fetch', server.fetch)
  if (!read.timedFrames) drawAtOnce()
  const kept = stubDatabase()
  const saidAllClear = watchForAllClear()
  /** When time stops passing: it is that late already for whatever happens on the way there. */
  let arrival = NOW

  async function visit() {
    const clock = createClock(() => Math.max(Date.now(), arrival))
    const { app } = await mountPage(
      { kind: 'ok', config: buildSite(matrixConfig(read)), warnings: [] },
      { url: `/${read.page ?? ''}`, clock },
    )
    return () => {
      app.unmount()
      clock.stop()
    }
  }
  let leave = await visit()

  /** When requests of the read left. */
  const askedAt = () => server.requests.filter(({ path }) => read.path.test(path)).map(({ at }) => at)

  /** The page awaits no answer, but to the read itself where that is `held`. */
  async function settled({ held = false } = {}) {
    const awaited = () => [...server.awaited].map(({ path }) => path).filter(path => !(held && read.path.test(path)))
    let calm = 0
    await until(() => {
      calm = awaited().length ? 0 : calm + 1
      return calm > CALM_TURNS
    }, `no answer is awaited, but ${awaited().join()}`)
  }

  return {
    server,
    askedAt,
    settled,
    saidAllClear,
    /** Time passes as for a device that slept: whatever was due meanwhile happens afterwards, and once. */
    async pass(ms: number) {
      arrival = Date.now() + ms
      vi.advanceTimersByTime(ms)
      await turn()
    },
    /** Time passes, timer by timer, until the read is made again. */
    async passUntilAsked(mostMs: number) {
      const [count, end] = [askedAt().length, performance.now() + mostMs]
      while (askedAt().length === count && performance.now() < end) {
        vi.advanceTimersToNextTimer()
        await turn()
      }
    },
    /** Loads the page anew in the same browser. */
    async reload() {
      leave()
      leave = await visit()
    },
    keepsWindows: () => until(() => kept().some(key => JSON.stringify(key).includes('"windows"')), 'windows are kept'),
  }
}
export type ReadPage = Awaited<ReturnType<typeof openReadPage>>

/** In place of what the global of that name is, for as long as the test. */
function stub(
  name: 'fetch' | 'matchMedia' | 'requestAnimationFrame' | 'cancelAnimationFrame' | 'requestIdleCallback',
  value: unknown,
): void {
  const { [name]: before } = globalThis
  vi.stubGlobal(name, value)
  atEnd(() => vi.stubGlobal(name, before))
}

/** What comes by itself when the browser has drawn and has nothing else to do comes with the next turn: no time has to pass for it. */
function drawAtOnce(): void {
  let last = 0
  const waiting = new Map<number, NodeJS.Immediate>()
  const request = (run: (time: number) => void) => {
    waiting.set(++last, setImmediate(run, performance.now()))
    return last
  }
  stub('requestAnimationFrame', request)
  stub('cancelAnimationFrame', (id: number) => clearImmediate(waiting.get(id)))
  stub('requestIdleCallback', request)
}

/** A document outlives its pages here, by hundreds: nothing that belongs to it may hold on to one that is gone. */
function letGoOfPages(): void {
  stub('matchMedia', () => Object.assign(new EventTarget(), { matches: false }))
  for (const target of [window, document]) {
    const listening = vi.spyOn(target, 'addEventListener')
    atEnd(() => {
      for (const [type, listener] of listening.mock.calls) target.removeEventListener(type, listener)
      listening.mockRestore()
    })
  }
}

export const ALL_CLEAR = say('banner.operational')

/** Whether the page or its title ever said that all is well. */
function watchForAllClear(): () => boolean {
  let isSaid = false
  const observer = new MutationObserver(records => {
    const changed = records.flatMap(({ target, addedNodes }) => (addedNodes.length ? [...addedNodes] : [target]))
    if (changed.some(({ textContent }) => textContent?.includes(ALL_CLEAR))) isSaid = true
  })
  observer.observe(document, { subtree: true, childList: true, characterData: true })
  atEnd(() => observer.disconnect())
  return () => isSaid
}

export function expectNotCalledFine(): void {
  const headings = find({ role: 'heading', level: 1 }).map(textOf)
  expect(headings).not.toEqual([])
  expect(`${document.title} ${headings.join()}`, 'called fine').not.toContain(ALL_CLEAR)
}
