import { screen, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import FormField from '@/features/manage/form/FormField.vue'
import { say } from '../../../support/browser/texts'
import { renderPart } from '../../../support/mounted'
import { textOf } from '../../../support/status'

interface SlotProps {
  id: string
  describedBy: string | undefined
  invalid: boolean
}
const render = async (props: Record<string, unknown>) => {
  const control = ({ id, describedBy, invalid }: SlotProps) =>
    h('input', { id, 'aria-describedby': describedBy, 'aria-invalid': invalid })
  const field = () => h(FormField, { label: 'Title', ...props }, { default: control })
  const { part, element } = await renderPart(field, { operator: true })
  return { part, element, ...within(element) }
}
const described = (element: Element) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map(id => textOf(document.getElementById(id)))

describe('a field', () => {
  it('names its control and says nothing more where there is nothing to say', async () => {
    const { getByRole } = await render({})
    const input = getByRole('textbox', { name: 'Title' })
    expect(described(input)).toEqual([])
    expect(input.getAttribute('aria-invalid')).toBe('false')
  })

  it('links its hint, errors and warnings to the control', async () => {
    const { getByRole } = await render({ hint: 'Short', errors: ['Missing', 'Too long'], warnings: ['Odd'] })
    const input = getByRole('textbox')
    expect(described(input)).toEqual(['Short', 'MissingToo longOdd'])
    expect(input.getAttribute('aria-invalid')).toBe('true')
  })

  it('is valid with warnings only', async () => {
    const { getByRole } = await render({ warnings: ['Odd'] })
    expect(getByRole('textbox').getAttribute('aria-invalid')).toBe('false')
    expect(described(getByRole('textbox'))).toEqual(['Odd'])
  })

  it('has its live region before there is anything to speak', async () => {
    const { element } = await render({})
    expect(textOf(element.querySelector('[aria-live=polite]'))).toBe('')
    expect(element.querySelector('[role=alert]')).toBeNull()
  })

  it('says that it may stay empty', async () => {
    const { getByRole } = await render({ optional: true })
    expect(getByRole('textbox', { name: `Title ${say('manage.field.optional')}` })).toBeDefined()
  })

  it('of several controls is a group', async () => {
    await render({ group: true, errors: ['None chosen'] })
    expect(described(screen.getByRole('group', { name: 'Title' }))).toEqual(['None chosen'])
  })
})
