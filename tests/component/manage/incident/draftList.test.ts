import { screen } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import DraftList from '@/operator/drafts/DraftList.vue'
import { useDraftStorage } from '@/operator/drafts/useStoredDraft'
import { atEnd } from '../../../support/cleanup'
import { say } from '../../../support/browser/texts'
import { NOW } from '../../../support/clock'
import { ID, press, renderManaged } from './support'

/** The list with one draft in the browser. */
const open = (form: string) =>
  renderManaged(
    defineComponent(() => {
      useDraftStorage().save({ id: 'one', form, target: ID, title: 'Slow volumes', savedAt: NOW, value: null })
      return () => h(DraftList)
    }),
    () => ({}),
  )

describe('the list of drafts', () => {
  it.each(['delete', 'deleteUpdate', 'editUpdate', 'cancel', 'split', 'reopen', 'update'] as const)(
    'leads with what is left of "%s" to its incident',
    async form => {
      await open(form)
      expect(screen.getByRole('link', { name: 'Slow volumes' }).getAttribute('href')).toMatch(
        new RegExp(`/manageIncident/${ID}$`),
      )
      expect(screen.getByRole('listitem').textContent).toContain(say(`manage.draft.form.${form}`))
    },
  )

  it('leads with one of the catalog to its page', async () => {
    await open('provisioning')
    expect(screen.getByRole('link', { name: 'Slow volumes' }).getAttribute('href')).toMatch(/manageProvisioning$/)
    expect(screen.getByRole('listitem').textContent).toContain(say('manage.draft.form.provisioning'))
  })

  it('leaves alone what another release has kept', async () => {
    await open('somethingNew')
    expect(screen.queryByRole('listitem')).toBeNull()
    expect(localStorage).toHaveLength(1)
  })

  it('throws one away on the word', async () => {
    await open('delete')
    await press(say('manage.draft.discardName', { title: 'Slow volumes' }))
    expect(screen.queryByRole('listitem')).toBeNull()
    expect(localStorage).toHaveLength(0)
  })

  it('goes on with the keyboard at the next one that is left, and then at the page', async () => {
    const page = document.body.appendChild(Object.assign(document.createElement('div'), { id: 'content', tabIndex: -1 }))
    atEnd(() => page.remove())
    await renderManaged(
      defineComponent(() => {
        const draft = { form: 'update', target: ID, value: null }
        useDraftStorage().save({ ...draft, id: 'one', title: 'One', savedAt: NOW })
        useDraftStorage().save({ ...draft, id: 'two', title: 'Two', savedAt: NOW - 1 })
        return () => h(DraftList)
      }),
      () => ({}),
    )
    await press(say('manage.draft.discardName', { title: 'One' }))
    expect(document.activeElement?.getAttribute('aria-label')).toBe(say('manage.draft.discardName', { title: 'Two' }))
    await press(say('manage.draft.discardName', { title: 'Two' }))
    expect(document.activeElement).toBe(page)
  })
})
