import { fireEvent, screen, within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { buildComponent, buildData } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { API_URL } from '../../../support/config'
import { dialogText, theDialog } from '../../../support/dialog'
import { answerFirst, holdBack } from '../../../support/server'
import { fieldOf, type } from '../../../support/type'
import { buildCase, COMPUTE, press, settle, VOLUMES } from '../incident/support'
import { renderCatalogPage } from './scalesPage'

const open = (data = buildCase()) => renderCatalogPage('/manage/components', data)
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => buildComponent({ id: uuidOf(`part ${n}`), displayName: `Part ${n}` }))
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: say('manage.field.tickRow', { name }) })
const all = (n: number) => screen.getByRole<HTMLInputElement>('checkbox', { name: say('manage.components.tickAll', { n }) })
const bar = () => screen.queryByRole('group', { name: say('manage.board.ticked') })
async function tick(one: HTMLElement) {
  fireEvent.click(one)
  await settle()
}
/** What is asked for from now on. */
function watchReads() {
  const reads: string[] = []
  answerFirst(http.get(`${API_URL}/*`, ({ request }) => void reads.push(request.url.slice(API_URL.length))))
  return reads
}

describe('rows', () => {
  it('are ticked one by one or all, and what is ticked has a bar', async () => {
    await open()
    expect(bar()).toBeNull()
    await tick(box('Volumes'))
    expect(within(bar()!).getByRole('status').textContent).toBe(say('manage.field.ticked', { n: 1 }))
    expect([all(2).checked, all(2).indeterminate]).toEqual([false, true])
    await tick(all(2))
    expect([box('Compute').checked, box('Volumes').checked, all(2).checked]).toEqual([true, true, true])
    await press(say('manage.field.clearAll'))
    expect(bar()).toBeNull()
    expect(document.activeElement).toBe(all(2))
  })

  it('stay ticked while a search hides them', async () => {
    await open()
    await tick(box('Volumes'))
    await type(say('components.search'), 'comp')
    expect(screen.queryByRole('checkbox', { name: say('manage.field.tickRow', { name: 'Volumes' }) })).toBeNull()
    expect(bar()).not.toBeNull()
    await type(say('components.search'), '')
    expect(box('Volumes').checked).toBe(true)
  })
})

describe('several components', () => {
  const begin = async (count: number) => {
    const page = await open(buildData({ components: many(count) }))
    await tick(all(count))
    await press(say('manage.components.bulkDelete'))
    return page
  }
  const deletes = (writes: readonly unknown[][]) => writes.filter(([call]) => String(call).startsWith('DELETE'))

  it('are deleted with one list before, a write each, and one list after', async () => {
    const { writes } = await begin(12)
    const reads = watchReads()
    await press(say('manage.delete.confirm'))
    expect(writes).toEqual([])
    await press(say('manage.operation.sendNow'))
    await settle()
    expect(deletes(writes)).toHaveLength(12)
    // What comes after is the page, which reads itself anew.
    expect(reads.slice(0, 2)).toEqual(['/components', '/components'])
    expect(reads.filter(read => read.startsWith('/components/'))).toEqual([])
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).not.toBe(document.body)
  })

  it('are shown anew where someone else changed one in between, and only what is left is deleted', async () => {
    const { writes, demo } = await begin(3)
    demo.write(data => {
      data.components.splice(1, 1)
    })
    await press(say('manage.delete.confirm'))
    expect(dialogText()).toContain(say('manage.fresh.title'))
    expect(writes).toEqual([])
    await press(say('manage.delete.confirm'))
    await press(say('manage.operation.sendNow'))
    await settle()
    expect(deletes(writes).map(([call]) => call)).toEqual(['part 0', 'part 2'].map(name => `DELETE /components/${uuidOf(name)}`))
  })

  it('are deleted although the list cannot be read before, and the outcome says so', async () => {
    const { writes, element } = await begin(2)
    answerFirst(http.get(`${API_URL}/components`, () => HttpResponse.json({ message: 'no' }, { status: 503 }), { once: true }))
    await press(say('manage.delete.confirm'))
    await press(say('manage.operation.sendNow'))
    await settle()
    expect(deletes(writes)).toHaveLength(2)
    expect(element.textContent).toContain(say('manage.operation.blind'))
  })

  it('that the server says to have deleted, and still lists, are told', async () => {
    const { element } = await begin(2)
    answerFirst(http.delete(`${API_URL}/components/${uuidOf('part 1')}`, () => new HttpResponse(null, { status: 204 })))
    await press(say('manage.delete.confirm'))
    await press(say('manage.operation.sendNow'))
    await settle()
    const kept = say('manage.operation.ignored', { fields: say('manage.delete.confirm') })
    expect(element.textContent.split(kept)).toHaveLength(2)
    expect(element.textContent).toContain(`${say('manage.catalog.step.delete', { name: 'Part 1' })}: ${kept}`)
  })

  it('stop at a refusal; what is given up then is what is left', async () => {
    await begin(3)
    answerFirst(
      http.delete(`${API_URL}/components/${uuidOf('part 1')}`, () => HttpResponse.json({ message: 'in use' }, { status: 409 })),
    )
    await press(say('manage.delete.confirm'))
    await press(say('manage.operation.sendNow'))
    await settle()
    expect(dialogText()).toContain(say('manage.catalog.refused'))
    await press(say('manage.operation.giveUp'))
    expect(
      within(theDialog())
        .getAllByRole('listitem')
        .map(row => row.textContent.trim()),
    ).toContain('Part 1')
    expect(dialogText()).not.toContain('Part 0')
  })
})

describe('a name', () => {
  const rename = (name: string) => press(say('manage.components.rename', { name }))
  const field = () => fieldOf(say('manage.fieldName.name'))
  async function enter() {
    fireEvent.submit(field().form!)
    await settle()
  }

  it('is changed in its row, with the smallest write, and the keyboard stays there', async () => {
    const { writes } = await open()
    await rename('Volumes')
    expect(field().value).toBe('Volumes')
    await type(field(), 'Block storage')
    await enter()
    expect(writes).toEqual([[`PATCH /components/${VOLUMES}`, { displayName: 'Block storage' }]])
    await settle()
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: say('manage.components.rename', { name: 'Block storage' }) }),
    )
  })

  it('is left as it was by Escape, and by Enter where nothing changed', async () => {
    const { writes } = await open()
    await rename('Volumes')
    await type(field(), 'Other')
    fireEvent.keyDown(field(), { key: 'Escape' })
    await settle()
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: say('manage.components.rename', { name: 'Volumes' }) }),
    )
    await rename('Volumes')
    await enter()
    expect(writes).toEqual([])
    expect(screen.queryByRole('textbox', { name: say('manage.fieldName.name') })).toBeNull()
  })

  it('that another one has is asked about once, and none is refused', async () => {
    const { writes } = await open()
    await rename('Volumes')
    await type(field(), ' ')
    await enter()
    expect(screen.getByText(say('manage.catalog.problem.nameMissing'))).toBeDefined()
    await type(field(), 'compute')
    await enter()
    expect(writes).toEqual([])
    expect(screen.getByText(say('manage.catalog.problem.nameRepeated'))).toBeDefined()
    const { handler, release } = holdBack(`/components/${VOLUMES}`)
    answerFirst(handler)
    screen.getByRole('button', { name: say('manage.warnings.publish') }).focus()
    await press(say('manage.warnings.publish'))
    // The button is gone with its question, and the name is not written yet.
    expect(document.activeElement).toBe(field())
    release()
    await settle()
    expect(writes).toEqual([[`PATCH /components/${VOLUMES}`, { displayName: 'compute' }]])
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: say('manage.components.rename', { name: 'compute' }) }),
    )
  })

  it('keeps the keyboard in its row where the question takes the place of the button that raised it', async () => {
    await open()
    await rename('Volumes')
    await type(field(), 'compute')
    screen.getByRole('button', { name: say('manage.catalog.save') }).focus()
    await enter()
    expect(screen.queryByRole('button', { name: say('manage.catalog.save') })).toBeNull()
    expect(document.activeElement).toBe(field())
  })

  it('that someone else changed too is decided by the operator', async () => {
    const { writes, demo } = await open()
    await rename('Volumes')
    demo.write(data => (data.components[1]!.displayName = 'Disks'))
    await type(field(), 'Block storage')
    await enter()
    expect(dialogText()).toContain('Disks')
    expect(writes).toEqual([])
    fireEvent.click(within(theDialog()).getByRole('radio', { name: say('manage.conflict.mine') }))
    await press(say('manage.conflict.send'))
    expect(writes).toEqual([[`PATCH /components/${VOLUMES}`, { displayName: 'Block storage' }]])
  })
})

it('rows of hundreds are drawn near the screen only', async () => {
  await open(buildData({ components: many(250) }))
  expect(screen.getAllByRole('row').length).toBeLessThan(150)
  expect(COMPUTE).toBeDefined()
})
