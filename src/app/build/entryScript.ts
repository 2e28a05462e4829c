import type { Plugin } from 'vite'

const ENTRY = /<script type="module" crossorigin src="(\.\/assets\/[^"]+\.js)"><\/script>\s*/
const STYLES = /<link rel="stylesheet" crossorigin href="(\.\/assets\/[^"]+\.css)">/

/** Asks for both at once and starts the page when it can be drawn as it should be. */
const inlineScript = (entry: string, styles: string) => `<script type="module">
      const ask = (rel, href) =>
        new Promise(done => {
          document.head.append(Object.assign(document.createElement('link'), { rel, href, crossOrigin: '', onload: done, onerror: done }))
        })
      ask('modulepreload', '${entry}')
      await ask('stylesheet', '${styles}')
      import('${entry}')
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
        return html.replace(ENTRY, '').replace(STYLES, inlineScript(entry, styles))
      },
    },
  }
}
