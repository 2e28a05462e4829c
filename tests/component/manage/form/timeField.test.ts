import { fireEvent, within } from '@testing-library/dom'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import TimeField from '@/operator/form/TimeField.vue'
import type { Language } from '@/i18n/messages'
import { say } from '../../../support/browser/texts'
import { HOUR_MS, MINUTE_MS, NOW } from '../../../support/clock'
import { createSurroundings, renderPart, type Surroundings } from '../../../support/mounted'
import { setTime, setTimeInPart, timeIn } from '../../../support/setTime'
import { textOf } from '../../../support/status'
import { fieldOf, leave } from '../../../support/type'
import { describing } from './support'

interface Options extends Partial<Pick<Surroundings, 'provider'>> {
  readonly zone?: string
  readonly language?: Language
}
async function render(modelValue: number | null, props: Record<string, unknown> = {}, options: Options = {}) {
  const { part, element } = await renderPart(TimeField, {
    props: {
      label: 'Start',
      modelValue,
      'onUpdate:modelValue': (value: number | null) => part.setProps({ modelValue: value }),
      ...props,
    },
    operator: true,
    zone: 'Europe/Berlin',
    ...options,
  })
  const inside = within(element)
  return {
    ...inside,
    part,
    element,
    values: () => (part.emitted('update:modelValue') ?? []).map(([value]) => value),
    press: async (name: string | RegExp) => {
      fireEvent.click(inside.getByRole('button', { name }))
      await nextTick()
    },
  }
}
const at = (text: string) => Date.parse(text)
const field = () => fieldOf('Start')
const type = (time: string) => setTime('Start', time)
const typed = () => timeIn('Start')
/** What is said of other clocks. The day is written in words, whose spaces are those of Intl. */
const readout = (element: Element, language: Language = 'en') => {
  const [, said] = textOf(element).split(say('manage.field.sameTime', {}, language))
  if (said === undefined) throw new Error('Nothing is said of other clocks')
  return said.replace(/[\u202f\u00a0]/g, ' ')
}

describe('a time', () => {
  it('is shown and typed as the clocks of the displayed zone show it', async () => {
    const { values } = await render(NOW)
    expect(typed()).toBe('2026-03-10T13:00')
    await type('2026-03-10T14:30')
    expect(values()).toEqual([at('2026-03-10T13:30Z')])
    expect(typed()).toBe('2026-03-10T14:30')
  })

  it('names its zone to everybody', async () => {
    await render(NOW)
    expect(describing(field()).map(textOf).join()).toContain(say('manage.field.timeZone', { zone: 'Europe/Berlin' }))
  })

  it.each(['en', 'de'] as const)('stands there in the other zones too, and seen from now (%s)', async language => {
    const { element } = await render(NOW + 2 * HOUR_MS, {}, { language })
    const device = say('manage.field.zoneDevice', { zone: 'Australia/Lord_Howe' }, language)
    expect(readout(element, language)).toMatch(new RegExp(`14:00 UTC.*01:00 ${device.replace(/[()]/g, '\\$&')}`))
    expect(readout(element, language)).toContain(language === 'en' ? 'in 2 hours' : 'in 2 Stunden')
  })

  it('is told in the zone of the provider where that is another one', async () => {
    const { provider } = await createSurroundings({ timeZone: 'America/New_York' })
    const { element } = await render(NOW, {}, { provider })
    expect(readout(element)).toContain(`08:00 ${say('manage.field.zoneProvider', { zone: 'America/New_York' })}`)
  })

  it('is not repeated for zones that say the same', async () => {
    const { provider } = await createSurroundings({ timeZone: 'Europe/Paris' })
    const { element } = await render(NOW, {}, { provider })
    expect(readout(element)).not.toContain('Paris')
    expect(readout(element)).not.toContain('Berlin')
  })

  it('keeps its seconds when nothing was changed', async () => {
    const { values } = await render(NOW + 27_000)
    fireEvent.focus(field())
    await type('2026-03-10T13:00')
    await leave(field())
    expect(values()).toEqual([])
  })

  it('follows what the parent sets, and another zone', async () => {
    const { part } = await render(NOW)
    await part.setProps({ modelValue: NOW + HOUR_MS })
    expect(typed()).toBe('2026-03-10T14:00')
    await part.setProps({ modelValue: null })
    expect(typed()).toBe('')
  })

  it('that is only half typed stays, is no time, and says so', async () => {
    const { part, values, getByText } = await render(NOW)
    await setTimeInPart('Start')
    expect(values()).toEqual([null])
    expect(getByText(say('manage.field.incompleteTime'))).toBeDefined()
    expect(field().getAttribute('aria-invalid')).toBe('true')
    await type('2026-03-10T15:00')
    expect(values()).toEqual([null, at('2026-03-10T14:00Z')])
    expect(part.emitted('incomplete')).toEqual([[true], [false]])
    expect(field().getAttribute('aria-invalid')).toBe('false')
  })

  it('that is half typed into an empty field is noticed when the field is left', async () => {
    const { part, getByText } = await render(null)
    await setTimeInPart('Start')
    expect(part.emitted('incomplete')).toBeUndefined()
    await leave(field())
    expect(part.emitted('incomplete')).toEqual([[true]])
    expect(getByText(say('manage.field.incompleteTime'))).toBeDefined()
  })

  it('may be taken away', async () => {
    const { values, part } = await render(NOW)
    await type('')
    expect(values()).toEqual([null])
    expect(part.emitted('incomplete')).toBeUndefined()
  })
})

describe('where clocks change', () => {
  it('a time that does not exist is moved behind the gap, and that is said', async () => {
    const { values, element } = await render(null)
    await type('2026-03-29T02:30')
    expect(values()).toEqual([at('2026-03-29T01:30Z')])
    expect(element.textContent).toContain(say('manage.field.timeSkipped', { time: '03:30 GMT+2' }))
  })

  it('of a time that comes twice the first is meant, and the other is one press away', async () => {
    const { press, values, element } = await render(null)
    await type('2026-10-25T02:30')
    expect(element.textContent).toContain(say('manage.field.timeTwice', { time: '02:30 GMT+2' }))
    await press(say('manage.field.useTime', { time: '02:30 GMT+1' }))
    expect(values()).toEqual([at('2026-10-25T00:30Z'), at('2026-10-25T01:30Z')])
    expect(typed()).toBe('2026-10-25T02:30')
    expect(element.textContent).toContain(say('manage.field.timeTwice', { time: '02:30 GMT+1' }))
  })
})

describe('shortcuts', () => {
  const shortcuts = ['now', 'plus15m', 'plus1h', 'plus2h', 'plus4h', 'tomorrow', 'none'] as const
  const label = (one: (typeof shortcuts)[number]) => say(`manage.field.shortcut.${one}`)

  it('count from the current minute', async () => {
    const { press, values } = await render(null, { shortcuts })
    for (const one of shortcuts) await press(label(one))
    const minutes = values().map(value => (value === null ? null : ((value as number) - NOW) / MINUTE_MS))
    expect(minutes).toEqual([0, 15, 60, 120, 240, 1440, null])
    expect(typed()).toBe('')
  })

  it('count from another time where one is given, and a day is one of the calendar', async () => {
    const base = at('2026-03-28T12:00:30Z')
    const { press, values } = await render(null, { shortcuts, base })
    await press(label('plus15m'))
    await press(label('tomorrow'))
    expect(values()).toEqual([base + 15 * MINUTE_MS, base + 23 * HOUR_MS])
  })

  it('are a group with a name, and none are shown unless wished', async () => {
    const { getByRole } = await render(null, { shortcuts: ['now'] })
    expect(getByRole('group', { name: say('manage.field.shortcuts', { label: 'Start' }) })).toBeDefined()
    const { queryByRole } = await render(null)
    expect(queryByRole('button')).toBeNull()
  })

  it('take the place of what was typed in part', async () => {
    const { press, queryByText, getByText } = await render(NOW, { shortcuts })
    await setTimeInPart('Start')
    expect(getByText(say('manage.field.incompleteTime'))).toBeDefined()
    await press(label('none'))
    expect(queryByText(say('manage.field.incompleteTime'))).toBeNull()
  })
})
