import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { configurationPage } from '@/build/configReference/configurationPage'
import { exampleConfig, exampleOfSeveral } from '@/build/configReference/exampleConfig'
import { createGeneratedFiles } from '@/build/configReference/generatedFiles'
import { createJsonSchema, keysOf } from '@/build/configReference/jsonSchema'
import { KEY_DESCRIPTIONS } from '@/build/configReference/keyDescriptions'
import { parseConfig } from '@/config/parseConfig'
import { fillText } from '@/domain/writing/template'
import { PLACEHOLDERS } from '@/features/incidentAdmin/templates/useTemplates'

const keys = keysOf(createJsonSchema())

// What names of the server's own choice stand in.
const NAMED = new Set(['severities', 'phases', 'impactTypes', 'labels', 'labels.<name>.values'])

/** Every key that a configuration holds, written as in the tables. */
const pathsIn = (value: unknown, path = ''): string[] => {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(item => pathsIn(item, `${path}[]`))
  return Object.entries(value).flatMap(([key, child]) => {
    const name = NAMED.has(path) ? '<name>' : key
    const childPath = path === '' ? name : `${path}.${name}`
    return [childPath, ...pathsIn(child, childPath)]
  })
}

describe('generated files', () => {
  const current = createGeneratedFiles()

  it.each(Object.keys(current))('%s is current (npm run generate:config)', path => {
    expect(readFileSync(path, 'utf8')).toBe(current[path])
  })

  it('need a section of docs/configuration.md for every key, and no section without its keys', () => {
    const schema = createJsonSchema()
    const { title, ...others } = schema.properties ?? {}
    expect(() => configurationPage({ ...schema, properties: { ...schema.properties, motto: title! } })).toThrow('motto')
    expect(() => configurationPage({ ...schema, properties: others })).toThrow('title')
  })
})

describe('every key', () => {
  it('has one description, and every description its key', () => {
    expect(Object.keys(KEY_DESCRIPTIONS).sort()).toEqual(keys.map(({ path }) => path).sort())
  })

  it.each(keys.map(({ path }) => [path]))('%s stands once in the tables and in an example', path => {
    expect(readFileSync('docs/configuration.md', 'utf8').split(`\n| \`${path}\` | `)).toHaveLength(2)
    expect([exampleConfig, exampleOfSeveral].flatMap(example => pathsIn(example))).toContain(path)
  })
})

describe('the example', () => {
  it.each(['config.example.json', 'config.providers.example.json'])('%s is valid, without a warning', name => {
    const input: unknown = JSON.parse(readFileSync(`public/${name}`, 'utf8'))
    expect(parseConfig(input)).toMatchObject({ problems: [], warnings: [] })
  })

  it('and the descriptions name only placeholders that a form can fill', () => {
    const told = Object.entries(KEY_DESCRIPTIONS).filter(([key]) => key.startsWith('templates'))
    const texts = JSON.stringify([exampleConfig.templates, told])
    const { open } = fillText(texts, {})
    expect(open).toContain('components')
    expect(open.filter(name => !(PLACEHOLDERS as readonly string[]).includes(name))).toEqual([])
  })
})

describe('the JSON schema', () => {
  // Ajv reports what editors would mark; the two agree wherever JSON schema can express the check.
  const isValid = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile(
    createJsonSchema(),
  )

  it.each([
    [exampleConfig, true],
    [exampleOfSeveral, true],
    [{ apiUrl: 'demo' }, true],
    [{ $schema: './config.schema.json', apiUrl: '/api', logo: 'x.svg', links: {}, about: [] }, true],
    [{}, false],
    [{ apiUrl: 5 }, false],
    [{ providers: [] }, false],
    [{ providers: [{ id: 'a', name: 'A', apiUrl: '/' }] }, true],
    [{ providers: [{ id: 'A b', name: 'A', apiUrl: '/' }] }, false],
    [{ providers: [{ id: 'a', apiUrl: '/' }] }, false],
    [{ providers: [{ id: 'a', name: 'A', apiUrl: '/', auth: { mode: 'sso' } }] }, false],
    [{ apiUrl: '/', providers: [{ id: 'a', name: 'A', apiUrl: '/' }] }, false],
    [{ apiUrl: '/', historyDays: 401 }, false],
    [{ apiUrl: '/', historyDays: 1.5 }, false],
    [{ apiUrl: '/', theme: { mode: 'Dark' } }, false],
    [{ apiUrl: '/', theme: { accent: 'red' } }, false],
    [{ apiUrl: '/', languages: [] }, false],
    [{ apiUrl: '/', severities: { x: { weight: 101 } } }, false],
    [{ apiUrl: '/', about: [{ path: 'a', title: 'A' }] }, false],
    [{ apiUrl: '/', about: [{ path: 'a', title: 'A', source: 'a.md', url: '/a' }] }, false],
  ])('agrees about %j', (input, expected) => {
    expect(isValid(input)).toBe(expected)
    expect(parseConfig(input).config !== null).toBe(expected)
  })

  it.each([
    { apiUrl: '/', titel: 'x' },
    { apiUrl: '/', theme: { acent: '#000000' } },
  ])('marks the misspelt key of %j', input => {
    expect(isValid(input)).toBe(false)
    expect(parseConfig(input).warnings).toHaveLength(1)
  })
})
