import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNameOf } from '@/domain/fileName'

describe('the name of a file', () => {
  it.each([
    ['Switch firmware, south', 'Switch-firmware-south'],
    ['  ../../etc/passwd  ', 'etc-passwd'],
    ['C:\\Users\\me?*|<>"', 'C-Users-me'],
    ['Größe – «neu»', 'Größe-neu'],
    ['U\u0308ber', 'Über'],
    ['保守作業 2026', '保守作業-2026'],
    ['.hidden', 'hidden'],
    ['a\r\nb\u0000c\u202ed', 'a-b-c-d'],
    ['', 'fallback'],
    ['...', 'fallback'],
    ['🚧', 'fallback'],
    ['con', 'fallback'],
    ['COM1', 'fallback'],
    ['console', 'console'],
    ['a'.repeat(100), 'a'.repeat(60)],
    [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
  ])('of %j is %j', (title, expected) => {
    expect(fileNameOf(title, 'fallback')).toBe(expected)
  })

  it('has only letters, digits and hyphens, and fits a file system with any ending', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), title => {
        const name = fileNameOf(title, 'fallback')
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u)
        expect(Buffer.byteLength(`${name}.ics`)).toBeLessThanOrEqual(255)
      }),
    )
  })
})
