import { describe, expect, it } from 'vitest'
import { parseConfig } from '@/config/parseConfig'

describe('apiUrl', () => {
  it.each(['demo', 'https://api.example.org', 'http://localhost:3000/v1/', '/', '/api', './api', '../api', '//api.example.org'])(
    'takes %s',
    apiUrl => {
      expect(parseConfig({ apiUrl }).config?.providers[0].config.apiUrl).toBe(apiUrl)
    },
  )

  it.each([
    '',
    'api.example.org',
    'api',
    'Demo',
    'localhost:3000',
    'https://',
    'https:///x',
    '/api?x=1',
    '/api#x',
    'mailto:a@b',
    'javascript:alert(1)',
  ])('refuses %j', apiUrl => {
    expect(parseConfig({ apiUrl }).problems).toMatchObject([
      { path: 'apiUrl', code: 'url', expected: 'api', received: JSON.stringify(apiUrl) },
    ])
  })
})

describe('pollIntervalSeconds and staleAfterSeconds', () => {
  it.each([
    [5, 6],
    [60, 300],
    [86_400, 604_800],
  ])('takes %i and %i', (pollIntervalSeconds, staleAfterSeconds) => {
    const expected = { pollIntervalSeconds, staleAfterSeconds }
    expect(parseConfig({ apiUrl: '/', ...expected }).config).toMatchObject(expected)
  })

  it.each([
    [4, 300, 'pollIntervalSeconds', 'range'],
    [86_401, 604_800, 'pollIntervalSeconds', 'range'],
    ['60', 300, 'pollIntervalSeconds', 'type'],
    [60, 604_801, 'staleAfterSeconds', 'range'],
    [60, 60, 'staleAfterSeconds', 'moreThan'],
    [60, 30, 'staleAfterSeconds', 'moreThan'],
    [600, undefined, 'staleAfterSeconds', 'moreThan'],
  ])('refuses %j and %j', (pollIntervalSeconds, staleAfterSeconds, path, code) => {
    const { problems } = parseConfig({ apiUrl: '/', pollIntervalSeconds, staleAfterSeconds })
    expect(problems.map(problem => [problem.path, problem.code])).toEqual([[path, code]])
  })
})
