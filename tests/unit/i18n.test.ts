import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const keysOf = (messages: object, prefix = ''): string[] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value as object, `${prefix}${key}.`) : [prefix + key],
  )

/** What a source text says about keys. A template literal uses every key that it can become. */
function usesIn(source: string) {
  const literals = [...source.matchAll(/(["'`])((?:[a-z]\w*\.)+\w+)\1/g)].map(match => match[2] ?? '')
  const asked = [...source.matchAll(/(?:\b[$]?tn?\(\s*|\bkeypath=)(["'])([^"'\s]+)\1/g)].map(match => match[2] ?? '')
  const patterns = [...source.matchAll(/`((?:[a-z]\w*\.)+\w*\$\{[^`\s/]*)`/g)].map(
    match => new RegExp(`^${(match[1] ?? '').replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '.+')}$`),
  )
  return { literals, asked, patterns }
}

function faultsOf(keys: readonly string[], sources: readonly string[]) {
  const uses = sources.map(usesIn)
  const literals = new Set(uses.flatMap(use => use.literals))
  const patterns = uses.flatMap(use => use.patterns)
  return {
    unknown: uses.flatMap(use => use.asked).filter(key => !keys.includes(key)),
    unused: keys.filter(key => !literals.has(key) && !patterns.some(pattern => pattern.test(key))),
  }
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

function messagesOf(file: string): Map<string, string> {
  const messages = JSON.parse(readFileSync(`src/i18n/${file}`, 'utf8')) as object
  const read = (key: string) =>
    key.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], messages)
  return new Map(keysOf(messages).map(key => [key, String(read(key))]))
}

const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(path => /\.(ts|vue)$/.test(path))
const sources = paths.map(path => readFileSync(`src/${path}`, 'utf8'))

const files = readdirSync('src/i18n').filter(file => file.endsWith('.json'))
const english = new Map(files.filter(file => file.startsWith('en.')).flatMap(file => [...messagesOf(file)]))
/** Each translation with its English original: `de.manage.json`, `en.manage.json`. */
const others = files.filter(file => !file.startsWith('en.')).map(file => [file, file.replace(/^[a-z]+/, 'en')] as const)

/** Where the texts of a lazy part are used: what it is loaded with. A part that is not named here has no file. */
const LAZY: Readonly<Record<string, RegExp>> = {
  about: /^features\/about/,
  config: /^app\/layout\/ConfigProblemPage\.vue/,
  clock: /^app\/layout\/ClockNotice\.vue/,
  past: /^features\/status\/past/,
  following: /^(features\/following|app\/layout\/changeWatcher\.ts)/,
  history: /^features\/history/,
  component: /^features\/component\//,
  embed: /^features\/status\/(NoMaintenance|StatusContent)\.vue/,
  manage: /^(features\/(manage|auth)|app\/layout\/OperatorFrame\.vue)/,
  overview: /^(features\/overview|app\/several)/,
  search: /^features\/search/,
  share: /^shared\/share/,
}
const lazyFiles = files.filter(file => /^en\.\w+\.json$/.test(file)).map(file => file.split('.')[1]!)

describe('messages', () => {
  it('are all used, and all that is used is there', () => {
    expect(faultsOf([...english.keys()], sources)).toEqual({ unknown: [], unused: [] })
  })

  it.each(lazyFiles)('of the part %s are used where they are loaded', part => {
    const elsewhere = paths.filter(path => !LAZY[part]!.test(path)).map(path => readFileSync(`src/${path}`, 'utf8'))
    const keys = [...messagesOf(`en.${part}.json`).keys()]
    expect(faultsOf(keys, elsewhere).unused).toEqual(keys)
  })

  it.each(others)('%s has the keys of %s, in their order', (file, original) => {
    expect([...messagesOf(file).keys()]).toEqual([...messagesOf(original).keys()])
  })

  it.each(others)('%s fills in the same values', (file, original) => {
    const used = (messages: Map<string, string>) => [...messages].map(([key, text]) => `${key} ${placeholders(text).join(' ')}`)
    expect(used(messagesOf(file))).toEqual(used(messagesOf(original)))
  })

  it.each(others)('%s has the plural forms that English has', (file, original) => {
    const forms = (messages: Map<string, string>) =>
      [...messages].map(([key, text]) => `${key} ${text.split('|').filter(form => form.trim()).length}`)
    expect(forms(messagesOf(file))).toEqual(forms(messagesOf(original)))
  })

  it.each(files)('%s is plain in tone and type', file => {
    const texts = [...messagesOf(file)]
    expect(texts.filter(([, text]) => text !== text.trim() || /!|\p{Extended_Pictographic}|\.\.\.|"| - /u.test(text))).toEqual([])
  })
})

describe('the search for keys', () => {
  const keys = ['level.noData', 'level.unknown', 'config.brokenText', 'config.broken']

  it.each([
    ["t('level.noData')", 'level.noData'],
    ["tn('level.noData', 2)", 'level.noData'],
    ['<I18nT keypath="level.noData" />', 'level.noData'],
    ["const key: MessageKey = 'level.noData'", 'level.noData'],
    ['t(`level.${kind}`)', 'level.noData level.unknown'],
    ['t(`config.${problem.kind}Text`)', 'config.brokenText'],
    ['nothing of the kind', ''],
  ])('finds in %s', (source, used) => {
    const { unknown, unused } = faultsOf(keys, [source])
    expect(keys.filter(key => !unused.includes(key)).join(' ')).toBe(used)
    expect(unknown).toEqual([])
  })

  it.each(["t('level.gone')", "$t('gone')", '<I18nT keypath="level.gone" />'])('reports %s', source => {
    expect(faultsOf(keys, [source]).unknown).toHaveLength(1)
  })
})
