import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'
import { buildData, buildIncident, buildSeverity, buildUpdate } from '../support/builders'
import { API_URL } from '../support/config'
import { DAY_MS, HOUR_MS, wireTime } from '../support/clock'
import { choose, optionsOf } from '../support/choose'
import { around } from '../support/roles'
import { impactOn, named, ongoing, renderStatus, textOf } from '../support/status'

const components = [named('Compute')]

describe('a long outage that is just over', () => {
  const long = buildIncident({
    id: uuidOf('long'),
    displayName: 'Long',
    beganAt: wireTime(-20 * DAY_MS),
    endedAt: wireTime(-HOUR_MS),
    affects: [impactOn('Compute', 100)],
  })

  it('is the first of what is over', async () => {
    const others = [1, 2, 3, 4, 5, 6].map(hours =>
      buildIncident({
        id: uuidOf(`h${hours}`),
        displayName: `Short ${hours}`,
        beganAt: wireTime(-(hours + 2) * HOUR_MS),
        endedAt: wireTime(-(hours + 1) * HOUR_MS),
      }),
    )
    const page = await renderStatus({ data: buildData({ components, incidents: [...others, long] }) })
    const past = within(page.getByRole('region', { name: say('recent.title') }))
    const names = past.getAllByRole('link', { name: /^(Long|Short)/ }).map(textOf)
    expect(names).toEqual(['Long', 'Short 1', 'Short 2', 'Short 3', 'Short 4'])
  })
})

describe('a band that is called as the page calls a state', () => {
  const severities = ['operational', 'limited', 'broken'].map((displayName, index) =>
    buildSeverity({ displayName, value: [33, 66, 100][index]! }),
  )

  it('is one choice of the filter with it, which finds both', async () => {
    const data = buildData({
      components: [named('Fine'), named('Noticed'), named('Broken')],
      incidents: [ongoing([impactOn('Noticed', 20), impactOn('Broken', 90)])],
      severities,
    })
    const page = await renderStatus({ data })
    const offered = (await optionsOf(say('components.state'))).filter(name => /^operational$/i.test(name))
    expect(offered).toHaveLength(1)
    await choose(say('components.state'), offered[0]!)
    expect(page.getByText(say('components.results', { n: 2, total: 3 }))).toBeDefined()
    expect(page.queryByRole('heading', { name: 'Broken' })).toBeNull()
  })
})

describe('entries that could not be read', () => {
  const severities = [buildSeverity(), { displayName: 'Odd' }, { value: 7 }]
  const first = [http.get(`${API_URL}/severities`, () => HttpResponse.json({ data: severities }))]

  it('are told as such, and not as a failed load', async () => {
    const page = await renderStatus({ first })
    expect(page.getByText(say('error.droppedTitle'))).toBeDefined()
    expect(page.getAllByText(say('error.dropped', { n: 2 }), { exact: false })).not.toEqual([])
    expect(page.queryByText(say('error.title'))).toBeNull()
    expect(page.getByText(say('banner.readInPart', { parts: say('part.severities') }), { exact: false })).toBeDefined()
    expect(page.queryByText(/Could not be loaded/)).toBeNull()
  })

  it('beside a failed load leave its heading', async () => {
    const failed = http.get(`${API_URL}/incidents`, () => new HttpResponse(null, { status: 500 }))
    const page = await renderStatus({ first: [...first, failed] })
    expect(page.getByText(say('error.title'))).toBeDefined()
    expect(page.getByText(/Could not be loaded: incidents\. Not all of it could be read: severities\./)).toBeDefined()
  })
})

describe('hundreds of affected components', () => {
  const many = Array.from({ length: 300 }, (_, index) => named(`Service ${index}`))
  const incident = ongoing(
    many.map(({ displayName }) => impactOn(displayName!, 90)),
    { id: uuidOf('storm'), displayName: 'Storm' },
  )
  const data = buildData({
    components: many,
    incidents: [incident],
    updates: { [incident.id]: [buildUpdate({ description: 'Said last' })] },
  })

  it('are folded below what was said last, and open', async () => {
    const page = await renderStatus({ data })
    const article = within(page.getByRole('heading', { name: 'Storm' }).closest('article')!)
    const list = article.getByRole('list', { name: say('incident.componentsAffected') })
    const rows = () => within(list).getAllByRole('listitem')
    expect(rows()).toHaveLength(9)
    const last = article.getByText('Said last')
    expect(last.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    fireEvent.click(article.getByRole('button', { name: say('incident.andMore', { n: 292 }) }))
    await flushPromises()
    expect(rows()).toHaveLength(209)
    fireEvent.click(article.getByRole('button', { name: say('incident.andMore', { n: 92 }) }))
    await flushPromises()
    expect(rows()).toHaveLength(300)
    expect(article.queryByRole('button', { name: /more/ })).toBeNull()
  })
})

describe('components of one name', () => {
  const storage = (region: string) => ({ ...named(region, { region }), displayName: 'Storage' })
  const data = buildData({
    components: [storage('Berlin'), storage('Dresden'), storage('Frankfurt')],
    incidents: [
      ongoing([impactOn('Berlin', 100), impactOn('Dresden', 50)], { id: uuidOf('a'), displayName: 'Going' }),
      buildIncident({
        id: uuidOf('m'),
        displayName: 'Planned',
        beganAt: wireTime(HOUR_MS),
        endedAt: wireTime(2 * HOUR_MS),
        affects: [impactOn('Frankfurt', 0)],
      }),
      buildIncident({ id: uuidOf('p'), displayName: 'Over', affects: [impactOn('Dresden', 50)] }),
    ],
  })

  it('can be told apart wherever they are named', async () => {
    const page = await renderStatus({ data })
    const banner = textOf(page.getByRole('region', { name: AFFECTED_TITLE }))
    expect(banner).toContain('Storage (Berlin)')
    expect(banner).toContain('Storage (Dresden)')
    for (const name of ['Going', 'Planned']) {
      const entry = page.queryByRole('heading', { name })?.closest('article') ?? around('listitem', page.getByText(name))
      const list = within(entry).getByRole('list', { name: say('incident.componentsAffected'), hidden: true })
      expect(textOf(list)).toMatch(name === 'Going' ? /Storage \(Berlin\).*Storage \(Dresden\)/ : /Storage \(Frankfurt\)/)
    }
    const over = page.getByRole('link', { name: 'Over' }).parentElement
    expect(textOf(over)).toContain('Storage (Dresden)')
    for (const region of ['Berlin', 'Dresden', 'Frankfurt'])
      expect(page.getAllByRole('heading', { name: `Storage (${region})` })).toHaveLength(1)
    expect(page.store.sentComponents.map(({ name }) => name)).toEqual(['Storage', 'Storage', 'Storage'])
  })
})
