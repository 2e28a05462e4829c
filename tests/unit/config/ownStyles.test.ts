import { expect, it } from 'vitest'
import { describeProblem } from '@/build/configure/describeProblem'
import { parseConfig } from '@/config/parseConfig'

const parse = (css: unknown) => parseConfig({ apiUrl: '/api', theme: { css } })

it.each([null, 'brand.css', './a/b.css', '/a/../brand.css', 'a/b/../../brand.css?v=2', 'brand%20new.css'])(
  'a style sheet of its own may be %s',
  css => {
    expect(parse(css)).toMatchObject({ config: { theme: { css } }, problems: [], warnings: [] })
  },
)

it.each([
  'https://example.org/brand.css',
  'HTTPS:brand.css',
  '//example.org/brand.css',
  '/\\example.org/brand.css',
  '\\\\example.org/brand.css',
  'data:text/css,*{}',
  'javascript:alert(1)',
  ' brand.css',
  'java\nscript:brand.css',
  '../brand.css',
  'a/../../brand.css',
  'a/%2E%2e/.%2e/brand.css',
  '/../brand.css',
  '?brand.css',
  '.',
  '',
])('but not %j, which is told', css => {
  const { config, problems } = parse(css)
  expect(config).toBeNull()
  expect(problems).toMatchObject([{ path: 'theme.css', code: 'url', expected: 'ownPath' }])
  expect(describeProblem(problems[0]!)).toContain('must be a path of the host of this page, such as "brand.css"')
})

it('nor anything but a text', () => {
  expect(parse(5).problems).toMatchObject([{ path: 'theme.css', code: 'type' }])
})
