import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importProblem } from '../../eslint.config.js'

const read = (path: string) => readFileSync(path, 'utf8')

const MARK = /^\s*(?:\/\*+|\*+\/?|\/\/+|<!--|#+)\s?(.*?)\s*(?:\*\/|-->)?$/
const BEHIND_CODE = /\s\/\/ (.*)$/

/** The comments of a source, those of lines that follow each other as one text: a citation may go on in the next line. */
function commentsOf(source: string): string[] {
  const comments: string[] = []
  let isGoingOn = false
  for (const line of source.split('\n')) {
    const text = MARK.exec(line)?.[1]
    const behind = text === undefined ? BEHIND_CODE.exec(line)?.[1] : undefined
    if (text !== undefined && isGoingOn) comments.push(`${comments.pop()!} ${text}`)
    else if (text !== undefined) comments.push(text)
    else if (behind !== undefined) comments.push(behind)
    isGoingOn = text !== undefined
  }
  return comments
}

const headingsOf = (markdown: string) => Array.from(markdown.matchAll(/^#+ (.+)$/gm), ([, heading]) => heading!)
const domain = headingsOf(read('docs/domain.md'))

/** What a comment cites and nobody finds in the repository. */
function lostCitations(comment: string): string[] {
  const files = Array.from(comment.matchAll(/[\w./-]*\w\.md\b/g), ([file]) => file)
  const headings = Array.from(comment.matchAll(/docs\/domain\.md(?:, "([^"]+)")?/g), ([, heading]) => heading)
  return [
    ...files.filter(file => !existsSync(file)),
    ...headings.filter(heading => heading === undefined || !domain.includes(heading)).map(heading => `domain: ${heading}`),
  ]
}

const SOURCE = /\.(ts|tsx|js|mjs|vue|css|html|yaml)$/
const sources = [
  ...['src', 'tests', 'openapi', 'public'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)),
  ),
  ...readdirSync('.'),
].filter(file => SOURCE.test(file) && !file.endsWith('citations.test.ts'))
const comments = sources.flatMap(file => commentsOf(read(file)).map(comment => ({ file, comment })))

describe('what comments cite', () => {
  it('is in the repository, and rules of the domain have their heading', () => {
    const lost = comments.flatMap(({ file, comment }) => lostCitations(comment).map(cited => `${file}: ${cited}`))
    expect(lost).toEqual([])
    expect(comments.filter(({ comment }) => comment.includes('docs/domain.md')).length).toBeGreaterThan(40)
  })

  it.each([
    ['/** As in domain.md, "Days". */', ['domain.md']],
    ['// (servers.md)', ['servers.md']],
    ['<!-- see docs/gone.md -->', ['docs/gone.md']],
    ['const a = 1 // vuetify.md', ['vuetify.md']],
    ['/**\n * (docs/domain.md, "Status at a\n * past instant")\n */', []],
    ['  // docs/domain.md, "Nothing"', ['domain: Nothing']],
    ['  // docs/domain.md says so', ['domain: undefined']],
    ["const file = 'privacy.md'", []],
    ["const file = 'https://a.test/privacy.md'", []],
    ['// README.md and docs/performance.md', []],
  ])('of %o cannot be found: %o', (source, lost) => {
    expect(commentsOf(source).flatMap(lostCitations)).toEqual(lost)
  })
})

describe('docs/domain.md', () => {
  it('has each heading once', () => {
    expect(domain.filter((heading, index) => domain.indexOf(heading) !== index)).toEqual([])
  })
})

describe('documents', () => {
  it.each(readdirSync('docs').filter(file => file.endsWith('.md')))('docs/%s names files and folders that exist', file => {
    const named = Array.from(
      read(join('docs', file)).matchAll(/`((?:src|tests|openapi|public|docs)\/[\w./-]*)`/g),
      ([, path]) => path!,
    )
    expect(named.filter(path => !existsSync(path))).toEqual([])
  })
})

describe('docs/architecture.md', () => {
  const rows = Array.from(
    read('docs/architecture.md').matchAll(/^\| `src\/(\w+)` +\|.*\| ([\w, ]+) \|$/gm),
    ([, folder, others]) => ({
      folder: folder!,
      others: others!.trim(),
    }),
  )
  const folders = readdirSync('src', { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? entry.name : []))

  it('has every folder of src', () => {
    expect(rows.map(({ folder }) => folder).sort()).toEqual(folders.sort())
  })

  it.each(rows)('says what lint says: $folder may import $others', ({ folder, others }) => {
    const allowed = folders.filter(one => one !== folder && !importProblem(`src/${folder}/catalog/a.ts`, `@/${one}/b`, false))
    expect(allowed.sort().join(', ') || 'nothing').toBe(others.split(', ').sort().join(', '))
  })
})
