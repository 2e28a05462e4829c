import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import type { DemoData } from '@/demo/data'
import { buildComponent, buildData, buildIncident } from '../support/builders'
import { expectNoAxeViolations } from '../support/browser/axe'
import { disclose } from '../support/browser/disclose'
import { hasFocus } from '../support/browser/focus'
import { openStatusPage, type StatusPageOptions } from '../support/browser/statusPage'
import { scriptHash } from '../support/browser/host'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const { id } = buildComponent()
const path = `components/${id}`
const impact = buildIncident().affects![0]!
const ongoing = buildIncident({ beganAt: '2026-03-10T10:00:00Z', endedAt: null, affects: [{ ...impact, severity: 90 }] })
const work = buildIncident({
  id: uuidOf('work'),
  displayName: 'New firmware',
  beganAt: '2026-03-12T10:00:00Z',
  endedAt: '2026-03-12T11:00:00Z',
  affects: [{ ...impact, severity: 0 }],
})
const before = buildIncident({
  id: uuidOf('before'),
  displayName: 'Switch failure',
  beganAt: '2026-03-05T10:00:00Z',
  endedAt: '2026-03-05T12:00:00Z',
})
const long = buildIncident({
  id: uuidOf('long ago'),
  displayName: 'Fire drill',
  beganAt: '2025-06-05T10:00:00Z',
  endedAt: '2025-06-05T12:00:00Z',
})

const open = (data: Partial<DemoData> = {}, options: StatusPageOptions = {}) =>
  openStatusPage({
    now: NOW,
    path,
    config: { timeZone: 'utc' },
    server: { data: buildData({ incidents: [ongoing, work, before, long], ...data }) },
    ...options,
  })
const answer = (page: Pick<Page, 'getByRole'>) => page.getByRole('region', { name: 'Compute', exact: true })
const YES = /^Is it down\?\s*Yes: Critical since 10:00 UTC \(2\shrs\)\s+because of Slow volumes\./
const saysYes = async (page: Pick<Page, 'getByRole'>) => {
  await page.getByRole('heading', { level: 1, name: 'Compute', exact: true }).waitFor()
  await expect.poll(async () => (await answer(page).innerText()).replace(/^Compute\s+/, '')).toMatch(YES)
}

describe('a component of its own', () => {
  test('opens by a link under any path, answers in heading and title, and leads on', async () => {
    const { page, site } = await open({}, { basePath: '/some/path/' })
    await saysYes(page)
    expect(await page.title()).toBe('Compute: Yes: Critical since 10:00 UTC – Status')
    await answer(page).getByRole('link', { name: 'Slow volumes' }).click()
    await page.getByRole('heading', { level: 1, name: 'Slow volumes' }).waitFor()
    await page.getByRole('rowheader').getByRole('link', { name: 'Compute' }).click()
    await saysYes(page)
    expect(page.url()).toBe(`${site.origin}/some/path/${path}`)
    await page.getByRole('link', { name: 'region: north' }).click()
    await page
      .getByRole('status')
      .filter({ hasText: say('components.results', { n: 1, total: 1 }) })
      .waitFor()
    expect(page.url()).toBe(`${site.origin}/some/path/?label=region:north`)
  })

  test('opens from the status page by a click, by keyboard and from the table, without loading anew', async () => {
    const { page, site } = await open({}, { path: '' })
    const name = page.getByRole('link', { name: 'Compute', exact: true })
    await name.waitFor()
    await page.evaluate(() => document.body.setAttribute('data-same-page', ''))
    await name.click()
    await saysYes(page)
    await page.goBack()
    await name.focus()
    await page.keyboard.press('Enter')
    await saysYes(page)
    expect(await hasFocus(page.getByRole('main'))).toBe(true)
    await page.goBack()
    await page.getByRole('button', { name: say('components.table') }).click()
    await page.getByRole('rowheader', { name: 'Compute' }).getByRole('link').click()
    await saysYes(page)
    expect(page.url()).toBe(site.url + path)
    expect(await page.evaluate(() => document.body.hasAttribute('data-same-page'))).toBe(true)
  })

  test('a click with Ctrl is left to the browser, which opens a tab', async () => {
    const { page, site } = await open({}, { path: '' })
    const name = page.getByRole('link', { name: 'Compute', exact: true })
    await name.waitFor()
    // Told to the test instead of opening a second page in the browser that all tests share.
    await page.evaluate(() => {
      window.addEventListener('click', event => {
        document.body.setAttribute('data-left', String(!event.defaultPrevented))
        event.preventDefault()
      })
    })
    await name.click({ modifiers: ['Control'] })
    expect(await page.locator('body').getAttribute('data-left')).toBe('true')
    expect(new URL((await name.getAttribute('href'))!, site.url).href).toBe(site.url + path)
    expect(page.url()).toBe(site.url)
  })

  test('tells its days by keyboard, and in a table', async () => {
    const { page } = await open()
    const bar = page.getByRole('slider', { name: say('bars.label', { name: 'Compute', n: 90 }) })
    await bar.focus()
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft')
    expect(await bar.getAttribute('aria-valuetext')).toBe('Thu 5 Mar: Major')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Compute' }).getByRole('link', { name: 'Switch failure' }).waitFor()
    await page.keyboard.press('Escape')
    expect(await hasFocus(bar)).toBe(true)
    await disclose(page, say('component.daysTable'))
    expect(await page.getByRole('row').allInnerTexts()).toHaveLength(3)
  })

  test('asks for a year more only when somebody does', async () => {
    const { page, server } = await open()
    const asked = () => server.requests.filter(({ path: one }) => one.startsWith('/incidents?')).length
    await page.getByRole('heading', { name: say('component.days') }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(asked()).toBe(1)
    await page.getByRole('tab', { name: say('component.tabs.history') }).click()
    await page.getByRole('link', { name: 'Fire drill' }).waitFor()
    await page.getByText('June 2025').waitFor()
    expect(asked()).toBe(2)
    expect(new URL(page.url()).search).toBe('?tab=history')
  })

  test('that the server does not list says so', async () => {
    const { page } = await open({}, { path: `components/${uuidOf('nobody')}` })
    await page.getByRole('heading', { level: 1, name: say('component.notFound') }).waitFor()
    expect(await page.title()).toBe(`${say('component.notFound')} – Status`)
    await expectNoAxeViolations(page)
  })

  test('is not known while the server is down, and known again when it is back', async () => {
    const { page, server, expectProblem } = await open({}, { faults: [{ path: '/', kind: 500 }] })
    expectProblem(/500/)
    await page
      .getByText(say('component.unknown', { name: say('component.unnamed') }))
      .first()
      .waitFor()
    await page.getByRole('alert').first().waitFor()
    server.setFaults([])
    await page.getByRole('button', { name: say('app.retry') }).click()
    await saysYes(page)
    await expect.poll(() => page.getByRole('alert').count()).toBe(0)
  })

  test('does not push down what stands below while it loads', async () => {
    const { page } = await open(
      {},
      {
        async prepare(context) {
          await context.addInitScript(() => {
            const shifts = ((window as unknown as { shifts: number[] }).shifts = [])
            new PerformanceObserver(list => {
              for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: never }).value)
            }).observe({ type: 'layout-shift', buffered: true })
          })
        },
      },
    )
    await page.getByRole('heading', { name: say('component.days') }).waitFor()
    await page.waitForLoadState('networkidle')
    const sum = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((all, one) => all + one, 0))
    expect(sum).toBeLessThanOrEqual(0.01)
  })
})

describe.each(['light', 'dark'] as const)('in %s', colorScheme => {
  test.each([
    ['on a phone', { width: 360, height: 740 }],
    ['at a desk', { width: 1440, height: 900 }],
  ])('%s axe finds nothing, and nothing is wider than the screen', async (_, viewport) => {
    const displayName = `Compute with ${'a-name-that-goes-on-and-on-'.repeat(4)}`
    const { page } = await open({ components: [buildComponent({ displayName })] }, { colorScheme, viewport })
    await page.getByRole('heading', { name: say('component.days') }).waitFor()
    for (const key of ['component.daysTable', 'availability.formulaTitle', 'calls.show'] as const) await disclose(page, say(key))
    for (const tab of ['overview', 'history', 'embed'] as const) {
      await page.getByRole('tab', { name: say(`component.tabs.${tab}`) }).click()
      await page.waitForLoadState('networkidle')
      if (tab === 'history') await page.getByRole('grid').waitFor()
      await expectNoAxeViolations(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), tab).toBe(viewport.width)
    }
  })
})

describe('embedded in a frame of another page', () => {
  const host = {
    'host.html': `<!doctype html><title>Host</title><link rel="icon" href="data:," /><iframe src="${path}?embed" title="Status" width="480" height="320"></iframe>`,
  }
  const openFrame = async () => {
    const opened = await open({}, { path: 'host.html', files: host })
    const frame = opened.page.frameLocator('iframe')
    await saysYes(frame)
    return { ...opened, frame }
  }

  test('shows the answer and the days alone', async () => {
    const { frame } = await openFrame()
    await frame.getByRole('slider').waitFor()
    expect(await frame.getByRole('banner').count()).toBe(0)
    expect(await frame.getByRole('contentinfo').count()).toBe(0)
    expect(await frame.getByRole('heading').count()).toBe(1)
    expect(await frame.getByText(say('settings.title')).count()).toBe(0)
  })

  test('its link opens the whole page around', async () => {
    const { page, site, frame } = await openFrame()
    await frame.getByRole('link', { name: say('component.fullPage') }).click()
    await page.waitForURL(site.url + path)
    await page.getByRole('banner').waitFor()
  })

  test('so does every other link', async () => {
    const { page, site, frame } = await openFrame()
    await frame.getByRole('link', { name: 'Slow volumes' }).click()
    await page.waitForURL(`${site.url}incidents/${ongoing.id}`)
    await page.getByRole('heading', { level: 1, name: 'Slow volumes' }).waitFor()
  })
})

test('the HTML to embed it is copied, with the hash of the script', async () => {
  const { page, site, server, context } = await open({}, { config: { severities: { Major: { good: true } } } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('tab', { name: say('component.tabs.embed') }).click()
  // The clipboard is that of the machine, and other tests use it meanwhile: what they left there is copied over again.
  const copied = async (what: 'embedFrame' | 'embedElement') => {
    await page.getByRole('button', { name: `${say('component.copy')} (${say(`component.${what}`)})` }).click()
    return page.evaluate(() => navigator.clipboard.readText())
  }
  await expect.poll(() => copied('embedFrame')).toContain(`src="${site.url}${path}?embed"`)
  await expect
    .poll(() => copied('embedElement'))
    .toBe(
      `<script async src="${site.url}scs-status.js" integrity="${scriptHash()}" crossorigin="anonymous"></script>\n` +
        `<scs-status api="${server.url}/" component="${buildComponent().id}" href="${site.url}${path}" good="Minor, Major"></scs-status>`,
    )
})
