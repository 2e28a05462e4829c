import { fireEvent, within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { buildComponent, buildData, buildIncident, buildUpdate } from '../support/builders'
import { say } from '../support/browser/texts'
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW, wireTime } from '../support/clock'
import { API_URL } from '../support/config'
import { around, failuresIn, inTurn } from '../support/roles'
import { answerFirst, holdBack, serve, takeRequests } from '../support/server'
import { impactOn, named, ongoing, renderStatus, settled, textOf } from '../support/status'

const components = [named('Compute'), named('Network')]
const failing = (path: string, status = 500) => http.get(`${API_URL}${path}`, () => new HttpResponse(null, { status }))
const planned = (fields = {}) =>
  buildIncident({ id: uuidOf('planned'), displayName: 'New switches', affects: [impactOn('Network', 0)], ...fields })

describe('until the last of the first answers that decide is there', () => {
  it.each(['/components', '/incidents', '/severities'])('%s: nothing is said of anything', async path => {
    const held = holdBack(path)
    const page = await renderStatus({
      data: buildData({
        components,
        incidents: [ongoing([impactOn('Compute', 50)]), planned({ beganAt: wireTime(DAY_MS), endedAt: null })],
      }),
      first: [held.handler],
      early: true,
    })
    await expect.poll(() => Object.values(page.store.parts).filter(({ readAt }) => readAt !== null).length).toBe(4)
    // As the heading, and as what is spoken.
    expect(textOf(page.element)).toMatch(inTurn(say('banner.loading'), say('banner.loading')))
    expect(page.getByRole('heading', { level: 1, name: say('banner.loading') })).toBeDefined()
    expect(textOf(page.getByRole('status'))).toBe(say('banner.loading'))
    held.release()
    await settled(page)
    expect(page.getByRole('heading', { name: say('incident.ongoing') })).toBeDefined()
    expect(await page.findByRole('heading', { name: say('maintenance.upcoming') })).toBeDefined()
  })
})

describe('while names of phases or impact types are awaited', () => {
  it.each(['/phases', '/impacttypes'])('%s: the page says what it knows, and nothing is missing', async path => {
    const held = holdBack(path)
    const data = buildData({ components, incidents: [ongoing([impactOn('Compute', 50)])] })
    const page = await renderStatus({ data, first: [held.handler], early: true })
    await expect.poll(() => textOf(page.element)).not.toContain(say('banner.loading'))
    expect(await page.findByRole('heading', { name: say('incident.ongoing') }, { timeout: 3_000 })).toBeDefined()
    expect(page.store.missing).toEqual([])
    held.release()
    await settled(page)
    expect(page.store.awaited).toEqual([])
  })
})

describe('an ongoing incident', () => {
  const summaryOf = async (...options: Parameters<typeof renderStatus>) => {
    const page = await renderStatus(...options)
    const section = page.getByRole('region', { name: say('incident.ongoing') })
    return { ...page, summary: within(section).getByRole('article') }
  }

  it('tells since when, for how long, how far, what is affected and what was said last', async () => {
    const incident = ongoing([impactOn('Compute', 50), impactOn('Hidden', 90), impactOn('Network', 90)])
    const updates = [buildUpdate(), buildUpdate({ order: 1, displayName: 'Found it', createdAt: wireTime(-5 * MINUTE_MS) })]
    const { summary } = await summaryOf({
      data: buildData({ components, incidents: [incident], updates: { [incident.id]: updates } }),
    })
    const inside = within(summary)
    expect(inside.getByRole('link', { name: 'Slow volumes' }).getAttribute('href')).toBe(`/status/incidents/${incident.id}`)
    expect(textOf(summary)).toContain(`${say('incident.since')} 11:00 UTC ${say('incident.lasting', { duration: '1 hr' })}`)
    expect(textOf(inside.getByRole('listitem', { current: 'step' }))).toBe('Investigating')
    expect(inside.getAllByRole('listitem').map(textOf).slice(-3)).toEqual(['Network', say('incident.hiddenComponent'), 'Compute'])
    expect(inside.getByRole('img', { name: 'Major' })).toBeDefined()
    expect(textOf(summary)).toContain(`${say('incident.newestUpdate')}, 11:55 UTC (5 minutes ago)`)
    expect(inside.getByText('Found it')).toBeDefined()
    expect(textOf(summary)).not.toContain('Investigating We are')
  })

  it('grows older by the clock alone', async () => {
    const page = await summaryOf({ data: buildData({ components, incidents: [ongoing([])] }) })
    page.clock.moveTo(NOW + 30 * MINUTE_MS)
    await settled(page)
    expect(textOf(page.summary)).toContain(say('incident.lasting', { duration: '1 hr 30 mins' }))
  })

  it.each([
    ['none', {}, [], 'incident.noUpdates'],
    ['one that cannot be read', {}, [failing('/incidents/:id/updates/0')], 'incident.updatesUnread'],
  ] as const)('says of its updates: %s', async (_, fields, first, key) => {
    const incident = ongoing([], fields)
    const updates = key === 'incident.updatesUnread' ? [buildUpdate()] : []
    const { summary } = await summaryOf({
      data: buildData({ components, incidents: [incident], updates: { [incident.id]: updates } }),
      first: [...first],
    })
    expect(within(summary).getByText(say(key))).toBeDefined()
    expect(textOf(summary)).toContain('Volumes answer slowly.')
  })

  it('does not call its update unreadable while it is still being read', async () => {
    const incident = ongoing([])
    const held = holdBack('/incidents/:id/updates/0')
    const page = await renderStatus({
      data: buildData({
        components,
        incidents: [incident],
        updates: { [incident.id]: [buildUpdate({ displayName: 'Found it' })] },
      }),
      first: [held.handler],
      early: true,
    })
    expect(await page.findByRole('link', { name: 'Slow volumes' })).toBeDefined()
    expect(page.queryByText(say('incident.updatesUnread'))).toBeNull()
    held.release()
    expect(await page.findByText('Found it')).toBeDefined()
  })

  it('whose begin nobody knows, and that names nothing, says so', async () => {
    const { summary } = await summaryOf({
      data: buildData({ components, incidents: [ongoing([], { beganAt: null, endedAt: wireTime(HOUR_MS), displayName: '' })] }),
    })
    expect(textOf(summary)).toContain(say('incident.sinceUnknown'))
    expect(textOf(summary)).toContain(`${say('incident.expectedEnd')} 13:00 UTC`)
    expect(within(summary).getByRole('link', { name: say('incident.untitled') })).toBeDefined()
    expect(within(summary).getByText(say('incident.noImpacts'))).toBeDefined()
  })
})

describe('a maintenance', () => {
  const entryOf = async (...options: Parameters<typeof renderStatus>) => {
    const page = await renderStatus(...options)
    return { ...page, entry: around('article', page.getByRole('link', { name: 'New switches' })) }
  }

  it('that is to come stands in a line with its window and a countdown, its text on demand', async () => {
    const page = await renderStatus({
      data: buildData({
        components,
        incidents: [
          planned({
            beganAt: wireTime(2 * DAY_MS),
            endedAt: wireTime(2 * DAY_MS + 3 * HOUR_MS),
            description: 'Rack by rack.',
          }),
        ],
      }),
    })
    const section = page.getByRole('region', { name: say('maintenance.upcoming') })
    const entry = around('listitem', within(section).getByText('New switches'))
    expect(textOf(entry)).toContain(say('maintenance.startsIn', { duration: '2 days' }))
    expect(textOf(entry)).toContain('Thu 12 Mar, 12:00 – 15:00 UTC')
    expect(textOf(entry)).toContain('Maintenance')
    const group = within(entry).getByRole<HTMLDetailsElement>('group')
    expect(group.open).toBe(false)
    fireEvent.click(within(entry).getByText('New switches'))
    expect(group.open).toBe(true)
    expect(textOf(entry)).toContain('Network')
    expect(textOf(entry)).toContain('Rack by rack.')
    expect(
      within(entry)
        .getByRole('link', { name: say('incident.details') })
        .getAttribute('href'),
    ).toMatch(/\/incidents\//)
  })

  it('moves to what is in progress by the clock, counts down to its end, and goes', async () => {
    const page = await renderStatus({
      data: buildData({ components, incidents: [planned({ beganAt: wireTime(HOUR_MS), endedAt: wireTime(2 * HOUR_MS) })] }),
    })
    page.clock.moveTo(NOW + HOUR_MS + 30 * MINUTE_MS)
    await settled(page)
    const entry = around('article', page.getByRole('link', { name: 'New switches' }))
    expect(textOf(entry)).toContain(say('maintenance.endsIn', { duration: '30 mins' }))
    expect(textOf(entry)).toContain(say('incident.stateInProgress'))
    expect(page.queryByRole('heading', { name: say('maintenance.upcoming') })).toBeNull()
    page.clock.moveTo(NOW + 2 * HOUR_MS)
    await settled(page)
    expect(page.queryByRole('heading', { name: say('maintenance.title') })).toBeNull()
  })

  it('without an end is in progress, and the missing end is named', async () => {
    const { entry } = await entryOf({
      data: buildData({ components, incidents: [planned({ beganAt: wireTime(-HOUR_MS), endedAt: null })] }),
    })
    expect(textOf(entry)).toContain(say('incident.endMissing'))
    expect(textOf(entry)).toContain(say('incident.stateInProgress'))
  })

  it('that breaks something as well is an incident too', async () => {
    const { getAllByRole } = await renderStatus({
      data: buildData({
        components,
        incidents: [
          planned({
            beganAt: wireTime(-HOUR_MS),
            endedAt: wireTime(HOUR_MS),
            affects: [impactOn('Network', 0), impactOn('Compute', 90)],
          }),
        ],
      }),
    })
    expect(getAllByRole('link', { name: 'New switches' })).toHaveLength(2)
  })
})

describe('what could not be read', () => {
  it('is told with its reason, its call and what is shown instead, and can be asked for again', async () => {
    const page = await renderStatus({ data: buildData({ components }) })
    expect(failuresIn(page.element)).toEqual([])
    answerFirst(failing('/components', 503))
    page.clock.moveTo(NOW + 3 * MINUTE_MS)
    await page.store.refresh()
    await settled(page)
    const notice = failuresIn(page.element)[0]!
    expect(textOf(notice)).toContain(say('error.title'))
    expect(textOf(notice)).toContain(`${say('part.components')}: ${say('error.server')}`)
    expect(textOf(notice)).toContain('GET /components')
    expect(textOf(notice)).toContain(say('error.status', { status: 503 }))
    expect(textOf(notice)).toContain(say('error.shown', { ago: '3 minutes ago' }))
    expect(page.getByRole('slider', { name: /^Compute/ })).toBeDefined()

    serve({ data: buildData({ components }) })
    takeRequests()
    fireEvent.click(within(notice).getByRole('button', { name: say('app.retry') }))
    await settled(page)
    expect(takeRequests().some(request => request === 'GET /components')).toBe(true)
    expect(failuresIn(page.element)).toHaveLength(0)
  })

  it('is told once where everything failed for one reason', async () => {
    const page = await renderStatus({ first: [http.get(`${API_URL}/*`, () => HttpResponse.error())] })
    const items = within(failuresIn(page.element)[0]!).getAllByRole('listitem')
    expect(items).toHaveLength(1)
    expect(textOf(items[0])).toContain(say('error.network'))
    expect(textOf(items[0])).toContain(say('error.nothing'))
    expect(page.getByText(say('components.unread'))).toBeDefined()
    expect(page.getByText(say('recent.unread'))).toBeDefined()
  })

  it('is each told where the reasons differ', async () => {
    const page = await renderStatus({
      data: buildData({ components }),
      first: [failing('/phases', 404), failing('/severities', 401)],
    })
    const items = within(failuresIn(page.element)[0]!).getAllByRole('listitem').map(textOf)
    expect(items).toHaveLength(2)
    expect(items.join()).toContain(`${say('part.severities')}: ${say('error.unauthorized')}`)
    expect(items.join()).toContain(`${say('part.phases')}: ${say('error.notFound')}`)
  })

  it('is counted where the server sent something unreadable', async () => {
    const page = await renderStatus({
      first: [http.get(`${API_URL}/components`, () => HttpResponse.json({ data: [buildComponent(), buildComponent()] }))],
    })
    expect(textOf(failuresIn(page.element)[0])).toContain(say('error.dropped', { n: 1 }))
  })
})
