import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'
import { buildData, buildIncident } from '../support/builders'
import { DAY_MS, HOUR_MS, wireTime } from '../support/clock'
import { compute, renderComponent } from '../support/componentPage'
import { API_URL } from '../support/config'
import { renderHistory } from '../support/historyPage'
import { around, bannerOf } from '../support/roles'
import { impactOn, named, ongoing, renderStatus, textOf } from '../support/status'

const components = [named('Compute'), named('Network')]
/** Servers refuse such times; some store them all the same. */
const listing = (...incidents: object[]) => http.get(`${API_URL}/incidents`, () => HttpResponse.json({ data: incidents }))
const odd = (fields: object) => ({
  ...buildIncident({ id: uuidOf('odd'), displayName: 'Odd', affects: [impactOn('Compute', 50)] }),
  ...fields,
})
const reversed = odd({ beganAt: wireTime(-HOUR_MS), endedAt: wireTime(-2 * HOUR_MS) })
const unreadable = odd({ beganAt: 'last week', endedAt: null })

type Page = Awaited<ReturnType<typeof renderStatus>>
const status = (incident: object, options: Parameters<typeof renderStatus>[0] = {}) =>
  renderStatus({ data: buildData({ components }), first: [listing(incident)], ...options })
const headline = (page: Page) => textOf(page.getByRole('heading', { level: 1 }))
const row = (page: Page, name: string) => around('listitem', page.getByRole('heading', { name }))
/** What the bar of a component says of a day, counted back from today. */
async function dayOf(page: Page, name: string, back = 0) {
  const bar = within(row(page, name)).getByRole('slider')
  fireEvent.keyDown(bar, { key: 'End' })
  for (let day = 0; day < back; day++) fireEvent.keyDown(bar, { key: 'ArrowLeft' })
  await flushPromises()
  return bar.getAttribute('aria-valuetext')
}

describe('an incident that ends before it begins', () => {
  it('leaves its component unknown in its row and in the bar of today, and the page not operational', async () => {
    const page = await status(reversed)
    expect(headline(page)).toBe(say('banner.partial'))
    expect(textOf(row(page, 'Compute'))).toContain(say('level.unknown'))
    expect(await dayOf(page, 'Compute')).toContain(say('level.unknown'))
    expect(await dayOf(page, 'Compute', 1)).toContain(say('level.operational'))
    expect(textOf(row(page, 'Network'))).toContain(say('level.operational'))
    expect(page.getByText(say('incident.endsBeforeBegin'))).toBeDefined()
  })

  it('is the reason that the page of the component gives, with a link', async () => {
    const page = await renderComponent({ first: [listing(reversed)] })
    const answer = bannerOf(page.element)
    expect(textOf(answer)).toContain(say('component.unknown', { name: 'Compute' }))
    expect(within(answer).getByRole('link', { name: 'Odd' })).toBeDefined()
    expect(textOf(bannerOf(page.element))).toContain(say('component.doubtTimes'))
  })
})

describe('an incident whose begin cannot be read', () => {
  it('is ongoing and marked, and turns no past day red', async () => {
    const page = await status(unreadable)
    expect(headline(page)).toMatch(AFFECTED_TITLE)
    const entry = textOf(around('article', page.getByRole('link', { name: 'Odd' })))
    expect(entry).toContain(say('incident.sinceUnknown'))
    expect(entry).toContain(say('incident.beginUnreadable'))
    expect(await dayOf(page, 'Compute')).not.toContain(say('level.operational'))
    for (const back of [1, 5, 13]) expect(await dayOf(page, 'Compute', back)).toContain(say('level.operational'))
  })

  it('is marked where it is looked back at, on the day of its end', async () => {
    const page = await status({ ...unreadable, endedAt: wireTime(-3 * DAY_MS) })
    expect(textOf(row(page, 'Compute'))).not.toContain('Major')
    expect(await dayOf(page, 'Compute', 3)).toContain('Major')
    for (const back of [2, 4]) expect(await dayOf(page, 'Compute', back)).toContain(say('level.operational'))
    expect(page.getByText(say('incident.beginUnreadable'))).toBeDefined()
    const past = within(page.getByRole('region', { name: say('recent.title') }))
    expect(textOf(around('listitem', past.getByRole('link', { name: 'Odd' })))).toContain('Sat 7 Mar')
  })

  it('is listed in the history in the present month', async () => {
    const page = await renderHistory({ first: [listing(unreadable)] })
    const month = around('region', page.getByRole('link', { name: 'Odd' }))
    expect(within(month).getByRole('heading', { name: 'March 2026' })).toBeDefined()
  })
})

describe('the zero time of a server', () => {
  const ZERO = '0001-01-01T00:00:00Z'

  it('is no begin: nothing lasts for thousands of years', async () => {
    const page = await status(odd({ beganAt: ZERO, endedAt: null }))
    expect(textOf(page.element)).toContain(say('incident.sinceUnknown'))
    expect(textOf(page.element)).not.toMatch(/739|2,?02[45] years|0001/)
  })

  it('is no end: what has it goes on', async () => {
    const page = await status(odd({ beganAt: wireTime(-HOUR_MS), endedAt: ZERO }))
    expect(headline(page)).toMatch(AFFECTED_TITLE)
  })
})

describe('what a component says of its incidents and nobody can read', () => {
  const broken = (activelyAffectedBy: unknown) =>
    http.get(`${API_URL}/components`, () => HttpResponse.json({ data: [{ ...compute, activelyAffectedBy }, named('Network')] }))

  it.each(['yes', {}, [null]])('leaves it unknown, now and today: %j', async given => {
    const page = await renderStatus({ data: buildData({ components }), first: [broken(given)] })
    expect(headline(page)).toBe(say('banner.partial'))
    expect(textOf(row(page, 'Compute'))).toContain(say('level.unknown'))
    expect(await dayOf(page, 'Compute')).not.toContain(say('level.operational'))
    expect(await dayOf(page, 'Compute', 1)).toContain(say('level.operational'))
    const own = await renderComponent({ first: [broken(given)] })
    expect(textOf(bannerOf(own.element))).toContain(say('component.unknown', { name: 'Compute' }))
    expect(textOf(bannerOf(own.element))).toContain(say('component.doubtHints'))
  })
})

describe('an id that comes twice', () => {
  it('of a component is one row, with the worst of both', async () => {
    const hint = { reference: uuidOf('odd'), type: compute.id, severity: 100 }
    const twice = http.get(`${API_URL}/components`, () =>
      HttpResponse.json({ data: [named('Compute'), { ...named('Compute'), activelyAffectedBy: [hint] }] }),
    )
    const elsewhere = odd({ beganAt: wireTime(-HOUR_MS), endedAt: null, affects: [] })
    const page = await status(elsewhere, { first: [twice, listing(elsewhere)] })
    expect(page.getAllByRole('slider')).toHaveLength(1)
    expect(textOf(row(page, 'Compute'))).toContain('Critical')
  })

  it('of an incident is listed as what goes on, whichever comes first', async () => {
    const [over, still] = [
      odd({ displayName: 'Over', beganAt: wireTime(-5 * DAY_MS), endedAt: wireTime(-4 * DAY_MS) }),
      odd({ displayName: 'Still', beganAt: wireTime(-HOUR_MS), endedAt: null }),
    ]
    for (const listed of [
      [over, still],
      [still, over],
    ]) {
      const page = await status({}, { first: [listing(...listed)] })
      expect(headline(page)).toMatch(AFFECTED_TITLE)
      expect(around('article', page.getByRole('link', { name: 'Still' }))).toBeDefined()
      expect(textOf(row(page, 'Compute'))).toContain('Major')
      page.part.unmount()
    }
  })
})

describe('records that begin in the future', () => {
  const config = { recordsSince: '2026-04-01' }

  it('leave the page, rows and bars without data, and say so', async () => {
    const page = await renderStatus({ data: buildData({ components }), config })
    expect(headline(page)).toBe(say('banner.unknown'))
    expect(page.getByText(say('banner.undecidedText'))).toBeDefined()
    expect(textOf(row(page, 'Compute'))).toContain(say('level.unknown'))
    expect(textOf(row(page, 'Compute'))).toContain(say('availability.noData'))
    expect(within(row(page, 'Compute')).getByRole('slider').getAttribute('aria-valuetext')).toContain(say('level.noData'))
  })

  it('hide no incident', async () => {
    const page = await renderStatus({ data: buildData({ components, incidents: [ongoing([impactOn('Compute', 90)])] }), config })
    expect(headline(page)).toMatch(AFFECTED_TITLE)
  })

  it('leave the present month of the history without data', async () => {
    const page = await renderHistory({ config: { recordsSince: '2026-03-20' } })
    expect(page.getByText(say('history.unrecorded'))).toBeDefined()
  })
})
