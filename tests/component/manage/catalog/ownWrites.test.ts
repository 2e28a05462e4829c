import { http } from 'msw'
import { describe, expect, it } from 'vitest'
import { buildData } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { atEnd } from '../../../support/cleanup'
import { API_URL } from '../../../support/config'
import { dialogText, theDialog } from '../../../support/dialog'
import { answerFirst, holdBack } from '../../../support/server'
import { type } from '../../../support/type'
import { buildCase, press, VOLUMES } from '../incident/support'
import { renderCatalogPage } from './scalesPage'

/** Opens an entry, changes a field of it and saves, while the list of the page stays as it was read first. */
async function openPage(url: string, list: string, data = buildCase()) {
  const page = await renderCatalogPage(url, data)
  answerFirst(holdBack(list).handler)
  return page
}
async function change(button: string, field: string, text: string, save = say('manage.catalog.save')) {
  await press(button)
  await type(field, text, theDialog())
  await press(save)
}

describe('what this tab wrote a moment ago is no change by someone else', () => {
  const rename = (text: string) =>
    change(say('manage.components.editName', { name: 'Volumes' }), say('manage.fieldName.name'), text)
  const relabel = (text: string) =>
    change(say('manage.components.editName', { name: 'Volumes' }), say('manage.components.valueOf', { n: '1' }), text)

  it('where a component is renamed twice from the same list', async () => {
    const { writes } = await openPage('/manage/components', '/components')
    await rename('Disks')
    await rename('Block storage')
    expect(writes).toEqual(['Disks', 'Block storage'].map(displayName => [`PATCH /components/${VOLUMES}`, { displayName }]))
  })

  it('where a label is written twice, and what someone else wrote beside it stays', async () => {
    const { writes, demo } = await openPage('/manage/components', '/components')
    await relabel('north')
    demo.write(data => (data.components[1]!.labels = { region: 'north', team: 'blue' }))
    await relabel('west')
    expect(writes.map(([, body]) => body)).toEqual([
      { labels: { region: 'north' } },
      { labels: { region: 'west', team: 'blue' } },
    ])
  })

  it('but what someone else wrote since is asked about', async () => {
    const { writes, demo } = await openPage('/manage/components', '/components')
    await rename('Disks')
    demo.write(data => (data.components[1]!.displayName = 'Cinder'))
    await rename('Block storage')
    expect(dialogText()).toContain('Cinder')
    expect(writes).toHaveLength(1)
  })

  it('where a component is deleted after it was renamed', async () => {
    const { writes } = await openPage('/manage/components', '/components')
    await rename('Disks')
    await press(say('manage.catalog.step.delete', { name: 'Volumes' }))
    await press(say('manage.delete.confirm'))
    await press(say('manage.operation.sendNow'))
    expect(writes.at(-1)).toEqual([`DELETE /components/${VOLUMES}`])
  })

  it('where an impact type is renamed twice', async () => {
    const { writes } = await openPage('/manage/impact-types', '/impacttypes')
    const edit = say('manage.impactTypes.editName', { name: 'Slow responses' })
    await change(edit, say('manage.fieldName.name'), 'Slow')
    await change(edit, say('manage.fieldName.name'), 'Late')
    expect(writes.map(([, body]) => body)).toEqual([{ displayName: 'Slow' }, { displayName: 'Late' }])
  })

  it('where the value of a severity is changed twice', async () => {
    const { writes } = await renderCatalogPage('/manage/severities', buildData())
    let release: () => void = () => undefined
    const released = new Promise<undefined>(resolve => (release = () => resolve(undefined)))
    atEnd(release)
    const handler = http.get(`${API_URL}/severities`, () => released, { once: true })
    // Severities are read before each write as well: only the page, which reads them after the first one, has to wait.
    answerFirst(http.patch(`${API_URL}/severities/:name`, () => answerFirst(handler), { once: true }))
    const edit = (value: string) =>
      change(
        say('manage.severities.editName', { name: 'Major' }),
        say('manage.severities.value'),
        value,
        say('manage.severities.save'),
      )
    await edit('60')
    await edit('55')
    expect(writes.map(([, body]) => body)).toEqual([{ value: 60 }, { value: 55 }])
  })
})
