import type { Plugin } from 'vite'

const ENTRY = /<script type="module" crossorigin src="(\.\/assets\/[^"]+\.js)"><\/script>\s*/
const PRELOAD = /<link rel="modulepreload" crossorigin href="(\.\/assets\/[^"]+\.js)">\s*/g
const STYLES = /<link rel="stylesheet" crossorigin href="(\.\/assets\/[^"]+\.css)">/

/**
 * Asks for both at once and starts the page when it can be drawn as it should be. Where the base is only guessed and nothing is
 * found below it (a path that ends in no known route, a sub-path named like one), the folders above are tried in turn.
 */
const inlineScript = (entry: string, parts: readonly string[], styles: string) => `<script type="module">
      const ask = (rel, href) =>
        new Promise(done => {
          document.head.append(Object.assign(document.createElement('link'), { rel, href, crossOrigin: '', onload: done, onerror: done }))
        })
      const guessed = document.querySelector('base[data-guessed]')
      const names = location.pathname.split('/').filter(Boolean)
      const folders = names.map((_, index) => '/' + names.slice(0, index + 1).join('/') + '/').reverse()
      const bases = guessed ? new Set([guessed.getAttribute('href'), ...folders, '/']) : [document.baseURI]
      let found = false
      for (const base of bases) {
        if (guessed) guessed.href = base
        const at = path => new URL(path, document.baseURI).href
        for (const part of ${JSON.stringify([entry, ...parts])}) ask('modulepreload', at(part))
        await ask('stylesheet', at('${styles}'))
        found = await import(at('${entry}')).then(() => true, () => false)
        if (found) break
      }
      document.getElementById('failed').hidden = found
    </script>`

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
        const styles = STYLES.exec(html)?.[1]
        if (!entry || !styles) throw new Error('Entry and styles of index.html do not look as expected.')
        const parts = [...html.matchAll(PRELOAD)].flatMap(([, part = '']) => part)
        return html
          .replace(ENTRY, '')
          .replaceAll(PRELOAD, '')
          .replace(STYLES, inlineScript(entry, parts, styles))
      },
    },
  }
}
