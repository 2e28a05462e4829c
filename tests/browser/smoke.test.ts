import { describe, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../support/browser/axe'
import { openPage, type OpenPageOptions, withoutTemporal } from '../support/browser/page'

const html = (body: string) => `<!doctype html>
<html lang="en"><head><title>Smoke</title><link rel="icon" href="data:,"></head><body><main><h1>Smoke</h1>${body}</main></body></html>`

/** A page of our own, so that these tests tell about the support and not about the app. */
const open = (body: string, { files, ...options }: OpenPageOptions = {}) =>
  openPage({ root: 'tests/browser', files: { 'index.html': html(body), ...files }, ...options })

describe('openPage', () => {
  test('shows a page under any base path, in the zone and language that were asked for', async () => {
    const { page, site } = await open('', {
      basePath: '/deep/er/',
      path: 'incidents/1?a=b',
      timezoneId: 'Australia/Lord_Howe',
      locale: 'de-DE',
      viewport: { width: 320, height: 640 },
      colorScheme: 'dark',
    })
    expect(page.url()).toBe(`${site.origin}/deep/er/incidents/1?a=b`)
    const seen = await page.evaluate(() => ({
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      language: navigator.language,
      width: innerWidth,
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
    }))
    expect(seen).toEqual({ zone: 'Australia/Lord_Howe', language: 'de-DE', width: 320, dark: true })
  })

  test('serves config.json from memory, and 404 instead of the fallback to everything but navigations', async () => {
    const opened = await open('', { config: { apiUrl: 'http://127.0.0.1:1/' } })
    const seen = await opened.page.evaluate(async () => {
      const [config, missing] = await Promise.all([fetch('config.json'), fetch('missing.json')])
      return { config: (await config.json()) as unknown, missing: missing.status }
    })
    expect(seen).toEqual({ config: { apiUrl: 'http://127.0.0.1:1/' }, missing: 404 })
    expect(opened.site.requests).toContainEqual({ method: 'GET', url: '/missing.json', status: 404 })
    opened.expectProblem(/404 \(Not Found\)/)
  })

  test('gives each page a browser of its own: nothing is left in storage', async () => {
    const first = await open('')
    await first.page.evaluate(() => {
      localStorage.setItem('a', 'b')
    })
    const second = await open('')
    expect(await second.page.evaluate(() => localStorage.length)).toBe(0)
  })

  test('has a browser with Temporal, and can take it away', async () => {
    const temporal = () => typeof (globalThis as { Temporal?: unknown }).Temporal
    expect(await (await open('')).page.evaluate(temporal)).toBe('object')
    expect(await (await open('', { initScripts: [withoutTemporal] })).page.evaluate(temporal)).toBe('undefined')
  })
})

describe('the guard', () => {
  const problems = {
    'console output': ['console.error("boom")', /console\.error: boom/],
    'a warning': ['console.warn("boom")', /console\.warning: boom/],
    'an uncaught error': ['setTimeout(() => { throw new Error("boom") })', /uncaught: Error: boom/],
    'an unhandled rejection': ['Promise.reject(new Error("boom"))', /uncaught: Error: boom/],
    'a request to a foreign host': ['new Image().src = "https://example.org/boom.png"', /foreign request: .*boom/],
  } as const

  test.each(Object.entries(problems))('reports %s', async (_, [script, message]) => {
    const { page, verify } = await open(`<script>${script}</script>`)
    await page.waitForTimeout(100)
    expect(verify).toThrow(message)
  })

  test('lets pass what the test expected, once', async () => {
    const { expectProblem, verify } = await open('<script>console.error("boom")</script>')
    expectProblem(/boom/)
    expect(verify).not.toThrow()
    expectProblem(/boom/)
    expect(verify).toThrow('expected, but did not happen: /boom/')
  })

  test.fails('is asked at the end of every test', async () => {
    await open('<script>console.error("boom")</script>')
  })
})

describe('expectNoAxeViolations', () => {
  test('accepts a good page', async () => {
    const { page } = await open('<p>Fine</p>')
    await expectNoAxeViolations(page)
  })

  test('names rule and element', async () => {
    const { page } = await open('<img src="data:,"><p style="color: #aaa">Pale</p>')
    const failure = expectNoAxeViolations(page)
    await expect(failure).rejects.toThrow(/image-alt \(critical\)[\s\S]*<img src="data:,">/)
    await expect(failure).rejects.toThrow(/color-contrast/)
  })

  test('knows what WCAG 2.2 adds', async () => {
    const button = '<button style="width: 12px; height: 12px; padding: 0; border: 0; margin: 0" aria-label="x"></button>'
    const { page } = await open(button + button)
    await expect(expectNoAxeViolations(page)).rejects.toThrow(/target-size/)
  })
})
