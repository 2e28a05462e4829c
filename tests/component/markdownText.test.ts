import { screen } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import MarkdownText from '@/components/ui/MarkdownText.vue'
import { renderPart } from '../support/mounted'

const text = 'First line\n**bold** <script>alert(1)</script>'

afterEach(() => {
  vi.doUnmock('dompurify')
  vi.resetModules()
})

it('shows the text in its shape until the renderer is there', async () => {
  const { part } = await renderPart(MarkdownText, { props: { text } })
  expect(screen.getByTestId('markdown').innerHTML).toBe(
    '<p>First line<br><strong>bold</strong> &lt;script&gt;alert(1)&lt;/script&gt;</p>',
  )
  await vi.waitFor(() => expect(part.text()).not.toContain('script'))
  expect(screen.getByRole('strong').textContent).toBe('bold')
})

it('keeps showing the text in its shape where the renderer never comes', async () => {
  vi.resetModules()
  let asked = false
  vi.doMock('dompurify', () => {
    asked = true
    throw new Error('The chunk is gone.')
  })
  const { part } = await renderPart(MarkdownText, { props: { text } })
  await vi.waitFor(() => expect(asked).toBe(true))
  await flushPromises()
  expect(part.text()).toContain('bold <script>alert(1)</script>')
})

it('follows its text', async () => {
  const { part } = await renderPart(MarkdownText, { props: { text } })
  await part.setProps({ text: 'Another *text*' })
  expect((await screen.findByRole('emphasis')).textContent).toBe('text')
  expect(part.text()).toBe('Another text')
})

it('asks for no renderer where the shape is all there is', async () => {
  vi.resetModules()
  let asked = false
  vi.doMock('dompurify', () => {
    asked = true
    throw new Error('Nobody needs it.')
  })
  await renderPart(MarkdownText, { props: { text: 'We **know** of it.' } })
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(asked).toBe(false)
  expect(screen.getByRole('strong').textContent).toBe('know')
})
