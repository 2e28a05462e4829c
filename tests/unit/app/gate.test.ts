import { describe, expect, it } from 'vitest'
import { passesGate } from '@/auth/claims'

describe('the gate', () => {
  it.each([
    [{ groups: ['a', 'ops'] }, 'groups', true],
    [{ groups: 'ops' }, 'groups', true],
    [{ groups: ['a'] }, 'groups', false],
    [{ groups: 'devops' }, 'groups', false],
    [{ groups: ['devops', 'ops2'] }, 'groups', false],
    [{ groups: { ops: true } }, 'groups', false],
    [{ groups: null }, 'groups', false],
    [{}, 'groups', false],
    [{ realm_access: { roles: ['ops'] } }, 'realm_access.roles', true],
    [{ realm_access: 'ops' }, 'realm_access.roles', false],
    [{ 'https://example.org/groups': ['ops'] }, 'https://example.org/groups', true],
    [{}, 'constructor.name', false],
  ])('of %j, claim %s', (claims, claim, expected) => {
    expect(passesGate(claims, { claim, contains: 'ops' })).toBe(expected)
  })

  it('that is not there lets everyone in', () => {
    expect(passesGate({}, null)).toBe(true)
  })
})
