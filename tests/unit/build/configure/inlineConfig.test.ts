import { expect, test } from 'vitest'
import { exampleConfig, exampleOfSeveral } from '@/build/configReference/exampleConfig'
import { checksum } from '@/config/checksum'
import { completeConfig, withConfig } from '@/build/configure/inlineConfig'
import { parseConfig } from '@/config/parseConfig'
import type { ConfigInput } from '@/config/schema'

const PAGE = '<html><head></head></html>'
const textOf = (html: string) => /<script type="application\/json" id="scs-config"([^>]*)>(.*?)<\/script>/.exec(html)!

test.each<[string, ConfigInput]>([
  ['the shortest one', { apiUrl: '/api' }],
  ['the example', exampleConfig],
  ['the example of several providers', exampleOfSeveral],
])('a complete configuration says the same as %s, and nothing can be added to it', (_, given) => {
  const complete = JSON.parse(JSON.stringify(completeConfig(given))) as ConfigInput
  expect(parseConfig(complete)).toEqual({ ...parseConfig(given), warnings: [] })
  expect(completeConfig(complete)).toEqual(complete)
})

test('what is valid stands complete in the page, marked as checked; what is not stays as it is, unmarked', () => {
  const [, mark, text] = textOf(withConfig(PAGE, { apiUrl: '/api', unheardOf: 1 }))
  expect(mark).toBe(` data-checked="${checksum(text!)}"`)
  expect(JSON.parse(text!)).toEqual(completeConfig({ apiUrl: '/api' }))
  const [, none, invalid] = textOf(withConfig(PAGE, { apiUrl: '/api', historyDays: 0 }))
  expect(none).toBe('')
  expect(JSON.parse(invalid!)).toEqual({ apiUrl: '/api', historyDays: 0 })
})
