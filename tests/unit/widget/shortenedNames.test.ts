import { expect, it } from 'vitest'
import { OWN_NAMES } from '@/app/build/widgetScript'
import { words } from '@/widget/words'

it('no place for a value in a text of the element has a name that its script makes shorter', () => {
  const places = [...JSON.stringify(words).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  expect(places).toContain('level')
  expect(places.filter(name => OWN_NAMES.includes(name))).toEqual([])
})
