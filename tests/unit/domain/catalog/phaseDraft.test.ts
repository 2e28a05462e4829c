import { afterEach, describe, expect, it, vi } from 'vitest'
import { checkPhases, phaseNames, samePhases } from '@/domain/catalog/phaseDraft'

describe('a list of phases', () => {
  afterEach(() => void vi.restoreAllMocks())

  it('is fine with different names', () => expect(checkPhases(['Investigating', 'Resolved'])).toEqual([]))

  it('needs at least one', () => {
    expect(checkPhases([])).toEqual([{ code: 'noPhases', field: 'names', level: 'error', rows: [] }])
  })

  it('needs a name in each row', () => {
    expect(checkPhases(['a', ' ', 'b', ''])).toEqual([{ code: 'emptyNames', field: 'names', level: 'error', rows: [1, 3] }])
  })

  it('asks about names that look the same', () => {
    expect(checkPhases(['Done', 'a', ' done'])).toEqual([{ code: 'equalNames', field: 'names', level: 'warning', rows: [0, 2] }])
  })

  it('has the same names in a Turkish browser, where the small letter of I is another one', () => {
    const lower = String.prototype.toLocaleLowerCase
    vi.spyOn(String.prototype, 'toLocaleLowerCase').mockImplementation(function (this: string) {
      return lower.call(this, 'tr')
    })
    expect(checkPhases(['Investigating', 'INVESTIGATING'])).toMatchObject([{ code: 'equalNames' }])
  })

  it('is written trimmed', () => expect(phaseNames([' a ', 'b'])).toEqual(['a', 'b']))

  it('is the same as another with the same names in the same order', () => {
    expect(samePhases(['a', ' b'], ['a ', 'b'])).toBe(true)
    for (const other of [['b', 'a'], ['a'], ['a', 'b', 'c'], ['a', 'B']]) expect(samePhases(['a', 'b'], other)).toBe(false)
  })
})
