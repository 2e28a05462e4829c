import { fireEvent, screen, within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import BulkLabelDialog from '@/features/catalog/BulkLabelDialog.vue'
import ComponentDialog from '@/features/catalog/ComponentDialog.vue'
import ImpactTypeDialog from '@/features/catalog/ImpactTypeDialog.vue'
import { uuidOf } from '@/demo/uuid'
import { say } from '../../../support/browser/texts'
import { buildComponent } from '../../../support/builders'
import { choose } from '../../../support/choose'
import { API_URL } from '../../../support/config'
import { dialogText } from '../../../support/dialog'
import type { Surroundings } from '../../../support/mounted'
import { answerFirst, takeRequests } from '../../../support/server'
import { type } from '../../../support/type'
import { buildCase, COMPUTE, press, renderManaged, settle, VOLUMES } from '../incident/support'
import { renderCatalogPage } from './scalesPage'

const emits = ['close', 'done']
const openComponent = (id: string | null) =>
  renderManaged(
    ComponentDialog,
    ({ store }: Surroundings) => ({ component: store.components.find(one => one.id === id) ?? null }),
    { data: buildCase(), emits },
  )
const openBulk = () =>
  renderManaged(BulkLabelDialog, ({ store }: Surroundings) => ({ components: store.components }), { data: buildCase(), emits })
const save = () => press(say('manage.catalog.save'))
const label = (what: 'keyOf' | 'valueOf', n: number) => say(`manage.components.${what}`, { n: String(n) })

describe('editing a component', () => {
  it('sends what changed and nothing else', async () => {
    const { writes, events } = await openComponent(VOLUMES)
    await type(say('manage.fieldName.name'), 'Block storage')
    await save()
    expect(writes).toEqual([[`PATCH /components/${VOLUMES}`, { displayName: 'Block storage' }]])
    expect(events).toEqual([['done']])
  })

  it('sends nothing where nothing changed', async () => {
    const { writes } = await openComponent(VOLUMES)
    await type(say('manage.fieldName.name'), 'Volumes ')
    await save()
    expect(dialogText()).toContain(say('manage.save.nothing'))
    expect(writes).toEqual([])
  })

  it('keeps a label that someone else wrote beside it', async () => {
    const { writes, demo } = await openComponent(VOLUMES)
    demo.write(data => (data.components[1]!.labels = { region: 'south', team: 'blue' }))
    await type(label('valueOf', 1), 'north')
    await save()
    expect(writes).toEqual([[`PATCH /components/${VOLUMES}`, { labels: { region: 'north', team: 'blue' } }]])
  })

  it('asks about a label that both changed', async () => {
    const { writes, demo } = await openComponent(VOLUMES)
    demo.write(data => (data.components[1]!.labels = { region: 'west' }))
    await type(label('valueOf', 1), 'north')
    await save()
    expect(writes).toEqual([])
    await choose(say('manage.components.labelName', { key: 'region' }), say('manage.conflict.mine'))
    await press(say('manage.conflict.send'))
    expect(writes).toEqual([[`PATCH /components/${VOLUMES}`, { labels: { region: 'north' } }]])
  })

  it('stops at a missing name and at a key that stands there twice, and warns of a repeated name', async () => {
    const { writes } = await openComponent(VOLUMES)
    await type(say('manage.fieldName.name'), '')
    expect(dialogText()).toContain(say('manage.catalog.problem.nameMissing'))
    await type(say('manage.fieldName.name'), 'compute')
    expect(dialogText()).toContain(say('manage.catalog.problem.nameRepeated'))
    await press(say('manage.components.addLabel'))
    await type(label('keyOf', 2), 'region')
    expect(dialogText()).toContain(say('manage.catalog.problem.labelKeyRepeated'))
    await save()
    expect(writes).toEqual([])
  })
})

describe('a new component', () => {
  async function open(answer: () => Response) {
    const page = await openComponent(null)
    answerFirst(http.post(`${API_URL}/components`, answer, { once: true }))
    takeRequests()
    await type(say('manage.fieldName.name'), 'Network')
    return page
  }
  const create = () => press(say('manage.components.create'))
  const lose = () => new HttpResponse(null, { status: 504 })

  it('whose answer was lost is looked up among those that the page has read', async () => {
    const { demo, events } = await open(() => {
      demo.write(data => data.components.push(buildComponent({ id: uuidOf('network'), displayName: 'Network' })))
      return lose()
    })
    await create()
    expect(takeRequests()).toEqual(['POST /components', 'GET /components', `GET /components/${uuidOf('network')}`])
    expect(events).toEqual([['done']])
  })

  it('whose answer was lost and that is not there is sent again on the word', async () => {
    const { writes, events } = await open(lose)
    await create()
    expect(dialogText()).toContain(say('manage.operation.notFound.create'))
    await press(say('manage.operation.sendAgain'))
    // The first one was answered before it could be noted.
    expect(writes).toEqual([['POST /components', { displayName: 'Network' }]])
    expect(events).toEqual([['done']])
  })
})

describe('labels of several components', () => {
  it('are written where they change; after a failure only the rest is sent', async () => {
    const { writes, events } = await openBulk()
    let fails = true
    answerFirst(
      http.patch(`${API_URL}/components/${VOLUMES}`, () => {
        if (fails) return HttpResponse.json({ message: 'no' }, { status: 400 })
      }),
    )
    await type(say('manage.components.key'), 'tier')
    await type(say('manage.components.value'), '1')
    await save()
    expect(dialogText()).toContain(say('manage.operation.notSaved.change'))
    fails = false
    await press(say('manage.operation.retry'))
    expect(events).toEqual([['done']])
    const calls = writes.map(([call]) => call)
    expect(calls.filter(call => call.includes(COMPUTE))).toHaveLength(1)
    expect(writes.at(-1)).toEqual([`PATCH /components/${VOLUMES}`, { labels: { region: 'south', tier: '1' } }])
  })

  it('of hundreds take one list before, one write each, and one list after', async () => {
    const data = buildCase()
    const extra = Array.from({ length: 215 }, (_, n) => buildComponent({ id: uuidOf(`extra ${n}`), displayName: `Extra ${n}` }))
    data.components.push(...extra)
    const { writes, events } = await renderManaged(
      BulkLabelDialog,
      ({ store }: Surroundings) => ({ components: store.components }),
      { data, emits },
    )
    const reads: string[] = []
    answerFirst(http.get(`${API_URL}/*`, ({ request }) => void reads.push(request.url.slice(API_URL.length))))
    await type(say('manage.components.key'), 'tier')
    await type(say('manage.components.value'), '1')
    await save()
    await vi.waitFor(() => expect(events).toEqual([['done']]), { timeout: 10_000 })
    expect(writes).toHaveLength(217)
    expect(reads).toEqual(['/components', '/components'])
  })

  it('are not written where someone else has written the same in between', async () => {
    const { writes, events, demo } = await openBulk()
    await type(say('manage.components.key'), 'tier')
    await type(say('manage.components.value'), '1')
    demo.write(data => (data.components[0]!.labels = { ...data.components[0]!.labels, tier: '1' }))
    await save()
    expect(writes).toEqual([[`PATCH /components/${VOLUMES}`, { labels: { region: 'south', tier: '1' } }]])
    expect(events).toEqual([['done']])
  })
})

describe('the label that orders components, of several', () => {
  const ORDERED = buildCase()
  ORDERED.components[0]!.labels = { order: '10' }
  async function open() {
    const page = await renderCatalogPage('/manage/components', ORDERED, { components: { orderLabel: 'order' } })
    fireEvent.click(screen.getByRole('checkbox', { name: say('manage.components.tickAll', { n: 2 }) }))
    await settle()
    await press(say('manage.components.bulk'))
    await type(say('manage.components.key'), 'order')
    return page
  }
  const problem = say('manage.catalog.problem.orderInvalid')

  it('is asked about once where its value is no number', async () => {
    const { writes } = await open()
    await type(say('manage.components.value'), 'first')
    expect(dialogText()).toContain(problem)
    await save()
    expect(writes).toEqual([])
    await press(say('manage.warnings.publish'))
    expect(writes.map(([, body]) => body)).toEqual([
      { labels: { order: 'first' } },
      { labels: { region: 'south', order: 'first' } },
    ])
  })

  it('may be a number, and is removed without a question', async () => {
    const { writes } = await open()
    await type(say('manage.components.value'), '10')
    expect(dialogText()).not.toContain(problem)
    await choose(say('manage.components.action'), say('manage.components.bulkAction.remove'))
    await save()
    expect(writes.map(([, body]) => body)).toEqual([{ labels: {} }])
  })
})

describe('the order of components', () => {
  const ORDERED = buildCase()
  const rows = () => within(screen.getByRole('region', { name: say('manage.components.order') })).getAllByRole('listitem')
  const names = () => rows().map(row => ['Compute', 'Volumes'].find(name => within(row).queryByText(name)))
  async function open() {
    const page = await renderCatalogPage('/manage/components', ORDERED, { components: { orderLabel: 'order' } })
    await press(say('manage.components.order'))
    return page
  }

  it('is changed with Alt and arrows, spoken, and sent as the numbers that change', async () => {
    const { writes, element } = await open()
    expect(names()).toEqual(['Compute', 'Volumes'])
    const up = screen.getByRole('button', { name: say('manage.components.up', { name: 'Volumes' }) })
    up.focus()
    fireEvent.keyDown(up, { key: 'ArrowUp', altKey: true })
    await settle()
    expect(names()).toEqual(['Volumes', 'Compute'])
    expect(element.textContent).toContain(say('manage.components.place', { name: 'Volumes', place: 1, total: 2 }))
    expect(rows()[0]!.contains(document.activeElement)).toBe(true)
    await press(say('manage.components.orderSave'))
    expect(writes).toEqual([[`PATCH /components/${VOLUMES}`, { labels: { region: 'south', order: '10' } }]])
    await settle()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: say('manage.components.order') }))
  })

  it('is sent by Ctrl+Enter, and nothing moves while it waits for a word', async () => {
    const { writes } = await open()
    answerFirst(http.patch(`${API_URL}/components/:id`, () => HttpResponse.json({}, { status: 403 }), { once: true }))
    const up = screen.getByRole('button', { name: say('manage.components.up', { name: 'Volumes' }) })
    fireEvent.keyDown(up, { key: 'ArrowUp', altKey: true })
    await settle()
    fireEvent.keyDown(document.activeElement!, { key: 'Enter', ctrlKey: true })
    await settle()
    await press(say('manage.components.up', { name: 'Compute' }))
    // The steps of what failed are listed below the rows.
    expect(names().slice(0, 2)).toEqual(['Volumes', 'Compute'])
    await press(say('manage.operation.retry'))
    expect(writes).toEqual([[`PATCH /components/${VOLUMES}`, { labels: { region: 'south', order: '10' } }]])
  })
})

describe('an impact type', () => {
  it('is made with what is given only', async () => {
    const { writes } = await renderManaged(ImpactTypeDialog, () => ({ type: null }), { data: buildCase(), emits })
    await type(say('manage.fieldName.name'), ' No connection ')
    await press(say('manage.impactTypes.create'))
    expect(writes).toEqual([['POST /impacttypes', { displayName: 'No connection' }]])
  })
})
