import { screen } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import ProvisioningExport from '@/features/manage/catalog/ProvisioningExport.vue'
import ProvisioningImport from '@/features/manage/catalog/ProvisioningImport.vue'
import { buildComponent, buildData } from '../../../support/builders'
import { API_URL } from '../../../support/config'
import { answerFirst, takeRequests } from '../../../support/server'
import { press, renderManaged, settle } from '../incident/support'

const data = () =>
  buildData({ components: [buildComponent({ displayName: 'Compute', labels: { az: '1' } })], severities: [], phases: [] })
const open = () => renderManaged(ProvisioningImport, () => ({}), { data: data() })

async function compare(text: string) {
  const field = screen.getByLabelText<HTMLTextAreaElement>('Content of provisioning.yaml')
  field.value = text
  field.dispatchEvent(new Event('input'))
  await flushPromises()
  await press('Compare with the server')
  await settle()
}
const says = () => document.body.textContent.replace(/\s+/g, ' ')

describe('an import', () => {
  it('sends what is ticked only, in the order in which a server is set up', async () => {
    const { writes } = await open()
    await compare(`components: [{displayname: B, labels: {az: 2}}, {displayname: C}, {displayname: Compute, labels: {az: '2'}}]
severities: [{name: broken, value: 100}]
phases: [Open]`)
    expect(writes).toEqual([])
    screen.getByRole('checkbox', { name: 'C' }).click()
    await flushPromises()
    await press('Apply 4 changes')
    await settle()
    await settle()
    expect(writes.map(([call, body]) => [call.replace(/[\da-f-]{36}/, ':id'), body])).toEqual([
      ['POST /phases', { phases: ['Open'] }],
      ['POST /severities', { displayName: 'broken', value: 100 }],
      ['POST /components', { displayName: 'B', labels: { az: '2' } }],
      ['PATCH /components/:id', { labels: { az: '2' } }],
    ])
    // What was left out is still left out.
    expect(screen.getByRole('button', { name: 'Nothing is chosen' })).toBeTruthy()
  })

  it('asks the server for nothing while the file is wrong, and forgets a comparison when the text changes', async () => {
    await open()
    takeRequests()
    await compare('components: [{}]')
    expect(says()).toContain('components[0] (line 1): The name is missing.')
    expect(takeRequests()).toEqual([])
    await compare('components: [{displayname: Compute}]')
    expect(says()).toContain('The server is as the file says.')
    const field = screen.getByLabelText<HTMLTextAreaElement>('Content of provisioning.yaml')
    field.value = 'components: []'
    field.dispatchEvent(new Event('input'))
    await flushPromises()
    expect(says()).not.toContain('The server is as the file says.')
  })

  it('compares nothing with half a server, and leaves out what the server has no endpoint for', async () => {
    await open()
    answerFirst(http.get(`${API_URL}/components`, () => HttpResponse.json({}, { status: 500 }), { once: true }))
    await compare('components: [{displayname: Compute}]')
    expect(says()).toContain('Nothing was compared')
    answerFirst(http.get(`${API_URL}/severities`, () => HttpResponse.json({}, { status: 404 })))
    await compare('components: [{displayname: Compute}]\nseverities: [{name: broken, value: 100}]')
    expect(says()).toContain('This server has no endpoint for: severities.')
    expect(says()).toContain('The server is as the file says.')
  })
})

describe('an export', () => {
  it('shows what the server holds, and no file where something could not be read', async () => {
    await renderManaged(ProvisioningExport, () => ({}), { data: data() })
    await press('Show the text')
    expect(document.querySelector('pre')?.textContent).toContain('  - displayname: Compute\n    labels:\n      az: "1"\n')
    answerFirst(http.get(`${API_URL}/components`, () => HttpResponse.json({}, { status: 500 })))
    await press('Show the text')
    expect(document.querySelector('pre')).toBeNull()
    expect(says()).toContain('There is no file: the server could not be read.')
  })
})
