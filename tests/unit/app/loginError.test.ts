import { ErrorResponse, ErrorTimeout } from 'oidc-client-ts'
import { describe, expect, it } from 'vitest'
import { toLoginError } from '@/auth/loginError'
import { LoginError, type LoginProblem } from '@/stores/provider'

describe('an error of the OpenID library', () => {
  it.each<[Error, LoginProblem]>([
    [new ErrorTimeout('Network timed out'), 'unreachable'],
    [new TypeError('Failed to fetch'), 'unreachable'],
    [new Error('Bad Gateway (502)'), 'unreachable'],
    [new Error('Service Unavailable (503): {"busy":true}'), 'unreachable'],
    [new Error('Too Many Requests (429)'), 'unreachable'],
    [new Error('Not Found (404)'), 'unreadable'],
    [new Error('Invalid response Content-Type: text/html, from URL: https://login.test'), 'unreadable'],
    [new Error('Metadata does not contain property token_endpoint'), 'unreadable'],
    [new SyntaxError('Unexpected token <'), 'unreadable'],
    [new Error('Popup closed by user'), 'closed'],
    [new Error('Attempted to navigate on a disposed window'), 'blocked'],
    [new Error('Popup blocked by user'), 'blocked'],
    [new Error('No matching state found in storage'), 'invalid'],
    [new Error('nonce in id_token does not match nonce in client storage'), 'invalid'],
    [new ErrorResponse({ error: 'access_denied' }), 'refused'],
    [new LoginError('untrusted'), 'untrusted'],
  ])('%o is %s', (error, kind) => {
    expect(toLoginError(error)).toMatchObject({ name: 'LoginError', kind })
  })

  it('keeps the words of the provider', () => {
    const told = new ErrorResponse({ error: 'access_denied', error_description: 'Changed their mind' })
    expect(toLoginError(told).detail).toBe('Changed their mind')
    expect(toLoginError(new ErrorResponse({ error: 'access_denied' })).detail).toBe('access_denied')
  })
})
