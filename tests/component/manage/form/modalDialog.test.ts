import { fireEvent, screen } from '@testing-library/dom'
import { nextTick, h, ref } from 'vue'
import { describe, expect, it } from 'vitest'
import ModalDialog from '@/operator/form/ModalDialog.vue'
import { say } from '../../../support/browser/texts'
import { renderPart } from '../../../support/mounted'

/** A page with a button that opens the dialog. */
async function open({ busy = false, fields = true, autofocus = false } = {}) {
  const shown = ref(false)
  const asked: string[] = []
  const isBusy = ref(busy)
  const body = () =>
    fields
      ? [
          h('input', { 'aria-label': 'First' }),
          h('input', { 'aria-label': 'Second', ...(autofocus && { 'data-autofocus': '' }) }),
        ]
      : 'Sure?'
  const page = () =>
    h('div', [
      h('button', { onClick: () => (shown.value = true) }, 'Open'),
      shown.value &&
        h(
          ModalDialog,
          { title: 'Report', busy: isBusy.value, onClose: () => void asked.push('close') },
          { default: body, actions: () => h('button', 'Send') },
        ),
    ])
  await renderPart(page, { operator: true })
  const opener = screen.getByRole('button', { name: 'Open' })
  opener.focus()
  fireEvent.click(opener)
  await nextTick()
  const dialog = screen.getByRole('dialog', { name: 'Report' })
  const leave = async () => {
    shown.value = false
    await nextTick()
  }
  return { dialog, asked, opener, leave }
}
const isOpen = () => screen.queryByRole('dialog', { name: 'Report' }) !== null
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent

describe('a dialog', () => {
  it('opens with the focus in its first field', async () => {
    await open()
    expect(isOpen()).toBe(true)
    expect(focused()).toBe('First')
  })

  it('opens with the focus where it is wished', async () => {
    await open({ autofocus: true })
    expect(focused()).toBe('Second')
  })

  it('has no head and no foot that would be those of the page', async () => {
    await open()
    expect([...screen.queryAllByRole('banner'), ...screen.queryAllByRole('contentinfo')]).toEqual([])
  })

  it('without fields opens with the focus on its action, not on the close button', async () => {
    await open({ fields: false })
    expect(focused()).toBe('Send')
  })

  it('only asks to be closed, by button and by Escape', async () => {
    const { asked } = await open()
    fireEvent.click(screen.getByRole('button', { name: say('app.close') }))
    expect(fireEvent.keyDown(document.activeElement!, { key: 'Escape' })).toBe(false)
    expect(asked).toHaveLength(2)
    expect(isOpen()).toBe(true)
  })

  it('is not closed by what a control inside cancels or has already used', async () => {
    const { asked } = await open()
    const input = document.activeElement!
    fireEvent(input, new Event('cancel', { bubbles: true }))
    fireEvent.keyDown(input, { key: 'Escape', isComposing: true })
    input.addEventListener('keydown', event => event.preventDefault())
    fireEvent.keyDown(input, { key: 'Escape' })
    expect(asked).toEqual([])
  })

  it('does not even ask while it is busy', async () => {
    const { dialog, asked } = await open({ busy: true })
    expect(fireEvent.keyDown(document.activeElement!, { key: 'Escape' })).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: say('app.close') }))
    expect(asked).toEqual([])
    expect(isOpen()).toBe(true)
    expect(dialog.getAttribute('aria-busy')).toBe('true')
  })

  it('gives the focus back to what opened it', async () => {
    const { leave, opener } = await open()
    await leave()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(opener)
  })
})
