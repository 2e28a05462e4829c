import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { main } from '@/build/configure/configure'
import { completeConfig } from '@/build/configure/inlineConfig'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'configure-'))
})
afterEach(() => rm(folder, { recursive: true }))

const at = (...path: string[]) => join(folder, ...path)
const read = (path: string) => readFile(at(path), 'utf8')

const put = async (files: Record<string, string>) => {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(at(path)), { recursive: true })
    await writeFile(at(path), content)
  }
}

/** Runs the command in this process, and tells how it ended. */
async function configure(...args: string[]) {
  const texts = { out: '', err: '' }
  const code = await main(args, { out: text => (texts.out += text), err: text => (texts.err += text) })
  return { code, ...texts }
}

/** Runs the command as `npm run configure` does. */
const inProcessOfItsOwn = (...args: string[]) =>
  new Promise<{ code: number | null; out: string; err: string }>((resolve, reject) => {
    const child = spawn(process.execPath, ['src/run.mjs', 'src/build/configure/configure.ts', ...args])
    const texts = { out: '', err: '' }
    child.stdout.on('data', (data: Buffer) => (texts.out += data.toString()))
    child.stderr.on('data', (data: Buffer) => (texts.err += data.toString()))
    child.on('error', reject)
    child.on('close', code => resolve({ code, ...texts }))
  })

const configureBuild = (file: string) => configure(at(file), '--out', at('dist'))

describe('a valid configuration', () => {
  it('in YAML becomes config.json, without comments and defaults', async () => {
    await put({ 'config.yaml': '# ours\napiUrl: /api # behind the proxy\nrecordsSince: 2026-01-01\n', 'dist/index.html': '' })
    expect(await configureBuild('config.yaml')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('config.json') as string,
    })
    expect(await read('dist/config.json')).toBe('{\n  "apiUrl": "/api",\n  "recordsSince": "2026-01-01"\n}\n')
  })

  it('in JSON, too, with a warning for what nobody reads', async () => {
    await put({ 'config.json': '\uFEFF{"apiUrl":"demo","titel":"x"}', 'dist/index.html': '' })
    const { code, err } = await configureBuild('config.json')
    expect(code).toBe(0)
    expect(err).toBe('warning: titel: is not a key of the configuration and is ignored (did you mean "title"?)\n')
    expect(JSON.parse(await read('dist/config.json'))).toEqual({ apiUrl: 'demo', titel: 'x' })
  })

  it('brings the files that it names', async () => {
    const about = [
      { path: 'a', title: 'A', source: './pages/im%20print.md?v=2' },
      { path: 'b', title: 'B', source: 'https://example.org/b.md' },
      { path: 'c', title: 'C', source: '/c.md' },
      { path: 'd', title: 'D', source: 'inBuild.md' },
    ]
    await put({
      'config.json': JSON.stringify({
        apiUrl: '/',
        logo: { light: 'logo.svg', dark: 'gone.svg' },
        about,
        theme: { css: 'brand.css' },
      }),
      'brand.css': 'body {}',
      'logo.svg': '<svg/>',
      'pages/im print.md': '# Imprint',
      'dist/index.html': '',
      'dist/inBuild.md': 'x',
    })
    const { code, err } = await configureBuild('config.json')
    expect(code).toBe(0)
    expect(err).toBe('warning: gone.svg: there is no such file, neither beside the configuration nor in the build\n')
    expect(await read('dist/logo.svg')).toBe('<svg/>')
    expect(await read('dist/pages/im print.md')).toBe('# Imprint')
    expect((await readdir(at('dist'))).sort()).toEqual([
      'brand.css',
      'config.json',
      'inBuild.md',
      'index.html',
      'logo.svg',
      'manifest.webmanifest',
      'pages',
    ])
  })

  it('puts the policy that follows from it into the pages of the build, and prints it', async () => {
    const html = '<html><head><meta charset="utf-8" /><script>1</script></head></html>'
    await put({ 'config.yaml': 'apiUrl: https://api.test/v1\n', 'dist/index.html': html, 'dist/404.html': html })
    const { code, out } = await configureBuild('config.yaml')
    expect(code).toBe(0)
    const [, policy] = /content="([^"]*)"/.exec(await read('dist/index.html')) ?? []
    expect(policy).toContain("connect-src 'self' https://api.test;")
    expect(out).toContain(`\n${policy}\n`)
    expect(await read('dist/404.html')).toBe(await read('dist/index.html'))

    const more = await configure(at('config.yaml'), '--out', at('dist'), '--connect', 'https://tokens.test')
    expect(more.out).toContain("connect-src 'self' https://api.test https://tokens.test;")
    expect((await read('dist/index.html')).match(/Content-Security-Policy/g)).toHaveLength(1)

    await configure(at('config.yaml'), '--out', at('dist'), '--no-policy')
    expect(await read('dist/index.html')).not.toContain('Content-Security-Policy')
  })

  it('stands in the pages of the build, where nothing in it is taken for HTML', async () => {
    const html = '<html><head><meta charset="utf-8" /></head></html>'
    const title = '</script><script>alert(1)</script>'
    await put({ 'config.json': JSON.stringify({ apiUrl: '/old' }), 'dist/index.html': html })
    await configureBuild('config.json')
    await put({ 'config.json': JSON.stringify({ apiUrl: '/', title }) })
    await configureBuild('config.json')
    const page = await read('dist/index.html')
    const inline = [...page.matchAll(/<script type="application\/json" id="scs-config" data-checked="\w+">(.*?)<\/script>/g)].map(
      ([, text]) => text!,
    )
    expect(inline.map(text => JSON.parse(text) as unknown)).toEqual([completeConfig({ apiUrl: '/', title })])
    expect(JSON.parse(inline[0]!)).toMatchObject({ title, historyDays: 90, theme: { mode: 'system' }, auth: { mode: 'off' } })
    expect(page.match(/<script/g)).toHaveLength(1)
  })

  it('writes neither outside the build nor over its pages', async () => {
    const sources = ['../secret.md', 'a/%2e%2e/../../secret.md', 'linked/x.md', 'index.html']
    const about = sources.map((source, index) => ({ path: `p${index}`, title: 'x', source }))
    await put({
      'site/config.json': JSON.stringify({ apiUrl: '/', about }),
      'site/index.html': 'mine',
      'site/linked/x.md': 'x',
      'secret.md': 'mine',
      'out/dist/index.html': 'page',
      'elsewhere/kept.md': 'kept',
    })
    await symlink(at('elsewhere'), at('out/dist/linked'))
    const { code, err } = await configure(at('site/config.json'), '--out', at('out/dist'))
    expect(code).toBe(0)
    expect(err.match(/outside the build/g)).toHaveLength(3)
    expect(err).toContain('index.html: not copied, because the build has a file of this name')
    expect(await read('out/dist/index.html')).toBe('page')
    expect(await readdir(at('out'))).toEqual(['dist'])
    expect(await readdir(at('elsewhere'))).toEqual(['kept.md'])
  })
})

describe('a configuration that is not valid', () => {
  it('is refused with all its problems, and nothing is written', async () => {
    await put({ 'config.yaml': 'historyDays: 0\ntheme:\n  accent: red\n', 'dist/index.html': '' })
    const { code, err, out } = await configureBuild('config.yaml')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/config\.yaml is not valid:$/),
      '  theme.accent: must be a color of the form #rrggbb, such as #1d5fa8, but is "red"',
      '  historyDays: must be a whole number from 1 to 400, but is 0',
      '  apiUrl: is missing, and there is no default for it',
      '',
    ])
    expect(await readdir(at('dist'))).toEqual(['index.html'])
  })

  it.each([
    ['config.yaml', 'apiUrl: /api\nlinks: {\n', 'config.yaml:3:1 '],
    ['config.yaml', 'apiUrl: /api\napiUrl: /b\n', 'config.yaml:2:1 '],
    ['config.yaml', 'apiUrl: *nowhere\n', 'nowhere'],
    ['config.json', '{\n  "apiUrl": "/api",\n}\n', 'config.json:2:19 no comma may follow the last entry'],
  ])('%s: %j is named with its place', async (file, text, expected) => {
    await put({ [file]: text, 'dist/index.html': '' })
    const { code, err } = await configureBuild(file)
    expect(code).toBe(1)
    expect(err).toContain(expected)
    expect(err).not.toContain('    at ')
  })
})

describe('the command', () => {
  it.each([
    ['without a file', []],
    ['with two files', ['a.yaml', 'b.yaml']],
    ['with an unknown option', ['a.yaml', '--force']],
    ['with a host that is none', ['a.yaml', '--connect', 'tokens.test']],
  ])('%s tells how it is used', async (_, args) => {
    const { code, err } = await configure(...args)
    expect(code).toBe(2)
    expect(err).toContain('Usage: npm run configure -- FILE')
  })

  it('is what npm runs: written, and refused with its exit code', async () => {
    await put({ 'config.yaml': 'apiUrl: /api\n', 'wrong.yaml': 'historyDays: 0\n', 'dist/index.html': '' })
    const [good, wrong] = await Promise.all(
      ['config.yaml', 'wrong.yaml'].map(file => inProcessOfItsOwn(at(file), '--out', at('dist'))),
    )
    expect(good).toMatchObject({ code: 0, err: '', out: expect.stringContaining('config.json') as string })
    expect(wrong).toMatchObject({ code: 1, out: '', err: expect.stringContaining('historyDays: must be') as string })
    expect(JSON.parse(await read('dist/config.json'))).toEqual({ apiUrl: '/api' })
  })

  it('explains itself when asked', async () => {
    expect(await configure('--help')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('--out FOLDER') as string })
  })

  it('names a file that it cannot read', async () => {
    const { code, err } = await configureBuild('gone.yaml')
    expect(code).toBe(2)
    expect(err).toContain('gone.yaml cannot be read: ')
  })

  it('refuses a folder that is no build', async () => {
    await put({ 'config.yaml': 'apiUrl: /api', 'dist/other.html': '' })
    const { code, err } = await configureBuild('config.yaml')
    expect(code).toBe(2)
    expect(err).toContain('is not a build, because it holds no index.html')
    expect(await readdir(at('dist'))).toEqual(['other.html'])
  })
})
