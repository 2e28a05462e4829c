import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { atEnd } from '../support/cleanup'
import { say } from '../support/browser/texts'
import { DAY_MS, wireTime } from '../support/clock'
import { renderStatus, textOf } from '../support/status'

const text = { en: 'New **hardware** in [May](https://example.org/)', de: 'Neue Hardware im Mai' }
const note = (page: Awaited<ReturnType<typeof renderStatus>>, level: 'info' | 'warning' = 'info') =>
  page.queryByRole('note', { name: say(`announcement.${level}`) })
const open = async (announcement: object, more: Parameters<typeof renderStatus>[0] = {}) => {
  atEnd(() => localStorage.clear())
  return renderStatus({ ...more, config: { announcement: { text, ...announcement } } })
}

it('an announcement stands below the verdict, which does not know of it', async () => {
  const page = await open({ level: 'warning' })
  const found = note(page, 'warning')!
  expect(textOf(found)).toContain('New hardware in May')
  expect(within(found).getByRole('link', { name: 'May' }).getAttribute('href')).toBe('https://example.org/')
  const headline = page.getByRole('heading', { level: 1, name: say('banner.operational') })
  expect(headline.compareDocumentPosition(found)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
})

it('it is told in the language of the reader', async () => {
  const page = await open({}, { language: 'de' })
  expect(textOf(page.element)).toContain('Neue Hardware')
})

it.each([
  ['what is to come', { from: wireTime(DAY_MS) }],
  ['what is over', { until: wireTime(-1) }],
])('is not there: %s', async (_, when) => {
  expect(note(await open(when))).toBeNull()
})

it('it begins and ends with the clock', async () => {
  const page = await open({ from: wireTime(60_000), until: wireTime(120_000) })
  expect(note(page)).toBeNull()
  for (const [ms, isThere] of [
    [60_000, true],
    [120_000, false],
  ] as const) {
    page.clock.moveTo(Date.parse(wireTime(ms)))
    await flushPromises()
    expect(note(page) !== null).toBe(isThere)
  }
})

it('it can be dismissed, until its text is another one', async () => {
  const page = await open({})
  fireEvent.click(within(note(page)!).getByRole('button', { name: say('app.close') }))
  await flushPromises()
  expect(note(page)).toBeNull()
  expect(note(await open({}))).toBeNull()
  expect(note(await open({ text: 'Another' }))).not.toBeNull()
})

it('a frame has none', async () => {
  expect(note(await open({}, { url: '/?embed' }))).toBeNull()
})
