import { describe, expect, it } from 'vitest'
import { plainText } from '@/components/ui/plainText'

// What the sanitiser leaves of tables, numbers and HTML shows in a real browser only: tests/browser/calendarAndShare.test.ts.
describe('Markdown as plain text', () => {
  it.each([
    ['nothing', '', ''],
    ['words with marks', 'Very **slow**, *since* `noon`, ~~not~~ now', 'Very slow, since noon, not now'],
    ['headings and paragraphs', '# Cause\n\nA switch.\n\n\n\nIt broke.', 'Cause\n\nA switch.\n\nIt broke.'],
    ['line breaks', 'one\ntwo  \nthree', 'one\ntwo\nthree'],
    ['items', 'We\n\n- look\n- mend\n  - slowly\n\nDone.', 'We\n\n- look\n- mend\n  - slowly\n\nDone.'],
    ['items apart from each other', '- look\n\n- mend', '- look\n- mend'],
    ['a link', 'See [the plan](https://a.test/b?c=1&d=2).', 'See the plan (https://a.test/b?c=1&d=2).'],
    ['a bare address', 'See https://a.test/b or mail@a.test.', 'See https://a.test/b or mail@a.test.'],
    ['a host alone', 'See <https://a.test>', 'See https://a.test'],
    ['code', 'Run\n\n```\na  b\n  c\n```\n\nnow', 'Run\n\na  b\n  c\n\nnow'],
    ['a quotation', '> said\n> so', 'said\nso'],
    ['a rule', 'a\n\n---\n\nb', 'a\n\nb'],
    ['signs that are none', 'a < b && c > d, 2 * 3 * 4, snake_case_name', 'a < b && c > d, 2 * 3 * 4, snake_case_name'],
  ])('%s', (_, markdown, expected) => {
    expect(plainText(markdown)).toBe(expected)
  })
})
