import { fireEvent, screen, within } from '@testing-library/dom'
import { describe, expect, it, vi } from 'vitest'
import SearchButton from '@/app/layout/SearchButton.vue'
import { say } from '../support/browser/texts'
import { buildComponent, buildData, buildIncident } from '../support/builders'
import { HOUR_MS, wireTime } from '../support/clock'
import { createSurroundings, renderPart } from '../support/mounted'
import { serve } from '../support/server'

const OUTAGE = buildIncident({ displayName: 'Slow volumes', beganAt: wireTime(-HOUR_MS), endedAt: null })
const OVER = buildIncident({
  id: '33333333-3333-4333-8333-333333333333',
  displayName: 'All over',
  beganAt: wireTime(-3 * HOUR_MS),
  endedAt: wireTime(-2 * HOUR_MS),
})

/** The search on the public page, for who may write or not. */
async function openSearch(mode: 'none' | 'token') {
  serve({ data: buildData({ components: [buildComponent()], incidents: [OUTAGE, OVER] }) })
  const { store, ...surroundings } = await createSurroundings({ auth: { mode } })
  await store.refresh({ everything: true })
  const { router } = await renderPart(SearchButton, { ...surroundings, operator: true, props: { isWide: false } })
  const push = vi.spyOn(router, 'push')
  fireEvent.click(screen.getByRole('button', { name: say('app.search') }))
  await screen.findByRole('combobox', { name: say('search.label') })
  return { push, router }
}
const actions = () => screen.queryByRole('group', { name: say('search.section.action') })
const named = () =>
  within(actions()!)
    .getAllByRole('option')
    .map(option => option.textContent?.trim())

describe('the search of an operator', () => {
  it('begins a report, a maintenance, and an update of what goes on, from any page', async () => {
    await openSearch('none')
    expect(named()).toEqual([
      say('search.action.report'),
      say('search.action.maintenance'),
      say('search.action.update', { title: 'Slow volumes' }),
    ])
  })

  it.each([
    [say('search.action.report'), '/manage?do=report'],
    [say('search.action.maintenance'), '/manage?do=maintenance'],
    [say('search.action.update', { title: 'Slow volumes' }), `/manage/incidents/${OUTAGE.id}?do=update`],
  ])('goes for %s to %s', async (name, path) => {
    const { push, router } = await openSearch('none')
    const option = within(actions()!).getByRole<HTMLAnchorElement>('option', { name })
    expect(option.getAttribute('href')).toBe(`/status${path}`)
    fireEvent.click(option)
    expect(push.mock.calls.map(([to]) => router.resolve(to).fullPath)).toEqual([path])
  })

  it('finds an update by the words of the incident', async () => {
    await openSearch('none')
    fireEvent.input(screen.getByRole('combobox'), { target: { value: 'update volumes' } })
    await vi.waitFor(() => expect(named()).toEqual([say('search.action.update', { title: 'Slow volumes' })]))
  })
})

it('shows none of that to visitors', async () => {
  await openSearch('token')
  expect(actions()).toBeNull()
  fireEvent.input(screen.getByRole('combobox'), { target: { value: say('search.action.report') } })
  await vi.waitFor(() => expect(screen.queryByRole('option', { name: say('search.action.report') })).toBeNull())
})
