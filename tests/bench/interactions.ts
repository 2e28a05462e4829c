import type { CDPSession, Page } from 'playwright'

/** From the input to the paint that shows what it does, as the browser measures it (Event Timing, in steps of 8 ms): the slowest in twenty. */
export interface Latencies {
  readonly search: number
  readonly grouping: number
  readonly day: number
}

interface Timed {
  readonly duration: number
  readonly name: string
}

const p95 = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1] ?? NaN

/** @param cpu how many times slower the processor is meanwhile */
export async function interactions(page: Page, session: CDPSession, cpu: number): Promise<Latencies> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  await page.evaluate(() => {
    const timed: Timed[] = []
    Object.assign(globalThis, { timed })
    new PerformanceObserver(list =>
      list.getEntries().forEach(({ name, duration }) => timed.push({ name, duration })),
    ).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
  /** The longest event that each of these steps causes; what is too short to be told took 16 ms at most. */
  async function slowest(steps: readonly (() => Promise<void>)[]): Promise<number> {
    const durations: number[] = []
    for (const step of steps) {
      await page.evaluate(() => ((globalThis as unknown as { timed: Timed[] }).timed.length = 0))
      await step()
      await page.waitForTimeout(400)
      const timed = await page.evaluate(() => (globalThis as unknown as { timed: Timed[] }).timed)
      durations.push(Math.max(16, ...timed.map(({ duration }) => duration)))
    }
    return p95(durations)
  }
  const keys = [...'service 12', ...Array.from({ length: 10 }, () => 'Backspace')]
  const field = page.getByRole('searchbox').first()
  await field.click()
  const search = await slowest(keys.map(key => () => page.keyboard.press(key === ' ' ? 'Space' : key)))
  const grouping = page.getByLabel('Group by')
  const options = await grouping.locator('option').evaluateAll(all => all.map(option => (option as HTMLOptionElement).value))
  const regroup = await slowest(
    [...options, ...options].map(value => async () => void (await grouping.selectOption(value))),
  )
  await grouping.selectOption(options[0]!)
  await page.waitForTimeout(1_000)
  const bars = page.getByRole('slider')
  const day = await slowest(
    Array.from({ length: 6 }, (_, index) => async () => {
      await page.keyboard.press('Escape')
      await page.mouse.move(0, 0)
      await bars.nth(index).click()
    }),
  )
  return { search, grouping: regroup, day }
}
