import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { Lexer, type Token, walkTokens } from 'marked'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '@/config/parseConfig'

const docs = readdirSync('docs').flatMap(name => (name.endsWith('.md') ? [`docs/${name}`] : []))
const PAGES = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...docs]

const textOf = (page: string) => readFileSync(page, 'utf8')

const tokensOf = (page: string): Token[] => {
  const tokens: Token[] = []
  void walkTokens(Lexer.lex(textOf(page)), token => void tokens.push(token))
  return tokens
}

/** The anchors of a page as GitHub makes them: one for each heading, numbered where several are the same. */
const anchorsOf = (page: string) => {
  const seen = new Map<string, number>()
  return tokensOf(page).flatMap(token => {
    if (token.type !== 'heading') return []
    const name = (token as { text: string }).text
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
    const count = seen.get(name) ?? 0
    seen.set(name, count + 1)
    return [count === 0 ? name : `${name}-${count}`]
  })
}

/** What leads nowhere, of the links and pictures that lead to this repository. */
const brokenLinks = (page: string) =>
  tokensOf(page).flatMap(token => {
    if (token.type !== 'link' && token.type !== 'image') return []
    const { href } = token as { href: string }
    if (/^[a-z]+:/i.test(href)) return []
    const [path = '', anchor] = decodeURI(href).split('#')
    const file = path === '' ? page : normalize(join(dirname(page), path))
    if (!existsSync(file)) return [href]
    return anchor === undefined || (file.endsWith('.md') && anchorsOf(file).includes(anchor)) ? [] : [href]
  })

const blocksOf = (page: string, language: string) =>
  tokensOf(page).flatMap(token => {
    const { lang, text } = token as { lang?: string; text: string }
    return token.type === 'code' && lang === language ? [text] : []
  })

describe('links', () => {
  it.each(PAGES)('of %s lead somewhere', page => {
    expect(brokenLinks(page)).toEqual([])
  })
})

describe('README.md', () => {
  it('has 150 lines at most', () => {
    expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150)
  })

  it('has the commands that CI and newcomers run', () => {
    const commands = blocksOf('README.md', 'sh').join('\n')
    expect(commands).toMatch(/^npm ci && npm start\b/m)
    expect(commands).toMatch(/^npm ci && npm test\b/m)
  })

  it('leads to every page of docs', () => {
    const hrefs = tokensOf('README.md').flatMap(token => (token.type === 'link' ? [(token as { href: string }).href] : []))
    expect(docs.filter(page => !hrefs.includes(page))).toEqual([])
  })
})

describe('what is ready to be copied', () => {
  const own = ['getting-started', 'configuration', 'login', 'reference-server'].map(name => `docs/${name}.md`)
  const configs = own.flatMap(page => blocksOf(page, 'json').map(text => [page, text] as const))

  it.each(configs)('is a valid configuration, in %s: %s', (_, text) => {
    const part = JSON.parse(text) as object
    const whole = 'apiUrl' in part || 'providers' in part ? part : { apiUrl: 'demo', ...part }
    expect(parseConfig(whole)).toMatchObject({ problems: [], warnings: [] })
  })

  it.each(docs.flatMap(page => blocksOf(page, 'yaml').map(text => [page, text] as const)))('is valid YAML, in %s', (_, text) => {
    expect(() => void parse(text)).not.toThrow()
  })
})
