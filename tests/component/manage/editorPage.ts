import { fireEvent, within } from '@testing-library/dom'
import { http } from 'msw'
import { h, nextTick } from 'vue'
import { RouterView } from 'vue-router'
import { beforeEach } from 'vitest'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import type { ConfigInput } from '@/config/schema'
import { say } from '../../support/browser/texts'
import { buildData, buildImpactType } from '../../support/builders'
import { API_URL } from '../../support/config'
import { createSurroundings, renderPart } from '../../support/mounted'
import { serve } from '../../support/server'
import { named, settled, textOf } from '../../support/status'

export const DOWN = buildImpactType({ id: uuidOf('Down'), displayName: 'Down' })
const data = (incidents: WireIncident[] = []) =>
  buildData({
    components: [named('Compute'), named('Storage'), named('Network')],
    impactTypes: [buildImpactType(), DOWN],
    incidents,
  })

interface Sent {
  readonly method: string
  readonly path: string
  readonly body: unknown
}
/** Every write that left, in order. */
export const sent: Sent[] = []
beforeEach(() => void sent.splice(0))

/** Lets every write through to the server, and remembers it. */
const recorder = http.all(`${API_URL}/*`, async ({ request }) => {
  if (request.method === 'GET') return
  const text = await request.clone().text()
  const path = request.url.slice(API_URL.length)
  sent.push({ method: request.method, path, body: text ? (JSON.parse(text) as unknown) : undefined })
})

interface Options {
  readonly url?: string
  readonly incidents?: WireIncident[]
  readonly config?: Partial<ConfigInput>
}
export async function render({ url = '/manage/new', incidents = [], config = {} }: Options = {}) {
  const demo = serve({ data: data(incidents), first: [recorder] })
  const around = await createSurroundings({ shortNoticeHours: 0, ...config })
  const rendered = await renderPart({ render: () => h('div', [h(RouterView)]) }, { ...around, operator: true, url })
  const wait = () => settled(around)
  await wait()
  const page = within(rendered.element)
  const field = (label: string, all = page) =>
    all.getByLabelText<HTMLInputElement>(new RegExp(`^${label}( |$)`), { selector: 'input, textarea' })
  return {
    ...rendered,
    ...around,
    demo,
    page,
    wait,
    field,
    type: async (label: string, value: string, all = page) => {
      fireEvent.input(field(label, all), { target: { value } })
      await nextTick()
    },
    press: async (name: string | RegExp, all: typeof page = page) => {
      fireEvent.click(all.getByRole('button', { name }))
      await wait()
    },
  }
}

export type Editor = Awaited<ReturnType<typeof render>>
export const publish = ({ press }: Editor, kind: 'incident' | 'maintenance' = 'incident') =>
  press(say(`manage.report.publish.${kind}`))
export const accept = ({ press }: Editor) => press(say('manage.warnings.publish'))
export const save = ({ press }: Editor) => press(say('manage.editor.save'))
export const text = ({ element }: Editor) => textOf(element)

/** Adds components to the matrix. */
export async function add({ page, press }: Editor, ...names: string[]) {
  for (const name of names) {
    fireEvent.click(page.getByRole('checkbox', { name }))
    await nextTick()
  }
  await press(say('manage.field.addTicked', { n: names.length }))
}
/** Chooses the option of a select by what it says. */
export async function choose(select: HTMLElement, option: string, { wait }: Editor) {
  const found = [...(select as HTMLSelectElement).options].find(({ text: words }) => words === option)
  fireEvent.change(select, { target: { value: found!.value } })
  await wait()
}
export const severityOf = ({ page }: Editor, name: string, nth = 0) =>
  page.getAllByRole('combobox', { name: say('manage.field.severityOf', { name }) })[nth]!
export const typeOf = ({ page }: Editor, name: string, nth = 0) =>
  page.getAllByRole('combobox', { name: say('manage.field.typeOf', { name }) })[nth]!
export const SLOW = buildImpactType().id
export const BEGINS = say('incident.begins')
export const ENDS = say('incident.ends')
export const TITLE = say('manage.fieldName.title')
export const TEXT = say('manage.fieldName.description')
