import { fireEvent, screen } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { say } from '../../../support/browser/texts'
import { choose } from '../../../support/choose'
import { NOW } from '../../../support/clock'
import { setTime, timeIn } from '../../../support/setTime'
import { type as typeText } from '../../../support/type'
import { readout, renderTime } from './timeSupport'

const at = (text: string) => Date.parse(text)
const type = (time: string) => setTime('Start', time)
const typed = () => timeIn('Start')

describe('the zone of choice', () => {
  // Intl names it by its old name in some engines.
  const KATHMANDU = Intl.supportedValuesOf('timeZone').find(zone => /Ka(th|t)mandu/.test(zone))!
  const button = (zone: string) => say('manage.field.changeZone', { label: 'Start', zone })
  const chooseZone = async (from: string, to: string) => {
    fireEvent.click(screen.getByRole('button', { name: button(from) }))
    await flushPromises()
    const field = screen.getByRole<HTMLInputElement>('combobox', { name: say('manage.field.zoneOf', { label: 'Start' }) })
    fireEvent.focus(field)
    await flushPromises()
    await typeText(field, to)
    await choose(field, to)
  }

  it('is the displayed one at first, and changes what is typed and not the instant', async () => {
    const { values, element } = await renderTime(NOW)
    await chooseZone('Europe/Berlin', 'UTC')
    expect(typed()).toBe('2026-03-10T12:00')
    expect(readout(element)).toContain(`13:00 ${say('manage.field.zonePage', { zone: 'Europe/Berlin' })}`)
    expect(values()).toEqual([])
    await type('2026-03-10T14:30')
    expect(values()).toEqual([at('2026-03-10T14:30Z')])
    expect(document.activeElement).toBe(screen.getByRole('button', { name: button('UTC') }))
  })

  it('holds for all times of a form, and is forgotten with the last of them', async () => {
    const first = await renderTime(NOW)
    const second = await renderTime(NOW, { label: 'End' })
    await chooseZone('Europe/Berlin', KATHMANDU)
    expect(timeIn('End')).toBe('2026-03-10T17:45')
    first.part.unmount()
    second.part.unmount()
    await renderTime(NOW)
    expect(typed()).toBe('2026-03-10T13:00')
  })
})

describe('where clocks change', () => {
  it('a time that does not exist is moved behind the gap, and that is said', async () => {
    const { values, element } = await renderTime(null)
    await type('2026-03-29T02:30')
    expect(values()).toEqual([at('2026-03-29T01:30Z')])
    expect(element.textContent).toContain(say('manage.field.timeSkipped', { time: '03:30 GMT+2' }))
  })

  it('of a time that comes twice the first is meant, and the other is one press away', async () => {
    const { press, values, element } = await renderTime(null)
    await type('2026-10-25T02:30')
    expect(element.textContent).toContain(say('manage.field.timeTwice', { time: '02:30 GMT+2' }))
    await press(say('manage.field.useTime', { time: '02:30 GMT+1' }))
    expect(values()).toEqual([at('2026-10-25T00:30Z'), at('2026-10-25T01:30Z')])
    expect(typed()).toBe('2026-10-25T02:30')
    expect(element.textContent).toContain(say('manage.field.timeTwice', { time: '02:30 GMT+1' }))
  })
})
