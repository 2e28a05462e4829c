import { h as vueH, render, type VNode } from 'vue'
import { expect, test } from 'vitest'
import { h } from '@/statusView/dom'

type Draw = (make: typeof h) => JSX.Element

/** Without what Vue leaves where there is nothing, and around lists. */
const bare = (element: Element) => element.innerHTML.replaceAll('<!---->', '')

test.each<[string, Draw]>([
  ['texts and numbers, also 0 and an empty one', make => make('p', null, 'a ', 0, '', 'b')],
  ['what may be missing', make => make('p', null, false, null, undefined, true, 'a')],
  [
    'lists, also in lists',
    make =>
      make(
        'ul',
        null,
        ['a', 'b'].map(one => make('li', null, [one, ['!']])),
        make('li', null, 'c'),
      ),
  ],
  [
    'attributes, or none of a name',
    make => make('a', { class: 'st-a', href: '/x?y=1&z', role: undefined, 'aria-busy': 'false' }, 'a'),
  ],
  ['custom properties', make => make('p', { style: { '--level': '#123456' } }, 'a')],
  ['shapes', make => make('svg', { viewBox: '0 0 24 24', width: 18 }, make('path', { d: 'M1 2' }))],
  ['no markup of others', make => make('p', { title: '"<b>"' }, '<b>bold</b> & more')],
])('draws as the page does: %s', (_, draw) => {
  const [ours, vues] = [document.createElement('div'), document.createElement('div')]
  ours.append(draw(h))
  render(draw(vueH as unknown as typeof h) as unknown as VNode, vues)
  expect(ours.innerHTML).not.toBe('')
  expect(bare(ours)).toBe(bare(vues))
})

test('shapes are of SVG, not of HTML', () => {
  const shape = h('svg', null, h('path', { d: 'M1 2' }))
  expect([shape, shape.firstElementChild].map(one => one?.namespaceURI)).toEqual(Array(2).fill('http://www.w3.org/2000/svg'))
})
