import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import MarkdownText from '@/shared/ui/MarkdownText.vue'
import { renderPart } from '../support/mounted'

const text = 'First line\n**bold** <script>alert(1)</script>'

afterEach(() => {
  vi.doUnmock('dompurify')
  vi.resetModules()
})

it('shows the text as it is until the renderer is there', async () => {
  const { part } = await renderPart(MarkdownText, { props: { text } })
  expect(part.text()).toBe(text)
  expect(part.element.querySelector('script')).toBeNull()
  await vi.waitFor(() => expect(part.element.querySelector('strong')?.textContent).toBe('bold'))
})

it('keeps showing the text as it is where the renderer never comes', async () => {
  vi.resetModules()
  let asked = false
  vi.doMock('dompurify', () => {
    asked = true
    throw new Error('The chunk is gone.')
  })
  const { part } = await renderPart(MarkdownText, { props: { text } })
  await vi.waitFor(() => expect(asked).toBe(true))
  await flushPromises()
  expect(part.text()).toBe(text)
  expect(part.find('.markdown').element.children).toHaveLength(0)
})

it('follows its text', async () => {
  const { part } = await renderPart(MarkdownText, { props: { text } })
  await part.setProps({ text: 'Another *text*' })
  await vi.waitFor(() => expect(part.element.querySelector('em')?.textContent).toBe('text'))
  expect(part.text()).toBe('Another text')
})
