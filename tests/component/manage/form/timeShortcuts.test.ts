import { describe, expect, it } from 'vitest'
import { say } from '../../../support/browser/texts'
import { HOUR_MS, MINUTE_MS, NOW } from '../../../support/clock'
import { setTimeInPart, timeIn } from '../../../support/setTime'
import { renderTime } from './timeSupport'

const at = (text: string) => Date.parse(text)
const typed = () => timeIn('Start')

describe('shortcuts', () => {
  const shortcuts = ['now', 'plus15m', 'plus1h', 'plus2h', 'plus4h', 'tomorrow', 'none'] as const
  const label = (one: (typeof shortcuts)[number]) =>
    new RegExp(`^${say(`manage.field.shortcut.${one}`).replace('+', '\\+')}(:|$)`)

  it('count from the current minute where there is no time', async () => {
    const { press, values } = await renderTime(null, { shortcuts })
    const minutes = async () => {
      const all = []
      for (const one of shortcuts) {
        await press(label('none'))
        await press(label(one))
        all.push(values().at(-1))
      }
      return all.map(value => (typeof value === 'number' ? (value - NOW) / MINUTE_MS : null))
    }
    expect(await minutes()).toEqual([0, 15, 60, 120, 240, 1440, null])
    expect(typed()).toBe('')
  })

  it('count from another time where one is given, and a day is one of the calendar', async () => {
    const base = at('2026-03-28T12:00:30Z')
    const { press, values } = await renderTime(null, { shortcuts, base })
    await press(label('plus15m'))
    await press(label('none'))
    await press(label('tomorrow'))
    expect(values()).toEqual([base + 15 * MINUTE_MS, null, base + 23 * HOUR_MS])
  })

  it('count from the time that is there, and say what comes of it', async () => {
    const { press, values, getByRole } = await renderTime(NOW + HOUR_MS, { shortcuts, base: NOW })
    await press('+1 h: 15:00')
    await press('+1 h: 16:00')
    expect(values()).toEqual([NOW + 2 * HOUR_MS, NOW + 3 * HOUR_MS])
    expect(getByRole('button', { name: /^\+1 day: Wed,? 11 Mar,? 16:00$/ })).toBeDefined()
  })

  it('are a group with a name, and none are shown unless wished', async () => {
    const { getByRole } = await renderTime(null, { shortcuts: ['now'] })
    expect(getByRole('group', { name: say('manage.field.shortcuts', { label: 'Start' }) })).toBeDefined()
    const { queryByRole } = await renderTime(null)
    expect(queryByRole('group', { name: say('manage.field.shortcuts', { label: 'Start' }) })).toBeNull()
  })

  it('take the place of what was typed in part', async () => {
    const { press, queryByText, getByText } = await renderTime(NOW, { shortcuts })
    await setTimeInPart('Start')
    expect(getByText(say('manage.field.incompleteTime'))).toBeDefined()
    await press(label('none'))
    expect(queryByText(say('manage.field.incompleteTime'))).toBeNull()
  })
})
