import { within, fireEvent } from '@testing-library/dom'
import { nextTick } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import MarkdownText from '@/components/ui/MarkdownText.vue'
import { plainText } from '@/components/ui/plainText'
import { textShape } from '@/statusView/model/textShape'
import { say } from '../support/browser/texts'
import { renderPart } from '../support/mounted'

const PICTURE = '![Error rate 40 percent](https://example.org/g.png)'
const TASKS = '- [x] region north\n- [ ] region south'

const render = async (text: string) => {
  const { element } = await renderPart(MarkdownText, { props: { text } })
  return within(element.parentElement!)
}

describe('a picture', () => {
  it('is a link with what it says', async () => {
    const page = await render(PICTURE)
    const link = await vi.waitFor(() => page.getByRole('link', { name: 'Error rate 40 percent' }))
    expect(link.getAttribute('href')).toBe('https://example.org/g.png')
    expect(page.queryByRole('img')).toBeNull()
  })

  it.each([
    ['in plain text', PICTURE, 'Error rate 40 percent (https://example.org/g.png)'],
    ['without words', '![](https://example.org/g.png)', 'https://example.org/g.png'],
    ['in a link', '[![Graph](https://example.org/g.png)](https://example.org/more)', 'Graph (https://example.org/more)'],
    ['as HTML', 'See <img src="https://example.org/g.png" alt="the graph"> here', 'See the graph here'],
    ['of an address that leads nowhere good', '![Graph](javascript:alert(1))', 'Graph'],
    ['with words that look like HTML', '![a "<b>"](https://example.org/g.png)', 'a "<b>" (https://example.org/g.png)'],
  ])('%s', (_, markdown, expected) => {
    expect(plainText(markdown)).toBe(expected)
  })

  it('is what it says in the shape alone', () => {
    expect(textShape(PICTURE)).toEqual([{ kind: 'p', lines: [['Error rate 40 percent']] }])
  })
})

describe('done and open tasks', () => {
  it('can be told apart on the page, in plain text and in the shape alone', async () => {
    const page = await render(TASKS)
    await vi.waitFor(() =>
      expect(page.getAllByRole('listitem').map(item => item.textContent.trim().replace(/\s+/g, ' '))).toEqual([
        '☑ region north',
        '☐ region south',
      ]),
    )
    expect(plainText(TASKS)).toBe('- ☑ region north\n- ☐ region south')
    expect(textShape(TASKS)).toEqual([{ kind: 'ul', lines: [['☑ region north'], ['☐ region south']] }])
  })
})

describe('a run of letters that no line can break', () => {
  it('is cut, and shown whole on demand', async () => {
    const run = 'x'.repeat(100_000)
    const page = await render(`Before ${run} after`)
    expect(page.getByText(/^Before x+… after$/).textContent.length).toBeLessThan(2_100)
    fireEvent.click(page.getByRole('button', { name: say('app.showAll') }))
    await nextTick()
    expect(page.getByText(/^\s*Before/).textContent.trim()).toBe(`Before ${run} after`)
    expect(page.queryByRole('button')).toBeNull()
  })
})
