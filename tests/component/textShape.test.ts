import fc from 'fast-check'
import { render, type VNode } from 'vue'
import { expect, test } from 'vitest'
import { isShapeWhole, MAX_SHAPED, textShape } from '@/statusView/model/textShape'
import { parseMarkdown } from '@/components/ui/markdown'
import { drawText } from '@/statusView/text'

/** Without line ends between elements and at the end of code, and without what the sanitiser takes away or adds. */
const bare = (html: string) =>
  html
    .replace(/\n(?=<)/g, '')
    .replace(/>\n/g, '>')
    .replace(/\s+<\//g, '</')
    .replace(/ (?:tabindex|class)="[^"]*"/g, '')
    .trim()
function shaped(text: string): string {
  const place = document.createElement('div')
  render(drawText(textShape(text)) as unknown as VNode, place)
  return bare(place.innerHTML)
}

const pieces = [
  'word',
  'two words',
  '**strong**',
  '`a_b()`',
  '- ',
  '* ',
  '1. ',
  '2. ',
  '\n',
  '\n\n',
  '```',
  '```sh',
  '\n```\n',
  ' ',
  '**',
  '*',
  '_',
  '`',
  '# ',
]
pieces.push(
  '[a](https://b)',
  'https://c',
  '<b>',
  '&amp;',
  '&',
  '---',
  '===',
  '> ',
  '| a |',
  '~~a~~',
  '\\',
  '!',
  '1)',
  '+',
  '    ',
  '(5 %)',
  'ü',
  '.',
)

test('whatever is called whole is what the renderer makes of it', () => {
  let whole = 0
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), drawn => {
      const text = drawn.join('')
      if (!isShapeWhole(text)) return
      whole++
      expect(shaped(text)).toBe(bare(`<div>${parseMarkdown(text)}</div>`))
    }),
    { numRuns: 5_000 },
  )
  expect(whole).toBeGreaterThan(100)
})

test.each([
  [
    'We know of it.\nMore at **15:00 UTC**.\n\n- Compute\n- Storage, `volume-3`\n\n```\nopenstack server list\n```\nThanks.',
    true,
  ],
  ['1. First\n2. Second\n\nThen #12 & more (5 %).', true],
  ['See [the status](https://example.org).', false],
  ['A list\n- that begins in a paragraph', false],
  ['<b>bold</b>', false],
  ['- a\n\n- b', false],
])('%j is whole: %s', (text, isWhole) => {
  expect(isShapeWhole(text)).toBe(isWhole)
  if (isWhole) expect(shaped(text)).toBe(bare(`<div>${parseMarkdown(text)}</div>`))
})

test('what is not known stays as it was typed, and a link is its text', () => {
  expect(shaped('# A [link](https://example.org) ![x](y) <b>')).toBe('<div><p># A link x &lt;b&gt;</p></div>')
  expect(textShape('')).toEqual([])
})

test.each(['```\n', '[', '[a](', '**', '`', '- ', '\n'])('a long text of %j is no trouble', piece => {
  const text = piece.repeat(MAX_SHAPED / piece.length)
  expect(textShape(text).length).toBeGreaterThanOrEqual(0)
  expect(typeof isShapeWhole(text)).toBe('boolean')
})
