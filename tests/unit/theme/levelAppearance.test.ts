import { describe, expect, it } from 'vitest'
import { severityScale } from '@/domain/severity/severity'
import { levelClass, levelHeight, levelShape } from '@/theme/levelAppearance'

const bands = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `band ${index + 1}`, value: Math.round((100 * (index + 1)) / count) }))
// Five bands: a good one and one of each tone.
const scale = severityScale(bands(5))

describe('the look of a state', () => {
  it('is a shape of its own for each kind and tone', () => {
    const shapes = scale.levels.map(levelShape)
    expect(shapes).toHaveLength(8)
    expect(new Set(shapes).size).toBe(8)
    for (const shape of shapes) expect(shape).toMatch(/^M/)
  })

  it('is a class of its own', () => {
    expect(scale.levels.map(levelClass).sort()).toEqual(
      ['is-maintenance', 'is-notice', 'is-operational', 'is-tone-1', 'is-tone-2', 'is-tone-3', 'is-tone-4', 'is-unknown'].sort(),
    )
  })

  it('is a bar that is taller the worse the band, and never taller than the row', () => {
    const heights = scale.levels.filter(({ kind }) => kind === 'band').map(levelHeight)
    expect(heights).toEqual([...heights].sort((a, b) => a - b))
    expect(new Set(heights).size).toBe(4)
    for (const level of scale.levels) expect(levelHeight(level)).toBeLessThanOrEqual(1)
  })

  it('of anything else is taller than that of what is operational', () => {
    const [operational, ...others] = scale.levels.map(levelHeight)
    for (const height of others) expect(height).toBeGreaterThan(operational!)
  })

  it.each([1, 2, 3, 7, 12])('exists for each of %i bands', count => {
    for (const level of severityScale(bands(count)).levels) {
      expect(levelClass(level)).not.toBe('is-tone-0')
      expect(levelShape(level)).toMatch(/^M/)
      expect(levelHeight(level)).toBeGreaterThan(0)
    }
  })
})
