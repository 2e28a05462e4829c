import { fireEvent, within } from '@testing-library/dom'
import type { HttpHandler } from 'msw'
import { h, nextTick } from 'vue'
import { RouterView } from 'vue-router'
import type { StoredComponent, WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import type { ConfigInput } from '@/config/schema'
import { say } from '../../support/browser/texts'
import { buildData, buildImpactType } from '../../support/builders'
import { createSurroundings, renderPart } from '../../support/mounted'
import { serve } from '../../support/server'
import { named, settled, textOf } from '../../support/status'
import { recordWrites } from '../../support/writes'

export const DOWN = buildImpactType({ id: uuidOf('Down'), displayName: 'Down' })
const usual = [named('Compute'), named('Storage'), named('Network')]
const data = (incidents: WireIncident[], components: StoredComponent[]) =>
  buildData({
    components,
    impactTypes: [buildImpactType(), DOWN],
    incidents,
  })

interface Options {
  readonly url?: string
  readonly incidents?: WireIncident[]
  readonly components?: StoredComponent[]
  readonly config?: Partial<ConfigInput>
  /** What answers before the demo server does. */
  readonly first?: HttpHandler[]
}
export async function render({ url = '/manage/new', incidents = [], components = usual, config = {}, first = [] }: Options = {}) {
  const { writes, recorder } = recordWrites()
  const demo = serve({ data: data(incidents, components), first: [recorder, ...first] })
  const around = await createSurroundings({
    shortNoticeHours: 0,
    firstPhase: { incident: 'Investigating', maintenance: 'Investigating' },
    ...config,
  })
  const rendered = await renderPart({ render: () => h('div', [h(RouterView)]) }, { ...around, operator: true, url })
  const wait = () => settled(around)
  await wait()
  return {
    ...rendered,
    ...around,
    demo,
    writes,
    page: within(rendered.element),
    wait,
    press: async (name: string | RegExp, inside = rendered.element) => {
      fireEvent.click(within(inside).getByRole('button', { name }))
      await wait()
    },
  }
}

export type Editor = Awaited<ReturnType<typeof render>>
export const publish = ({ press }: Editor, kind: 'incident' | 'maintenance' = 'incident') =>
  press(say(`manage.report.publish.${kind}`))
export const accept = ({ press }: Editor) => press(say('manage.warnings.publish'))
export const save = ({ press }: Editor) => press(say('manage.editor.save'))
/** Sends from a field; returns whether the browser would do something of its own besides. */
export async function sendByKey({ wait }: Editor, field: HTMLElement): Promise<boolean> {
  const isLeft = fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
  await wait()
  return isLeft
}
export const text = ({ element }: Editor) => textOf(element)

/** Adds components to the matrix. */
export async function add({ page, press }: Editor, ...names: string[]) {
  for (const name of names) {
    fireEvent.click(page.getByRole('checkbox', { name }))
    await nextTick()
  }
  await press(say('manage.field.addTicked', { n: names.length }))
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
