import { fireEvent, screen, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { say } from '../support/browser/texts'
import { buildData } from '../support/builders'
import { choose } from '../support/choose'
import { HOUR_MS, NOW, fixedClock, wireTime } from '../support/clock'
import { API_URL } from '../support/config'
import { renderPage } from '../support/page'
import { openSettings } from '../support/header'
import { impactOn, named, ongoing, textOf } from '../support/status'

const GONE = 'http://gone.test/api'
const providers = [
  { id: 'north', name: 'North', apiUrl: API_URL },
  { id: 'south', name: 'South', apiUrl: GONE },
]
const southAnswers = (status: number) => http.get(`${GONE}/*`, () => HttpResponse.json({ message: 'no' }, { status }))
const render = (options: Parameters<typeof renderPage>[0] = {}) =>
  renderPage({
    data: buildData({ components: [named('Compute')] }),
    first: [southAnswers(500)],
    config: { providers, title: 'Both' },
    ...options,
  })
const row = (name: string) => screen.findByRole('row', { name })
const headline = (name: string) => screen.findByRole('heading', { level: 1, name })

describe('a visitor of several providers', () => {
  it('sees how each is, in the order of the configuration', async () => {
    await render()
    await headline(say('overview.headline.unconfirmed', { n: 1, total: 2 }))
    const names = () => screen.getAllByRole('heading', { level: 2 }).map(textOf)
    await row('North')
    expect(names()).toEqual(['North', 'South'])
    expect(textOf(await row('North'))).toContain(say('banner.operational'))
    expect(textOf(await row('South'))).toContain(say('banner.unknown'))
    expect(within(await row('South')).getByRole('button', { name: say('app.retry') })).toBeDefined()
  })

  it('reads the announcement, and has read it for all providers when it is dismissed', async () => {
    const config = { providers, title: 'Both', announcement: { text: 'New hardware in May' } }
    const label = say('announcement.info')
    await render({ config })
    const note = await screen.findByRole('note', { name: label })
    expect(textOf(note)).toContain('New hardware in May')
    fireEvent.click(await screen.findByRole('button', { name: say('app.close') }))
    await flushPromises()
    expect(screen.queryByRole('note', { name: label })).toBeNull()
    fireEvent.click(screen.getByRole('link', { name: 'North' }))
    await headline(say('banner.operational'))
    expect(screen.queryByRole('note', { name: label })).toBeNull()
  })

  it('sees an incident begin by the clock alone', async () => {
    const clock = fixedClock()
    const planned = ongoing([impactOn('Compute', 90)], { beganAt: wireTime(HOUR_MS) })
    await render({ clock, data: buildData({ components: [named('Compute')], incidents: [planned] }) })
    await headline(say('overview.headline.unconfirmed', { n: 1, total: 2 }))
    expect(clock.wish()).toBe(NOW + HOUR_MS)
    clock.moveTo(NOW + HOUR_MS)
    await headline(say('overview.headline.affected', { n: 1, total: 2 }))
    expect(textOf(await row('North'))).toContain(say('banner.affected', { n: 1 }))
  })

  it('reads German where that is chosen, and the choice holds for all providers', async () => {
    const { history } = await render()
    await headline(say('overview.headline.unconfirmed', { n: 1, total: 2 }))
    await openSettings()
    await choose(say('settings.language'), 'Deutsch')
    await headline(say('overview.headline.unconfirmed', { n: 1, total: 2 }, 'de'))
    expect(JSON.parse(localStorage.getItem('scs-status preferences /status/ several')!)).toEqual({ language: 'de' })

    fireEvent.click(screen.getByRole('link', { name: 'North' }))
    await headline(say('banner.operational', {}, 'de'))
    await flushPromises()
    expect(history.location).toBe('/p/north/')
    expect(document.title).toBe(`${say('banner.operational', {}, 'de')} – North`)
    fireEvent.click(screen.getByRole('link', { name: say('overview.all', {}, 'de') }))
    await headline(say('overview.headline.unconfirmed', { n: 1, total: 2 }, 'de'))
  })
})
