import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { say } from '../support/browser/texts'
import { atEnd } from '../support/cleanup'
import { openFollowing, press } from '../support/followingPage'

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
  const box = (page: Awaited<ReturnType<typeof openFollowing>>) =>
    page.queryByRole<HTMLInputElement>('checkbox', { name: say('notification.choice') })
  const tick = async (page: Awaited<ReturnType<typeof openFollowing>>) => {
    await press(box(page)!)
    await flushPromises()
  }

  it('asks for the permission, shows how it will be, and can be taken back', async () => {
    const { shown } = browser('default', 'granted')
    const page = await openFollowing({ following: ['DNS'] })
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
    const page = await openFollowing({ following: ['DNS'] })
    await tick(page)
    expect(page.getByText(say(told))).toBeDefined()
    expect(page.followed.notify).toBe(false)
    expect(box(page) !== null).toBe(offered)
    expect(box(page)?.checked ?? false).toBe(false)
  })

  it('is not offered without a secure connection', async () => {
    browser('default', 'granted', { secure: false })
    const page = await openFollowing({ following: ['DNS'] })
    expect(page.getByText(say('notification.insecure'))).toBeDefined()
    expect(box(page)).toBeNull()
  })

  it('is not offered by a browser that has none', async () => {
    browser('default')
    Reflect.deleteProperty(globalThis, 'Notification')
    const page = await openFollowing({ following: ['DNS'] })
    expect(page.getByText(say('notification.unsupported'))).toBeDefined()
  })

  it('is seen again when the browser’s settings have changed', async () => {
    const { Noted } = browser('denied')
    const page = await openFollowing({ following: ['DNS'], notify: true })
    expect(box(page)).toBeNull()
    Noted.permission = 'granted'
    window.dispatchEvent(new Event('focus'))
    await flushPromises()
    expect(box(page)?.checked).toBe(true)
  })
})
