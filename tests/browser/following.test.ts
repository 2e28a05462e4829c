import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { affectedTitle } from '../support/browser/affected'
import { expectNoAxeViolations } from '../support/browser/axe'
import { disclose } from '../support/browser/disclose'
import { hasFocus } from '../support/browser/focus'
import { cloud, follows, incidentOn, openCloud } from '../support/browser/following'
import { iconOf } from '../support/browser/look'
import { say } from '../support/browser/texts'

const followButton = (page: Page, name: string) => page.getByRole('button', { name: say('components.follow', { name }) })
const pressed = async (page: Page, name: string) => (await followButton(page, name).getAttribute('aria-pressed')) === 'true'
const mine = (page: Page) => page.getByRole('link', { name: say('app.following') })
const pageTitle = (page: Page, name = say('app.following')) => page.getByRole('heading', { level: 1, name })
const componentNames = (page: Page) => page.getByRole('listitem').getByRole('heading', { level: 3 }).allInnerTexts()
/** A link to some components below the base. */
const linkTo = (...ids: string[]) => `following?components=${ids.join(',')}`
describe('following', () => {
  test('what is followed on the status page is kept, and leads to a page of what is followed', async () => {
    const { page, site } = await openCloud()
    await followButton(page, 'Storage').waitFor()
    expect(await mine(page).count()).toBe(1)
    for (const name of ['DNS', 'Storage', 'Compute']) await followButton(page, name).click()
    await followButton(page, 'Compute').click()
    expect(await pressed(page, 'Compute')).toBe(false)
    await page.reload()
    await followButton(page, 'Storage').waitFor()
    expect(await pressed(page, 'Storage')).toBe(true)

    await mine(page).click()
    await pageTitle(page).waitFor()
    await followButton(page, 'DNS').waitFor()
    expect(page.url()).toBe(`${site.url}following`)
    expect(await componentNames(page)).toEqual(['Storage', 'DNS'])
    expect(await page.getByRole('link', { name: 'Disks are gone' }).count()).toBe(2)

    await page.reload()
    await followButton(page, 'DNS').waitFor()
    expect(await componentNames(page)).toEqual(['Storage', 'DNS'])
  })

  test('other tabs learn of it at once', async () => {
    const { page, context, site } = await openCloud()
    await followButton(page, 'DNS').waitFor()
    const other = await context.newPage()
    await other.goto(site.url)
    await followButton(other, 'DNS').click()
    await expect.poll(() => pressed(page, 'DNS')).toBe(true)
    await mine(page).waitFor()
    await followButton(page, 'DNS').click()
    await expect.poll(() => pressed(other, 'DNS')).toBe(false)
  })

  test('by keyboard, following changes nothing in the layout', async () => {
    const { page } = await openCloud()
    const row = page.getByRole('listitem').filter({ has: followButton(page, 'DNS') })
    await followButton(page, 'DNS').focus()
    const before = await row.boundingBox()
    await page.keyboard.press('Space')
    expect(await pressed(page, 'DNS')).toBe(true)
    expect(await row.boundingBox()).toEqual(before)
  })

  test('title and icon tell the worst of what is followed, the page everything', async () => {
    const { page, server } = await openCloud({ server: { data: { ...cloud(), incidents: [] } } })
    await followButton(page, 'DNS').waitFor()
    await expect.poll(() => page.title()).toBe(`${say('banner.operational')} – Status`)
    const fine = await iconOf(page)
    server.store.write(data => void data.incidents.push(incidentOn('Storage', 90, 'Disks are gone')))
    await page.reload()
    await followButton(page, 'DNS').waitFor()
    const affected = say('banner.affected', { n: 1 })
    await expect.poll(() => page.title()).toBe(`${affected} – Status`)
    await expect.poll(() => iconOf(page)).not.toBe(fine)
    const broken = await iconOf(page)

    await followButton(page, 'DNS').click()
    await expect.poll(() => page.title()).toBe(`${say('app.following')}: ${say('banner.operational')} – Status`)
    await expect.poll(() => iconOf(page)).toBe(fine)
    await page.getByRole('heading', { level: 1, name: affectedTitle(['Storage', 'Critical']) }).waitFor()
    await followButton(page, 'Storage').click()
    await expect.poll(() => page.title()).toBe(`${say('app.following')}: ${affected} – Status`)
    await expect.poll(() => iconOf(page)).toBe(broken)
  })

  test('title and icon are never green when nothing can be read', async () => {
    const { page, server, expectProblem } = await openCloud({ prepare: follows(['DNS']) })
    expectProblem(/status of 500/)
    await followButton(page, 'DNS').waitFor()
    await expect.poll(() => page.title()).toContain(say('banner.operational'))
    const fine = await iconOf(page)
    server.setFaults([{ method: 'GET', path: /./, kind: 500 }])
    await page.clock.fastForward('01:01')
    await expect.poll(() => page.title()).toBe(`${say('app.following')}: ${say('banner.partial')} – Status`)
    expect(await iconOf(page)).not.toBe(fine)
  })
})

describe('what was done', () => {
  test.each(['light', 'dark'] as const)('is said above the pages of a phone and undone by keyboard: %s', async colorScheme => {
    const { page } = await openCloud({ colorScheme, viewport: { width: 320, height: 700 } })
    const navigation = page.getByRole('navigation', { name: say('app.navigation') })
    await navigation.waitFor()
    // A phone folds what goes well.
    await disclose(page, say('components.more', { n: 3 }))
    await followButton(page, 'DNS').focus()
    await page.keyboard.press('Enter')
    const said = page.getByRole('status').getByText(say('snackbar.followed', { name: 'DNS' }))
    await said.waitFor()
    expect(await hasFocus(followButton(page, 'DNS'))).toBe(true)
    await expect
      .poll(async () => {
        const [text, pages] = await Promise.all([said.boundingBox(), navigation.boundingBox()])
        return pages!.y - (text!.y + text!.height)
      })
      .toBeGreaterThan(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await expectNoAxeViolations(page)

    // It waits for whoever is on its way to the button.
    await page.getByRole('button', { name: say('snackbar.undo') }).focus()
    await page.clock.fastForward('01:00')
    await page.keyboard.press('Enter')
    await expect.poll(() => pressed(page, 'DNS')).toBe(false)
    expect(await hasFocus(followButton(page, 'DNS'))).toBe(true)
    await expect.poll(() => said.count()).toBe(0)
  })
})

describe('a link', () => {
  test('shows its components and leaves those of the browser alone, until it is told to follow them', async () => {
    const { page, site } = await openCloud({
      basePath: '/status/',
      path: linkTo(uuidOf('DNS'), uuidOf('Storage')),
      prepare: follows(['Compute']),
    })
    await pageTitle(page, say('following.sharedTitle')).waitFor()
    await followButton(page, 'DNS').waitFor()
    await expect.poll(() => componentNames(page)).toEqual(['Storage', 'DNS'])
    await page.getByText(say('following.sharedText')).waitFor()
    expect(await pressed(page, 'DNS')).toBe(false)
    expect(await page.getByRole('heading', { name: say('notification.title') }).count()).toBe(0)

    await page.getByRole('button', { name: say('following.followThese') }).click()
    await pageTitle(page).waitFor()
    expect(page.url()).toBe(`${site.url}following`)
    await expect.poll(() => componentNames(page)).toEqual(['Storage', 'Compute', 'DNS'])
  })

  test('is copied, and leads to the same components', async () => {
    const { page, site } = await openCloud({
      path: 'following',
      prepare: follows(['Storage', 'DNS']),
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await page.getByRole('button', { name: say('share.copyLink') }).click()
    await page.getByRole('status').getByText(say('share.copied')).waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toBe(site.url + linkTo(uuidOf('Storage'), uuidOf('DNS')))
  })

  test('to what the server no longer lists says so, and it can be unfollowed', async () => {
    const { page } = await openCloud({ path: 'following', prepare: follows(['Gone', 'DNS']) })
    await page.getByText(say('following.goneText', { n: 1 })).waitFor()
    expect(await page.title()).toBe(`${say('app.following')}: ${say('banner.partial')} – Status`)
    await page.getByRole('button', { name: say('following.unfollowNamed', { name: uuidOf('Gone') }) }).click()
    await expect.poll(() => page.title()).toBe(`${say('app.following')}: ${say('banner.operational')} – Status`)
    expect(await page.getByText(say('following.goneTitle')).count()).toBe(0)
    expect(await hasFocus(page.getByRole('main'))).toBe(true)
  })
})

describe.each(['light', 'dark'] as const)('%s', colorScheme => {
  test.each([360, 1280])('the page is accessible and fits at %i pixels', async width => {
    const { page } = await openCloud({
      path: 'following',
      colorScheme,
      viewport: { width, height: 800 },
      prepare: follows(['DNS', 'Storage', 'A component that is gone']),
    })
    await page.getByRole('slider').first().waitFor()
    await expectNoAxeViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })

  test('the empty page is accessible', async () => {
    const { page } = await openCloud({ path: 'following', colorScheme })
    await page.getByText(say('following.emptyTitle')).waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('main').getByRole('link').click()
    await followButton(page, 'DNS').waitFor()
  })
})
