import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentLanguage } from '@/i18n/direction'
import { formatText } from '@/i18n/formatText'

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

const formsOf = (text: string) => text.split(' | ').filter(form => form.trim())

/**
 * Texts without all the forms of their language, or with one too many. A text that needs none has one.
 * @param counted the keys of those that must have them: what has forms in English
 */
const plurallyWrong = (language: string, texts: ReadonlyMap<string, string>, counted: readonly string[]) =>
  [...texts].flatMap(([key, text]) => {
    const forms = formsOf(text).length
    const { length } = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const isBroken = text.split('|').length !== forms
    return isBroken || (forms !== length && (forms > 1 || counted.includes(key))) ? [`${key}: ${forms} of ${length}`] : []
  })

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

function messagesOf(file: string): Map<string, string> {
  const messages = JSON.parse(readFileSync(`src/i18n/${file}`, 'utf8')) as object
  const read = (key: string) =>
    key.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], messages)
  return new Map(keysOf(messages).map(key => [key, String(read(key))]))
}

const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(path => /\.(tsx?|vue)$/.test(path))
const sources = paths.map(path => readFileSync(`src/${path}`, 'utf8'))

const files = readdirSync('src/i18n').filter(file => file.endsWith('.json'))
/** The custom element reads its own texts by their names, not by paths (entries/widget/texts.test.ts). */
const ELEMENT = 'en.element.json'
const english = new Map(files.filter(file => file.startsWith('en.') && file !== ELEMENT).flatMap(file => [...messagesOf(file)]))
/** Each translation with its English original: `de.manage.json`, `en.manage.json`. */
const others = files.filter(file => !file.startsWith('en.')).map(file => [file, file.replace(/^[a-z]+/, 'en')] as const)

/** Where the texts of a lazy part are used: what it is loaded with. A part that is not named here has no file. */
const LAZY: Readonly<Record<string, RegExp>> = {
  config: /^app\/layout\/ConfigProblemPage\.vue/,
  clock: /^app\/layout\/ClockNotice\.vue/,
  past: /^(features\/status\/past|cli\/)/,
  published: /^cli\//,
  following: /^(features\/following|app\/layout\/changeWatcher\.ts)/,
  history: /^features\/history/,
  component: /^features\/component\//,
  grid: /^features\/status\/ComponentGrid\.vue/,
  legend: /^features\/legend/,
  manage: /^(operator\/|features\/(incidentAdmin|catalog|provisioning|auth)|app\/layout\/(OperatorFrame|[mM]anage\w+)\.)/,
  overview: /^(features\/overview|app\/multiProvider)/,
  search: /^features\/search/,
  settings: /^app\/layout\/(HeaderMenus|HeaderTools|SettingsPanel)\.vue/,
  share: /^components\/share/,
  snackbar: /^(composables\/useFollowToggle\.ts|app\/layout\/HeaderMenus\.vue)/,
}
const lazyFiles = files.filter(file => /^en\.\w+\.json$/.test(file) && file !== ELEMENT).map(file => file.split('.')[1]!)

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

  it.each(files)('%s has all plural forms of its language', file => {
    const counted = [...english].flatMap(([key, text]) => (formsOf(text).length > 1 ? [key] : []))
    expect(plurallyWrong(file.split('.')[0]!, messagesOf(file), counted)).toEqual([])
  })

  it.each(files)('%s is plain in tone and type', file => {
    const texts = [...messagesOf(file)]
    expect(texts.filter(([, text]) => text !== text.trim() || /!|\p{Extended_Pictographic}|\.\.\.|"| - /u.test(text))).toEqual([])
  })
})

it.each([
  ['en', 'ltr'],
  ['de', 'ltr'],
  ['fr', 'ltr'],
  ['ar', 'rtl'],
  ['fa', 'rtl'],
  ['he', 'rtl'],
  ['ur', 'rtl'],
])('a document in %s is written %s', (lang, dir) => {
  expect(documentLanguage(lang)).toEqual({ lang, dir })
})

describe('the search for missing forms', () => {
  const wrong = (language: string, text: string, counted: readonly string[] = []) =>
    plurallyWrong(language, new Map([['days', text]]), counted)

  it.each([
    ['ja', '{n}日'],
    ['en', '{n} day | {n} days'],
    ['fr', '{n} jour | {n} de jours | {n} jours'],
    ['pl', '{n} dzień | {n} dni | {n} dni | {n} dnia'],
    ['ar', '0 | 1 | 2 | 3 | 11 | 100'],
  ])('is content with all forms of %s, and with a text that has none', (language, text) => {
    expect(wrong(language, text, ['days'])).toEqual([])
    expect(wrong(language, 'days')).toEqual([])
  })

  it.each([
    ['ja', 'one | other', 'days: 2 of 1'],
    ['en', 'one | few | other', 'days: 3 of 2'],
    ['en', 'one | ', 'days: 1 of 2'],
    ['fr', 'one | other', 'days: 2 of 3'],
    ['pl', 'one | few | other', 'days: 3 of 4'],
    ['ar', 'one | other', 'days: 2 of 6'],
  ])('reports in %s: %s', (language, text, report) => {
    expect(wrong(language, text)).toEqual([report])
  })

  it('reports a text without forms where English has them', () => {
    expect(wrong('fr', '{n} jours', ['days'])).toEqual(['days: 1 of 3'])
  })
})

describe('the form of a text', () => {
  const forms = (language: string, text: string, counts: readonly (number | string)[]) =>
    counts.map(n => formatText(text, { n }, language))

  it.each<[string, string, (number | string)[], string[]]>([
    ['ja', '{n}件', [0, 1, 2, 1_000_000], ['0件', '1件', '2件', '1000000件']],
    ['en', '{n} day | {n} days', [0, 1, 2, 1_000_000], ['0 days', '1 day', '2 days', '1000000 days']],
    ['fr', '{n} jour | {n} de jours | {n} jours', [0, 1, 2, 1_000_000], ['0 jour', '1 jour', '2 jours', '1000000 de jours']],
    [
      'pl',
      '{n} dzień | {n} dni (few) | {n} dni (many) | {n} dnia',
      [1, 2, 5, 22, 1.5],
      ['1 dzień', '2 dni (few)', '5 dni (many)', '22 dni (few)', '1.5 dnia'],
    ],
    [
      'ar',
      'zero | one | two | few {n} | many {n} | other {n}',
      [0, 1, 2, 3, 11, 100],
      ['zero', 'one', 'two', 'few 3', 'many 11', 'other 100'],
    ],
  ])('in %s is that of its count: %s', (language, text, counts, expected) => {
    expect(forms(language, text, counts)).toEqual(expected)
  })

  it('is the one there is where a text has no other', () => {
    for (const language of ['ja', 'en', 'fr', 'pl', 'ar'])
      expect(forms(language, '{n} %', [0, 1, 2])).toEqual(['0 %', '1 %', '2 %'])
  })

  it('is that of the count that is given, whatever n is called', () => {
    expect(formatText('one of {total} | {n} of {total}', { n: '1,000', total: 5 }, 'en', 1000)).toBe('1,000 of 5')
    expect(formatText('one of {total} | {n} of {total}', { n: 'one', total: 5 }, 'en', 1)).toBe('one of 5')
  })

  it('is that of all others for a number in words', () => {
    expect(forms('en', 'one | {n}', ['many'])).toEqual(['many'])
  })

  it('is all of them where the one that is wanted is missing, so that it is seen', () => {
    expect(forms('ar', 'zero | one', [0, 11])).toEqual(['zero', 'zero | one'])
  })

  it('leaves a name without a value as it is', () => {
    expect(formatText('{a} {b}', { a: 1 }, 'en')).toBe('1 {b}')
  })
})

describe('French', () => {
  const NARROW = '\u202f'
  const WIDE = '\u00a0'
  const wrong = (text: string) =>
    text.includes("'") ||
    // A colon in an address has no space behind it.
    /[^\u202f][:;?!](?=[\s)]|$)|[:;?!](?=\u202f)|«(?!\u00a0)|(?<!\u00a0)»/u.test(text)

  it.each(files.filter(file => file.startsWith('fr.')))('%s has the spaces and apostrophes of French', file => {
    expect([...messagesOf(file)].filter(([, text]) => wrong(text))).toEqual([])
  })

  it.each(["l'état", 'état : x', 'état: x', 'état ?', 'état?', '« état »', '«état»'])('reports %s', text => {
    expect(wrong(text)).toBe(true)
  })

  it.each(['l’état', `état${NARROW}: x`, `état${NARROW}?`, `(état${NARROW}?)`, `«${WIDE}état${WIDE}»`, 'https://example.org'])(
    'takes %s',
    text => {
      expect(wrong(text)).toBe(false)
    },
  )
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
