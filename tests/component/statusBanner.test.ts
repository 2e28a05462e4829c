import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { DemoData, WireImpact } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { buildData, buildSeverity } from '../support/builders'
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW, wireTime } from '../support/clock'
import { affectedTitle } from '../support/browser/affected'
import { say } from '../support/browser/texts'
import { API_URL } from '../support/config'
import { bannerOf } from '../support/roles'
import { answerFirst } from '../support/server'
import { impactOn, named, ongoing, renderStatus, settled, textOf } from '../support/status'

const OPERATIONAL = say('banner.operational')
const affectedBy = (level: string, names: string) => say('banner.affectedText', { level, names })
const noEnd = say('banner.noEnd')
const missing = (parts: string) => say('banner.missing', { parts })
const sinceEleven = say('banner.since', { time: '11:00 UTC', duration: '1 hr' })

const components = [named('Compute'), named('Network'), named('Storage'), named('Identity'), named('Images')]
const withIncident = (affects: WireImpact[], overrides = {}) =>
  buildData({ components, incidents: [ongoing(affects, overrides)] })
const inHour = { endedAt: wireTime(HOUR_MS) }
const failing = (path: string, status = 500) => http.get(`${API_URL}${path}`, () => new HttpResponse(null, { status }))

async function renderBanner(options: Parameters<typeof renderStatus>[0]) {
  const page = await renderStatus(options)
  const headline = () => textOf(page.getByRole('heading', { level: 1 }))
  return { ...page, banner: bannerOf(page.element), headline }
}

// Bands of buildData: Minor 1..33 (good), Major 34..66, Critical 67..100.
describe('the banner says', () => {
  it('that all is operational when everything was read and nothing is wrong', async () => {
    const { banner, headline } = await renderBanner({ data: buildData({ components }) })
    expect(headline()).toBe(OPERATIONAL)
    expect(textOf(banner)).toContain(say('banner.operationalText'))
    expect(textOf(banner)).toContain(`${say('banner.countsOf', { n: 5, total: 5 })} ${say('banner.countOperational', { n: 5 })}.`)
    expect(textOf(banner)).toContain(`${say('app.asOf')} 12:00 UTC`)
  })

  it.each<[string, DemoData, string, string[]]>([
    [
      'one affected component',
      withIncident([impactOn('Network', 90)]),
      affectedTitle(['Network', 'Critical']),
      [`${sinceEleven} ${noEnd}`],
    ],
    [
      'several, worst first',
      withIncident([impactOn('Storage', 50), impactOn('Network', 90), impactOn('Compute', 50)]),
      affectedTitle(['Network', 'Critical'], ['Compute, Storage', 'Major']),
      [sinceEleven],
    ],
    [
      'many, without naming all',
      withIncident(components.map(({ displayName }) => impactOn(displayName!, 50))),
      say('banner.affectedWorst', { n: 5, level: 'Major' }),
      [affectedBy('Major', say('banner.andMore', { names: 'Compute, Network, Storage', n: 2 }))],
    ],
    ['an impact without a severity', withIncident([impactOn('Network')]), affectedTitle(['Network', 'Unknown']), [noEnd]],
    [
      'every affected component, also where nobody knows how badly',
      withIncident([impactOn('Network', 90), impactOn('Storage')]),
      affectedTitle(['Network', 'Critical'], ['Storage', 'Unknown']),
      [noEnd],
    ],
    [
      'a notice',
      withIncident([impactOn('Network', 10)]),
      say('banner.notice'),
      [say('banner.noticeText', { names: 'Network' }), sinceEleven],
    ],
    [
      'a maintenance',
      withIncident([impactOn('Network', 0)], inHour),
      say('banner.maintenance'),
      [say('banner.maintenanceText', { names: 'Network' }), sinceEleven],
    ],
    [
      'a maintenance on one and an outage on the other',
      withIncident([impactOn('Network', 0), impactOn('Storage', 90)], inHour),
      affectedTitle(['Storage', 'Critical']),
      [
        say('banner.until', { time: '13:00 UTC' }),
        say('banner.countOperational', { n: 3 }),
        say('banner.countAffected', { n: 1 }),
        say('banner.countMaintenance', { n: 1 }),
      ],
    ],
    [
      'an incident on what nobody sees',
      withIncident([impactOn('Hidden', 90)]),
      say('banner.incident'),
      [say('banner.incidentText')],
    ],
    ['an incident without impacts', withIncident([]), say('banner.incident'), [say('banner.incidentText'), sinceEleven]],
    ['a server without components', buildData({ components: [] }), say('banner.empty'), [say('banner.emptyText')]],
    [
      'no components, but an incident',
      { ...withIncident([impactOn('Hidden', 90)]), components: [] },
      say('banner.incident'),
      [say('banner.incidentText')],
    ],
    [
      'a value above all bands',
      { ...withIncident([impactOn('Network', 90)]), severities: [buildSeverity({ displayName: 'Low', value: 50 })] },
      affectedTitle(['Network', 'Unknown']),
      [noEnd],
    ],
  ])('%s', async (_, data, words, texts) => {
    const { banner, headline, queryByText } = await renderBanner({ data })
    expect(headline()).toBe(words)
    for (const text of texts) expect(textOf(banner)).toContain(text)
    expect(queryByText(OPERATIONAL)).toBeNull()
  })

  it.each<[string, DemoData]>([
    ['ended a minute ago', withIncident([impactOn('Network', 90)], { endedAt: wireTime(-MINUTE_MS) })],
    ['begins in a minute', withIncident([impactOn('Network', 90)], { beganAt: wireTime(MINUTE_MS) })],
  ])('that all is operational beside an incident that %s', async (_, data) => {
    const { headline } = await renderBanner({ data })
    expect(headline()).toBe(OPERATIONAL)
  })

  it('when the next maintenance is', async () => {
    const planned = { beganAt: wireTime(2 * DAY_MS), endedAt: wireTime(2 * DAY_MS + HOUR_MS) }
    const { banner, headline } = await renderBanner({ data: withIncident([impactOn('Network', 0)], planned) })
    expect(headline()).toBe(OPERATIONAL)
    expect(textOf(banner)).toContain(say('banner.upcoming', { when: 'in 2 days' }))
  })

  it('nothing of a retired component, beside others that are affected', async () => {
    const { banner, headline } = await renderBanner({
      data: buildData({
        components: [...components, named('Old Storage', { retired: '' })],
        incidents: [ongoing([impactOn('Network', 90), impactOn('Old Storage', 90)])],
      }),
      config: { components: { retiredLabel: 'retired' } },
    })
    expect(headline()).toBe(affectedTitle(['Network', 'Critical']))
    expect(textOf(banner)).not.toContain('Old Storage')
  })
})

describe('where something is missing', () => {
  it.each([
    ['/components', say('banner.unknown'), 'components'],
    ['/incidents', say('banner.unknown'), 'incidents'],
    ['/severities', say('banner.partial'), 'severities'],
    ['/phases', say('banner.partial'), 'phases'],
    ['/impacttypes', say('banner.partial'), 'impactTypes'],
  ] as const)('%s: the banner does not call it fine', async (path, words, part) => {
    const { banner, headline } = await renderBanner({ data: buildData({ components }), first: [failing(path)] })
    expect(headline()).toBe(words)
    expect(textOf(banner)).toContain(missing(say(`part.${part}`)))
  })

  it('everything: the banner says that nothing is known', async () => {
    const { banner, headline } = await renderBanner({ first: [http.get(`${API_URL}/*`, () => HttpResponse.error())] })
    expect(headline()).toBe(say('banner.unknown'))
    expect(textOf(banner)).toContain(say('banner.unknownText'))
    expect(textOf(banner)).toContain(say('app.neverRead'))
  })

  it('an outage that is known is said all the same', async () => {
    const { banner, headline } = await renderBanner({
      data: withIncident([impactOn('Network', 90)]),
      first: [failing('/phases')],
    })
    expect(headline()).toBe(affectedTitle(['Network', 'Critical']))
    expect(textOf(banner)).toContain(missing(say('part.phases')))
    expect(textOf(banner)).toContain(say('banner.lastKnown', { ago: 'less than a minute ago', time: '12:00 UTC' }))
  })

  it('the components alone: an ongoing incident is said, and not that it affects none of them', async () => {
    const { banner, headline } = await renderBanner({
      data: withIncident([impactOn('Network', 90)]),
      first: [failing('/components')],
    })
    expect(headline()).toBe(say('banner.incident'))
    expect(textOf(banner)).toContain(say('banner.incidentUnknownText'))
    expect(textOf(banner)).not.toContain(say('banner.incidentText'))
  })

  it('an incident that only a component names makes the status unconfirmed', async () => {
    const hinted = {
      ...named('Compute'),
      activelyAffectedBy: [{ reference: uuidOf('gone'), type: uuidOf('type'), severity: 50 }],
    }
    const { headline } = await renderBanner({
      first: [http.get(`${API_URL}/components`, () => HttpResponse.json({ data: [hinted, named('Network')] }))],
    })
    expect(headline()).toBe(say('banner.partial'))
  })

  it('before the first answers the banner says nothing but that it asks', async () => {
    const page = await renderBanner({ data: buildData({ components }), early: true })
    expect(textOf(page.banner)).toBe(say('banner.loading'))
    expect(page.banner.getAttribute('aria-busy')).toBe('true')
    await settled(page)
    expect(page.headline()).toBe(OPERATIONAL)
    expect(page.banner.getAttribute('aria-busy')).toBe('false')
  })
})

describe('what is old', () => {
  it('stays on the page with its age when a refresh fails', async () => {
    const page = await renderBanner({ data: withIncident([impactOn('Network', 90)]) })
    page.clock.moveTo(NOW + 4 * MINUTE_MS)
    answerFirst(failing('/components', 503), failing('/incidents', 503))
    await page.store.refresh()
    await settled(page)
    expect(page.headline()).toBe(affectedTitle(['Network', 'Critical']))
    expect(textOf(page.banner)).toContain(missing(`${say('part.components')} and ${say('part.incidents')}`))
    expect(textOf(page.banner)).toContain(say('banner.lastKnown', { ago: '4 minutes ago', time: '12:00 UTC' }))
  })

  it('is not called fine any longer than configured', async () => {
    const page = await renderBanner({ data: buildData({ components }), config: { staleAfterSeconds: 300 } })
    page.clock.moveTo(NOW + 5 * MINUTE_MS)
    await settled(page)
    expect(page.headline()).toBe(OPERATIONAL)
    page.clock.moveTo(NOW + 6 * MINUTE_MS)
    await settled(page)
    expect(page.headline()).toBe(say('banner.partial'))
    expect(textOf(page.banner)).toContain(say('banner.lastKnown', { ago: '6 minutes ago', time: '12:00 UTC' }))
  })
})

it('tells the tab what the banner says', async () => {
  await renderBanner({ data: withIncident([impactOn('Network', 90)]) })
  expect(document.title).toBe(say('banner.affected', { n: 1 }))
})

it('speaks German', async () => {
  const { banner, headline } = await renderBanner({
    data: withIncident([impactOn('Network', 90)]),
    language: 'de',
    zone: 'Europe/Berlin',
  })
  expect(headline()).toBe(affectedTitle(['Network', 'Critical']))
  expect(textOf(banner)).toContain(say('banner.noEnd', {}, 'de'))
  expect(textOf(banner)).toContain('12:00 MEZ')
})
