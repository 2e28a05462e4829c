import { expect, it } from 'vitest'
import MarkdownField from '@/operator/form/MarkdownField.vue'
import { renderControl } from './support'

it('a long text is counted, a short one is not', async () => {
  const { part, queryByText } = await renderControl(MarkdownField, 'x'.repeat(1_000), { label: 'Description' })
  expect(queryByText('1000')).toBeNull()
  await part.setProps({ modelValue: 'x'.repeat(1_001) })
  expect(queryByText('1001')).not.toBeNull()
})
