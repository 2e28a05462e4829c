import type { Plugin, Rolldown } from 'vite'
import { languageFiles } from './languageFiles.ts'

const ENTRY = /<script type="module" crossorigin src="(\.\/assets\/[^"]+\.js)"><\/script>\s*/
const PRELOAD = /<link rel="modulepreload" crossorigin href="(\.\/assets\/[^"]+\.js)">\s*/g
const STYLES = /<link rel="stylesheet" crossorigin href="(\.\/assets\/[^"]+\.css)">\s*/g

/**
 * Asks for the parts of the page when the status is painted. Where the base is only guessed and nothing is
 * found below it (a path that ends in no known route, a sub-path named like one), the folders above are tried in turn.
 */
const inlineScript = (
  entry: string,
  parts: readonly string[],
  { inlined, sheets }: { readonly inlined: string; readonly sheets: readonly string[] },
  languages: Readonly<Record<string, string>>,
) =>
  compact(`<script type="module">
      const ask = (rel, href) =>
        new Promise(done => {
          document.head.append(Object.assign(document.createElement('link'), { rel, href, crossOrigin: '', onload: done, onerror: done }))
        })
      const guessed = document.querySelector('base[data-guessed]')
      const names = location.pathname.split('/').filter(Boolean)
      const folders = names.map((_, index) => '/' + names.slice(0, index + 1).join('/') + '/').reverse()
      const bases = guessed ? new Set([guessed.getAttribute('href'), ...folders, '/']) : [document.baseURI]
      // First paint says so in the place of what it drew; without it these words do.
      const failed = document.getElementById('failed')
      const untold = () => document.dispatchEvent(new Event('scs-page-failed', { cancelable: true }))
      const tellFailed = () => void (failed.hidden = !untold())
      // What hangs never fails: after as long as first paint waits for it (entries/firstPaint/expiry), until the page is there after all.
      setTimeout(() => document.getElementById('first') && tellFailed(), 30000)
      let found = false
      // Its styles are in this file: what is loaded later must not ask for them once more.
      const inlined = { rel: 'stylesheet', disabled: true, href: new URL('${inlined}', document.baseURI).href }
      document.head.append(Object.assign(document.createElement('link'), inlined))
      // The status first: on a slow line the page would take its bytes, on a slow processor its time (asked for 50 ms after the status,
      // the page is there no sooner, and the status a third later). A server that is slow is not waited for.
      const soon = promise => Promise.race([promise, new Promise(done => setTimeout(done, 1000))])
      await soon(globalThis.scsFirstAnswered)
      const languages = ${JSON.stringify(languages)}
      // First paint has said which; before it the document speaks English, whoever reads it.
      const { dir, lang } = document.documentElement
      const language = [dir && lang, navigator.language.slice(0, 2), lang].find(code => languages[code])
      for (const base of bases) {
        if (guessed) guessed.href = base
        const at = path => new URL(path, document.baseURI).href
        for (const part of ${JSON.stringify([entry, ...parts])}) ask('modulepreload', at(part))
        if (language) ask('modulepreload', at(languages[language]))
        // Those of Vuetify's parts, which first paint has none of.
        const styled = ${JSON.stringify(sheets)}.map(sheet => ask('stylesheet', at(sheet)))
        await soon(globalThis.scsFirstPaint)
        await Promise.all(styled)
        found = await import(at('${entry}')).then(() => true, () => false)
        if (found) break
      }
      if (!found) tellFailed()
    </script>`)

/** What stands in the page is not minified, and every visitor loads it. */
const withoutComments = (html: string) => html.replace(/^ *\/\/.*\n/gm, '')
const compact = (script: string) => withoutComments(script).replace(/^ +/gm, '')

/**
 * Loads entry and styles by an inline script. Browsers look ahead for `<script src>` and `<link>` before the base script at the top
 * of the page has run: under a deep link they would ask below the wrong path, get a 404 (or the host's fallback page), and ask again.
 */
export function inlineEntry(): Plugin {
  return {
    name: 'scs-status:inline-entry',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (!bundle) return html
        const entry = ENTRY.exec(html)?.[1]
        const styles = [...html.matchAll(STYLES)].flatMap(([, sheet = '']) => sheet)
        // Named as the page: with what first paint needs.
        const inlined = styles.find(sheet => /\/index-[^/]+$/.test(sheet))
        if (!entry || !inlined) throw new Error('Entry and styles of index.html do not look as expected.')
        const parts = [...html.matchAll(PRELOAD)].flatMap(([, part = '']) => part)
        const script = inlineScript(
          entry,
          parts,
          { inlined, sheets: styles.filter(sheet => sheet !== inlined) },
          languageFiles(bundle),
        )
        return withoutComments(html)
          .replace(ENTRY, '')
          .replaceAll(PRELOAD, '')
          .replaceAll(STYLES, '')
          .replace('</head>', () => `  <style>${textOf(bundle, inlined)}</style>\n    ${script}\n  </head>`)
      },
    },
  }
}

function textOf(bundle: Rolldown.OutputBundle, href: string): string {
  const file = bundle[href.replace(/^\.\//, '')]
  if (file?.type !== 'asset') throw new Error(`${href} is not in the build.`)
  return String(file.source).trim()
}
