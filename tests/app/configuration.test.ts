import { fireEvent, screen, within } from '@testing-library/dom'
import { describe, expect, it, vi } from 'vitest'
import { loadConfig } from '@/config/loadConfig'
import { say } from '../support/browser/texts'
import { buildData, buildSeverity } from '../support/builders'
import { API_URL, buildSite } from '../support/config'
import { mountPage } from '../support/page'
import { takeConsole } from '../support/quiet'
import { openMoreMenu } from '../support/header'
import { serve, takeRequests } from '../support/server'
import { textOf } from '../support/status'

const BASE_URL = 'http://page.test/status/'
const URL_OF_CONFIG = `${BASE_URL}config.json`
const headline = (words: string) => screen.findByRole('heading', { level: 1, name: words })

/** The page as it starts with what its host answers for `config.json`. */
async function start(answer: () => Response | Promise<Response>) {
  serve()
  return mountPage(await loadConfig({ fetch: async () => answer(), baseUrl: BASE_URL }))
}
const startWith = (config: unknown) => start(() => Response.json(config))

/** What the page says in the console once it stands. */
async function warned(): Promise<string[]> {
  const said: string[] = []
  await vi.waitFor(() => expect(said.push(...takeConsole())).toBe(1))
  return said
}

describe('the page without a configuration that it can use', () => {
  it('says that there is none, to the operator and to the visitor, and asks nobody', async () => {
    await start(() => new Response(null, { status: 404 }))
    await headline(say('config.missing'))
    expect(screen.getByText(say('config.missingText', { url: URL_OF_CONFIG }))).toBeDefined()
    expect(screen.getByText(say('config.visitor'))).toBeDefined()
    expect(document.title).toBe(say('config.title'))
    expect(takeRequests()).toEqual([])
  })

  it('takes a start page in its place for none', async () => {
    await start(() => new Response('<!doctype html><title>Status</title>'))
    await headline(say('config.missing'))
  })

  it('says that it could not be loaded', async () => {
    await start(() => Promise.reject(new TypeError('Failed to fetch')))
    await headline(say('config.unreachable'))
    expect(screen.getByText(say('config.unreachableText', { url: URL_OF_CONFIG, detail: 'Failed to fetch' }))).toBeDefined()
  })

  it('says where it is broken', async () => {
    await start(() => new Response('{\n  "apiUrl": "demo",\n}'))
    await headline(say('config.broken'))
    const reason = say('brokenJson.trailingComma')
    expect(textOf(document.body)).toContain(say('config.brokenText', { url: URL_OF_CONFIG, line: 2, column: 19, reason }))
  })

  it('lists every problem at once', async () => {
    await startWith({ apiUrl: 'ftp://x', historyDays: 9000, theme: { mode: 'drak' } })
    await headline(say('config.invalid', { n: 3 }))
    const rows = screen.getAllByRole('row').map(textOf)
    expect(rows).toHaveLength(3)
    expect(rows.map(row => ['apiUrl', 'historyDays', 'theme.mode'].find(path => row.startsWith(path))).sort()).toEqual([
      'apiUrl',
      'historyDays',
      'theme.mode',
    ])
    expect(rows.join()).toContain(`"drak". ${say('config.didYouMean', { suggestion: 'dark' })}`)
  })
})

describe('the page with a configuration', () => {
  it('names unknown keys in the footer, and works', async () => {
    await startWith({ apiUrl: API_URL, titel: 'Example', theme: { colour: '#000000' } })
    await headline(say('banner.operational'))
    expect(textOf(screen.getByRole('contentinfo'))).toContain(`${say('app.configWarnings', { n: 2 })}: titel, theme.colour`)
  })

  it('shows title, links and logos as they are configured', async () => {
    await startWith({
      apiUrl: API_URL,
      title: 'Example Cloud',
      logo: { light: 'light.svg', dark: 'dark.svg' },
      links: { horizon: 'https://horizon.test/', support: 'mailto:help@example.test' },
    })
    await headline(say('banner.operational'))
    expect(screen.getByRole('link', { name: 'Example Cloud' }).getAttribute('href')).toBe('/status/')
    await openMoreMenu()
    expect(screen.getByRole('link', { name: say('app.horizon') }).getAttribute('href')).toBe('https://horizon.test/')
    expect(screen.getByRole('link', { name: say('app.support') }).getAttribute('href')).toBe('mailto:help@example.test')
    fireEvent.click(screen.getByRole('button', { name: say('app.getUpdates') }))
    await screen.findByText(say('updates.follow'))
    expect(screen.queryByText(say('app.feed'))).toBeNull()
    const logos = within(screen.getByRole('banner')).getAllByAltText('')
    expect(logos.map(image => image.getAttribute('src'))).toEqual(['light.svg', 'dark.svg'])
  })

  it('warns the operator, in the console, of a colour that cannot be read, and mends it', async () => {
    serve()
    const severities = { Major: { color: '#ffee00' } }
    await mountPage({ kind: 'ok', config: buildSite({ severities }), warnings: [] })
    await headline(say('banner.operational'))
    const [warning] = await warned()
    expect(warning).toMatch(/console\.warn: config\.json, severities\.Major.*#ffee00 .*#[0-9a-f]{6}/)
  })

  it('warns the operator, in the console, of severities that share a value', async () => {
    const severities = [buildSeverity({ displayName: 'A', value: 50 }), buildSeverity({ displayName: 'B', value: 50 })]
    serve({ data: buildData({ severities }) })
    await mountPage({ kind: 'ok', config: buildSite(), warnings: [] })
    await headline(say('banner.operational'))
    expect((await warned()).join()).toMatch(/severities have the same value \(50\)/)
  })
})
