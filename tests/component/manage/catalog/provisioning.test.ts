import { fireEvent, screen } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import ProvisioningExport from '@/features/provisioning/ProvisioningExport.vue'
import type { MessageKey } from '@/i18n/messages'
import { say } from '../../../support/browser/texts'
import { API_URL } from '../../../support/config'
import { answerFirst, holdBack, takeRequests } from '../../../support/server'
import { press, renderManaged, settle } from '../incident/support'
import { apply, choose, compare, data, enter, offer, open, readAgain, says, sent, show, tick } from './provisioningForm'

describe('an import', () => {
  it('sends what is ticked only, in the order in which a server is set up', async () => {
    const { writes } = await open()
    await compare(`components: [{displayname: B, labels: {az: 2}}, {displayname: C}, {displayname: Compute, labels: {az: '2'}}]
severities: [{name: broken, value: 100}]
phases: [Open]`)
    expect(writes).toEqual([])
    await tick('C')
    await tick(say('manage.provisioning.publish.choose'))
    await apply(4)
    await press(say('manage.operation.sendNow'))
    await settle()
    await settle()
    expect(sent(writes)).toEqual([
      ['POST /severities', { displayName: 'broken', value: 100 }],
      ['POST /components', { displayName: 'B', labels: { az: '2' } }],
      ['PATCH /components/:id', { labels: { az: '2' } }],
      ['POST /phases', { phases: ['Open'] }],
    ])
    // What was left out is still left out.
    expect(screen.getByRole('button', { name: say('manage.provisioning.nothingChosen') })).toBeTruthy()
  })

  it('asks the server for nothing while the file is wrong, and forgets a comparison when the text changes', async () => {
    await open()
    takeRequests()
    await compare('components: [{}]')
    expect(says()).toContain('components[0] (line 1): The name is missing.')
    expect(takeRequests()).toEqual([])
    await compare('components: [{displayname: Compute}]')
    expect(says()).toContain(say('manage.provisioning.same'))
    await enter('components: []')
    expect(says()).not.toContain(say('manage.provisioning.same'))
  })

  it('compares nothing with half a server, and leaves out what the server has no endpoint for', async () => {
    await open()
    answerFirst(http.get(`${API_URL}/components`, () => HttpResponse.json({}, { status: 500 }), { once: true }))
    await compare('components: [{displayname: Compute}]')
    expect(says()).toContain('Nothing was compared')
    answerFirst(http.get(`${API_URL}/severities`, () => HttpResponse.json({}, { status: 404 })))
    await compare('components: [{displayname: Compute}]\nseverities: [{name: broken, value: 100}]')
    expect(says()).toContain('This server has no endpoint for: severities.')
    expect(says()).toContain(say('manage.provisioning.same'))
  })
})

describe('a comparison', () => {
  it('is shown once for a double click', async () => {
    await open()
    const { handler, release } = holdBack('/components')
    answerFirst(handler)
    await enter('components: [{displayname: New}]')
    await readAgain()
    await readAgain()
    release()
    await settle()
    expect(says()).toContain('1 new')
  })

  it('is that of the newest text, also where an older one is still awaited', async () => {
    await open()
    const { handler, release } = holdBack('/components')
    answerFirst(handler)
    await compare('components: [{displayname: New}]')
    await compare('components: [{displayname: Compute}]')
    release()
    await settle()
    expect(says()).toContain(say('manage.provisioning.same'))
  })

  it('begins with the choice of a file', async () => {
    await open()
    await enter('components: []')
    await choose('components: [{displayname: New}]')
    expect(says()).toContain('1 new')
  })

  it.each<[string, MessageKey, BlobPart]>([
    ['too large', 'manage.provisioning.tooLarge', '#'.repeat(2_000_001)],
    ['no text', 'manage.provisioning.notText', new Uint8Array([0xff])],
  ])('begins with a file that was %s, once that is corrected', async (_, problem, content) => {
    await open()
    await choose(content)
    expect(says()).toContain(say(problem))
    await choose('components: [{displayname: New}]')
    expect(says()).not.toContain(say(problem))
    expect(says()).toContain('1 new')
  })
})

describe('Ctrl+Enter in an import', () => {
  it('compares first, and then applies', async () => {
    const { writes } = await open()
    await enter('components: [{displayname: New}, {displayname: Compute}]')
    const send = async (from: Element) => {
      fireEvent.keyDown(from, { key: 'Enter', ctrlKey: true })
      await settle()
    }
    await send(screen.getByRole('textbox', { name: say('manage.provisioning.text') }))
    expect(says()).toContain('1 new')
    expect(writes).toEqual([])
    // The keyboard is at what was compared.
    await send(document.activeElement!)
    await settle()
    expect(sent(writes)).toEqual([['POST /components', { displayName: 'New' }]])
  })
})

describe('a draft of an import', () => {
  const NEW = 'components: [{displayname: New}, {displayname: Compute}]'

  it('that is taken after another import is kept', async () => {
    await offer(NEW)
    await open()
    await compare('components: [{displayname: Other}]')
    await apply(1)
    await settle()
    expect(says()).toContain(say('manage.provisioning.same'))
    await press(say('manage.draft.take'))
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(Object.values(localStorage).join()).toContain('displayname: New')
  })
})

describe('an import under way', () => {
  it('is not given up for a draft', async () => {
    await offer('components: [{displayname: New}]')
    await open()
    answerFirst(http.post(`${API_URL}/components`, () => HttpResponse.json({}, { status: 403 })))
    await compare('components: [{displayname: Other}]')
    await apply(1)
    expect(screen.queryByRole('button', { name: say('manage.draft.take') })).toBeNull()
    await press(say('manage.operation.giveUp'))
    await settle()
    expect(screen.getByRole('button', { name: say('manage.draft.take') })).toBeTruthy()
  })
})

describe('an export', () => {
  const exported = { name: say('manage.provisioning.exported') }

  it('shows what the server holds, and no file where something could not be read', async () => {
    await renderManaged(ProvisioningExport, () => ({}), { data: data() })
    await show()
    expect(screen.getByRole('region', exported).textContent).toContain('  - displayname: Compute\n    labels:\n      az: "1"\n')
    answerFirst(http.get(`${API_URL}/components`, () => HttpResponse.json({}, { status: 500 })))
    await show()
    expect(screen.queryByRole('region', exported)).toBeNull()
    expect(says()).toContain('There is no file: the server could not be read.')
  })
})
