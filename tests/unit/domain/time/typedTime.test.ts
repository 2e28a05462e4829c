import '../../../support/temporal'
import { describe, expect, it } from 'vitest'
import { isWholeDate, isWholeTime, readTypedDate, readTypedTime } from '@/domain/time/typedTime'

const TODAY = '2026-03-10'

describe('a typed date', () => {
  it.each([
    ['10.3.2026', 'dmy', '2026-03-10'],
    [' 10/03/2026 ', 'dmy', '2026-03-10'],
    ['3/10/2026', 'mdy', '2026-03-10'],
    ['10-3-26', 'dmy', '2026-03-10'],
    ['10 3 2026', 'dmy', '2026-03-10'],
    ['10032026', 'dmy', '2026-03-10'],
    ['20260310', 'dmy', '2026-03-10'],
    ['2026-03-10', 'dmy', '2026-03-10'],
    ['2026/3/10', 'mdy', '2026-03-10'],
    ['12.3.', 'dmy', '2026-03-12'],
    ['3/12', 'mdy', '2026-03-12'],
    ['0001-02-03', 'dmy', '0001-02-03'],
    ['29.2.2028', 'dmy', '2028-02-29'],
  ] as const)('%s (%s) is %s', (text, order, date) => expect(readTypedDate(text, order, TODAY)).toBe(date))

  it('without a year is the nearest one', () => {
    expect(readTypedDate('3.1.', 'dmy', '2026-12-29')).toBe('2027-01-03')
    expect(readTypedDate('30.12.', 'dmy', '2027-01-02')).toBe('2026-12-30')
    expect(readTypedDate('29.2.', 'dmy', '2027-06-01')).toBe('2028-02-29')
  })

  it.each(['', 'tomorrow', '10', '10.3.202', '31.2.2026', '1.13.2026', '10.3.2026 14:00', '2026-3', '100.3.2026'])(
    'is not %s',
    text => expect(readTypedDate(text, 'dmy', TODAY)).toBeNull(),
  )

  it('may go on until its century stands there', () => {
    expect(['10.3.2026', '2026-03-10', '10032026'].map(isWholeDate)).toEqual([true, true, true])
    expect(['10.3', '10.3.20', '1003'].map(isWholeDate)).toEqual([false, false, true])
  })
})

describe('a typed time of day', () => {
  it.each([
    ['14:30', '14:30'],
    ['14.30', '14:30'],
    ['14h30', '14:30'],
    ['1430', '14:30'],
    ['930', '09:30'],
    ['9:05', '09:05'],
    ['9', '09:00'],
    ['14 h', '14:00'],
    ['2:30 pm', '14:30'],
    ['12 am', '00:00'],
    ['00:00', '00:00'],
  ])('%s is %s', (text, time) => expect(readTypedTime(text)).toBe(time))

  it.each(['', '24:00', '14:60', '14:3', 'noon', '14:30:10', '13 pm', '-1:00'])('is not %s', text =>
    expect(readTypedTime(text)).toBeNull(),
  )

  it('may go on until its minutes stand there', () => {
    expect(['14:30', '1430', '9.05'].map(isWholeTime)).toEqual([true, true, true])
    expect(['14', '143', '14:3'].map(isWholeTime)).toEqual([false, false, false])
  })
})
