import { expect, it } from 'vitest'
import { noData } from '@/demo/data'
import { buildData } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { renderCatalogPage } from './scalesPage'

const states = (element: HTMLElement) =>
  Object.fromEntries([...element.querySelectorAll('li[data-part]')].map(row => [row.getAttribute('data-part'), row.className]))

it('is not there once everything is', async () => {
  const { element } = await renderCatalogPage('/manage', buildData())
  expect(element.textContent).not.toContain(say('manage.setup.title'))
})

it('ticks what is there and leads to the rest', async () => {
  const { element } = await renderCatalogPage('/manage', buildData({ components: [], severities: [] }))
  expect(states(element)).toEqual({
    severities: 'missing',
    topSeverity: 'missing',
    impactTypes: 'there',
    phases: 'there',
    components: 'missing',
  })
  const links = [...element.querySelectorAll('section[aria-labelledby=setup-title] a')].map(link =>
    link.getAttribute('href')!.replace(/^.*(?=\/manage)/, ''),
  )
  expect(links).toEqual([
    '/manage/severities',
    '/manage/severities',
    '/manage/impact-types',
    '/manage/phases',
    '/manage/components',
    '/manage/provisioning',
  ])
})

it('is all open on a server with nothing at all', async () => {
  const { element } = await renderCatalogPage('/manage', noData())
  expect(new Set(Object.values(states(element)))).toEqual(new Set(['missing']))
})
