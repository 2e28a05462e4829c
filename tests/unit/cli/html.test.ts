import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { h, renderHtml } from '@/cli/html'
import { hostileLinks, hostileTexts } from '../../support/hostile'

const html = (node: JSX.Node) => renderHtml(() => node).html
const parsed = (text: string) => {
  const { document } = new Window()
  document.body.innerHTML = text
  return document.body
}

test.each(Object.entries(hostileTexts))('a text is a text, in elements and in attributes: %s', (_, text) => {
  const body = parsed(html(h('p', { title: text }, text)))
  expect(body.querySelectorAll('*')).toHaveLength(1)
  const [element] = body.children
  expect([...element!.attributes].map(({ name }) => name)).toEqual(['title'])
  // What a parser would put there by itself.
  // eslint-disable-next-line no-control-regex
  const kept = text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]|\p{Surrogate}/gu, '\ufffd')
  expect([element!.textContent, element!.getAttribute('title')].map(one => one?.replaceAll('\r', ''))).toEqual(
    Array(2).fill(kept.replaceAll('\r', '')),
  )
})

test('what is made of pieces is no text, also in lists; what is not there is left out', () => {
  const items = ['a', 0, false, null, undefined, true, ''].map(one => h('li', null, one))
  expect(html(h('ul', { class: undefined, open: false, hidden: undefined }, [items]))).toBe(
    '<ul><li>a</li><li>0</li><li></li><li></li><li></li><li></li><li></li></ul>',
  )
})

test('elements without content are not closed, shapes keep the names of their attributes', () => {
  expect(html([h('br', null), h('img', { src: 'logo.svg', alt: '' })])).toBe('<br><img src="logo.svg" alt="">')
  expect(html(h('svg', { viewBox: '0 0 24 24', width: 18 }, h('path', { d: 'M1 2' })))).toBe(
    '<svg viewBox="0 0 24 24" width="18"><path d="M1 2"></path></svg>',
  )
})

test.each(hostileLinks.filter(link => !['\\\\foreign.example'].includes(link)))('no address leads to %j', link => {
  expect(html(h('a', { href: link }, 'a'))).toBe('<a>a</a>')
})

test.each(['https://example.org/?a=1&b', 'mailto:a@example.org', 'incidents/1/', './'])('an address may be %s', link => {
  expect(parsed(html(h('a', { href: link }))).firstElementChild.getAttribute('href')).toBe(link)
})

test.each([
  ['an element that runs', () => h('script', null, 'alert(1)')],
  ['an element of any name', () => h('a onclick', null)],
  ['an attribute that runs', () => h('p', { onclick: 'alert(1)' })],
  ['an attribute of any name', () => h('p', { 'x onclick': 'alert(1)' })],
  ['a style that ends its rule', () => renderHtml(() => h('p', { style: { '--level': 'red}</style>' } }))],
  ['a style outside of a page', () => h('p', { style: { '--level': 'red' } })],
])('nobody makes %s', (_, make) => {
  expect(make).toThrow()
})

test('styles are classes, the same ones once', () => {
  const style = { '--level': '#123456' }
  const drawn = renderHtml(
    () => [h('p', { class: 'st-a', style }), h('i', { style }), h('b', { style: { width: '2px' } })],
    '#first ',
  )
  expect(drawn.html).toBe('<p class="st-a of-1"></p><i class="of-1"></i><b class="of-2"></b>')
  expect(drawn.css).toBe('#first .of-1{--level:#123456}\n#first .of-2{width:2px}')
})
