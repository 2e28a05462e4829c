import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { buildData, buildUpdate } from '../support/builders'
import { atEnd } from '../support/cleanup'
import { impactOn, named, ongoing, renderStatus } from '../support/status'

it('what was said last of an incident further down is asked for when it comes near the screen', async () => {
  const watched: { element: Element; tell: IntersectionObserverCallback }[] = []
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(readonly tell: IntersectionObserverCallback) {}
      observe = (element: Element) => void watched.push({ element, tell: this.tell })
      unobserve = () => undefined
      disconnect = () => undefined
    },
  )
  // First asked for, last done: the page that is taken down still talks to its observers.
  atEnd(() => vi.unstubAllGlobals())
  const incidents = Array.from({ length: 12 }, (_, index) =>
    ongoing([impactOn('Compute', 90)], { id: uuidOf(`${index}`), displayName: `Incident ${index}` }),
  )
  const updates = Object.fromEntries(incidents.map(({ id }) => [id, [buildUpdate({ displayName: 'Said last' })]]))
  const page = await renderStatus({ data: buildData({ components: [named('Compute')], incidents, updates }) })
  expect(page.getAllByText('Said last')).toHaveLength(10)
  const articles = page.getAllByRole('article')
  for (const { element, tell } of watched)
    if (articles.at(-1) === element) tell([{ isIntersecting: true } as IntersectionObserverEntry], {} as IntersectionObserver)
  await vi.waitFor(() => expect(page.getAllByText('Said last')).toHaveLength(11))
  await flushPromises()
})
