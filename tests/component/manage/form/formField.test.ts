import { screen, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { h, nextTick, shallowRef } from 'vue'
import FormField from '@/operator/form/FormField.vue'
import { say } from '../../../support/browser/texts'
import { renderPart } from '../../../support/mounted'
import { textOf } from '../../../support/status'
import { describing } from './support'

interface SlotProps {
  id: string
  describedBy: string | undefined
  invalid: boolean
}
const render = async (given: Record<string, unknown>) => {
  const props = shallowRef(given)
  const control = ({ id, describedBy, invalid }: SlotProps) =>
    h('input', { id, 'aria-describedby': describedBy, 'aria-invalid': invalid })
  const field = () => h(FormField, { label: 'Title', ...props.value }, { default: control })
  const { element } = await renderPart(field, { operator: true })
  const change = async (to: Record<string, unknown>) => {
    props.value = to
    await nextTick()
  }
  return { change, ...within(element) }
}
const described = (control: HTMLElement) => describing(control).map(textOf)

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
    const { change, getByRole, queryByRole, queryAllByText } = await render({})
    const before = queryAllByText(() => true)
    await change({ errors: ['Missing'] })
    const [region] = describing(getByRole('textbox'))
    expect(before.includes(region!)).toBe(true)
    expect(region!.getAttribute('aria-live')).toBe('polite')
    expect(textOf(region)).toBe('Missing')
    await change({})
    expect(region!.isConnected).toBe(true)
    expect(textOf(region)).toBe('')
    expect(queryByRole('alert')).toBeNull()
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
