import { fireEvent, screen, within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import type { ConfigInput } from '@/config/schema'
import { seedBelievableCloud } from '@/demo/seed'
import { uuidOf } from '@/demo/uuid'
import { buildData } from '../support/builders'
import { atEnd } from '../support/cleanup'
import { say } from '../support/browser/texts'
import { choose } from '../support/choose'
import { fixedClock, MINUTE_MS, NOW } from '../support/clock'
import { API_URL } from '../support/config'
import { iconOf, lookOf } from '../support/head'
import { renderPage } from '../support/page'
import { openSettings } from '../support/header'
import { around, updateTitles } from '../support/roles'
import { serve, takeRequests } from '../support/server'
import { named, textOf } from '../support/status'

const cloud = () => seedBelievableCloud(NOW)
const quietCloud = () => buildData({ components: [named('Compute'), named('Network')] })
const slowVolumes = 'Slow volumes and delayed attachments in North'
const headline = (words: string) => screen.findByRole('heading', { level: 1, name: words })
const link = (name: string) => screen.findByRole('link', { name })
const failing = (path: string, status = 500) => http.get(`${API_URL}${path}`, () => new HttpResponse(null, { status }))

describe('a visitor', () => {
  it('sees what is wrong, follows the incident to its page and comes back', async () => {
    const { history } = await renderPage({ data: cloud(), config: { title: 'Example Cloud' } })
    await headline(say('banner.affected', { n: 2 }))
    expect(document.title).toBe(`${say('banner.affected', { n: 2 })} – Example Cloud`)
    expect(await screen.findByText('Rebuild at 70 %, latencies falling')).toBeDefined()

    fireEvent.click(await link(slowVolumes))
    await headline(slowVolumes)
    expect(history.location).toBe(`/incidents/${uuidOf('incident slow volumes north')}`)
    expect(document.title).toBe(`${slowVolumes} – Example Cloud`)
    const rows = (await screen.findAllByRole('rowheader')).map(textOf)
    expect(rows).toEqual(['Block storage North', 'Compute North', 'Kubernetes North'])
    expect(updateTitles(document.body)).toEqual([
      'We are looking into slow volumes',
      'Cause found: recovery traffic after a disk failure',
      'Rebuild at 70 %, latencies falling',
    ])

    fireEvent.click(await link(say('incident.back')))
    await headline(say('banner.affected', { n: 2 }))
  })

  it('sees that nothing is wrong, and asks five questions for that', async () => {
    await renderPage({ data: quietCloud() })
    await headline(say('banner.operational'))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.queryByRole('heading', { name: say('incident.ongoing') })).toBeNull()
    expect(iconOf()).toMatch(/^data:image\/svg/)
    expect(
      takeRequests()
        .map(request => request.replace(/\?.*/, ''))
        .sort(),
    ).toEqual(['/components', '/impacttypes', '/incidents', '/phases', '/severities'].map(path => `GET ${path}`))
  })

  it('sees the rest when one endpoint is down, and what is missing', async () => {
    await renderPage({ data: cloud(), first: [failing('/severities', 502)] })
    await headline(say('banner.affected', { n: 3 }))
    expect(textOf(await screen.findByRole('alert'))).toContain(`${say('part.severities')}: ${say('error.server')}`)
    expect(await screen.findAllByRole('slider')).toHaveLength(17)
    expect(await link(slowVolumes)).toBeDefined()
  })

  it('sees nothing good when the server is down, and everything once it is back', async () => {
    const clock = fixedClock()
    await renderPage({ first: [http.get(`${API_URL}/*`, () => HttpResponse.error())], clock })
    await headline(say('banner.unknown'))
    expect(textOf(document.body)).not.toContain(say('banner.operational'))
    expect(textOf(document.body)).not.toContain(say('level.operational'))
    expect(textOf(await screen.findByRole('alert'))).toContain(say('error.network'))

    serve({ data: quietCloud() })
    clock.moveTo(NOW + MINUTE_MS)
    const retry = screen.getByRole('button', { name: say('app.retry') })
    await vi.waitFor(() => expect(retry.getAttribute('aria-disabled')).toBe('false'))
    fireEvent.click(retry)
    await headline(say('banner.operational'))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('who follows a link to an incident that is gone is told so, and where to go', async () => {
    await renderPage({ url: `/incidents/${uuidOf('gone')}`, data: quietCloud() })
    await headline(say('incident.notFound'))
    expect(screen.queryByRole('alert')).toBeNull()
    fireEvent.click(await link(say('incident.back')))
    await headline(say('banner.operational'))
  })

  it('who follows a link with filters sees what its sender saw', async () => {
    const { history } = await renderPage({
      url: '/?q=north&label=category:storage&group=tier&view=table&quiet=hide',
      data: cloud(),
    })
    const table = await screen.findByRole('table', { name: 'core' })
    expect(within(table).getAllByRole('rowheader').map(textOf)).toEqual(['Block storage North', 'Object storage North'])
    expect(screen.getByText(say('components.results', { n: 2, total: 17 }))).toBeDefined()
    expect(screen.getByRole('button', { name: say('recent.hideQuiet') }).getAttribute('aria-pressed')).toBe('true')
    expect(screen.queryByText(say('recent.quiet'))).toBeNull()

    fireEvent.input(await screen.findByRole('searchbox'), { target: { value: '' } })
    await screen.findByText(say('components.results', { n: 4, total: 17 }))
    // The list does not wait for the address.
    await vi.waitFor(() => expect(history.location).toBe('/?label=category:storage&group=tier&view=table&quiet=hide'))
  })

  it('who reads German reads all of it in German, and the choice is kept', async () => {
    const { app } = await renderPage({ data: cloud() })
    await headline(say('banner.affected', { n: 2 }))
    await openSettings()
    await choose(say('settings.language'), 'Deutsch')
    await headline(say('banner.affected', { n: 2 }, 'de'))
    expect(document.documentElement.lang).toBe('de')
    expect(document.title).toContain(say('banner.affected', { n: 2 }, 'de'))
    expect(await screen.findByRole('heading', { name: say('incident.ongoing', {}, 'de') })).toBeDefined()

    app.unmount()
    await renderPage({ data: cloud() })
    await headline(say('banner.affected', { n: 2 }, 'de'))
  })

  it('chooses the zone, which every time names', async () => {
    await renderPage({ data: cloud(), config: { timeZone: 'local' } })
    const banner = around('region', await headline(say('banner.affected', { n: 2 })))
    expect(textOf(banner)).toContain('20:52 GMT+11')
    expect(textOf(screen.getByRole('contentinfo'))).toContain(say('app.zoneNote', { zone: 'Australia/Lord_Howe' }))

    await openSettings()
    await choose(say('settings.timeZone'), say('settings.zoneUtc'))
    expect(textOf(banner)).toContain('09:52 UTC')
    expect(textOf(screen.getByRole('contentinfo'))).toContain(say('app.zoneNote', { zone: 'UTC' }))
    expect(document.body.textContent).not.toContain('GMT+11')
  })

  it('chooses theme and palette', async () => {
    await renderPage({ data: quietCloud() })
    await headline(say('banner.operational'))
    expect(lookOf()).toMatchObject({ theme: 'light', palette: 'default' })
    await openSettings()
    await choose(say('settings.theme'), say('settings.themeDark'))
    await choose(say('settings.palette'), say('settings.paletteColourBlind'))
    expect(lookOf()).toMatchObject({ theme: 'dark', palette: 'colour-blind' })
  })

  it('who follows a link that leads nowhere is told so', async () => {
    await renderPage({ url: '/no/such/page', data: quietCloud() })
    await headline(say('notFound.title'))
    fireEvent.click(await link(say('notFound.home')))
    await headline(say('banner.operational'))
  })

  it('reads the pages that the operator wrote', async () => {
    const about = [{ path: 'imprint', title: { en: 'Imprint', de: 'Impressum' }, markdown: 'Text: Example Cloud Ltd' }]
    await renderPage({ data: quietCloud(), config: { about } })
    await headline(say('banner.operational'))
    fireEvent.click(await link('Imprint'))
    await headline('Imprint')
    expect(await screen.findByText('Text: Example Cloud Ltd')).toBeDefined()
  })
})

describe('who is logged in by the session of a proxy', () => {
  const cookie = { mode: 'cookie', loginUrl: '/oauth2/start?rd={return}' } as const
  const enter = async (auth: Partial<ConfigInput['auth']>) => {
    sessionStorage.setItem(`scs-status login /status/ ${API_URL} session cookie`, '')
    atEnd(() => sessionStorage.clear())
    await renderPage({ url: '/login', data: quietCloud(), config: { auth: { ...cookie, ...auth } } })
    await headline(say('auth.title'))
    await within(screen.getByRole('main')).findByRole('link', { name: say('account.manage') })
    return screen.queryAllByRole('button', { name: say('account.logout') })
  }

  it('can log out where the proxy has an address for that', async () => {
    expect(await enter({ logoutUrl: '/oauth2/sign_out' })).toHaveLength(2)
  })

  it('is offered none where nothing ends that session', async () => {
    expect(await enter({})).toEqual([])
  })
})

describe('a visitor of a page that is all behind the session of a proxy', () => {
  it('is asked to log in, and not told that a login is over', async () => {
    const auth = { mode: 'cookie', readsNeedLogin: true, loginUrl: '/oauth2/start?rd={return}' } as const
    const first = [http.get(`${API_URL}/*`, () => new HttpResponse(null, { status: 401 }))]
    await renderPage({ data: quietCloud(), config: { auth }, first })
    await headline(say('banner.unknown'))
    expect(textOf(document.body)).toContain(say('error.unauthorized'))
    expect(screen.queryByRole('link', { name: say('account.manage') })).toBeNull()
    fireEvent.click(await link(say('account.login')))
    await headline(say('auth.title'))
    expect(await screen.findByText(say('auth.allText'))).toBeDefined()
  })
})
