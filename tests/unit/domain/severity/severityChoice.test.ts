import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Severity } from '@/domain/catalog/catalog'
import { isGood, levelOf, severityScale } from '@/domain/severity/severity'
import { choiceOf, defaultChoice, maintenanceChoice, scaleRows, severityChoices } from '@/domain/severity/severityChoice'
import { level, scale, severityLists, threeBands } from '../builders'

const told = (of = scale) => severityChoices(of).map(({ level, value, from, to }) => [level.name, value, from, to])

describe('the choices', () => {
  it('are the bands, each with its upper bound', () => {
    expect(told()).toEqual([
      ['notice', 25, 1, 25],
      ['degraded', 50, 26, 50],
      ['outage', 100, 51, 100],
    ])
    expect(maintenanceChoice(scale)).toEqual({ level: scale.maintenance, value: 0, from: 0, to: 0 })
  })

  it('end at 100, and have no band that no value leads to', () => {
    const odd = severityScale([
      { name: 'a', value: 50 },
      { name: 'b', value: 50 },
      { name: 'c', value: 150 },
      { name: 'd', value: 200 },
      { name: 'zero', value: 0 },
    ])
    expect(told(odd)).toEqual([
      ['a', 50, 1, 50],
      ['c', 100, 51, 100],
    ])
  })

  it('lead to the band that they name, with each of their values', () => {
    fc.assert(
      fc.property(severityLists(), severities => {
        const scale = severityScale(severities)
        expect(severityChoices(scale)).toHaveLength(severities.length)
        for (const choice of severityChoices(scale))
          for (const value of [choice.value, choice.from, choice.to]) {
            expect(levelOf(scale, value)).toBe(choice.level)
            expect(choiceOf(scale, value)).toEqual(choice)
          }
      }),
    )
  })
})

it.each([
  [0, 'maintenance'],
  [1, 'notice'],
  [25, 'notice'],
  [26, 'degraded'],
  [100, 'outage'],
  [101, null],
  [-1, null],
  [1.5, null],
  [null, null],
])('the value %s is of the choice %s', (value, name) => {
  expect(choiceOf(scale, value)?.level ?? null).toBe(name && level(name))
})

it('a value above the highest band has no choice', () => {
  expect(choiceOf(severityScale([{ name: 'bad', value: 50 }]), 51)).toBeNull()
})

describe('the default', () => {
  it('is the lowest band that is not good', () => {
    expect(defaultChoice(scale)?.level.name).toBe('degraded')
    const overridden = severityScale(
      [
        { name: 'x', value: 10 },
        { name: 'y', value: 100 },
      ],
      { overrides: { x: { good: true } } },
    )
    expect(defaultChoice(overridden)?.value).toBe(100)
  })

  it('is none where all bands are good, or there is none', () => {
    expect(defaultChoice(severityScale([{ name: 'x', value: 10 }], { overrides: { x: { good: true } } }))).toBeNull()
    expect(defaultChoice(severityScale([]))).toBeNull()
  })

  it('is never good', () => {
    fc.assert(
      fc.property(
        severityLists(),
        fc.dictionary(fc.constantFrom('severity 10', 'severity 50'), fc.record({ good: fc.boolean() })),
        (severities, overrides) => {
          const choice = defaultChoice(severityScale(severities, { overrides }))
          if (choice) expect(isGood(choice.level)).toBe(false)
        },
      ),
    )
  })
})

describe('the scale', () => {
  const rows = (list: readonly Severity[]) =>
    scaleRows(severityScale(list)).map(({ level, from, to }) => [level.name ?? level.kind, from, to])

  it('is drawn from maintenance to what nothing covers', () => {
    expect(rows(threeBands.slice(0, 2))).toEqual([
      ['maintenance', 0, 0],
      ['notice', 1, 25],
      ['degraded', 26, 50],
      ['unknown', 51, 100],
    ])
    expect(rows([])).toEqual([
      ['maintenance', 0, 0],
      ['unknown', 1, 100],
    ])
    expect(rows([{ name: 'huge', value: 300 }])[1]).toEqual(['huge', 1, 100])
  })
})
