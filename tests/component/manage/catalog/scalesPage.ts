import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { http } from 'msw'
import { h } from 'vue'
import { RouterView } from 'vue-router'
import type { DemoData } from '@/demo/data'
import { atEnd } from '../../../support/cleanup'
import { API_URL } from '../../../support/config'
import { createSurroundings, renderPart } from '../../../support/mounted'
import { serve } from '../../../support/server'
import { settled } from '../../../support/status'
import { settle, type Write } from '../incident/support'

/** A page of the catalog in the routes of operators, over a demo server that nobody needs to log in to. */
export async function renderCatalogPage(url: string, data: DemoData, config: Parameters<typeof createSurroundings>[0] = {}) {
  const writes: Write[] = []
  const demo = serve({
    data,
    first: [
      http.all(`${API_URL}/*`, async ({ request }) => {
        if (request.method === 'GET') return
        const text = await request.clone().text()
        writes.push([`${request.method} ${request.url.slice(API_URL.length)}`, ...(text ? [JSON.parse(text)] : [])] as Write)
      }),
    ],
  })
  const around = await createSurroundings({ auth: { mode: 'none' }, ...config })
  atEnd(() => localStorage.clear())
  const overlays = document.createElement('div')
  overlays.id = 'overlays'
  if (!document.querySelector('#overlays')) document.body.append(overlays)
  const rendered = await renderPart({ render: () => h('div', [h(RouterView)]) }, { ...around, operator: true, url })
  await settle()
  await settled(around)
  return { ...around, ...rendered, demo, writes }
}

/** What a dialog or the page says, with single spaces. */
export const said = (selector = 'dialog') => [...document.querySelectorAll(selector)].map(textOf).join(' ')
const textOf = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim()

/** The bands of a drawn scale as "name range". */
export const bandsIn = (within: ParentNode = document) =>
  [...within.querySelectorAll('tr[data-band]')].map(row => {
    const [name, range] = [row.querySelector('.word'), row.querySelector('td.values')!.firstChild]
    return `${name!.textContent} ${range!.textContent!.trim()}`
  })

export async function typeInto(field: HTMLElement, text: string) {
  fireEvent.input(field, { target: { value: text } })
  await flushPromises()
}
