import type { Browser } from 'playwright'

export interface Failure {
  readonly what: string
  readonly why: string
}

export interface Attempts {
  readonly failures: readonly Failure[]
  say(text: string): void
  /** Does something with a browser of its own; null where it failed or took too long, so that the rest is measured all the same. */
  attempt<T>(what: string, measure: (browser: Browser) => Promise<T>): Promise<T | null>
}

const LONGEST_MS = 15 * 60_000

/** @param say tells what is being done */
export function startAttempts(launch: () => Promise<Browser>, say: (text: string) => void): Attempts {
  const failures: Failure[] = []
  return {
    failures,
    say,
    async attempt(what, measure) {
      say(what)
      const browser = await launch()
      // What awaits the browser fails with it.
      const timer = setTimeout(() => void browser.close({ reason: 'took too long' }), LONGEST_MS)
      try {
        return await measure(browser)
      } catch (error) {
        const why = (error instanceof Error ? error.message : String(error)).split('\n')[0]!
        failures.push({ what, why })
        say(`  failed: ${why}`)
        return null
      } finally {
        clearTimeout(timer)
        await browser.close()
      }
    },
  }
}
