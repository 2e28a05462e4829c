import { describe, expect, it } from 'vitest'
import type { Severity } from '@/domain/catalog/catalog'
import { equalValues, isGood, levelOf, severityScale, worstLevel, type ScaleOptions } from '@/domain/severity/severity'
import { level, scale, threeBands } from '../builders'

const names = (severities: readonly Severity[], options?: ScaleOptions) =>
  severityScale(severities, options).levels.map(({ kind, name }) => name ?? kind)
const ranges = (severities: readonly Severity[]) =>
  severityScale(severities).bands.map(({ name, range }) => [name, range!.from, range!.to])
const named = (...values: [string, number][]): Severity[] => values.map(([name, value]) => ({ name, value }))

describe('bands', () => {
  it('reach from the previous value + 1 to their own, whatever order the server lists them in', () => {
    const expected = [
      ['notice', 1, 25],
      ['degraded', 26, 50],
      ['outage', 51, 100],
    ]
    expect(ranges(threeBands)).toEqual(expected)
    expect(ranges([...threeBands].reverse())).toEqual(expected)
  })

  it.each([
    [0, 'maintenance'],
    [-0, 'maintenance'],
    [1, 'notice'],
    [25, 'notice'],
    [26, 'degraded'],
    [50, 'degraded'],
    [51, 'outage'],
    [100, 'outage'],
    [101, 'unknown'],
    [null, 'unknown'],
    [-1, 'unknown'],
    [0.5, 'unknown'],
    [25.5, 'unknown'],
    [99.999, 'unknown'],
    [NaN, 'unknown'],
    [Infinity, 'unknown'],
    [-Infinity, 'unknown'],
  ])('judge %s as %s', (value, expected) => {
    expect(levelOf(scale, value)).toBe(level(expected))
  })

  it('leave no gap between far values, and what lies above the highest is unknown', () => {
    const sparse = severityScale(named(['minor', 3], ['major', 70]))
    expect(levelOf(sparse, 4).name).toBe('major')
    expect(levelOf(sparse, 70).name).toBe('major')
    expect(levelOf(sparse, 71)).toBe(sparse.unknown)
  })

  it('may lie above 100: their bounds are data', () => {
    const wide = severityScale(named(['minor', 100], ['major', 1000]))
    expect(levelOf(wide, 101).name).toBe('major')
    expect(levelOf(wide, 1001)).toBe(wide.unknown)
  })

  it('are none without severities: then everything but maintenance is unknown', () => {
    const empty = severityScale([])
    expect(empty.bands).toEqual([])
    expect(empty.levels.map(({ kind }) => kind)).toEqual(['operational', 'maintenance', 'unknown'])
    expect([0, 1, 50, 100, null].map(value => levelOf(empty, value).kind)).toEqual([
      'maintenance',
      'unknown',
      'unknown',
      'unknown',
      'unknown',
    ])
  })

  it('are not bounded by values that are no whole number of 1 or more', () => {
    expect(ranges(named(['odd', -5], ['half', 10.5], ['nothing', NaN], ['all', 100]))).toEqual([['all', 1, 100]])
  })
})

describe('the value 0', () => {
  it('gives maintenance its name and is no band', () => {
    const scale = severityScale(named(['outage', 100], ['Wartung', 0]))
    expect(levelOf(scale, 0).name).toBe('Wartung')
    expect(scale.bands.map(({ name }) => name)).toEqual(['outage'])
    expect(levelOf(scale, 1).name).toBe('outage')
  })

  it('leaves maintenance without a name where the server has none for it', () => {
    expect(scale.maintenance.name).toBeNull()
  })
})

describe('severities of one value', () => {
  const two = named(['b', 50], ['a', 50], ['top', 100])
  const doubled = severityScale(two)

  it('are ordered by name: the first has the band, and the value is reported', () => {
    expect(doubled.bands.map(({ name }) => name)).toEqual(['a', 'b', 'top'])
    expect([1, 50].map(value => levelOf(doubled, value).name)).toEqual(['a', 'a'])
    expect(equalValues(two)).toEqual([50])
    expect(equalValues(named(['a', 50], ['top', 100]))).toEqual([])
  })

  it('do not let a good override of the second take the values of the first', () => {
    const scale = severityScale(named(['a', 50], ['b', 50], ['top', 100]), { overrides: { b: { good: true } } })
    expect(levelOf(scale, 30).name).toBe('a')
    expect(scale.bands.map(({ name }) => name)).toEqual(['a', 'b', 'top'])
  })

  it('are reported once each, 0 included, in ascending order', () => {
    const many = named(['a', 50], ['b', 50], ['c', 50], ['d', 7], ['e', 7], ['n', 0], ['m', 0], ['z', 100])
    expect(equalValues(many)).toEqual([0, 7, 50])
    expect(severityScale(many).maintenance.name).toBe('m')
  })

  it('at the top leave unknown directly below the one that has the band', () => {
    expect(names(named(['low', 50], ['a', 100], ['b', 100]))).toEqual(['operational', 'maintenance', 'low', 'unknown', 'a', 'b'])
  })

  it('do not make up the three bands of which the lowest would be good', () => {
    expect(isGood(levelOf(doubled, 1))).toBe(false)
  })
})

describe('names', () => {
  it('may repeat: every level still has its own key', () => {
    const keys = severityScale(named(['down', 50], ['down', 100], ['down', 100], ['down:100', 70])).levels.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toContain('band:down')
  })

  it.each(['unknown', 'operational', 'maintenance'])('of a band may be "%s" without being taken for the state', name => {
    const { levels } = severityScale(named([name, 100]))
    expect(new Set(levels.map(({ key }) => key)).size).toBe(levels.length)
    expect(levelOf(severityScale(named([name, 100])), 100).kind).toBe('band')
  })
})

describe('the good band', () => {
  it('is by default the lowest, where there are three or more', () => {
    expect(levelOf(scale, 25)).toMatchObject({ kind: 'notice', name: 'notice', weight: 0, tone: 0 })
    expect(isGood(levelOf(scale, 25))).toBe(true)
    expect(isGood(levelOf(scale, 26))).toBe(false)
  })

  it.each([1, 2])('is none of %i by default', count => {
    const few = severityScale(threeBands.slice(0, count))
    expect(few.bands.some(isGood)).toBe(false)
  })

  it('does not count a severity of value 0 among the three', () => {
    expect(severityScale(named(['m', 0], ['a', 50], ['b', 100])).bands.some(isGood)).toBe(false)
  })

  it('is what the configuration says, by display name', () => {
    const overrides = { notice: { good: false }, degraded: { good: true } }
    expect(names(threeBands, { overrides })).toEqual(['operational', 'degraded', 'maintenance', 'notice', 'unknown', 'outage'])
  })

  it('leaves the bands themselves in the order of their values', () => {
    const { bands } = severityScale(threeBands, { overrides: { notice: { good: false }, outage: { good: true } } })
    expect(bands.map(({ name, kind }) => [name, kind])).toEqual([
      ['notice', 'band'],
      ['degraded', 'band'],
      ['outage', 'notice'],
    ])
  })

  it('may be every one of them: unknown is still worst', () => {
    const overrides = { notice: { good: true }, degraded: { good: true }, outage: { good: true } }
    expect(names(threeBands, { overrides }).at(-1)).toBe('unknown')
  })
})

describe('weights', () => {
  const weights = (options?: ScaleOptions) => severityScale(threeBands, options).levels.map(({ weight }) => weight)

  it('are 0 for good bands and maintenance, 100 for other bands and unknown', () => {
    expect(weights()).toEqual([0, 0, 0, 100, 100, 100])
  })

  it('follow the configuration, 0 included', () => {
    const overrides = { notice: { weight: 5 }, degraded: { weight: 30 }, outage: { weight: 0 } }
    expect(weights({ overrides, unknownWeight: 50 })).toEqual([0, 5, 0, 30, 50, 0])
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'of a band called %s come from its own entry only',
    name => {
      const severities = named([name, 100])
      expect(levelOf(severityScale(severities, { overrides: {} }), 100)).toMatchObject({ kind: 'band', name, weight: 100 })
      const overrides = JSON.parse(`{"${name}": {"weight": 20, "good": true}}`) as NonNullable<ScaleOptions['overrides']>
      expect(levelOf(severityScale(severities, { overrides }), 100)).toMatchObject({ kind: 'notice', name, weight: 20 })
    },
  )
})

describe('the order of states', () => {
  it('is operational, notice, maintenance, bands, with unknown directly below the highest', () => {
    expect(names(threeBands)).toEqual(['operational', 'notice', 'maintenance', 'degraded', 'unknown', 'outage'])
    expect(names(named(['only', 100]))).toEqual(['operational', 'maintenance', 'unknown', 'only'])
    expect(names(named(['low', 99], ['top', 100]))).toEqual(['operational', 'maintenance', 'low', 'unknown', 'top'])
  })

  it('gives ranks that lead back to their levels', () => {
    expect(scale.levels.map(({ rank }) => rank)).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('gives bad bands a look from mild to worst, the highest always the worst', () => {
    const tones = (count: number) => {
      const severities = Array.from({ length: count }, (_, index): Severity => ({ name: `${index}`, value: index + 1 }))
      return severityScale(severities, { overrides: { 0: { good: false } } }).bands.map(({ tone }) => tone)
    }
    expect([1, 2, 3, 4, 5, 8].map(tones)).toEqual([
      [4],
      [2, 4],
      [2, 3, 4],
      [1, 2, 3, 4],
      [1, 2, 3, 4, 4],
      [1, 1, 2, 2, 3, 3, 4, 4],
    ])
  })

  it('makes the worst of several levels the one of highest rank, and of none operational', () => {
    expect(worstLevel(scale, [level('notice'), level('outage'), level('unknown')])).toBe(level('outage'))
    expect(worstLevel(scale, [level('unknown'), level('degraded')])).toBe(level('unknown'))
    expect(worstLevel(scale, [])).toBe(scale.operational)
  })
})
