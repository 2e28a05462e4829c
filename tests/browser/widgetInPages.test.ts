import { describe, expect, test } from 'vitest'
import { buildComponent, buildData, buildIncident } from '../support/builders'
import { expectNoAxeViolations } from '../support/browser/axe'
import { scriptHash } from '../support/browser/host'
import { inCase } from '../support/browser/inCase'
import {
  compute,
  storage,
  outage,
  repairs,
  troubled,
  BADGE,
  LIST,
  open,
  element,
  told,
  settles,
  color,
  paths,
} from '../support/browser/widget'

describe('several on one page', () => {
  const three = ['/components', '/incidents', '/severities']

  test('ask once for all, and again as often as the most eager one wants', async () => {
    const body = `${BADGE}${LIST}<scs-status api="{api}/" label="region=north" interval="30"></scs-status>`
    const { page, server } = await open({ body })
    for (const nth of [0, 1, 2]) await settles(page, 'All components operational', nth)
    expect(paths(server.requests).sort()).toEqual(three)
    await page.clock.runFor(30_000)
    await expect.poll(() => paths(server.requests)).toHaveLength(5)
  })

  test('ask no more when the last one has left, and anew when one comes', async () => {
    const { page, server } = await open({ body: BADGE + LIST })
    await settles(page, 'All components operational', 1)
    await element(page).evaluate(one => one.remove())
    await page.clock.runFor(60_000)
    await expect.poll(() => paths(server.requests)).toHaveLength(5)
    const last = await element(page).evaluateHandle(one => (one.remove(), one))
    await page.clock.runFor(300_000)
    expect(paths(server.requests)).toHaveLength(5)
    await last.evaluate(one => document.body.append(one))
    await settles(page, 'All components operational')
    expect(paths(server.requests).slice(5).sort()).toEqual(three)
  })

  test('that are moved, or whose script comes twice, neither ask again nor lose what they know', async () => {
    const { page, server } = await open()
    await settles(page, 'All components operational')
    await element(page).evaluate(one => document.body.append(one))
    expect(await told(page), 'moved').toBe('Northwind: All components operational')
    expect(server.requests, 'moved').toHaveLength(3)
    await page.evaluate(async () => {
      const { src } = document.querySelector('script')!
      await new Promise(done => document.head.append(Object.assign(document.createElement('script'), { src, onload: done })))
    })
    expect(await told(page), 'twice').toBe('Northwind: All components operational')
    expect(server.requests, 'twice').toHaveLength(3)
  })

  test('heed their attributes', async () => {
    const { page, server, expectProblem } = await open({ server: { data: troubled } })
    await settles(page, /affected/)
    const set = (name: string, value: string) =>
      element(page).evaluate((one, [key, to]) => one.setAttribute(key!, to!), [name, value])
    await set('component', storage.id)
    await settles(page, /^Storage: Maintenance/)
    await set('lang', 'de')
    await settles(page, /^Storage: Wartung/)
    await set('href', 'https://status.example.org/')
    expect(await element(page).getByRole('link').getAttribute('href')).toBe('https://status.example.org/')
    await set('href', 'javascript:alert(1)')
    await expect.poll(() => element(page).getByRole('link').count()).toBe(0)
    expect(server.requests).toHaveLength(3)
    expectProblem(/status of 404/)
    await set('api', '/nowhere')
    await settles(page, /Status unbekannt|Unbekannt/)
    await set('api', server.url)
    await settles(page, /^Storage: Wartung/)
  }, 30_000)
})

describe('in a page of somebody else', () => {
  const POLICY =
    "default-src 'none'; script-src {site}; style-src 'self'; connect-src {api}; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'"

  test('a strict policy with Trusted Types has nothing against it', async () => {
    const { page } = await open({ body: BADGE + LIST, policy: POLICY, server: { data: troubled } })
    await settles(page, /affected/)
    // Without its styles the shape would be black and of no size.
    expect(await color(page)).toBe('rgb(177, 80, 12)')
    expect(await element(page, 1).locator('[part=component]').count()).toBe(2)
  })

  test('nothing that a server says is taken for HTML', async () => {
    const evil = '<img src=x onerror=alert(1)>\u202Eevil'
    const data = buildData({
      components: [buildComponent({ displayName: evil })],
      incidents: [buildIncident({ displayName: evil, beganAt: '2026-03-10T11:00:00.000Z', endedAt: null })],
    })
    const { page } = await open({ body: LIST, server: { data } })
    await settles(page, /affected/)
    expect(await element(page).locator('[part=component-name]').textContent()).toBe(evil)
    expect(await element(page).locator('img').count()).toBe(0)
  })

  test('the browser refuses another script than the one of the integrity hash', async () => {
    const { page, expectProblem } = await open({ integrity: scriptHash().replace(/.{8}$/, 'AAAAAAA=') })
    expectProblem(/integrity/)
    await page.waitForLoadState()
    expect(await page.evaluate(() => customElements.get('scs-status') === undefined)).toBe(true)
  })

  test('it takes its theme and colours from the page around, and says by parts what is what', async () => {
    const css = `#around { color-scheme: light dark }
#coloured { --scs-status-good: rgb(1, 2, 3) }
#coloured::part(name) { color: rgb(4, 5, 6) }`
    const themes = ['light', 'dark', 'system'].map(theme => `<scs-status api="{api}" theme="${theme}"></scs-status>`)
    const { page } = await open({
      body: `${themes.join('')}<div id="around"><scs-status api="{api}"></scs-status></div>
<scs-status id="coloured" api="{api}" provider="Northwind"></scs-status>`,
      css,
      colorScheme: 'dark',
    })
    const [white, black] = ['rgb(246, 246, 244)', 'rgb(16, 18, 21)']
    const papers = {
      dark: { light: white, dark: black, system: black, 'of the page around': black },
      light: { light: white, dark: black, system: white, 'of the page around': white },
    } as const
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const [nth, [theme, paper]] of Object.entries(papers[colorScheme]).entries()) {
        const name = `theme ${theme} where the browser asks for ${colorScheme}`
        await settles(page, 'All components operational', nth, name)
        const base = element(page, nth).locator('[part=base]')
        expect(await base.evaluate(one => getComputedStyle(one).backgroundColor), name).toBe(paper)
      }
    }

    await settles(page, 'All components operational', 4, 'coloured')
    expect(await color(page, 4)).toBe('rgb(1, 2, 3)')
    const name = element(page, 4).locator('[part=name]')
    expect(await name.evaluate(one => getComputedStyle(one).color)).toBe('rgb(4, 5, 6)')
  })

  test('axe finds nothing, light and narrow or dark and wide, and nothing is wider than the screen', async () => {
    const displayName = `Compute with ${'a-name-that-goes-on-and-on-'.repeat(4)}`
    const data = buildData({ components: [buildComponent({ displayName }), storage], incidents: [outage, repairs] })
    const link = '<p><scs-status api="{api}" href="/" provider="Northwind"></scs-status></p>'
    const one = `<p><scs-status api="{api}" component="${compute.id}"></scs-status></p>`
    const { page } = await open({ body: link + one + LIST, server: { data }, css: 'html { color-scheme: light dark }' })
    for (const nth of [0, 1, 2]) await settles(page, /affected|Major/, nth)
    for (const [colorScheme, width] of [
      ['light', 360],
      ['dark', 1280],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 800 })
      const name = `${colorScheme}, ${width} px`
      await inCase(name, expectNoAxeViolations(page))
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(width)
    }
  })
})

test('a poll that changed nothing touches nothing', async () => {
  const { page, server } = await open({ body: BADGE })
  await settles(page, 'All components operational')
  await element(page).evaluate(one => {
    const changes: unknown[] = ((globalThis as { changes?: unknown[] }).changes = [])
    new MutationObserver(records => changes.push(...records)).observe(one.shadowRoot!, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
  })
  // The next poll is due a minute after the answers of the one before have come, whenever that is.
  const asked = () => page.clock.runFor(20_000).then(() => server.requests.length)
  await expect.poll(asked).toBeGreaterThanOrEqual(7)
  await expect.poll(() => server.requests.length).toBe(7)
  expect(await page.evaluate(() => (globalThis as { changes?: unknown[] }).changes)).toEqual([])
})
