import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import FollowingPage from '@/features/following/FollowingPage.vue'
import { useFollowed } from '@/stores/followedStore'
import { say } from '../support/browser/texts'
import { buildData } from '../support/builders'
import { DAY_MS, HOUR_MS, wireTime } from '../support/clock'
import { API_URL } from '../support/config'
import { atEnd } from '../support/cleanup'
import { createSurroundings, renderPart } from '../support/mounted'
import { serve, takeRequests, type ServeOptions } from '../support/server'
import { impactOn, named, ongoing, settled, textOf } from '../support/status'

const names = ['Compute', 'DNS', 'Identity', 'Network', 'Storage']
const data = buildData({
  components: [...names.map(name => named(name)), named('Old', { retired: 'yes' })],
  incidents: [
    ongoing([impactOn('Storage', 90)], { id: uuidOf('disks'), displayName: 'Disks are gone' }),
    ongoing([impactOn('Network', 50)], { id: uuidOf('packets'), displayName: 'Packets are lost' }),
    ongoing([impactOn('DNS', 0)], {
      id: uuidOf('planned'),
      displayName: 'New name servers',
      beganAt: wireTime(DAY_MS),
      endedAt: wireTime(DAY_MS + HOUR_MS),
    }),
    ongoing([impactOn('Identity', 0)], {
      id: uuidOf('other'),
      displayName: 'New tokens',
      beganAt: wireTime(DAY_MS),
      endedAt: wireTime(DAY_MS + HOUR_MS),
    }),
  ],
})

interface Options extends ServeOptions {
  readonly following?: readonly string[]
  readonly url?: string
  readonly notify?: boolean
}

async function open({ following = [], url = '/following', notify = false, ...server }: Options = {}) {
  serve({ data, ...server })
  const around = await createSurroundings({ components: { retiredLabel: 'retired' } })
  const followed = useFollowed(around.provider)
  followed.follow(following.map(uuidOf))
  if (notify) followed.notify = true
  const { element, router } = await renderPart(FollowingPage, { ...around, url })
  await settled(around)
  return {
    ...within(element),
    element,
    router,
    followed,
    shown: () => [...element.querySelectorAll('.rows .name, .list .name')].map(textOf),
    headings: (level: number) => within(element).queryAllByRole('heading', { level }).map(textOf),
    star: (name: string) => within(element).getByRole('button', { name: say('components.follow', { name }) }),
    title: () => document.title,
  }
}
const press = async (element: HTMLElement) => {
  fireEvent.click(element)
  await flushPromises()
}
const linkTo = (...ids: string[]) => `/following?components=${ids.join(',')}`

describe('what is followed', () => {
  it('stands worst first, then by name, with the incidents behind it', async () => {
    const page = await open({ following: ['Identity', 'DNS', 'Network', 'Storage'] })
    expect(page.shown()).toEqual(['Storage', 'Network', 'DNS', 'Identity'])
    const row = page.getByRole('heading', { name: 'Storage' }).closest('li')!
    expect(within(row).getByRole('link', { name: 'Disks are gone' }).getAttribute('href')).toBe(
      `/status/incidents/${uuidOf('disks')}`,
    )
    expect(textOf(row)).toContain('Critical')
    expect(textOf(row)).toContain(`${say('incident.since')} 11:00 UTC`)
    expect(within(row).getByRole('slider')).toBeDefined()
    expect(page.title()).toBe(`${say('app.following')}: ${say('banner.affected', { n: 2 })}`)
  })

  it('brings only the incidents and maintenance that touch it', async () => {
    const page = await open({ following: ['DNS', 'Network'] })
    expect(page.headings(3).slice(2)).toEqual(['Packets are lost', 'New name servers'])
  })

  it('is nothing at first: the page says how to follow', async () => {
    const page = await open()
    expect(page.getByText(say('following.emptyText'))).toBeDefined()
    expect(page.queryByRole('button')).toBeNull()
    expect(page.title()).toBe(say('app.following'))
  })

  it('stays on the page when it is unfollowed there, so that a slip can be mended', async () => {
    const page = await open({ following: ['DNS', 'Storage'] })
    await press(page.star('Storage'))
    expect(page.followed.ids).toEqual([uuidOf('DNS')])
    expect(page.shown()).toEqual(['Storage', 'DNS'])
    expect(page.star('Storage').getAttribute('aria-pressed')).toBe('false')
    expect(page.title()).toBe(`${say('app.following')}: ${say('banner.operational')}`)
    await press(page.star('Storage'))
    expect(page.followed.ids).toEqual([uuidOf('DNS'), uuidOf('Storage')])
  })

  it('and no longer listed, or retired, says so and can be unfollowed', async () => {
    const page = await open({ following: ['Gone', 'Old', 'DNS'] })
    const section = page.getByRole('heading', { name: say('following.goneTitle') }).closest('section')!
    expect([...section.querySelectorAll('.name')].map(textOf)).toEqual([uuidOf('Gone'), 'Old'])
    await press(within(section).getByRole('button', { name: say('following.unfollowNamed', { name: 'Old' }) }))
    expect(page.followed.ids).toEqual([uuidOf('Gone'), uuidOf('DNS')])
    expect([...section.querySelectorAll('.name')].map(textOf)).toEqual([uuidOf('Gone')])
  })

  it('is not called gone, nor fine, while the components cannot be read', async () => {
    const first = [http.get(`${API_URL}/components`, () => new HttpResponse(null, { status: 500 }))]
    const page = await open({ following: ['DNS'], first })
    expect(page.getByText(say('components.unread'))).toBeDefined()
    expect(page.queryByText(say('following.goneTitle'))).toBeNull()
    expect(page.title()).toBe(`${say('app.following')}: ${say('banner.unknown')}`)
  })
})

describe('the set of a link', () => {
  it('is shown, with stars for one’s own, which it leaves alone', async () => {
    const page = await open({ following: ['Compute', 'DNS'], url: linkTo(uuidOf('DNS'), uuidOf('Storage'), 'gone') })
    expect(page.headings(1)).toEqual([say('following.sharedTitle')])
    expect(page.shown()).toEqual(['Storage', 'DNS', 'gone'])
    expect([page.star('DNS'), page.star('Storage')].map(star => star.getAttribute('aria-pressed'))).toEqual(['true', 'false'])
    expect(page.queryByRole('button', { name: say('following.unfollowNamed', { name: 'gone' }) })).toBeNull()
    expect(page.queryByRole('heading', { name: say('notification.title') })).toBeNull()
    expect(page.followed.ids).toEqual([uuidOf('Compute'), uuidOf('DNS')])
    expect(page.title()).toBe(`${say('following.sharedTitle')}: ${say('banner.affected', { n: 1 })}`)
  })

  it('is added to one’s own on request', async () => {
    const page = await open({ following: ['Compute'], url: linkTo(uuidOf('DNS')) })
    await press(page.getByRole('button', { name: say('following.followThese') }))
    expect(page.followed.ids).toEqual([uuidOf('Compute'), uuidOf('DNS')])
    expect(page.router.currentRoute.value.fullPath).toBe('/following')
  })

  it('that is followed already offers nothing', async () => {
    const page = await open({ following: ['Compute', 'DNS'], url: linkTo(uuidOf('DNS')) })
    expect(page.getByText(say('following.sharedKnown'))).toBeDefined()
    expect(page.queryByRole('button', { name: say('following.followThese') })).toBeNull()
  })

  it.each(['', ',', '%20'])('that names nothing (%s) is no set', async ids => {
    const page = await open({ following: ['DNS'], url: linkTo(ids) })
    expect(page.headings(1)).toEqual([say('app.following')])
  })
})

describe('the API calls', () => {
  it('are those that the page made', async () => {
    takeRequests()
    const page = await open({ following: ['Storage'] })
    const asked = takeRequests().map(request => request.replace('GET ', API_URL.replace(/\/$/, '')))
    const summary = await page.findByText(say('calls.show'))
    summary.closest('details')!.open = true
    const text = (await page.findByText(/curl/)).textContent ?? ''
    expect([...text.matchAll(/'(http[^']+)'/g)].map(match => match[1]).sort()).toEqual(asked.sort())
  })

  it('are none where nothing is followed', async () => {
    const page = await open()
    expect(page.queryByText(say('calls.show'))).toBeNull()
  })
})

describe('copying the link', () => {
  const given = (clipboard: Partial<Clipboard> | undefined) => {
    vi.stubGlobal('navigator', { ...navigator, clipboard })
    atEnd(() => void vi.unstubAllGlobals())
  }

  it('takes one’s own set', async () => {
    const written: string[] = []
    given({ writeText: async text => void written.push(text) })
    const page = await open({ following: ['DNS', 'Compute'] })
    await press(page.getByRole('button', { name: say('share.copyLink') }))
    const told = page.getByText(say('share.copied'), { selector: '[role=status]' })
    expect(written).toEqual([`${location.origin}/status${linkTo(uuidOf('DNS'), uuidOf('Compute'))}`])
    await press(page.star('DNS'))
    expect(told.textContent).toBe('')
  })

  it('shows it where the browser refuses', async () => {
    given(undefined)
    const page = await open({ following: ['DNS'] })
    await press(page.getByRole('button', { name: say('share.copyLink') }))
    expect(page.getByLabelText<HTMLTextAreaElement>(say('share.copyFailed')).value).toContain(linkTo(uuidOf('DNS')))
  })
})

describe('the choice of notifications', () => {
  const browser = (permission: string, answer = permission, { secure = true, phone = false } = {}) => {
    const shown: string[] = []
    class Noted {
      static permission = permission
      static requestPermission = async () => (Noted.permission = answer)
      constructor(title: string) {
        if (phone) throw new TypeError('Illegal constructor')
        shown.push(title)
      }
    }
    vi.stubGlobal('Notification', Noted)
    vi.stubGlobal('isSecureContext', secure)
    atEnd(() => void vi.unstubAllGlobals())
    return { shown, Noted }
  }
  const box = (page: Awaited<ReturnType<typeof open>>) =>
    page.queryByRole<HTMLInputElement>('checkbox', { name: say('notification.choice') })
  const tick = async (page: Awaited<ReturnType<typeof open>>) => {
    await press(box(page)!)
    await flushPromises()
  }

  it('asks for the permission, shows how it will be, and can be taken back', async () => {
    const { shown } = browser('default', 'granted')
    const page = await open({ following: ['DNS'] })
    expect(box(page)?.checked).toBe(false)
    await tick(page)
    expect(page.followed.notify).toBe(true)
    expect(box(page)?.checked).toBe(true)
    expect(shown).toEqual([say('notification.sample')])
    await tick(page)
    expect(page.followed.notify).toBe(false)
    expect(box(page)?.checked).toBe(false)
  })

  it.each([
    ['denied', 'denied', {}, 'notification.denied', false],
    ['not given', 'default', {}, 'notification.dismissed', true],
    ['given, but pages may show none', 'granted', { phone: true }, 'notification.unsupported', false],
  ] as const)('stays off where the permission is %s, and says so', async (_, answer, options, told, offered) => {
    browser('default', answer, options)
    const page = await open({ following: ['DNS'] })
    await tick(page)
    expect(page.getByText(say(told))).toBeDefined()
    expect(page.followed.notify).toBe(false)
    expect(box(page) !== null).toBe(offered)
    expect(box(page)?.checked ?? false).toBe(false)
  })

  it('is not offered without a secure connection', async () => {
    browser('default', 'granted', { secure: false })
    const page = await open({ following: ['DNS'] })
    expect(page.getByText(say('notification.insecure'))).toBeDefined()
    expect(box(page)).toBeNull()
  })

  it('is not offered by a browser that has none', async () => {
    browser('default')
    Reflect.deleteProperty(globalThis, 'Notification')
    const page = await open({ following: ['DNS'] })
    expect(page.getByText(say('notification.unsupported'))).toBeDefined()
  })

  it('is seen again when the browser’s settings have changed', async () => {
    const { Noted } = browser('denied')
    const page = await open({ following: ['DNS'], notify: true })
    expect(box(page)).toBeNull()
    Noted.permission = 'granted'
    window.dispatchEvent(new Event('focus'))
    await flushPromises()
    expect(box(page)?.checked).toBe(true)
  })
})
