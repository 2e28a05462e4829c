import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeProblem } from '@/build/configure/describeProblem'
import { parseConfig } from '@/config/parseConfig'
import { PROBLEM_CODES } from '@/config/problem'
import type { SiteConfig } from '@/config/siteConfig'
import { isVisible } from '@/domain/characters'

const problemsOf = (keys: object) => parseConfig({ apiUrl: '/api', ...keys }).problems
const warningsOf = (keys: object) => parseConfig({ apiUrl: '/api', ...keys }).warnings
const page = { path: 'imprint', title: 'Imprint' }

describe('the file as a whole', () => {
  it.each([[null], [[]], ['x'], [5], [undefined]])('%j is no configuration', input => {
    expect(parseConfig(input)).toMatchObject({ config: null, problems: [{ path: '', code: 'type', expected: 'object' }] })
  })

  it('needs only apiUrl', () => {
    expect(parseConfig({}).problems).toEqual([{ path: 'apiUrl', code: 'required' }])
    expect(parseConfig({ apiUrl: 'demo' })).toMatchObject({
      config: { title: 'Status', links: { feed: null } },
      problems: [],
      warnings: [],
    })
  })

  it('tells everything that is wrong at once', () => {
    const { config, problems, warnings } = parseConfig({
      titel: 'x',
      historyDays: 0.5,
      links: { horizon: 'javascript:x', components: [{ name: '', url: '/{id}' }] },
      about: [{ path: 'A b', markdown: 'x', url: '/x' }],
      severities: { 'major outage': { color: 'red', weight: 'x' } },
      pollIntervalSeconds: 900,
    })
    expect(config).toBeNull()
    expect(problems.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'about[0] exactlyOne',
      'about[0].path slug',
      'about[0].title required',
      'apiUrl required',
      'historyDays range',
      'links.components[0].name empty',
      'links.components[0].url placeholder',
      'links.horizon url',
      'severities["major outage"].color color',
      'severities["major outage"].weight type',
      'staleAfterSeconds moreThan',
    ])
    expect(warnings).toEqual([{ path: 'titel', code: 'unknownKey', suggestion: 'title' }])
  })

  it('takes no list for an object', () => {
    expect(problemsOf({ links: [], about: [[]], severities: [] })).toEqual([
      { path: 'links', code: 'type', expected: 'object', received: '[]' },
      { path: 'about[0]', code: 'type', expected: 'object', received: '[]' },
      { path: 'severities', code: 'type', expected: 'object', received: '[]' },
    ])
  })

  it('does not hide a later item behind a list of a similar path', () => {
    const about: unknown[] = Array.from({ length: 11 }, (_, index) => ({ path: `p${index}`, title: 'x', url: '/' }))
    about[1] = []
    about[10] = { path: 'p10', title: 'x' }
    expect(problemsOf({ about }).map(({ path }) => path)).toEqual(['about[1]', 'about[10]'])
  })
})

describe('pages of your own', () => {
  it.each([
    [{ markdown: 'x' }, []],
    [{ markdown: { en: 'x', de: 'y' } }, []],
    [{ markdown: { de: 'y' } }, []],
    [{ markdown: { fr: 'z' } }, []],
    [{ source: 'imprint.md' }, []],
    [{ url: 'https://example.org' }, []],
    [{}, ['about[0] exactlyOne']],
    [{ markdown: 'x', source: 'x.md' }, ['about[0] exactlyOne']],
    [{ markdown: {} }, ['about[0].markdown empty']],
    [{ markdown: { en: '' } }, ['about[0].markdown.en empty']],
    [{ markdown: { en: 5, de: 'x' } }, ['about[0].markdown.en type']],
    [{ markdown: 5 }, ['about[0].markdown type']],
    [{ source: 'mailto:a@b' }, ['about[0].source url']],
    [{ url: 'data:x' }, ['about[0].url url']],
  ])('%j', (content, expected) => {
    expect(problemsOf({ about: [{ ...page, ...content }] }).map(({ path, code }) => `${path} ${code}`)).toEqual(expected)
  })

  it('have an address each', () => {
    const about = ['a', 'b', 'a'].map(path => ({ ...page, path, url: '/' }))
    expect(problemsOf({ about })).toEqual([{ path: 'about[2].path', code: 'unique', received: '"a"' }])
  })
})

describe('a login', () => {
  it.each([
    [{}, []],
    [{ mode: 'off', issuer: null }, []],
    [{ mode: 'token' }, []],
    [{ mode: 'oidc' }, ['auth.issuer required', 'auth.clientId required']],
    [{ mode: 'oidc', issuer: 'https://login.example.org/realms/x', clientId: 'page' }, []],
    [{ mode: 'oidc', issuer: '/login', clientId: 'page' }, ['auth.issuer url']],
    [{ mode: 'oidc', issuer: 'https://login.example.org/?a', clientId: '' }, ['auth.issuer url', 'auth.clientId empty']],
    [{ mode: 'cookie' }, ['auth.loginUrl required']],
    [{ mode: 'cookie', loginUrl: '/oauth2/start?rd={return}' }, []],
    [{ mode: 'cookie', loginUrl: 'javascript:x' }, ['auth.loginUrl url']],
    [{ mode: 'cookie', loginUrl: 'javascript:{return}' }, ['auth.loginUrl url']],
    [{ mode: 'cookie', loginUrl: '/x?rd={back}' }, ['auth.loginUrl placeholder']],
    [{ mode: 'cookie', loginUrl: '/x', logoutUrl: '/x?rd={return}{' }, ['auth.logoutUrl placeholder']],
    [{ mode: 'sso' }, ['auth.mode choice']],
    [{ gate: { claim: 'groups' } }, ['auth.gate.contains required']],
    [{ readsNeedLogin: 'yes', scopes: 'openid' }, ['auth.readsNeedLogin type', 'auth.scopes type']],
  ])('%j', (auth, expected) => {
    expect(problemsOf({ auth }).map(({ path, code }) => `${path} ${code}`)).toEqual(expected)
  })
})

describe('templates', () => {
  it.each([
    [{ name: 'x', kind: 'update', title: { de: 'y' } }, []],
    [{ name: 'x', kind: 'news', title: 'y' }, ['templates[0].kind choice']],
    [{ kind: 'incident' }, ['templates[0].name required', 'templates[0].title required']],
  ])('%j', (template, expected) => {
    expect(problemsOf({ templates: [template] }).map(({ path, code }) => `${path} ${code}`)).toEqual(expected)
  })
})

describe('a problem', () => {
  it('may lie in something that does not turn into text', () => {
    const mode: unknown = JSON.parse('{ "toString": 1, "valueOf": 2 }')
    expect(problemsOf({ theme: { mode } })).toMatchObject([{ path: 'theme.mode', code: 'choice', received: '{…}' }])
  })

  it.each([
    [{ logo: 5 }, { path: 'logo', code: 'type', expected: 'string, object', received: '5' }],
    [{ logo: { light: 'a' } }, { path: 'logo.dark', code: 'required' }],
    [{ historyDays: 401 }, { path: 'historyDays', code: 'range', expected: '1..400', received: '401' }],
    [
      { theme: { mode: 'Drak' } },
      { path: 'theme.mode', code: 'choice', expected: 'system, light, dark', received: '"Drak"', suggestion: 'dark' },
    ],
    [{ theme: { palette: 'color-blind' } }, { code: 'choice', suggestion: 'colour-blind' }],
    [{ staleAfterSeconds: 60 }, { path: 'staleAfterSeconds', code: 'moreThan', expected: 'pollIntervalSeconds', received: '60' }],
    [
      { links: { components: [{ name: 'x', url: '/{id}' }] } },
      { code: 'placeholder', expected: '{componentId}', received: '"/{id}"' },
    ],
    [{ timeZone: 'x'.repeat(500) }, { code: 'zone', received: `"${'x'.repeat(78)}…` }],
  ])('of %j comes with its facts', (keys, expected) => {
    expect(problemsOf(keys)).toEqual([expect.objectContaining(expected)])
  })

  it.each(PROBLEM_CODES.map(code => [code]))('%s is one English sentence', code => {
    const sentence = describeProblem({ path: 'a.b', code, expected: 'x', received: '"y"', suggestion: 'z' })
    expect(sentence).toMatch(/^a\.b: .+, but is "y" \(did you mean "z"\?\)$/)
    expect(sentence).not.toMatch(/undefined|\[object/)
  })

  it('names the file where there is no path', () => {
    expect(describeProblem(parseConfig([]).problems[0]!)).toBe('the file as a whole: must be an object { }, but is []')
  })
})

describe('an unknown key', () => {
  it.each([
    ['pollInterval', 'pollIntervalSeconds'],
    ['poll_interval_seconds', 'pollIntervalSeconds'],
    ['PollIntervalSeconds', 'pollIntervalSeconds'],
    ['titel', 'title'],
    ['language', 'languages'],
    ['timezone', 'timeZone'],
  ])('%s is a warning that suggests %s', (key, suggestion) => {
    expect(parseConfig({ apiUrl: '/api', [key]: 1 })).toMatchObject({
      problems: [],
      warnings: [{ path: key, code: 'unknownKey', suggestion }],
    })
  })

  it('suggests nothing far away, and nothing that is there already', () => {
    expect(warningsOf({ completelyDifferent: 1, titel: 'x', title: 'y' })).toEqual([
      { path: 'completelyDifferent', code: 'unknownKey' },
      { path: 'titel', code: 'unknownKey' },
    ])
  })

  it('is found at every level, also where something else is wrong', () => {
    const keys = {
      logo: { light: 'a', dark: 'b', print: 'c' },
      links: { horzion: null, components: [{ name: 'x', uri: '/' }] },
      about: [{ ...page, title: { it: 'x', en: 'y' }, url: '/', foo: 1 }],
      severities: { 'a b': { colour: '#000000' } },
      'strange key': 1,
    }
    expect(warningsOf(keys).map(({ path, suggestion }) => [path, suggestion])).toEqual([
      ['logo.print', undefined],
      ['links.horzion', 'horizon'],
      ['links.components[0].uri', 'url'],
      ['about[0].title.it', undefined],
      ['about[0].foo', undefined],
      ['severities["a b"].colour', 'color'],
      ['["strange key"]', undefined],
    ])
  })

  it('may have the name of something that every object has', () => {
    const input: unknown = JSON.parse('{"apiUrl":"/","constructor":1,"__proto__":{"title":"x"},"toString":2}')
    const { config, warnings } = parseConfig(input)
    expect(config?.title).toBe('Status')
    expect(warnings.map(({ path }) => path)).toEqual(['constructor', '__proto__', 'toString'])
  })
})

describe('whatever is in the file', () => {
  const keys = [
    'apiUrl',
    'providers',
    'links',
    'about',
    'theme',
    'severities',
    'languages',
    'components',
    'logo',
    'pollIntervalSeconds',
    'timeZone',
  ]

  const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withSparseArray: true })

  it('parsing never throws, and there is a configuration exactly when there is no problem', () => {
    const input = fc.oneof(anything, fc.dictionary(fc.constantFrom(...keys), anything))
    fc.assert(
      fc.property(input, value => {
        const { config, problems, warnings } = parseConfig(value)
        expect(config === null).toBe(problems.length > 0)
        for (const problem of [...problems, ...warnings]) expect(describeProblem(problem)).not.toContain('undefined: ')
      }),
    )
  })

  it('keys that are not given keep their defaults', () => {
    const common: { providers?: SiteConfig['providers'] } = { ...parseConfig({ apiUrl: '/api' }).config }
    delete common.providers
    const given = fc.record(
      {
        title: fc.string({ minLength: 1 }).filter(isVisible),
        historyDays: fc.integer({ min: 1, max: 400 }),
        unknownWeight: fc.integer({ min: 0, max: 100 }),
      },
      { requiredKeys: [] },
    )
    const strange = fc.dictionary(
      fc.string().map(key => `x-${key}`),
      fc.anything(),
    )
    fc.assert(
      fc.property(given, strange, (known, unknown) => {
        const { providers, ...site } = parseConfig({ apiUrl: '/api', ...unknown, ...known }).config!
        expect(site).toEqual({ ...common, ...known })
        expect(providers).toEqual([{ id: 'main', name: site.title, link: null, config: { ...site, apiUrl: '/api' } }])
      }),
    )
  })
})
