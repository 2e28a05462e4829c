import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { say } from '../support/browser/texts'
import { buildData } from '../support/builders'
import { HOUR_MS, MINUTE_MS, NOW, wireTime } from '../support/clock'
import { renderComponent } from '../support/componentPage'
import { API_URL } from '../support/config'
import { openFollowing } from '../support/followingPage'
import { around, bannerOf } from '../support/roles'
import { answerFirst } from '../support/server'
import { impactOn, named, ongoing, renderStatus, settled, textOf } from '../support/status'

const OPERATIONAL = say('level.operational')
const LAST_KNOWN = say('level.lastKnown', { level: OPERATIONAL })
const north = { region: 'north' }
const data = buildData({
  components: [named('Compute', north), named('Network', north), named('Storage')],
  incidents: [ongoing([impactOn('Storage', 90)])],
})
const config = { staleAfterSeconds: 300 }
const failing = (path: string) => http.get(`${API_URL}${path}`, () => new HttpResponse(null, { status: 503 }))
type Page = Pick<Awaited<ReturnType<typeof renderStatus>>, 'clock' | 'store'>

/** How a page comes to show what is not confirmed. */
const DOUBTS: [string, (page: Page) => Promise<void>, string][] = [
  [
    'older than the limit',
    async page => {
      page.clock.moveTo(NOW + 12 * MINUTE_MS)
      await settled(page)
    },
    '12 minutes ago',
  ],
  ...['/components', '/incidents', '/severities'].map((path): (typeof DOUBTS)[number] => [
    `of which ${path} could not be read again`,
    async page => {
      page.clock.moveTo(NOW + 4 * MINUTE_MS)
      answerFirst(failing(path))
      await page.store.refresh({ everything: true })
      await settled(page)
    },
    '',
  ]),
]

/** Where the word for "fine" stands and not as what was last known. */
const fine = (element: Element) => textOf(element).replaceAll(LAST_KNOWN, '').includes(OPERATIONAL)
/** The same of all that is listed; the choices of a filter are words, and no states. */
const anyFine = (page: { getAllByRole(role: string): HTMLElement[] }) => page.getAllByRole('listitem').some(fine)

describe.each(DOUBTS)('what is %s', (_, doubt, age) => {
  it('is called fine in no row, no count, no header of a group, and no bar of today', async () => {
    const page = await renderStatus({ data, config, url: '/?group=region' })
    const compute = () => around('listitem', page.getByRole('heading', { name: 'Compute' }))
    const today = () => within(compute()).getByRole('slider').getAttribute('aria-valuetext')
    expect(fine(compute())).toBe(true)
    expect(today()).toContain(OPERATIONAL)
    await doubt(page)
    expect(anyFine(page)).toBe(false)
    expect(textOf(compute())).toContain(age ? `${LAST_KNOWN}, ${age}` : LAST_KNOWN)
    expect(today()).toContain(say('level.unknown'))
    const header = page.getByRole('heading', { name: 'north' }).parentElement
    expect(textOf(header)).toContain(LAST_KNOWN)
    expect(textOf(around('listitem', page.getByRole('heading', { name: 'Storage' })))).toContain('Critical')
    expect(textOf(page.element)).not.toContain(say('banner.countOperational', { n: 2 }))
    expect(textOf(page.element)).toContain(say('banner.countUnknown', { n: 2 }))
  })

  it('is called fine in no row of the table', async () => {
    const page = await renderStatus({ data, config, url: '/?table' })
    fireEvent.click(page.getByRole('button', { name: say('components.table') }))
    await doubt(page)
    const row = await page.findByRole('row', { name: /Compute/ })
    expect(fine(row)).toBe(false)
    expect(textOf(row)).toContain(LAST_KNOWN)
  })

  it('is found by the filter as unknown', async () => {
    const page = await renderStatus({ data, config, url: '/?state=operational' })
    expect(page.getByRole('heading', { name: 'Compute' })).toBeDefined()
    await doubt(page)
    expect(page.queryByRole('heading', { name: 'Compute' })).toBeNull()
  })

  it('is no reason to say in a frame of its own that no maintenance is planned', async () => {
    const page = await renderStatus({ data, config, url: '/?embed=maintenance' })
    await page.findByText(say('embed.noMaintenance'))
    await doubt(page)
    expect(page.queryByText(say('embed.noMaintenance'))).toBeNull()
    expect(page.getByText(say('banner.partial'))).toBeTruthy()
  })

  it('is said to be so by a frame without the banner', async () => {
    const page = await renderStatus({ data, config, url: '/?embed=components' })
    expect(page.queryByText(say('banner.partial'))).toBeNull()
    await doubt(page)
    expect(page.getByText(say('banner.partial'))).toBeDefined()
    expect(anyFine(page)).toBe(false)
  })

  it('is called fine nowhere on the page of the component', async () => {
    const page = await renderComponent({ config })
    await doubt(page)
    expect(page.getByRole('slider').getAttribute('aria-valuetext')).toContain(say('level.unknown'))
    expect(textOf(bannerOf(page.element))).toContain(say('component.unknown', { name: 'Compute' }))
  })

  it('is called fine nowhere among what is followed', async () => {
    const page = await openFollowing({ data, following: ['Compute', 'Network'] })
    expect(anyFine(page)).toBe(true)
    await doubt(page)
    await flushPromises()
    expect(anyFine(page)).toBe(false)
    expect(textOf(page.element)).toContain(LAST_KNOWN)
  })
})

it('is confirmed while only names of phases and of types of impacts are missing', async () => {
  const page = await renderStatus({ data, config })
  answerFirst(failing('/phases'), failing('/impacttypes'))
  await page.store.refresh({ everything: true })
  await settled(page)
  expect(fine(around('listitem', page.getByRole('heading', { name: 'Compute' })))).toBe(true)
})

it('is not fine that the server calls affected by what has not begun by the clock of the device', async () => {
  const incident = ongoing([impactOn('Compute', 90)], { beganAt: wireTime(3 * HOUR_MS) })
  const page = await renderStatus({
    data: buildData({ components: [named('Compute'), named('Network')], incidents: [incident] }),
  })
  expect(fine(around('listitem', page.getByRole('heading', { name: 'Compute' })))).toBe(true)
  const { id, affects } = incident
  const [{ type, severity } = {}] = affects ?? []
  const components = [{ ...named('Compute'), activelyAffectedBy: [{ reference: id, type, severity }] }, named('Network')]
  answerFirst(http.get(`${API_URL}/components`, () => HttpResponse.json({ data: components })))
  await page.store.refresh()
  await settled(page)
  expect(textOf(around('listitem', page.getByRole('heading', { name: 'Compute' })))).toContain(say('level.unknown'))
  expect(textOf(page.getByTestId('banner'))).toContain(say('banner.partial'))
})
