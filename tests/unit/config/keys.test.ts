import { describe, expect, it } from 'vitest'
import { parseConfig } from '@/config/parseConfig'
import { KEYS } from './keyValues'

/** A configuration in which one key, given by its path, has a value. */
const withKey = (path: string, value: unknown) => {
  const build = ([first, ...rest]: string[]): unknown => (first === undefined ? value : { [first]: build(rest) })
  return { apiUrl: '/api', ...(build(path.split('.')) as object) }
}

const read = (config: unknown, path: string) =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], config)

describe.each(Object.entries(KEYS))('%s', (path, { fallback, good, bad }) => {
  it('has its default', () => {
    const [first, name] = path.split('.')
    const isNamed = first === 'severities' || first === 'labels'
    const parent = isNamed ? withKey(`${first}.${name}`, {}) : { apiUrl: '/api' }
    expect(read(parseConfig(parent).config, path)).toEqual(fallback)
  })

  it.each(good.map(value => [value]))('takes %j', value => {
    const { config, problems, warnings } = parseConfig(withKey(path, value))
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
    expect(read(config, path)).toEqual(value)
  })

  it.each(bad)('refuses %j: %s', (value, code) => {
    const { config, problems } = parseConfig(withKey(path, value))
    expect(config).toBeNull()
    expect(problems.map(problem => [problem.path, problem.code])).toEqual([[path, code]])
  })
})
