import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { say } from './browser/texts'
import { buildData } from './builders'
import { around } from './roles'
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
  const section = page.getByRole('region', { name: say('components.title') })
  const inside = within(section)
  return {
    ...page,
    ...inside,
    section,
    /** Names by group; without groups under ''. */
    groups: () => {
      const [, ...headings] = inside.getAllByRole('heading')
      // Where there are groups, the components stand a level below them.
      const grouped = new Set(inside.queryAllByRole('heading', { level: 4 }))
      const groups: Record<string, string[]> = {}
      let group = ''
      for (const heading of headings)
        if (grouped.size && !grouped.has(heading)) groups[(group = textOf(heading))] = []
        else (groups[group] ??= []).push(textOf(heading))
      return groups
    },
    rows: () => inside.getAllByRole('listitem'),
    query: () => page.router.currentRoute.value.query,
    row: (name: string) => around('listitem', inside.getAllByRole('heading', { name })[0]!),
  }
}
export async function press(element: HTMLElement) {
  fireEvent.click(element)
  await flushPromises()
}
