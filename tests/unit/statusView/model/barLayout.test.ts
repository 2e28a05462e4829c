import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { barColumn, barLayout, barWidth, ONE_LINE_WIDTH } from '@/statusView/model/barLayout'

describe('the list of components', () => {
  it('has one line a component from the same width on in style sheet and script', () => {
    const css = readFileSync('src/statusView/components.css', 'utf8')
    const widths = [...css.matchAll(/@container st-list \((\w+)-width: (\d+)px\)/g)].map(([, side, px]) => [side, Number(px)])
    expect(widths).toEqual([
      ['min', ONE_LINE_WIDTH],
      ['max', ONE_LINE_WIDTH - 1],
    ])
  })

  it('leaves names room beside the bar, or gives the bar a line of its own', () => {
    // Padding, availability, state, star and the gaps between them.
    const beside = 34 + 12 + 64 + 12 + 140 + 12 + 24
    expect(ONE_LINE_WIDTH - barColumn(ONE_LINE_WIDTH) - beside).toBeGreaterThanOrEqual(180)
    // A tablet held upright.
    expect(barColumn(768 - 2 * 24)).toBe(540)
  })
})

describe('bars', () => {
  it.each([
    [240, 90, 30],
    [270, 90, 90],
    [540, 90, 90],
    [540, 30, 30],
    [100, 365, 30],
    [540, 365, 270],
  ])('of %i px and %i days show %i, in whole pixels', (width, historyDays, days) => {
    const layout = barLayout(width, historyDays)
    expect(layout.days).toBe(days)
    expect(Number.isInteger(layout.pitch)).toBe(true)
    expect(barWidth(layout)).toBeLessThanOrEqual(width)
  })
})
