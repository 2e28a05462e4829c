import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { defineComponent, h } from 'vue'
import { VApp } from 'vuetify/components/VApp'
import { describe, expect, it, vi } from 'vitest'
import SnackbarHost from '@/app/layout/SnackbarHost.vue'
import { useSnackbars } from '@/app/layout/snackbarStore'
import { say } from '../support/browser/texts'
import { atEnd } from '../support/cleanup'
import { renderPart } from '../support/mounted'
import { textOf } from '../support/status'

const page = within(document.body)
const Around = defineComponent(
  () => () =>
    h(VApp, () => [h('button', { type: 'button' }, 'elsewhere'), h('main', { id: 'content', tabindex: -1 }), h(SnackbarHost)]),
)

async function openPage() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  atEnd(() => void vi.useRealTimers())
  const pinia = createPinia()
  const { notify } = useSnackbars(pinia)
  // What calls for the queue is there before it.
  notify({ text: 'the first' })
  await renderPart(Around, { pinia })
  const pass = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms)
    await flushPromises()
  }
  await pass(100)
  return { notify, pass }
}
const said = () => page.queryAllByRole('status').map(textOf)

describe('a snackbar', () => {
  it('says what called for the queue, without taking the focus, and goes by itself', async () => {
    const { pass } = await openPage()
    expect(said()).toEqual(['the first'])
    expect(document.activeElement).toBe(document.body)
    await pass(5_000)
    expect(said()).toEqual(['the first'])
    await pass(2_000)
    expect(said()).toEqual([])
  })

  it('comes into a live region that was there before its text', async () => {
    const { notify, pass } = await openPage()
    notify({ text: 'the second' })
    await flushPromises()
    expect(said()).toContain('')
    await pass(1_000)
    expect(said()).toEqual(['the second'])
  })

  it('gives way to a newer one', async () => {
    const { notify, pass } = await openPage()
    notify({ text: 'the second' })
    await pass(1_000)
    expect(said()).toEqual(['the second'])
  })

  it('with a way back stays for more than ten seconds, and does it once', async () => {
    const { notify, pass } = await openPage()
    const run = vi.fn()
    notify({ text: 'done', action: { label: 'undo it', run } })
    await pass(11_000)
    fireEvent.click(page.getByRole('button', { name: 'undo it' }))
    await pass(1_000)
    expect(run).toHaveBeenCalledTimes(1)
    expect(said()).toEqual([])
  })

  it('waits while the focus is in it, and gives it back', async () => {
    const { pass } = await openPage()
    const elsewhere = page.getByRole('button', { name: 'elsewhere' })
    const close = page.getByRole('button', { name: say('app.close') })
    elsewhere.focus()
    close.focus()
    await pass(60_000)
    expect(said()).toEqual(['the first'])
    fireEvent.click(close)
    expect(document.activeElement).toBe(elsewhere)
    await pass(1_000)
    expect(said()).toEqual([])
  })

  it('is closed by Escape, which leaves the focus where it is', async () => {
    const { pass } = await openPage()
    const elsewhere = page.getByRole('button', { name: 'elsewhere' })
    elsewhere.focus()
    fireEvent.keyDown(elsewhere, { key: 'Escape' })
    await pass(1_000)
    expect(said()).toEqual([])
    expect(document.activeElement).toBe(elsewhere)
  })

  it('leaves Escape to a dialog that is open', async () => {
    const { pass } = await openPage()
    const app = document.getElementById('app')!
    app.inert = true
    fireEvent.keyDown(document.body, { key: 'Escape' })
    await pass(1_000)
    expect(said()).toEqual(['the first'])
  })
})
