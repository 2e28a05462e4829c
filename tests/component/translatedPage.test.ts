import { flushPromises } from '@vue/test-utils'
import { within } from '@testing-library/dom'
import { expect, it } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { say } from '../support/browser/texts'
import { buildData, buildUpdate } from '../support/builders'
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW, wireTime } from '../support/clock'
import { around, bannerOf } from '../support/roles'
import { impactOn, named, ongoing, renderStatus, settled, textOf } from '../support/status'

const isKept = (node: Node) => node.parentElement?.closest('[translate=no], select, title, style') !== null

/** What translators of browsers do: each text goes into new elements in place of its node. They keep off what says so. */
function translate(root: Element) {
  const texts: Text[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  for (const node of texts) {
    if (!node.data.trim() || isKept(node)) continue
    const outer = document.createElement('font')
    const inner = outer.appendChild(document.createElement('font'))
    inner.textContent = node.data
    node.replaceWith(outer)
  }
}

it('a translated page goes on telling what is new, and mixes nothing old into it', async () => {
  const incident = ongoing([impactOn('Compute', 90)], { id: uuidOf('old'), displayName: 'Old' })
  const update = (order: number, title: string, description: string, createdAt: string) =>
    buildUpdate({ order, displayName: title, description, createdAt })
  const data = buildData({
    components: [named('Compute'), named('Storage')],
    incidents: [incident],
    updates: { [incident.id]: [update(0, 'First', 'one', wireTime(-20 * MINUTE_MS))] },
  })
  const page = await renderStatus({ data })
  const article = () => around('article', page.getByRole('heading', { name: 'Old' }))
  expect(textOf(article())).toContain('First')
  translate(page.element)

  page.demo.write(({ incidents, updates }) => {
    updates[incident.id]!.push(update(1, 'Second', 'two', wireTime(-MINUTE_MS)))
    incidents[0]!.affects!.push(impactOn('Storage', 50))
  })
  page.clock.moveTo(NOW + 2 * MINUTE_MS)
  await page.store.refresh()
  await settled(page)

  const said = textOf(article())
  expect(said).toContain(`${say('incident.newestUpdate')}, 11:59 UTC (3 minutes ago)`)
  expect(said).toMatch(/Second\s*two/)
  expect(said).not.toMatch(/First|\bone\b|11:40/)
  expect(said).toContain('Storage')
  expect(said).toContain(
    say('incident.lasting', { duration: '1 hr 2 mins' })
      .replace(/ (hr|mins)/g, '\u00a0$1')
      .replace(/\u00a0/g, ' '),
  )
  const banner = bannerOf(page.element)
  expect(textOf(banner)).toContain(say('banner.countAffected', { n: 2 }))
  expect(textOf(banner)).not.toContain(say('banner.countAffected', { n: 1 }))
  expect(textOf(banner)).toContain(`${say('app.asOf')} 12:02 UTC`)
  expect(textOf(banner)).not.toContain('12:00 UTC')
  const row = around('listitem', page.getByRole('heading', { name: 'Storage' }))
  expect(within(row).getAllByText('Major').length).toBeGreaterThan(0)

  translate(page.element)
  page.demo.write(({ incidents }) => (incidents[0]!.endedAt = wireTime(3 * MINUTE_MS)))
  page.clock.moveTo(NOW + 4 * MINUTE_MS)
  await page.store.refresh()
  await settled(page)
  await flushPromises()
  expect(textOf(page.getByRole('heading', { level: 1 }))).toBe(say('banner.operational'))
  const over = page.getByRole('link', { name: 'Old' }).parentElement
  expect(textOf(over)).toContain('lasted 1 hr 3 mins')
  expect(textOf(page.element)).not.toContain(say('banner.countAffected', { n: 2 }))

  translate(page.element)
  page.clock.moveTo(NOW + DAY_MS + HOUR_MS)
  await flushPromises()
  expect(textOf(page.getByRole('heading', { level: 1 }))).toBe(say('banner.partial'))
})
