import type { BrowserContext, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { chooseDisplay } from '../support/browser/header'
import { withoutTemporal } from '../support/browser/page'
import { openStatusPage, type StatusPageOptions } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'
import { timesIn } from '../support/browser/times'

// The clocks of Berlin changed twelve days before, those of Lord Howe by half an hour five days before.
const NOW = Date.parse('2026-04-10T12:00:00Z')
const incidentPath = `incidents/${uuidOf('incident slow volumes north')}`

/** All that a visitor sees of a page: its words, its bars, and what they say. */
async function seen(options: StatusPageOptions) {
  const stopped = { prepare: (context: BrowserContext) => context.clock.setFixedTime(NOW) }
  const { page, site } = await openStatusPage({ now: NOW, ...stopped, ...options })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  const main = page.getByRole('main')
  return {
    text: await main.evaluate(element => element.textContent),
    bars: await main.getByRole('slider').evaluateAll(bars => bars.map(bar => bar.innerHTML)),
    times: await timesIn(main),
    asked: site.requests.map(({ url }) => url),
  }
}

describe('without Temporal in the browser', () => {
  test.each(['Europe/Berlin', 'Australia/Lord_Howe'])('everything is the same in %s', async timezoneId => {
    for (const path of ['', incidentPath]) {
      const { asked: withIt, ...expected } = await seen({ path, timezoneId })
      const { asked: without, ...actual } = await seen({ path, timezoneId, initScripts: [withoutTemporal] })
      expect(actual).toEqual(expected)
      expect(expected.text).toContain('Slow volumes')
      expect(withIt.filter(url => /global/.test(url))).toEqual([])
      expect(without.filter(url => /global/.test(url))).toHaveLength(1)
    }
  })
})

const zones = [
  { zone: 'Europe/Berlin', named: 'CEST', label: say('settings.zoneLocal', { zone: 'Europe/Berlin' }), begin: '11:52' },
  { zone: 'UTC', named: 'UTC', label: say('settings.zoneUtc'), begin: '09:52' },
  { zone: 'Asia/Kolkata', named: 'GMT+5:30', label: say('settings.zoneProvider', { zone: 'Asia/Kolkata' }), begin: '15:22' },
]

/** The lines that name a time of day. */
const timesOn = async (page: Page) => (await page.getByRole('main').innerText()).split('\n').filter(line => /\d:\d\d/.test(line))

describe('the zone', () => {
  test.each(zones)('$zone is named with every time, chosen in Display and kept', async ({ zone, named, label, begin }) => {
    const { page, site } = await openStatusPage({ now: NOW, config: { timeZone: 'Asia/Kolkata' } })
    await page.getByText(say('app.zoneNote', { zone: 'Asia/Kolkata' })).waitFor()
    await chooseDisplay(page, 'timeZone', label)
    await page.getByText(say('app.zoneNote', { zone })).waitFor()
    await page.getByText(`${begin} ${named}`).first().waitFor()

    await page.reload()
    await page.getByText(say('app.zoneNote', { zone })).waitFor()
    await page.getByText(`${begin} ${named}`).first().waitFor()
    for (const path of ['', incidentPath]) {
      await page.goto(site.url + path)
      await page.getByText(`${begin} ${named}`).first().waitFor()
      // The banner comes first, the rest with the newest updates.
      await expect.poll(async () => (await timesOn(page)).length).toBeGreaterThan(3)
      const times = await timesOn(page)
      expect(times.filter(line => !/(CES?T|UTC|GMT\+5:30)/.test(line))).toEqual([])
      expect(times.filter(line => !line.includes(named === 'CEST' ? 'CE' : named))).toEqual([])
    }
  })

  test('moves the days of the bars: what began late in the evening in UTC is of the next day in the east', async () => {
    const label = (page: Page) => page.getByRole('slider', { name: /^Compute North/ })
    const days: (string | null)[] = []
    for (const timeZone of ['utc', 'Pacific/Kiritimati']) {
      const { page } = await openStatusPage({ now: NOW, config: { timeZone } })
      await label(page).focus()
      days.push(await label(page).getAttribute('aria-valuetext'))
    }
    expect(days[0]).toMatch(/^Fri 10 Apr:/)
    expect(days[1]).toMatch(/^Sat 11 Apr:/)
  })
})
