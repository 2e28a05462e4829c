import { resolve, sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodedFileName, fileNames, safeFileName } from '@/cli/publish/fileName'
import { hostileDescriptions, hostileLinks, hostileTexts } from '../../../support/hostile'

const hostile = [...Object.values(hostileTexts), ...Object.values(hostileDescriptions), ...hostileLinks]
const refused = ['', '.', '..', '.htaccess', 'a.', 'a..', 'x'.repeat(101), 'con', 'NUL.x', 'com1', '\ud83d']

describe('the name of a file', () => {
  it('of an id is the id, as a segment of an address has it', () => {
    for (const id of ['22222222-2222-4222-8222-222222222222', 'INC-2026.03_7~a', '7', 'x'.repeat(100), 'console'])
      expect(safeFileName(id)).toBe(id)
  })

  it.each([...refused, 'a/b', 'a\\b', 'a b', 'ä', 'a%2Fb', 'a:b', 'a\n'])('is none for the id %j', id => {
    expect(safeFileName(id)).toBeNull()
  })

  it('of any text is percent-encoded', () => {
    expect(encodedFileName('eu-1')).toBe('eu-1')
    expect(encodedFileName('a/b c')).toBe('a%2Fb%20c')
    expect(encodedFileName("it's (new)!*")).toBe('it%27s%20%28new%29%21%2A')
    expect(encodedFileName('Köln')).toBe('K%C3%B6ln')
    for (const text of [...refused, '🤯'.repeat(20)]) expect(encodedFileName(text), text).toBeNull()
  })

  it('stays in its folder and says its text, whatever that is', () => {
    const folder = resolve('folder')
    const expectInside = (text: string) => {
      for (const name of [safeFileName(text), encodedFileName(text)]) {
        if (name === null) continue
        expect(resolve(folder, name)).toBe(`${folder}${sep}${name}`)
        expect(name).toMatch(/^[\w~%-][\w.~%-]{0,99}$/)
        expect(decodeURIComponent(name)).toBe(text)
      }
      const id = safeFileName(text)
      if (id !== null) expect(encodeURIComponent(text)).toBe(id)
    }
    for (const text of hostile) expectInside(text)
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('.', '/', '\\', '%', 'a', 'ö', '\0') }),
    )
    fc.assert(fc.property(text, expectInside), { numRuns: 50 })
  })

  it('is nobody’s where two texts would have it on a host that knows no case', () => {
    expect([...fileNames(['a', 'B', 'b', 'a', '..'])]).toEqual([['a', 'a']])
    expect([...fileNames(['a b', 'A b', 'c/d'], encodedFileName)]).toEqual([['c/d', 'c%2Fd']])
  })
})
