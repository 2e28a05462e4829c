import { AFFECTED_TITLE } from '../support/browser/affected'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startStaticServer } from '../support/browser/staticServer'
import { openStatusPage } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

const heading = { level: 1 } as const

describe('an address that leads nowhere says so', () => {
  test.each(['nowhere', 'nowhere/at/all', 'nowhere/'])('%s', async path => {
    const opened = await openStatusPage({ basePath: '/status/', path, config: {} })
    // The first guesses at the folder of the page miss.
    if (path.includes('/')) opened.expectProblem(/Failed to load|MIME type/)
    await opened.page.getByRole('heading', { ...heading, name: say('notFound.title') }).waitFor()
    await opened.page.getByRole('link', { name: say('notFound.home') }).click()
    await opened.page.waitForURL('**/status/')
  })
})

test.each(['/p/status/', '/about/cloud/', '/history/', '/following/'])(
  'the page runs at %s, which looks like a route',
  async basePath => {
    const opened = await openStatusPage({ basePath })
    opened.expectProblem(/Failed to load|MIME type/)
    await opened.page.getByRole('heading', { ...heading, name: AFFECTED_TITLE }).waitFor()
    expect(new URL(opened.page.url()).pathname).toBe(basePath)
  },
)

describe('an address that a browser could take for another host', () => {
  test.each(['', 'incidents/1', 'history?q=x', 'any/path/'])('loads nothing from there: //host/%s', async path => {
    const foreign = await startStaticServer({ files: { 'index.html': '' } })
    onTestFinished(() => foreign.close())
    const opened = await openStatusPage()
    const { page, site } = opened
    opened.expectProblem(/Failed to load|MIME type/)
    await page.goto(`${site.origin}//${foreign.origin.slice('http://'.length)}/${path}`)
    await page.getByRole('heading', { ...heading, name: say('notFound.title') }).waitFor()
    await page.getByRole('link', { name: say('notFound.home') }).click()
    await page.getByRole('heading', { ...heading, name: AFFECTED_TITLE }).waitFor()
    expect(new URL(page.url()).origin).toBe(site.origin)
    expect(foreign.requests).toEqual([])
  })
})

describe('files that are gone', () => {
  test('the language: the page says in plain words that nothing is known', async () => {
    const opened = await openStatusPage({
      prepare: async context => void (await context.route('**/assets/en*.js', route => route.abort())),
    })
    opened.expectProblem(/Failed to (load|fetch)/)
    opened.expectProblem(/TypeError|dynamically imported/)
    await opened.page.getByText('nothing is known here').waitFor()
  })

  test('a page of an older release: the new one is loaded whole', async () => {
    let gone = true
    const opened = await openStatusPage({
      prepare: async context =>
        void (await context.route('**/assets/IncidentPage*.js', route => (gone ? route.abort() : route.continue()))),
    })
    opened.expectProblem(/Failed to (load|fetch)/)
    const incident = opened.page.getByRole('main').getByRole('link').first()
    const title = (await incident.textContent())!.trim()
    await opened.page.route('**/incidents/*', route => {
      gone = false
      return route.continue()
    })
    await incident.click()
    await opened.page.getByRole('heading', { ...heading, name: title }).waitFor()
  })
})
