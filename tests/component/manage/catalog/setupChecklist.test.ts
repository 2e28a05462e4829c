import { screen, within } from '@testing-library/dom'
import { expect, it } from 'vitest'
import { noData } from '@/demo/data'
import { buildData } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { textOf } from '../../../support/status'
import { renderCatalogPage } from './scalesPage'

const PARTS = ['severities', 'topSeverity', 'impactTypes', 'phases', 'firstPhases', 'components'] as const
const checklist = () => screen.getByRole('region', { name: say('manage.setup.title') })

/** What is said of each part. */
const said = () => within(checklist()).getAllByRole('listitem').map(textOf)
const is = (part: (typeof PARTS)[number], state: 'there' | 'missing') =>
  expect.stringContaining(`${say(`manage.setup.part.${part}`)}: ${say(`manage.setup.state.${state}`)}`) as string

it('is not there once everything is', async () => {
  const config = { firstPhase: { incident: 'Investigating', maintenance: 'Working on it' } }
  const { element } = await renderCatalogPage('/manage', buildData(), config)
  expect(element.textContent).not.toContain(say('manage.setup.title'))
})

it('says where nobody knows which phase an outage begins with', async () => {
  await renderCatalogPage('/manage', buildData(), { firstPhase: { incident: 'Analysing', maintenance: 'Resolved' } })
  expect(said()).toContainEqual(is('firstPhases', 'missing'))
})

it('ticks what is there and leads to the rest', async () => {
  await renderCatalogPage('/manage', buildData({ components: [], severities: [] }), { firstPhase: {} })
  expect(said()).toEqual([
    is('severities', 'missing'),
    is('topSeverity', 'missing'),
    is('impactTypes', 'there'),
    is('phases', 'there'),
    is('firstPhases', 'missing'),
    is('components', 'missing'),
  ])
  const links = within(checklist())
    .getAllByRole('link')
    .map(link => link.getAttribute('href')!.replace(/^.*(?=\/manage)/, ''))
  expect(links).toEqual([
    '/manage/severities',
    '/manage/severities',
    '/manage/impact-types',
    '/manage/phases',
    '/manage/phases',
    '/manage/components',
    '/manage/provisioning',
  ])
})

it('is all open on a server with nothing at all', async () => {
  await renderCatalogPage('/manage', noData())
  expect(said()).toEqual(PARTS.map(part => is(part, 'missing')))
})
