import { describe, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../support/browser/axe'
import { disclose } from '../support/browser/disclose'
import { iconOf } from '../support/browser/look'
import { cloud, impact, NOW, ongoing } from '../support/browser/manageCloud'
import { broken, fine, heading, link, openProviders, overall, pathOf } from '../support/browser/providers'
import { say } from '../support/browser/texts'

const switches = ongoing({ displayName: 'New switches', affects: [impact('DNS', 0)], endedAt: '2026-03-10T15:00:00Z' })
const AFFECTED = say('banner.affected', { n: 1 })
const OPERATIONAL = say('banner.operational')

describe('one of several providers that fails', () => {
  test('neither delays nor breaks the others: dead, slow and answering HTML', async () => {
    const opened = await openProviders(
      {
        dead: { apiUrl: 'http://127.0.0.1:1' },
        slow: { ...fine, faults: [{ path: '/', kind: 'slow', delayMs: 10_000, times: 5 }] },
        html: { ...fine, faults: [{ path: '/', kind: 'html-200' }] },
        north: fine,
      },
      { config: { pollIntervalSeconds: 5 } },
    )
    const { page, row, servers } = opened
    opened.expectProblem(/ERR_(CONNECTION_REFUSED|UNSAFE_PORT)/)
    await row('north').getByText(OPERATIONAL).waitFor()
    await row('dead').getByText(say('banner.unknown')).waitFor()
    await row('html').getByText(say('banner.unknown')).waitFor()
    expect(await row('slow').innerText()).toContain(say('banner.loading'))
    await heading(page, overall('unconfirmed', 2, 4)).waitFor()

    // Each says what failed; the network's own words for a dead port differ.
    await row('html').getByText(say('overview.failures')).click()
    await row('dead').getByText(say('overview.failures')).click()
    expect(await row('html').getByTestId('failures').innerText()).toContain(say('error.malformed'))
    expect(await row('dead').getByTestId('failures').innerText()).toContain(say('error.network'))
    expect(await row('north').getByTestId('failures').count()).toBe(0)

    // It goes on by itself.
    servers.north.store.write(data => data.incidents.push(ongoing({ beganAt: new Date(Date.now() - 60_000).toISOString() })))
    await row('north').getByText(AFFECTED).waitFor()
    await heading(page, overall('affected', 1, 4)).waitFor()
    expect(await page.title()).toContain(overall('affected', 1, 4))

    // One that is asked again recovers alone.
    servers.html.setFaults([])
    await row('html')
      .getByRole('button', { name: say('app.retry') })
      .click()
    await row('html').getByText(OPERATIONAL).waitFor()

    await row('slow').getByText(OPERATIONAL).waitFor({ timeout: 25_000 })
    expect(await row('dead').innerText()).toContain(say('banner.unknown'))
  })

  test('because its own part of the page is gone: it is unknown, the others are shown', async () => {
    const opened = await openProviders(
      { demo: { apiUrl: 'demo' }, north: fine },
      { prepare: async context => void (await context.route('**/assets/demoFetch*.js', route => route.abort())) },
    )
    opened.expectProblem(/Failed to (load|fetch)/)
    await opened.row('north').getByText(OPERATIONAL).waitFor()
    await opened.row('demo').getByText(say('banner.unknown')).waitFor()
  })
})

describe('the overview', () => {
  const open = (options: Parameters<typeof openProviders>[1] = {}) =>
    openProviders(
      {
        north: { ...broken, link: 'https://north.example.org/' },
        south: { server: { data: cloud([switches]) } },
        east: fine,
      },
      { now: NOW, ...options },
    )

  test('answers for each: state, what is wrong, since when, when it was asked; title and icon follow the worst', async () => {
    const { page, row, servers } = await open()
    await row('north').getByText(AFFECTED).waitFor()
    const north = await row('north').innerText()
    expect(north).toContain(say('banner.since', { time: '11:00 CET', duration: '2\u00a0hrs' }))
    expect(north).toContain('Compute')
    expect(north).toContain(say('banner.countAffected', { n: 1 }))
    expect(north).toMatch(/13:00 CET\s*$/)
    await row('north').getByRole('link', { name: 'Slow volumes' }).waitFor()
    await row('south').getByText(say('banner.maintenance')).waitFor()
    expect(await row('south').getByRole('link', { name: 'New switches' }).count()).toBe(1)
    await row('east').getByText(OPERATIONAL).waitFor()
    await heading(page, overall('affected', 1, 3)).waitFor()
    expect(await page.title()).toBe(`${overall('affected', 1, 3)} – All clouds`)
    const alarmed = await iconOf(page)
    expect(
      await row('north')
        .getByRole('link', { name: say('overview.siteOf', { name: 'Cloud north' }) })
        .getAttribute('href'),
    ).toBe('https://north.example.org/')

    await page.waitForLoadState('networkidle')
    const asked = Object.values(servers).flatMap(({ url, requests }) => requests.map(({ path }) => `${url}${path}`))
    await disclose(page, say('calls.show'))
    const calls = await page.getByText(/^curl/).innerText()
    expect([...calls.matchAll(/'(http[^']+)'/g)].map(match => match[1]).sort()).toEqual(asked.sort())

    servers.north.store.write(data => void (data.incidents = []))
    await page.clock.runFor(65_000)
    await heading(page, overall('maintenance', 1, 3)).waitFor()
    expect(await iconOf(page)).not.toBe(alarmed)
  })

  test('is sorted by what somebody wants to know; days are counted in words, each once', async () => {
    const { page, row } = await open({ viewport: { width: 1280, height: 800 } })
    const names = () => page.getByRole('heading', { level: 2 }).allInnerTexts()
    await row('east').getByText(OPERATIONAL).waitFor()
    await row('north').getByText(AFFECTED).waitFor()
    await row('south').getByText(say('banner.maintenance')).waitFor()
    expect(await names()).toEqual(['Cloud north', 'Cloud south', 'Cloud east'])
    const state = page.getByRole('columnheader', { name: say('overview.column.state') })
    await state.focus()
    await page.keyboard.press('Enter')
    await expect.poll(names).toEqual(['Cloud east', 'Cloud south', 'Cloud north'])
    expect(await state.getAttribute('aria-sort')).toBe('ascending')
    await page.keyboard.press('Enter')
    await expect.poll(names).toEqual(['Cloud north', 'Cloud south', 'Cloud east'])
    expect(await row('north').getByRole('img').last().getAttribute('aria-label')).toMatch(/^30 /)
    await expectNoAxeViolations(page)
  })

  test('finds components and incidents of all, as somebody types, and keeps the words in the address', async () => {
    const { page } = await open()
    const results = page.getByRole('list', { name: say('overview.results') })
    await page.getByRole('searchbox').fill('dns')
    await results.getByRole('listitem').nth(3).waitFor()
    expect(await results.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^DNS\s+Cloud north\s+Operational$/),
      expect.stringMatching(/^DNS\s+Cloud south\s+Maintenance$/),
      expect.stringMatching(/^DNS\s+Cloud east\s+Operational$/),
      expect.stringMatching(/^New switches\s+Cloud south.*\s+Maintenance, ongoing$/),
    ])
    expect(new URL(page.url()).search).toBe('?q=dns')
    await page.reload()
    await results.getByRole('link', { name: 'New switches' }).click()
    await heading(page, 'New switches').waitFor()
    expect(pathOf(page)).toBe(`/p/south/incidents/${switches.id}`)
    await page.goBack()
    await results.getByRole('link', { name: 'DNS' }).nth(1).click()
    await page.waitForURL(/\/p\/south\/components\//)
    await page.getByRole('heading', { level: 1 }).waitFor()

    await link(page, say('overview.all')).click()
    await page.getByRole('searchbox').fill('no such thing')
    await page.getByText(say('overview.foundNothing')).waitFor()
  })

  test('says whose answers it could not search', async () => {
    const { page, row } = await openProviders({ north: fine, slow: { ...fine, faults: [{ path: '/', kind: 'timeout' }] } })
    await row('north').getByText(OPERATIONAL).waitFor()
    await page.getByRole('searchbox').fill('dns')
    await page.getByText(say('overview.unsearched', { names: 'Cloud slow' })).waitFor()
  })

  test('marks the demo, which works beside others, each with what is its own', async () => {
    const { page, row } = await openProviders({
      one: { apiUrl: 'demo', auth: { mode: 'none' } },
      two: { apiUrl: 'demo' },
      north: fine,
    })
    await row('one').getByText(say('app.demoText')).waitFor()
    await row('two').getByText(say('app.demoText')).waitFor()
    await row('north').getByText(OPERATIONAL).waitFor()
    expect(await row('north').innerText()).not.toContain(say('app.demoText'))
    const kept = await page.evaluate(() =>
      Object.keys(localStorage)
        .filter(key => key.startsWith('scs-status demo'))
        .sort(),
    )
    expect(kept).toEqual(['scs-status demo /p/one/', 'scs-status demo /p/two/'])
  })

  test.each(['light', 'dark'] as const)('axe finds nothing, nor on the pages of a provider (%s)', async colorScheme => {
    const opened = await openProviders(
      {
        north: { ...broken, link: 'https://north.example.org/' },
        south: { server: { data: cloud([switches]) } },
        dead: { apiUrl: 'http://127.0.0.1:1' },
      },
      { now: NOW, colorScheme, viewport: { width: 360, height: 740 } },
    )
    const { page, row } = opened
    opened.expectProblem(/ERR_(CONNECTION_REFUSED|UNSAFE_PORT)/)
    await row('dead').getByText(say('overview.failures')).click()
    await row('dead').getByTestId('failures').waitFor()
    await row('north').getByText(AFFECTED).waitFor()
    await page.getByRole('searchbox').fill('d')
    await page.getByRole('list', { name: say('overview.results') }).waitFor()
    await expectNoAxeViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await link(page, 'Cloud north').click()
    await page.getByRole('heading', { name: say('recent.title') }).waitFor()
    await expectNoAxeViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})
