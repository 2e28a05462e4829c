import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openPage } from '../support/browser/page'
import { say } from '../support/browser/texts'
import { openStatusPage } from '../support/browser/statusPage'

describe('a release', () => {
  test('brings an example of a configuration, but none of its own', () => {
    expect(existsSync('dist/config.example.json')).toBe(true)
    expect(existsSync('dist/config.json')).toBe(false)
  })

  test('brings no hidden files, such as the list of its sources', () => {
    expect(readdirSync('dist').filter(name => name.startsWith('.'))).toEqual([])
  })

  test('never loads the demo server for a real one', async () => {
    const { page, site } = await openStatusPage()
    await page.getByRole('heading', { name: say('recent.title') }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(site.requests.map(({ url }) => url).filter(url => /demo/i.test(url))).toEqual([])
    expect(await page.getByTestId('demo-mark').count()).toBe(0)
  })
})

describe('the page for the operator', () => {
  test('says which file is missing and how to make it', async () => {
    const { page, site, expectProblem } = await openPage()
    await page.getByRole('heading', { name: say('config.missing') }).waitFor()
    const text = await page.getByRole('main').innerText()
    expect(text).toContain(`${site.url}config.json`)
    expect(text).toContain('Copy config.example.json to config.json')
    expect(text).toContain(say('config.visitor'))
    expect(await page.title()).toBe(say('config.title'))
    expectProblem(/404 \(Not Found\)/)
  })

  test('takes the start page of a host for a missing file', async () => {
    const { page } = await openPage({ config: '<!doctype html><title>Welcome</title>' })
    await page.getByRole('heading', { name: say('config.missing') }).waitFor()
  })

  test('names line and column of broken JSON', async () => {
    const { page, site } = await openPage({ config: '{\n  "apiUrl": "/api",\n  "title": "A" "B"\n}\n' })
    await page.getByRole('heading', { name: say('config.broken') }).waitFor()
    expect(await page.getByRole('main').innerText()).toContain(`${site.url}config.json, line 3, column 16: a comma is missing.`)
  })

  test('tells names that nobody can see by their codes, on a phone over its whole width', async () => {
    const { page } = await openPage({
      config: { apiUrl: 'demo', title: '\u200b\u202e', languages: ['xx'] },
      viewport: { width: 360, height: 800 },
    })
    await page.getByRole('heading', { name: say('config.invalid', { n: 2 }) }).waitFor()
    const said = page.getByText(say('problem.invisible'))
    expect(await said.innerText()).toContain(String.raw`"\u200b\u202e"`)
    expect(await said.evaluate(cell => cell.getBoundingClientRect().width)).toBe(328)
  })

  test('lists all problems at once, each with its path', async () => {
    const { page } = await openPage({
      config: {
        title: '',
        theme: { accent: 'red' },
        about: [{ path: 'Im Print', title: 'Imprint', markdown: 'Text' }],
        pollIntervalSeconds: 1,
        timeZone: 'Europe/Nowhere',
        historyDay: 30,
      },
    })
    await page.getByRole('heading', { name: say('config.invalid', { n: 6 }) }).waitFor()
    const paths = await page.getByRole('rowheader').allInnerTexts()
    const expected = ['about[0].path', 'apiUrl', 'historyDay', 'pollIntervalSeconds', 'theme.accent', 'timeZone', 'title']
    expect(paths.sort()).toEqual(expected)
    const row = page.getByRole('row').filter({ hasText: 'theme.accent' })
    expect(await row.innerText()).toContain(say('problem.color'))
    expect(await row.innerText()).toContain(say('config.found', { received: '"red"' }))
    expect(await page.getByRole('row').filter({ hasText: 'historyDay' }).innerText()).toContain(
      say('config.didYouMean', { suggestion: 'historyDays' }),
    )
  })

  test('speaks the language of the browser', async () => {
    const { page } = await openPage({ config: {}, locale: 'de-DE' })
    await page.getByText('apiUrl').first().waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/Konfiguration/)
  })
})

test('an unknown key is told, and the page works', async () => {
  const config = { title: 'Example Cloud', titel: 'Typo' }
  const { page } = await openStatusPage({ config })
  await page.getByRole('heading', { name: say('recent.title') }).waitFor()
  const footer = await page.getByRole('contentinfo').innerText()
  expect(footer).toContain(`${say('app.configWarnings', { n: 1 })}: titel`)
  await page.getByRole('link', { name: 'Example Cloud' }).waitFor()
})
