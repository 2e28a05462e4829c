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
  ])('is never %j', path => expect(safeReturnPath(path, '/safe')).toBe('/safe'))
})
