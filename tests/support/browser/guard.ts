import type { BrowserContext } from 'playwright'

export interface Guard {
  /** A problem that belongs to the test: at least one that matches has to come. */
  expectProblem(pattern: RegExp): void
  /** Throws with everything that nobody expected, and with every expectation that did not come true. Called after each test. */
  verify(): void
}

/** Watches all pages of a context: console output, uncaught errors and rejections, requests to hosts that were not named. */
export function guard(context: BrowserContext, allowedOrigins: readonly string[]): Guard {
  let problems: string[] = []
  let expected: RegExp[] = []

  context.on('console', message => {
    problems.push(`console.${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', webError => {
    const error = webError.error()
    problems.push(`uncaught: ${error.stack ?? error.message}`)
  })
  context.on('request', request => {
    const { protocol, origin } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && !allowedOrigins.includes(origin)) problems.push(`foreign request: ${request.url()}`)
  })

  return {
    expectProblem: pattern => expected.push(pattern),
    verify() {
      const unexpected = problems.filter(problem => !expected.some(pattern => pattern.test(problem)))
      const missing = expected.filter(pattern => !problems.some(problem => pattern.test(problem)))
      problems = []
      expected = []
      const lines = [...unexpected, ...missing.map(pattern => `expected, but did not happen: ${String(pattern)}`)]
      if (lines.length > 0) throw new Error(`The page had problems:\n${lines.map(line => `- ${line}`).join('\n')}`)
    },
  }
}
