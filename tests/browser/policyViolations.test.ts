import { AFFECTED_TITLE } from '../support/browser/affected'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openPage } from '../support/browser/page'
import { policyOf, tellViolations } from '../support/browser/policy'
import { openStatusPage } from '../support/browser/statusPage'

type Attempt = readonly [name: string, attempt: () => void, told: RegExp]
interface TrustedTypes {
  createPolicy(name: string, rules: object): void
}

describe('what the policy forbids does not happen, and is seen', () => {
  const attempts: readonly Attempt[] = [
    ['HTML out of a text', () => (document.body.innerHTML = '<b>evil</b>'), /require-trusted-types-for/],
    ['a script out of a text', () => void eval('globalThis.evil = true'), /trusted-types|script-src eval/],
    ['a handler', () => document.body.setAttribute('onclick', 'evil = true'), /require-trusted-types-for|script-src-attr/],
    [
      'a way around Trusted Types',
      () => void (window as unknown as { trustedTypes: TrustedTypes }).trustedTypes.createPolicy('evil', {}),
      /violation: trusted-types/,
    ],
    ['a question to another host', () => void fetch('https://evil.test/').catch(() => undefined), /connect-src https:\/\/evil/],
    ['a picture of its own making', () => (new Image().src = URL.createObjectURL(new Blob())), /img-src blob/],
    ['a style', () => document.head.append(Object.assign(document.createElement('style'), { textContent: '* {}' })), /style-src/],
    [
      'a frame',
      () => document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://evil.test' })),
      /frame-src/,
    ],
    [
      'another base',
      () => document.head.prepend(Object.assign(document.createElement('base'), { href: '//evil.test' })),
      /base-uri/,
    ],
  ]

  test.each(attempts)('%s', async (_, attempt, told) => {
    const { page, expectProblem } = await openStatusPage({
      policy: 'header',
      initScripts: [`globalThis.attempt = ${String(attempt)}`],
    })
    const title = page.getByRole('heading', { level: 1, name: AFFECTED_TITLE })
    await title.waitFor()
    expectProblem(/policy violation: /)
    expectProblem(/Content Security Policy|Trusted|EvalError/i)
    const telling = page.waitForEvent('console', message => told.test(message.text()))
    // Later, since what a test evaluates itself may do all.
    await page.evaluate(() => void setTimeout((globalThis as unknown as { attempt: () => void }).attempt))
    await telling
    await title.waitFor()
  })

  test.each(['header', 'page'] as const)('a script that somebody wrote into the page (policy in the %s)', async place => {
    const { headers, files } = policyOf({ apiUrl: 'demo' }, place)
    const html = files?.['index.html'] ?? readFileSync('dist/index.html', 'utf8')
    const injected = html.replace('<div id="app">', '<script>globalThis.evil = true</script><div id="app">')
    const { page, expectProblem } = await openPage({
      config: { apiUrl: 'demo' },
      files: { 'index.html': injected },
      initScripts: [tellViolations],
      ...(headers && { headers }),
    })
    expectProblem(/policy violation: script-src-elem inline/)
    expectProblem(/Content Security Policy/)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.evaluate(() => 'evil' in globalThis)).toBe(false)
  })
})
