import { fireEvent, screen, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { nextTick } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { say } from '../../../support/browser/texts'
import { atEnd } from '../../../support/cleanup'
import { HOUR_MS, MINUTE_MS, NOW } from '../../../support/clock'
import { createSurroundings } from '../../../support/mounted'
import { leaveTime, setTime, setTimeInPart, timeFields, timeIn } from '../../../support/setTime'
import { textOf } from '../../../support/status'
import { type as typeText } from '../../../support/type'
import { describing } from './support'
import { readout, renderTime } from './timeSupport'

const at = (text: string) => Date.parse(text)
const type = (time: string) => setTime('Start', time)
const typed = () => timeIn('Start')
const date = () => timeFields('Start').date
const time = () => timeFields('Start').time

describe('a time', () => {
  it('is shown and typed as the clocks of the displayed zone show it', async () => {
    const { values } = await renderTime(NOW)
    expect(typed()).toBe('2026-03-10T13:00')
    await type('2026-03-10T14:30')
    expect(values()).toEqual([at('2026-03-10T13:30Z')])
    expect(typed()).toBe('2026-03-10T14:30')
  })

  it('names its zone to everybody', async () => {
    await renderTime(NOW)
    for (const field of [date(), time()])
      expect(describing(field).map(textOf).join()).toContain(say('manage.field.timeZone', { zone: 'Europe/Berlin' }))
  })

  it.each(['en', 'de'] as const)('stands there in the other zones too, and seen from now (%s)', async language => {
    const { element } = await renderTime(NOW + 2 * HOUR_MS, {}, { language })
    const device = say('manage.field.zoneDevice', { zone: 'Australia/Lord_Howe' }, language)
    expect(readout(element, language)).toMatch(new RegExp(`14:00 UTC.*01:00 ${device.replace(/[()]/g, '\\$&')}`))
    expect(readout(element, language)).toContain(language === 'en' ? 'in 2 hours' : 'in 2 Stunden')
  })

  it('is told in the zone of the provider where that is another one', async () => {
    const { provider } = await createSurroundings({ timeZone: 'America/New_York' })
    const { element } = await renderTime(NOW, {}, { provider })
    expect(readout(element)).toContain(`08:00 ${say('manage.field.zoneProvider', { zone: 'America/New_York' })}`)
  })

  it('is not repeated for zones that say the same', async () => {
    const { provider } = await createSurroundings({ timeZone: 'Europe/Paris' })
    const { element } = await renderTime(NOW, {}, { provider })
    expect(readout(element)).not.toContain('Paris')
    expect(readout(element)).not.toContain('Berlin')
  })

  it('keeps its seconds when nothing was changed', async () => {
    const { values } = await renderTime(NOW + 27_000)
    await type('2026-03-10T13:00')
    await leaveTime('Start')
    expect(values()).toEqual([])
  })

  it('follows what the parent sets, and another zone', async () => {
    const { part } = await renderTime(NOW)
    await part.setProps({ modelValue: NOW + HOUR_MS })
    expect(typed()).toBe('2026-03-10T14:00')
    await part.setProps({ modelValue: null })
    expect(typed()).toBe('')
  })

  it('that is only half typed stays, is no time, and says so', async () => {
    const { part, values, getByText } = await renderTime(NOW)
    await setTimeInPart('Start')
    expect(values()).toEqual([null])
    expect(getByText(say('manage.field.incompleteTime'))).toBeDefined()
    expect([date(), time()].map(field => field.getAttribute('aria-invalid'))).toEqual(['true', 'true'])
    await type('2026-03-10T15:00')
    expect(values()).toEqual([null, at('2026-03-10T14:00Z')])
    expect(part.emitted('incomplete')).toEqual([[true], [false]])
    expect(time().getAttribute('aria-invalid')).toBe('false')
  })

  it('that is half typed into an empty field is no time at once, and told when the field is left', async () => {
    const { part, getByText, queryByText } = await renderTime(null)
    await typeText(date(), '10/03/2026')
    expect(part.emitted('incomplete')).toEqual([[true]])
    expect(queryByText(say('manage.field.incompleteTime'))).toBeNull()
    await leaveTime('Start')
    expect(getByText(say('manage.field.incompleteTime'))).toBeDefined()
  })

  it('may be taken away', async () => {
    const { values, part } = await renderTime(NOW)
    await type('')
    expect(values()).toEqual([null])
    expect(part.emitted('incomplete')?.at(-1)).toEqual([false])
  })

  it.each([
    ['en', '10/03/2026', '12/3/26', '12/03/2026'],
    ['de', '10.03.2026', '12.3.', '12.03.2026'],
    ['fr', '10/03/2026', '12-03-2026', '12/03/2026'],
  ] as const)(
    'stands there and is typed in figures as the language writes them (%s)',
    async (language, shown, typed, written) => {
      const { values } = await renderTime(NOW, {}, { language })
      expect([date().value, time().value]).toEqual([shown, '13:00'])
      await typeText(date(), typed)
      await leaveTime('Start')
      expect(date().value).toBe(written)
      expect(values().at(-1)).toBe(at('2026-03-12T12:00Z'))
    },
  )

  it.each(['14:30', '1430', '14.30', '14h30'])('is understood as %s', async typed => {
    const { values } = await renderTime(NOW)
    await typeText(time(), typed)
    expect(values()).toEqual([at('2026-03-10T13:30Z')])
    await leaveTime('Start')
    expect(time().value).toBe('14:30')
  })

  it('that may go on is taken for what it says only when it is left', async () => {
    const { values } = await renderTime(NOW)
    await typeText(time(), '9')
    expect(values()).toEqual([null])
    await leaveTime('Start')
    expect(time().value).toBe('09:00')
    expect(values()).toEqual([null, at('2026-03-10T08:00Z')])
  })

  it('goes on by five minutes or one with the arrow keys, its date by a day', async () => {
    const { values } = await renderTime(NOW + 2 * MINUTE_MS)
    const press = async (field: HTMLElement, key: string, shiftKey = false) => {
      fireEvent.keyDown(field, { key, shiftKey })
      await nextTick()
    }
    await press(time(), 'ArrowUp')
    await press(time(), 'ArrowDown', true)
    await press(time(), 'ArrowDown')
    await press(date(), 'ArrowUp')
    expect(values().map(value => ((value as number) - NOW) / MINUTE_MS)).toEqual([5, 4, 0, 1440])
  })

  it('is two fields of one group, and its day can be picked', async () => {
    const { getByRole, values } = await renderTime(NOW)
    expect(screen.getByRole('group', { name: 'Start' })).toBeDefined()
    fireEvent.click(getByRole('button', { name: say('manage.field.calendarOf', { label: 'Start' }) }))
    await flushPromises()
    const calendar = within(await screen.findByRole('dialog', { name: say('manage.field.calendarOf', { label: 'Start' }) }))
    fireEvent.click(await calendar.findByRole('button', { name: /12/ }))
    await flushPromises()
    expect(values()).toEqual([at('2026-03-12T12:00Z')])
    expect(document.activeElement).toBe(date())
  })

  it('is told with its day and its year', async () => {
    const { element } = await renderTime(at('2027-01-04T22:30Z'))
    expect(textOf(element)).toContain('Monday, 4 January 2027')
    const { element: german } = await renderTime(at('2027-01-04T22:30Z'), {}, { language: 'de' })
    expect(textOf(german)).toContain('Montag, 4. Januar 2027')
  })
})

describe('on a phone', () => {
  it('is typed in the wheels of the device', async () => {
    const narrow = (media: string) => Object.assign(new EventTarget(), { matches: true, media }) as unknown as MediaQueryList
    const spy = vi.spyOn(window, 'matchMedia').mockImplementation(narrow)
    atEnd(() => spy.mockRestore())
    const { values, getByLabelText } = await renderTime(NOW)
    const wheel = getByLabelText<HTMLInputElement>('Start', { selector: 'input' })
    expect([wheel.type, wheel.value]).toEqual(['datetime-local', '2026-03-10T13:00'])
    await typeText(wheel, '2026-03-10T14:30')
    expect(values()).toEqual([at('2026-03-10T13:30Z')])
  })
})
