import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'
// eslint-disable-next-line scs/layers -- Vite reads this file before it knows the alias.
import { flatTexts } from '../../i18n/formatText.ts'
import { iconPaths } from './iconPaths.ts'
import { pieces } from './jsx.ts'
import { languageFiles } from './languageFiles.ts'
import { scopeOf } from './scopes.ts'

const source = fileURLToPath(new URL('../../', import.meta.url))
const ID = 'virtual:first-paint'

/** The languages whose texts stand in index.html. Visitors of others load the file of the page a little sooner; nobody else has them. */
const INLINED = ['en', 'de']

/** The texts that first paint says: parts whole, others by their keys. */
const PARTS = ['level', 'banner', 'maintenance']
/** What it never says: where something is missing, too old or of the past, the page speaks. */
const UNSAID = [
  ...['missing', 'readInPart', 'lastKnown', 'unknownText', 'incidentUnknownText'].map(key => `banner.${key}`),
  'level.lastKnown',
  'level.noData',
]
const TEXTS = [
  ...['navigation', 'horizon', 'subscribe', 'feed', 'support', 'following', 'search', 'asOf', 'label'].map(key => `app.${key}`),
  ...['manage', 'login'].map(key => `account.${key}`),
  'settings.title',
  ...['untitled', 'untitledMaintenance', 'ongoing', 'since', 'sinceUnknown', 'lasting', 'from', 'until', 'expectedEnd'].map(
    key => `incident.${key}`,
  ),
  ...[
    'endMissing',
    'componentsAffected',
    'andMore',
    'noImpacts',
    'someComponent',
    'hiddenComponent',
    'newestUpdate',
    'noUpdates',
  ].map(key => `incident.${key}`),
  ...['phase', 'phaseStep', 'unknownPhase', 'noPhase', 'value', 'stateScheduled', 'stateInProgress'].map(
    key => `incident.${key}`,
  ),
  ...['title', 'groupOther', 'groupCount', 'groupPart', 'inMaintenance'].map(key => `components.${key}`),
  'bars.today',
  'bars.daysAgo',
  'availability.short',
]

/** The single-file components that first paint draws as well. */
const DRAWN = ['PageLayout']

const textsOf = (language: string) => {
  const all = flatTexts(JSON.parse(readFileSync(join(source, `i18n/${language}.json`), 'utf8')) as object)
  return Object.fromEntries(
    all.filter(([key]) => TEXTS.includes(key) || (PARTS.includes(key.split('.')[0]!) && !UNSAID.includes(key))),
  )
}

const scopes = () =>
  Object.fromEntries(
    readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter(file => DRAWN.includes(basename(file, '.vue')) && file.endsWith('.vue'))
      .map(file => [basename(file, '.vue'), `data-v-${scopeOf(`src/${file}`)}`]),
  )

/** What first paint cannot import: see firstPaint/virtual.d.ts. */
const facts = (files: Readonly<Record<string, string>>): Plugin => ({
  name: 'scs-status:first-paint-facts',
  resolveId: id => (id === ID ? `\0${ID}` : undefined),
  load(id) {
    if (id !== `\0${ID}`) return undefined
    const texts = Object.fromEntries(INLINED.map(language => [language, textsOf(language)]))
    const others = Object.fromEntries(Object.entries(files).filter(([language]) => !INLINED.includes(language)))
    return [
      `export const scopes = ${JSON.stringify(scopes())}`,
      `export const texts = ${JSON.stringify(texts)}`,
      `export const files = ${JSON.stringify(others)}`,
    ].join('\n')
  },
})

async function scriptOf(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [facts(files), iconPaths()],
    ...pieces(source.replace(/\/$/, '')),
    build: {
      write: false,
      rolldownOptions: { input: `${source}firstPaint/${name}.ts`, output: { format: 'iife', entryFileNames: `${name}.js` } },
    },
  })) as Rolldown.RolldownOutput
  return `<script>${result.output[0].code.replaceAll('</script', '<\\/script').trim()}</script>`
}

/** Puts first paint into index.html, which asks for the status before anything else is there. */
export function firstPaint(): Plugin {
  return {
    name: 'scs-status:first-paint',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle = {} }) {
        const files = languageFiles(bundle)
        const [ask, main] = await Promise.all(['ask', 'main'].map(name => scriptOf(name, files)))
        return html
          .replace(/<meta name="viewport"/, place => `${ask}\n    ${place}`)
          .replace(/<div id="first"><\/div>/, place => `${place}\n    ${main}`)
      },
    },
  }
}
