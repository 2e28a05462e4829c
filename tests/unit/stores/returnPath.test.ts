import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeReturnPath } from '@/stores/returnPath'

describe('the path to go on with after a login', () => {
  it.each([
    '/',
    '/manage',
    '/manage/incidents/a-b',
    '/?q=north&group=tier',
    '/incidents/1#updates',
    '/manage?to=//other',
    '/loginless',
    '/p/north/manage',
    '/p/login/',
    '/#//evil.example',
    '/history?q=%2F%2Fx%09',
    '/@evil.example',
    '/%252F',
  ])('may be %s', path => expect(safeReturnPath(path, '/safe')).toBe(path))

  it.each([
    [undefined],
    [null],
    [['/manage']],
    [''],
    ['manage'],
    ['https://evil.example/'],
    ['//evil.example'],
    ['/\\evil.example'],
    ['\\\\evil.example'],
    ['/\t/evil.example'],
    ['/a\n'],
    ['javascript:alert(1)'],
    ['/..//evil.example'],
    ['/a/../../up'],
    ['/a/%2e%2E/up'],
    ['/.'],
    ['/a//b'],
    ['/login'],
    ['/login?code=1'],
    ['/login/x'],
    ['/p/north/login'],
    ['/p/north/login?code=1'],
    ['/Login'],
    ['https:evil.example'],
    ['https:/evil.example'],
    ['https:\\\\evil.example'],
    ['http:evil'],
    ['data:text/html,x'],
    ['///evil.example'],
    ['/\\/evil.example'],
    ['\\/evil.example'],
    [' //evil.example'],
    ['\t//evil.example'],
    ['/\n/evil.example'],
    ['/\r\n/evil.example'],
    ['/\u0000/evil.example'],
    ['/\u007f/evil.example'],
    ['/%2Fevil.example'],
    ['/%2f%2fevil.example'],
    ['/%5Cevil.example'],
    ['/%09/evil.example'],
    ['/%0d%0aLocation:evil'],
    ['%2F%2Fevil.example'],
    ['/p/north//evil.example'],
    ['/p/north/..//evil.example'],
    ['/p/../..'],
    ['/..'],
    ['/.%2e/up'],
    ['/manage/%2e'],
    ['#/manage'],
    ['?to=/manage'],
    ['@evil.example'],
  ])('is never %j', path => expect(safeReturnPath(path, '/safe')).toBe('/safe'))

  it.each(['', '/', '/any/sub/', '/status/index.html#'])('never leads out of the page at %j, whatever is asked for', base => {
    const part = fc.oneof(
      fc.constantFrom(
        '/',
        '\\',
        '.',
        '..',
        '%2f',
        '%5C',
        '%2e',
        ':',
        '#',
        '?',
        '@',
        '\t',
        '\n',
        'https',
        'evil.example',
        'manage',
        'login',
      ),
      fc.string({ maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), parts => {
        const path = safeReturnPath(parts.join(''), '/safe')
        const { href } = new URL(base.replace(/\/$/, '') + path, 'https://status.example/')
        expect(href.startsWith(new URL(base, 'https://status.example/').href)).toBe(true)
        // Neither does the path alone, wherever a browser reads it.
        expect(new URL(path, 'https://status.example/').origin).toBe('https://status.example')
      }),
    )
  })
})
