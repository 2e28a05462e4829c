import { createApp, defineComponent, nextTick, ref } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { pageTitleKey, useDocumentTitle } from '@/composables/useDocumentTitle'
import { atEnd } from '../support/cleanup'

/** A page whose title can change, as a part of the product of that name. */
function show(first: string | null, name?: string) {
  const text = ref(first)
  const app = createApp(
    defineComponent({
      setup() {
        useDocumentTitle(() => text.value)
        return () => null
      },
    }),
  )
  if (name !== undefined) app.provide(pageTitleKey, name)
  app.mount(document.createElement('div'))
  atEnd(() => app.unmount())
  return { app, text }
}

beforeEach(() => void (document.title = 'Status'))

describe('the title of the tab', () => {
  it('says what the page says, and whose page it is', async () => {
    const { text } = show('History', 'Example Cloud')
    expect(document.title).toBe('History – Example Cloud')
    text.value = 'An incident'
    await nextTick()
    expect(document.title).toBe('An incident – Example Cloud')
  })

  it('has no dash where there is nothing on one side of it', () => {
    show('No configuration')
    expect(document.title).toBe('No configuration')
    show('', 'Example Cloud')
    expect(document.title).toBe('Example Cloud')
  })

  it('is that of the newest page, and stays when it goes', () => {
    const { app } = show('History', 'Example Cloud')
    show('An incident', 'Example Cloud')
    app.unmount()
    expect(document.title).toBe('An incident – Example Cloud')
  })

  it('is left to a part of the page, and taken back', async () => {
    const { text } = show('Operational', 'Example Cloud')
    text.value = null
    await nextTick()
    // What was said before is not true of what comes.
    expect(document.title).toBe('Example Cloud')
    const part = show('The past', 'Example Cloud')
    expect(document.title).toBe('The past – Example Cloud')
    part.app.unmount()
    text.value = 'Operational'
    await nextTick()
    expect(document.title).toBe('Operational – Example Cloud')
  })
})
