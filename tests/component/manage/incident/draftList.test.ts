import { screen } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import DraftList from '@/operator/drafts/DraftList.vue'
import { useDraftStorage } from '@/operator/drafts/useStoredDraft'
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
  it.each(['delete', 'deleteUpdate', 'editUpdate', 'cancel', 'split', 'update'] as const)(
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
    await press(say('manage.draft.discard'))
    expect(screen.queryByRole('listitem')).toBeNull()
    expect(localStorage).toHaveLength(0)
  })
})
