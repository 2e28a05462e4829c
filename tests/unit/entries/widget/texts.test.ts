import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lostNames } from '@/build/widgetScript'
import { widgetTexts } from '@/entries/widget/texts'

const code = readdirSync('src/entries/widget')
  .map(file => readFileSync(`src/entries/widget/${file}`, 'utf8'))
  .join('\n')

it('what only an element says is said', () => {
  const names = Object.keys(widgetTexts.en.element)
  expect(names.length).toBeGreaterThan(5)
  expect(names.filter(name => !new RegExp(`element\\.${name}\\b|'${name}'`).test(code))).toEqual([])
})

it('no text, and no place for a value in one, has a name that the script makes shorter', () => {
  expect(JSON.stringify(widgetTexts)).toContain('{level}')
  expect(lostNames()).toEqual([])
})
