import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { say } from './browser/texts'
import { buildData } from './builders'
import { impactOn, named, ongoing, renderStatus, textOf } from './status'

export const components = [
  named('Compute North', { region: 'north', order: '2', 'internal-id': 'x1', description: 'Virtual machines' }),
  named('Compute South', { region: 'south', order: '10', 'internal-id': 'x2' }),
  named('Identity', { region: 'north, south', order: '1' }),
  named('Dashboard', {}),
]
export const config = {
  components: { groupBy: 'region', hiddenLabels: ['internal-id'], orderLabel: 'order', descriptionLabel: 'description' },
}
const incidents = [ongoing([impactOn('Compute South', 90)])]

/** The section of components on the status page. */
export async function renderComponents(options: Parameters<typeof renderStatus>[0] = {}) {
  const page = await renderStatus({ data: buildData({ components, incidents }), config, ...options })
  const section = page.getByRole('heading', { name: say('components.title') }).closest('section')!
  const inside = within(section)
  return {
    ...page,
    ...inside,
    section,
    /** Names by group; without groups under ''. */
    groups: () =>
      Object.fromEntries(
        [...section.querySelectorAll('.group')].map(group => [
          textOf(group.querySelector('summary h3')),
          [...group.querySelectorAll('.name')].map(textOf),
        ]),
      ),
    query: () => page.router.currentRoute.value.query,
    row: (name: string) => inside.getAllByRole('heading', { name })[0]!.closest('li')!,
  }
}
export async function choose(element: HTMLElement, value: string) {
  fireEvent.change(element, { target: { value } })
  await flushPromises()
}
export async function press(element: HTMLElement) {
  fireEvent.click(element)
  await flushPromises()
}
