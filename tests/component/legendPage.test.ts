import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { defineComponent, h, provide } from 'vue'
import { expect, it } from 'vitest'
import LegendPage from '@/features/legend/LegendPage.vue'
import type { MessageKey } from '@/i18n/messages'
import type { DataTranslations } from '@/i18n/dataTranslations'
import { dataTranslationsKey } from '@/composables/useText'
import { say } from '../support/browser/texts'
import { buildData, buildImpactType, buildSeverity } from '../support/builders'
import { atEnd } from '../support/cleanup'
import { API_URL } from '../support/config'
import { createSurroundings, renderPart } from '../support/mounted'
import { holdBack, serve, type ServeOptions } from '../support/server'
import { settled, textOf } from '../support/status'

interface LegendOptions extends ServeOptions {
  readonly config?: Parameters<typeof createSurroundings>[0]
  readonly names?: DataTranslations
}

async function openLegend({ config, names = {}, ...server }: LegendOptions = {}) {
  serve(server)
  const around = await createSurroundings(config)
  const Page = defineComponent({
    setup() {
      provide(dataTranslationsKey, names)
      return () => h(LegendPage)
    },
  })
  const { element } = await renderPart(Page, { ...around, url: '/legend' })
  await settled(around)
  const page = within(element)
  const subject = (key: MessageKey) => page.getByRole('region', { name: say(key) })
  return {
    ...page,
    ...around,
    subject,
    /** The cells of the rows below the head. */
    rows: (key: MessageKey) =>
      within(subject(key))
        .getAllByRole('row')
        .slice(1)
        .map(row => [...within(row).getAllByRole('rowheader'), ...within(row).getAllByRole('cell')].map(textOf)),
    items: (key: MessageKey) => within(subject(key)).getAllByRole('listitem').map(textOf),
  }
}
const fails = (path: string) => http.get(`${API_URL}/${path}`, () => new HttpResponse(null, { status: 500 }))

it('explains the states of the page, each by its word', async () => {
  const page = await openLegend({
    data: buildData({ severities: [buildSeverity({ displayName: 'Planned', value: 0 }), buildSeverity()] }),
  })
  expect(page.rows('legend.states')).toEqual([
    [say('level.operational'), say('legend.operational')],
    ['Planned', say('legend.maintenance')],
    [say('level.unknown'), say('legend.unknown')],
    [say('level.lastKnown', { level: say('level.operational') }), say('legend.lastKnown')],
    [say('level.noData'), say('legend.noData')],
  ])
  expect(document.title).toContain(say('app.legend'))
})

it('has the severities of this server with their values and what they count as', async () => {
  const page = await openLegend({ config: { severities: { Major: { weight: 50 } }, unknownWeight: 25 } })
  expect(page.rows('legend.severities')).toEqual([
    ['Minor', '1–33', say('legend.good', { share: '0%' })],
    ['Major', '34–66', say('legend.bad', { share: '50%' })],
    ['Critical', '67–100', say('legend.bad', { share: '100%' })],
  ])
  const percentages = textOf(page.subject('legend.percentages'))
  expect(percentages).toContain(say('availability.formula'))
  expect(percentages).toContain(say('legend.unknownWeight', { share: '25%' }))
})

it('gives values that two severities share to one of them alone', async () => {
  const severities = [
    ['A', 1],
    ['B', 50],
    ['C', 50],
  ].map(([displayName, value]) => buildSeverity({ displayName, value } as object))
  const page = await openLegend({ data: buildData({ severities }) })
  expect(page.rows('legend.severities').map(([name, values]) => [name, values])).toEqual([
    ['A', '1'],
    ['B', '2–50'],
    ['C', say('legend.sameValue')],
  ])
})

it('has the newest list of phases in its order, and the impact types with their descriptions', async () => {
  const impactTypes = [buildImpactType(), buildImpactType({ id: crypto.randomUUID(), displayName: 'Outage', description: '' })]
  const page = await openLegend({ data: buildData({ phases: [['Old'], ['Seen', 'Repaired', 'Closed']], impactTypes }) })
  expect(page.items('legend.phases')).toEqual(['Seen', 'Repaired', 'Closed'])
  expect(page.rows('legend.impactTypes')).toEqual([
    ['Slow responses', 'Requests take longer than usual.'],
    ['Outage', say('legend.noDescription')],
  ])
})

it('calls them as the configuration does, and says how the server does', async () => {
  const names = {
    severities: { Major: { label: 'Serious' } },
    phases: { Resolved: { en: 'Over' } },
    impactTypes: { 'Slow responses': 'Slowness' },
  }
  const page = await openLegend({ names })
  const server = (name: string) => say('legend.serverName', { name })
  expect(page.rows('legend.severities')[1]![0]).toBe(`Serious, ${server('Major')}`)
  expect(page.items('legend.phases')).toEqual(['Investigating', 'Working on it', `Over (${server('Resolved')})`])
  expect(page.rows('legend.impactTypes')[0]![0]).toBe(`Slowness (${server('Slow responses')})`)
})

it.each(['severities', 'phases', 'impactTypes'] as const)('makes nothing up where there are none: %s', async part => {
  const page = await openLegend({ data: buildData({ [part]: part === 'phases' ? [[]] : [] }) })
  expect(textOf(page.subject(`legend.${part}`))).toContain(say(`legend.${part}None`))
  expect(page.queryByTestId('failures')).toBeNull()
})

it.each([
  ['severities', 'severities'],
  ['phases', 'phases'],
  ['impactTypes', 'impacttypes'],
] as const)('and tells what could not be read, until it is: %s', async (part, path) => {
  const page = await openLegend({ first: [fails(path)] })
  const subject = () => textOf(page.subject(`legend.${part}`))
  expect(subject()).toContain(say(`legend.${part}Unread`))
  expect(subject()).not.toContain(say(`legend.${part}None`))
  const failures = page.getByTestId('failures')
  expect(textOf(failures)).toContain(say(`part.${part}`))
  expect(textOf(failures)).toContain(say('error.nothing'))
  serve()
  fireEvent.click(within(failures).getByRole('button', { name: say('app.retry') }))
  await settled(page)
  expect(subject()).not.toContain(say(`legend.${part}Unread`))
  expect(page.queryByTestId('failures')).toBeNull()
})

it('does not call it none where a part of what came could not be read', async () => {
  const data = [
    { displayName: 'Odd', value: 'high' },
    { displayName: 'Planned', value: 0 },
  ]
  const page = await openLegend({ first: [http.get(`${API_URL}/severities`, () => HttpResponse.json({ data }))] })
  expect(textOf(page.subject('legend.severities'))).toContain(say('legend.severitiesUnread'))
  expect(textOf(page.getByTestId('failures'))).toContain(say('error.dropped', { n: 1 }))
})

it('says nothing of what is awaited', async () => {
  const { handler, release } = holdBack('/impacttypes')
  serve({ first: [handler] })
  const around = await createSurroundings()
  const { element } = await renderPart(LegendPage, { ...around, url: '/legend' })
  await flushPromises()
  const subject = () => textOf(within(element).getByRole('region', { name: say('legend.impactTypes') }))
  expect(subject()).toBe(`${say('legend.impactTypes')}${say('legend.impactTypesText')}`)
  release()
  await settled(around)
  expect(subject()).toContain('Slow responses')
})

it('says which release the page is', async () => {
  const stamp = Object.assign(document.createElement('meta'), { name: 'generator', content: 'SCS Status 1.2.3 (0a1b2c3d4e)' })
  document.head.append(stamp)
  atEnd(() => stamp.remove())
  const { getByText } = await openLegend()
  expect(getByText('SCS Status 1.2.3 (0a1b2c3d4e)')).toBeDefined()
})
