import { expect, it } from 'vitest'
import { severityScale } from '@/domain/severity/severity'
import { chosenLevels, levelChoices } from '@/statusView/model/levelChoices'
import { createTranslator } from '@/i18n/translator'

const speech = createTranslator(
  () => 'en',
  key =>
    new Map<string, string>([
      ['level.operational', 'Operational'],
      ['level.unknown', 'Unknown'],
    ]).get(key) ?? key,
)
const bands = ['operational', 'limited', 'broken', 'Broken '].map((name, index) => ({ name, value: 25 * (index + 1) }))
const { levels } = severityScale(bands)
const choices = levelChoices(speech, levels)

it('offers states of one word once, whatever their capitals', () => {
  const words = choices.map(({ name }) => name.trim().toLowerCase())
  expect(words.filter(word => word === 'operational')).toHaveLength(1)
  expect(new Set(words).size).toBe(words.length)
})

it('means each state by exactly one choice', () => {
  expect(choices.flatMap(({ keys }) => keys).sort()).toEqual(levels.map(({ key }) => key).sort())
})

it('chooses by the key of any of them, and by one that is not offered any more', () => {
  const operational = choices.find(({ keys }) => keys.includes('operational'))!
  expect(operational.keys).toHaveLength(2)
  for (const key of operational.keys) expect(chosenLevels(choices, key)).toBe(operational)
  expect(chosenLevels(choices, 'band:gone')).toEqual({ key: 'band:gone', keys: ['band:gone'] })
  expect(chosenLevels(choices, '').keys).toEqual([])
})
