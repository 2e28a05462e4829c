import fc from 'fast-check'
import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import { fillTemplate, fillText } from '@/domain/writing/template'

const values = { components: 'Web, DB', begin: '12:00', end: '', $1: 'x' }

describe('a text with placeholders', () => {
  it.each([
    ['Trouble with {components} since {begin}', 'Trouble with Web, DB since 12:00', []],
    ['{begin}{begin}', '12:0012:00', []],
    ['until {end}', 'until {end}', ['end']],
    ['{wrong} and {wrong} and {Begin}', '{wrong} and {wrong} and {Begin}', ['wrong', 'Begin']],
    ['{toString} {__proto__}', '{toString} {__proto__}', ['toString']],
    [String.raw`\{begin} \\{begin}`, String.raw`{begin} \{begin}`, []],
    [String.raw`a \* b \\ c`, String.raw`a \* b \\ c`, []],
    ['{ begin } {} {1} { {begin', '{ begin } {} {1} { {begin', []],
    ['{{begin}}', '{12:00}', []],
    ['', '', []],
  ])('%j becomes %j', (text, filled, open) => {
    expect(fillText(text, values)).toEqual({ filled, open })
  })

  it('takes values as they are, even those that look like more', () => {
    expect(fillText('{a} {b}', { a: '{b}', b: '$& $1 \\{' })).toEqual({ filled: '{b} $& $1 \\{', open: [] })
  })

  it('without braces stays as it is', () => {
    fc.assert(
      fc.property(
        fc.string().filter(text => !text.includes('{')),
        text => {
          expect(fillText(text, values)).toEqual({ filled: text, open: [] })
        },
      ),
    )
  })
})

describe('a template', () => {
  it('is filled in title and description, and says once what is left', () => {
    const template = { title: '{components}: {wrong}', description: '**{begin}** {wrong} {other}' }
    expect(fillTemplate(template, values)).toEqual({
      filled: { title: 'Web, DB: {wrong}', description: '**12:00** {wrong} {other}' },
      open: ['wrong', 'other'],
    })
  })

  it.each(['a_b_c', '*x*', '[link](x)', '<b>', '`code`', '~~x~~', 'a|b', '![x](y)', '&lt;', '# x', String.raw`\*`])(
    'shows the name %j as it is in Markdown, and plain in the title',
    name => {
      const { filled } = fillTemplate({ title: '{name}', description: 'x {name} y' }, { name })
      expect(filled.title).toBe(name)
      expect(shownText(marked.parseInline(filled.description, { async: false }))).toBe(`x ${name} y`)
    },
  )
})

/** What a reader sees of inline HTML; elements stay and stand out, for they are no plain text. */
function shownText(html: string): string {
  const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }
  return html.replace(/&(lt|gt|quot|#39|amp);/g, entity => entities[entity as keyof typeof entities])
}
