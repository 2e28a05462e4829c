import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, readableOn } from '@/theme/contrast'

const color = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`)

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.478],
    ['#767676', '#ffffff', 4.542],
    ['#ff0000', '#ffffff', 3.998],
    ['#0000ff', '#000000', 2.444],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2)
    expect(contrast(other, one)).toBeCloseTo(ratio, 2)
  })
})

describe('readableOn', () => {
  it('leaves a colour alone that can be read', () => {
    expect(readableOn('#1C7C4C', '#ffffff', 4.5)).toBe('#1C7C4C')
  })

  it('darkens on light and lightens on dark, and keeps the hue', () => {
    const onLight = readableOn('#ffd000', '#ffffff', 4.5)
    const onDark = readableOn('#5a0000', '#121417', 4.5)
    const channels = (text: string) => [1, 3, 5].map(start => Number.parseInt(text.slice(start, start + 2), 16))
    const [red, green, blue] = channels(onLight) as [number, number, number]
    expect(red > green && green > blue).toBe(true)
    expect(channels(onDark)[0]).toBeGreaterThan(0x5a)
    expect(onLight).not.toBe('#000000')
    expect(onDark).not.toBe('#ffffff')
  })

  it('always reaches the ratio on the page’s backgrounds', () => {
    fc.assert(
      fc.property(color, fc.constantFrom('#ffffff', '#121417', '#000000'), fc.constantFrom(3, 4.5, 7), (text, paper, ratio) => {
        const shown = readableOn(text, paper, ratio)
        expect(shown).toMatch(/^#[0-9a-f]{6}$/)
        expect(contrast(shown, paper)).toBeGreaterThanOrEqual(ratio)
      }),
    )
  })

  it('reaches 4.5:1 on any background', () => {
    fc.assert(
      fc.property(color, color, (text, paper) => {
        expect(contrast(readableOn(text, paper, 4.5), paper)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })
})
