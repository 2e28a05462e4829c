import { describe, expect, it } from 'vitest'
import { readSettings } from '@/entries/widget/settings'

const read = (attributes: Record<string, string>) =>
  readSettings(name => attributes[name] ?? null, 'https://example.org/docs/page')

describe('the attributes of an element', () => {
  it('have defaults', () => {
    expect(read({ api: 'https://api.example.org/' })).toEqual({
      api: 'https://api.example.org',
      scope: { kind: 'provider' },
      provider: '',
      look: 'badge',
      href: null,
      intervalMs: 60_000,
      staleAfterMs: 300_000,
      good: null,
      retiredLabel: null,
      severityNames: new Map(),
    })
  })

  it.each([
    ['https://api.example.org/v1//', 'https://api.example.org/v1'],
    ['/api', 'https://example.org/api'],
    ['api', 'https://example.org/docs/api'],
    ['', null],
    [' ', null],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['https://', null],
  ])('api=%o asks %o', (api, expected) => {
    expect(read({ api }).api).toBe(expected)
  })

  it.each([
    ['../', 'https://example.org/'],
    ['mailto:status@example.org', 'mailto:status@example.org'],
    ['javascript:alert(1)', null],
    ['vbscript:x', null],
  ])('href=%o leads to %o', (href, expected) => {
    expect(read({ href }).href).toBe(expected)
  })

  it.each([
    [
      { component: 'a', label: 'b=c' },
      { kind: 'component', id: 'a' },
    ],
    [{ label: 'region = north' }, { kind: 'label', key: 'region', value: 'north' }],
    [{ label: 'a=b=c' }, { kind: 'label', key: 'a', value: 'b=c' }],
    [{ label: 'alone' }, { kind: 'label', key: 'alone', value: '' }],
  ] as const)('%o shows %o', (attributes, scope) => {
    expect(read(attributes).scope).toEqual(scope)
  })

  it.each([
    ['1', 5_000, 300_000],
    ['200', 200_000, 400_000],
    ['soon', 60_000, 300_000],
    ['', 60_000, 300_000],
    ['-3', 5_000, 300_000],
    ['1e9', 86_400_000, 172_800_000],
  ])('interval=%o asks each %i ms, and nothing is old before %i ms', (interval, intervalMs, staleAfterMs) => {
    expect(read({ interval })).toMatchObject({ intervalMs, staleAfterMs })
  })

  it('name the severities that are good', () => {
    expect(read({ good: 'Notice, Hint' }).good).toEqual(['Notice', 'Hint'])
  })
})
