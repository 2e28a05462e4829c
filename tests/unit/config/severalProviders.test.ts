import { describe, expect, it } from 'vitest'
import { parseConfig } from '@/config/parseConfig'

describe('several providers', () => {
  const north = { id: 'north', name: 'North', apiUrl: 'https://north.example.org' }
  const south = { id: 'south', name: 'South', apiUrl: 'demo' }
  const parse = (keys: object) => parseConfig(keys)
  const problems = (keys: object) => parse(keys).problems.map(({ path, code }) => `${path} ${code}`)

  it.each([
    [{ providers: [north, south] }, []],
    [{ providers: [] }, ['providers empty']],
    [{ providers: north }, ['providers type']],
    [{ apiUrl: '/api', providers: [north] }, [' exactlyOne']],
    [{ providers: [north, south], snapshot: 'first' }, ['snapshot exactlyOne']],
    [{ providers: [north, south], snapshot: 'off' }, []],
    [{ providers: [north], snapshot: 'first' }, []],
    [{ providers: [north, south, { ...south, name: 'Again' }] }, ['providers[2].id unique']],
    [{ providers: [{ ...north, id: 'North 1' }] }, ['providers[0].id slug']],
    [{ providers: [{ id: 'north' }] }, ['providers[0].name required', 'providers[0].apiUrl required']],
    [{ providers: [{ ...north, link: 'mailto:a@b' }] }, ['providers[0].link url']],
    [{ providers: [{ ...north, auth: { mode: 'cookie' } }] }, ['providers[0].auth.loginUrl required']],
    [{ providers: [{ ...north, recordsSince: 'May' }, null] }, ['providers[0].recordsSince instant', 'providers[1] type']],
  ])('%j', (keys, expected) => {
    expect(problems(keys)).toEqual(expected)
    expect(parse(keys).config === null).toBe(expected.length > 0)
  })

  it('tells of every one what is wrong, together with the rest', () => {
    const keys = { providers: [north, { ...north, apiUrl: 'x', auth: { mode: 'sso' } }], historyDays: 0 }
    expect(problems(keys).sort()).toEqual([
      'historyDays range',
      'providers[1].apiUrl url',
      'providers[1].auth.mode choice',
      'providers[1].id unique',
    ])
  })

  it('have what they say of their own, and the rest in common', () => {
    const own = {
      links: { horizon: 'https://x.example' },
      components: { groupBy: 'zone' },
      recordsSince: '2026-01-01',
      auth: { mode: 'token' },
    }
    const common = { title: 'Both', recordsSince: '2025-01-01', links: { support: '/help' }, historyDays: 30 }
    const { config } = parse({ ...common, providers: [{ ...north, ...own, link: '/' }, south] })
    expect(config).toMatchObject({ title: 'Both', recordsSince: '2025-01-01', links: { support: '/help' } })
    expect(config?.providers).toMatchObject([
      {
        id: 'north',
        name: 'North',
        link: '/',
        config: {
          ...own,
          apiUrl: north.apiUrl,
          title: 'North',
          historyDays: 30,
          links: { horizon: 'https://x.example', support: null },
        },
      },
      { id: 'south', link: null, config: { ...common, apiUrl: 'demo', title: 'South', auth: { mode: 'off' } } },
    ])
  })

  it('may forget what is said for all', () => {
    const { config } = parse({ recordsSince: '2025-01-01', providers: [{ ...north, recordsSince: null }, south] })
    expect(config?.providers.map(one => one.config.recordsSince)).toEqual([null, '2025-01-01'])
  })

  it('of which there is one are the same as apiUrl', () => {
    const listed = parse({ title: 'Mine', providers: [north] }).config?.providers[0].config
    expect(listed).toEqual(parse({ title: 'Mine', apiUrl: north.apiUrl }).config?.providers[0].config)
  })

  it('may hold keys that nobody knows, as anything may', () => {
    expect(parse({ providers: [{ ...north, auht: {} }] }).warnings).toEqual([
      { path: 'providers[0].auht', code: 'unknownKey', suggestion: 'auth' },
    ])
  })
})
