import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
// eslint-disable-next-line scs/layers -- Vite reads this file before it knows the alias.
import { flatTexts } from '../i18n/formatText.ts'
import { bareScript, source } from './bareScript.ts'
import { languageFiles } from './languageFiles.ts'

const ID = 'virtual:first-paint'

/** The languages whose texts stand in index.html. Visitors of others load the file of the page a little sooner; nobody else has them. */
const INLINED = ['en', 'de']

/** What its code could say, but never does: where something is missing, too old, unclear or filtered, the page speaks. */
const UNSAID =
  /^(?:part|banner\.(?:missing|readInPart|lastKnown|unknownText|incidentUnknownText)|level\.(?:lastKnown|noData)|app\.neverRead|incident\.(?:updatesUnread|beginUnreadable)|components\.groupPart)\b/

/** The texts of a language that the code names: whole paths, and all below the begin of one that goes on with a value. */
function textsIn(code: string, language: string): Record<string, string> {
  const named = new Set(Array.from(code.matchAll(/["'`]([a-zA-Z.]+)(?:["'`]|\$\{)/g), ([, path]) => path!))
  const isNamed = (key: string) => named.has(key) || named.has(key.replace(/\w+$/, ''))
  const all = flatTexts(JSON.parse(readFileSync(join(source, `i18n/${language}.json`), 'utf8')) as object)
  return Object.fromEntries(all.filter(([key]) => isNamed(key) && !UNSAID.test(key)))
}

const PLACE = '__FIRST_PAINT_TEXTS__'

/** What first paint cannot import: see entries/firstPaint/virtual.d.ts. Which texts it says is known when all of its code is. */
const facts = (files: Readonly<Record<string, string>>): Plugin => ({
  name: 'scs-status:first-paint-texts',
  resolveId: id => (id === ID ? `\0${ID}` : undefined),
  load(id) {
    if (id !== `\0${ID}`) return undefined
    const others = Object.fromEntries(Object.entries(files).filter(([language]) => !INLINED.includes(language)))
    return `export const texts = ${PLACE}\nexport const files = ${JSON.stringify(others)}`
  },
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      const said = Object.fromEntries(INLINED.map(language => [language, textsIn(chunk.code, language)]))
      chunk.code = chunk.code.replace(PLACE, () => JSON.stringify(said))
    }
  },
})

/** Marked by their names, so that whoever publishes a page with its status in it finds them (cli/publish). */
async function scriptOf(file: string, files: Readonly<Record<string, string>>): Promise<string> {
  const result = (await build({
    ...bareScript,
    plugins: [facts(files)],
    build: {
      write: false,
      rolldownOptions: { input: `${source}entries/firstPaint/${file}`, output: { format: 'iife', entryFileNames: 'first.js' } },
    },
  })) as Rolldown.RolldownOutput
  return `<script data-first="${file.replace(/\..*/, '')}">${result.output[0].code.replaceAll('</script', '<\\/script').trim()}</script>`
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
        const [ask, main] = await Promise.all(['ask.ts', 'main.tsx'].map(name => scriptOf(name, files)))
        return html
          .replace(/<meta name="viewport"/, place => `${ask}\n    ${place}`)
          .replace(/<div id="first"><\/div>/, place => `${place}\n    ${main}`)
      },
    },
  }
}
