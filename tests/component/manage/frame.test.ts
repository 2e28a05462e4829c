import { fireEvent, screen, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { atEnd } from '../../support/cleanup'
import { say } from '../../support/browser/texts'
import { renderPage } from '../../support/page'
import { textOf } from '../../support/status'

const settle = () => vi.waitFor(() => screen.getByRole('heading', { level: 1 }), { timeout: 10_000 })
/** How wide the window is, in CSS pixels. */
function setWidth(width: number) {
  const { matchMedia } = window
  const matches = (query: string) => {
    const [, end, bound] = /\((min|max)-width: (\d+)px\)/.exec(query) ?? []
    return bound !== undefined && (end === 'min' ? width >= Number(bound) : width <= Number(bound))
  }
  vi.stubGlobal('matchMedia', (query: string) => Object.assign(new EventTarget(), { matches: matches(query), media: query }))
  atEnd(() => vi.stubGlobal('matchMedia', matchMedia))
}
const ways = () => screen.getByRole('navigation', { name: say('manage.nav.label') })
const current = () =>
  within(ways())
    .getAllByRole('link')
    .filter(link => link.hasAttribute('aria-current'))
    .map(textOf)

describe('the report that is always at hand', () => {
  it('opens its dialog from another page, and takes the focus back', async () => {
    setWidth(1440)
    await renderPage({ url: '/manage/phases', config: { auth: { mode: 'none' } } })
    await settle()
    const report = within(ways()).getByRole('button', { name: say('manage.report.incident') })
    report.focus()
    fireEvent.click(report)
    const dialog = await vi.waitFor(() => screen.getByRole('dialog', { name: say('manage.report.incident') }), {
      timeout: 10_000,
    })
    fireEvent.click(within(dialog).getByRole('button', { name: say('app.close') }))
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(report)
  })
})

describe.each([
  ['beside the page', 1440],
  ['at the side, in small words', 1000],
  ['at the bottom', 360],
])('the ways between the pages of operators, %s', (_, width) => {
  beforeEach(() => setWidth(width))

  it('say where one is, report from everywhere, and leave no others beside them', async () => {
    await renderPage({ url: '/manage/new', config: { auth: { mode: 'none' } } })
    await settle()
    expect(current()).toEqual([say('manage.nav.incidents')])
    expect(within(ways()).getByRole('button', { name: say('manage.report.incident') })).toBeTruthy()
    const bottoms = screen.queryAllByRole('navigation').filter(one => one.classList.contains('v-bottom-navigation'))
    expect(bottoms.filter(one => one !== ways())).toEqual([])
  })

  it('lead to the catalog and to the public page', async () => {
    await renderPage({ url: '/manage', config: { auth: { mode: 'none' } } })
    await settle()
    if (width === 360) {
      fireEvent.click(within(ways()).getByRole('button', { name: say('manage.nav.morePages') }))
      await flushPromises()
    }
    const place = width === 360 ? screen.getByRole('dialog', { name: say('manage.nav.morePages') }) : ways()
    expect(
      within(place)
        .getByRole('link', { name: say('manage.nav.public') })
        .getAttribute('href'),
    ).toMatch(/\/$/)
    expect(
      within(place)
        .getByRole('link', { name: say('manage.nav.phases') })
        .getAttribute('href'),
    ).toMatch(/\/manage\/phases$/)
  })
})
