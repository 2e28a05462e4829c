import { fireEvent, screen } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { createClock } from '@/stores/clock'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'
import { atEnd } from '../support/cleanup'
import { buildSite } from '../support/config'
import { mountPage, renderPage } from '../support/page'

it('the demo boots without a network, says what it is, and can be reset', async () => {
  // Any request would fail the test: nobody serves anything.
  const clock = createClock()
  atEnd(() => clock.stop())
  await mountPage({ kind: 'ok', config: buildSite({ apiUrl: 'demo' }), warnings: [] }, { clock })
  await screen.findByRole('heading', { level: 1, name: AFFECTED_TITLE })
  expect(await screen.findByText(say('app.demoText'))).toBeDefined()
  expect(await screen.findAllByRole('slider')).toHaveLength(17)

  fireEvent.click(screen.getByRole('button', { name: say('app.demoReset') }))
  await flushPromises()
  expect(await screen.findByRole('heading', { level: 1, name: AFFECTED_TITLE })).toBeDefined()
})

it('a page of a real server carries no mark of the demo', async () => {
  await renderPage()
  await screen.findByRole('heading', { level: 1, name: say('banner.operational') })
  expect(screen.queryByText(say('app.demoText'))).toBeNull()
})
