import { screen, within } from '@testing-library/dom'
import { expect, it, vi } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { affectedTitle } from '../support/browser/affected'
import { say } from '../support/browser/texts'
import { buildData } from '../support/builders'
import { choose } from '../support/choose'
import { renderPage } from '../support/page'
import { impactOn, named, ongoing, textOf } from '../support/status'

const config = {
  severities: { Major: { label: { en: 'Down', de: 'Ausgefallen' } } },
  phases: { Investigating: { en: 'Looking into it' } },
  impactTypes: { 'Slow responses': 'Slowness' },
  labels: { region: { label: 'Area', values: { north: 'Up North' } } },
  components: { groupBy: 'region' },
}
const incident = ongoing([impactOn('Compute', 50)], { id: uuidOf('one'), displayName: 'Slow volumes' })
const data = () =>
  buildData({ components: [named('Compute', { region: 'north' }), named('Loose')], incidents: [structuredClone(incident)] })
/** What the configuration calls otherwise. */
const SERVERS = /\b(Major|Investigating|Slow responses|region|north)\b/

it('the status page tells severities, phases and labels by their configured names', async () => {
  await renderPage({ data: data(), config })
  await screen.findByRole('heading', { level: 1, name: affectedTitle(['Compute', 'Down']) })
  await screen.findByRole('heading', { name: 'Slow volumes' })
  await screen.findByRole('combobox', { name: say('components.state') })
  const main = textOf(screen.getByRole('main'))
  for (const words of ['Down', 'Looking into it', 'Up North']) expect(main).toContain(words)
  expect(main).not.toMatch(SERVERS)
})

it('components are found by what their labels are called', async () => {
  await renderPage({ data: data(), config, url: '/?q=up%20north' })
  await screen.findByRole('heading', { name: 'Compute' })
  expect(screen.queryByRole('heading', { name: 'Loose' })).toBeNull()
})

it('the page of an incident does, and its types', async () => {
  await renderPage({ data: data(), config, url: `/incidents/${incident.id}` })
  const table = await screen.findByRole('table')
  expect(textOf(table)).toContain('Slowness')
  const main = textOf(screen.getByRole('main'))
  for (const words of ['Down', 'Looking into it']) expect(main).toContain(words)
  expect(main).not.toMatch(SERVERS)
})

it.each([
  ['incident.severity', 'Down', { severity: 'band:Major' }],
  ['incident.type', 'Slowness', { type: incident.affects![0]!.type }],
  ['components.label', 'Up North', { label: 'region:north' }],
] as const)('the history is filtered by them, and addresses keep the names of the server: %s', async (field, option, query) => {
  const { app } = await renderPage({ data: data(), config, url: '/history' })
  await screen.findByRole('link', { name: 'Slow volumes' })
  await choose(say(field), option)
  const { $router } = app.config.globalProperties
  await vi.waitFor(() => expect($router.currentRoute.value.query).toEqual(query))
  expect(within(screen.getByRole('main')).getByRole('link', { name: 'Slow volumes' })).toBeDefined()
})
