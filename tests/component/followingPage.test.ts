import { within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { useSnackbars } from '@/app/layout/snackbarStore'
import { uuidOf } from '@/demo/uuid'
import { say } from '../support/browser/texts'
import { API_URL } from '../support/config'
import { setNavigator, useClipboardDouble } from '../support/clipboard'
import { disclose } from '../support/disclose'
import { gone, linkTo, openFollowing, press } from '../support/followingPage'
import { saidIn } from '../support/mounted'
import { around } from '../support/roles'
import { takeRequests } from '../support/server'
import { textOf } from '../support/status'

describe('what is followed', () => {
  it('stands worst first, then by name, with the incidents behind it', async () => {
    const page = await openFollowing({ following: ['Identity', 'DNS', 'Network', 'Storage'] })
    expect(page.shown()).toEqual(['Storage', 'Network', 'DNS', 'Identity'])
    const row = around('listitem', page.getByRole('heading', { name: 'Storage' }))
    expect(within(row).getByRole('link', { name: 'Disks are gone' }).getAttribute('href')).toBe(
      `/status/incidents/${uuidOf('disks')}`,
    )
    expect(textOf(row)).toContain('Critical')
    expect(textOf(row)).toContain(`${say('incident.since')} 11:00 UTC`)
    expect(within(row).getByRole('slider')).toBeDefined()
    expect(page.title()).toBe(`${say('app.following')}: ${say('banner.affected', { n: 2 })}`)
  })

  it('brings only the incidents and maintenance that touch it', async () => {
    const page = await openFollowing({ following: ['DNS', 'Network'] })
    expect(page.headings(3).slice(2)).toEqual(['Packets are lost', 'New name servers'])
  })

  it('is nothing at first: the page says how to follow', async () => {
    const page = await openFollowing()
    expect(page.getByText(say('following.emptyText'))).toBeDefined()
    expect(page.queryByRole('button')).toBeNull()
    expect(page.title()).toBe(say('app.following'))
  })

  it('stays on the page when it is unfollowed there, so that a slip can be mended', async () => {
    const page = await openFollowing({ following: ['DNS', 'Storage'] })
    await press(page.followButton('Storage'))
    expect(page.followed.ids).toEqual([uuidOf('DNS')])
    expect(page.shown()).toEqual(['Storage', 'DNS'])
    expect(page.followButton('Storage').getAttribute('aria-pressed')).toBe('false')
    expect(page.title()).toBe(`${say('app.following')}: ${say('banner.operational')}`)
    await press(page.followButton('Storage'))
    expect(page.followed.ids).toEqual([uuidOf('DNS'), uuidOf('Storage')])
  })

  it('is told when it changes, with a way back, which changes nothing that was changed since', async () => {
    const page = await openFollowing({ following: ['DNS', 'Storage'] })
    const undo = (at: number) => useSnackbars(page.pinia).waiting[at]?.action?.run()
    await press(page.followButton('Storage'))
    await vi.waitFor(() => expect(saidIn(page.pinia)).toEqual([say('snackbar.unfollowed', { name: 'Storage' })]))
    undo(0)
    expect(page.followed.ids).toEqual([uuidOf('DNS'), uuidOf('Storage')])
    undo(0)
    expect(page.followed.ids).toEqual([uuidOf('DNS'), uuidOf('Storage')])
    await press(page.followButton('DNS'))
    await press(page.followButton('DNS'))
    await vi.waitFor(() => expect(saidIn(page.pinia).at(-1)).toBe(say('snackbar.followed', { name: 'DNS' })))
    undo(2)
    expect(page.followed.ids).toEqual([uuidOf('Storage')])
  })

  it('and no longer listed, or retired, says so and can be unfollowed', async () => {
    const page = await openFollowing({ following: ['Gone', 'Old', 'DNS'] })
    expect(gone(page.element)).toEqual([uuidOf('Gone'), 'Old'])
    const section = page.getByRole('region', { name: say('following.goneTitle') })
    await press(within(section).getByRole('button', { name: say('following.unfollowNamed', { name: 'Old' }) }))
    expect(page.followed.ids).toEqual([uuidOf('Gone'), uuidOf('DNS')])
    expect(gone(page.element)).toEqual([uuidOf('Gone')])
  })

  it('is not called gone, nor fine, while the components cannot be read', async () => {
    const first = [http.get(`${API_URL}/components`, () => new HttpResponse(null, { status: 500 }))]
    const page = await openFollowing({ following: ['DNS'], first })
    expect(page.getByText(say('components.unread'))).toBeDefined()
    expect(page.queryByText(say('following.goneTitle'))).toBeNull()
    expect(page.title()).toBe(`${say('app.following')}: ${say('banner.unknown')}`)
  })
})

describe('the set of a link', () => {
  it('is shown, with buttons for one’s own, which it leaves alone', async () => {
    const page = await openFollowing({ following: ['Compute', 'DNS'], url: linkTo(uuidOf('DNS'), uuidOf('Storage'), 'gone') })
    expect(page.headings(1)).toEqual([say('following.sharedTitle')])
    expect(page.shown()).toEqual(['Storage', 'DNS', 'gone'])
    expect([page.followButton('DNS'), page.followButton('Storage')].map(button => button.getAttribute('aria-pressed'))).toEqual([
      'true',
      'false',
    ])
    expect(page.queryByRole('button', { name: say('following.unfollowNamed', { name: 'gone' }) })).toBeNull()
    expect(page.queryByRole('heading', { name: say('notification.title') })).toBeNull()
    expect(page.followed.ids).toEqual([uuidOf('Compute'), uuidOf('DNS')])
    expect(page.title()).toBe(`${say('following.sharedTitle')}: ${say('banner.affected', { n: 1 })}`)
  })

  it('is added to one’s own on request', async () => {
    const page = await openFollowing({ following: ['Compute'], url: linkTo(uuidOf('DNS')) })
    await press(page.getByRole('button', { name: say('following.followThese') }))
    expect(page.followed.ids).toEqual([uuidOf('Compute'), uuidOf('DNS')])
    await vi.waitFor(() => expect(page.router.currentRoute.value.fullPath).toBe('/following'))
    await vi.waitFor(() => expect(saidIn(page.pinia)).toEqual([say('snackbar.added', { n: 1 })]))
    useSnackbars(page.pinia).waiting[0]?.action?.run()
    expect(page.followed.ids).toEqual([uuidOf('Compute')])
  })

  it('that is followed already offers nothing', async () => {
    const page = await openFollowing({ following: ['Compute', 'DNS'], url: linkTo(uuidOf('DNS')) })
    expect(page.getByText(say('following.sharedKnown'))).toBeDefined()
    expect(page.queryByRole('button', { name: say('following.followThese') })).toBeNull()
  })

  it.each(['', ',', '%20'])('that names nothing (%s) is no set', async ids => {
    const page = await openFollowing({ following: ['DNS'], url: linkTo(ids) })
    expect(page.headings(1)).toEqual([say('app.following')])
  })
})

describe('the API calls', () => {
  it('are those that the page made', async () => {
    takeRequests()
    const page = await openFollowing({ following: ['Storage'] })
    const asked = takeRequests().map(request => request.replace('GET ', API_URL.replace(/\/$/, '')))
    await page.findByText(say('calls.show'))
    await disclose(say('calls.show'))
    const text = (await page.findByText(/curl/)).textContent ?? ''
    expect([...text.matchAll(/'(http[^']+)'/g)].map(match => match[1]).sort()).toEqual(asked.sort())
  })

  it('are none where nothing is followed', async () => {
    const page = await openFollowing()
    expect(page.queryByText(say('calls.show'))).toBeNull()
  })
})

describe('copying the link', () => {
  it('takes one’s own set, as it is then', async () => {
    const copied = useClipboardDouble()
    const page = await openFollowing({ following: ['DNS', 'Compute'] })
    const copy = () => press(page.getByRole('button', { name: say('share.copyLink') }))
    await copy()
    expect(saidIn(page.pinia)).toEqual([say('share.copied')])
    await press(page.followButton('DNS'))
    await copy()
    expect(copied).toEqual([
      `${location.origin}/status${linkTo(uuidOf('DNS'), uuidOf('Compute'))}`,
      `${location.origin}/status${linkTo(uuidOf('Compute'))}`,
    ])
  })

  it('shows it where the browser refuses, and says nothing of a copy', async () => {
    setNavigator('clipboard', undefined)
    const page = await openFollowing({ following: ['DNS'] })
    await press(page.getByRole('button', { name: say('share.copyLink') }))
    expect(page.getByLabelText<HTMLTextAreaElement>(say('share.copyFailed')).value).toContain(linkTo(uuidOf('DNS')))
    expect(saidIn(page.pinia)).toEqual([])
  })
})
