import { describe, expect, it } from 'vitest'
import { checkIdToken, claimsOf, type IdTokenFault } from '@/auth/claims'

const NOW = 1_800_000_000
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const tokenOf = (claims: unknown) => `${encode({ alg: 'RS256' })}.${encode(claims)}.signature`
const good = { iss: 'https://login.test', aud: 'page', sub: 'olga', exp: NOW + 600 }
const check = (token: string) => checkIdToken(token, { issuer: 'https://login.test', clientId: 'page', now: NOW })

describe('an ID token', () => {
  it.each<[string, Record<string, unknown>, IdTokenFault | null]>([
    ['as it must be', {}, null],
    ['for this page in a list', { aud: ['page'] }, null],
    ['from another issuer', { iss: 'https://evil.test' }, 'iss'],
    ['from an issuer that is written otherwise', { iss: 'https://login.test/' }, 'iss'],
    ['from nobody', { iss: undefined }, 'iss'],
    ['for another client', { aud: 'shop' }, 'aud'],
    ['for a client whose name begins the same', { aud: 'pages' }, 'aud'],
    ['for others in a list', { aud: ['shop', 'blog'] }, 'aud'],
    ['for nobody', { aud: undefined }, 'aud'],
    ['for an empty list', { aud: [] }, 'aud'],
    ['for an object', { aud: { page: true } }, 'aud'],
    ['for several, and nobody asked', { aud: ['page', 'shop'] }, 'azp'],
    ['for several, and this page asked', { aud: ['page', 'shop'], azp: 'page' }, null],
    ['for several, and another one asked', { aud: ['page', 'shop'], azp: 'shop' }, 'azp'],
    ['for this page, that another one asked for', { azp: 'shop' }, 'azp'],
    ['for this page, that it asked for', { azp: 'page' }, null],
    ['for this page, that null asked for', { azp: null }, 'azp'],
    ['that was over a little ago, by this clock', { exp: NOW - 59 }, null],
    ['that is over', { exp: NOW - 60 }, 'exp'],
    ['that never ends', { exp: undefined }, 'exp'],
    ['whose end is a text', { exp: String(NOW + 600) }, 'exp'],
  ])('%s: %j: %s', (_, claims, fault) => {
    expect(check(tokenOf({ ...good, ...claims }))).toBe(fault)
  })

  it.each(['', 'opaque', 'a.b.c', `.${encode(null)}.`, `.${encode('text')}.`, '...'])(
    'that is none (%j) is from nobody',
    token => {
      expect(claimsOf(token)).toEqual({})
      expect(check(token)).toBe('iss')
    },
  )

  it('may have names in any script', () => {
    expect(claimsOf(tokenOf({ name: 'Олга Ünsal 王' }))).toEqual({ name: 'Олга Ünsal 王' })
  })
})
