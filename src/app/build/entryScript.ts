import type { Plugin } from 'vite'

const ENTRY = /<script type="module" crossorigin src="(\.\/assets\/[^"]+\.js)"><\/script>/

/**
 * Starts the entry by an inline import. Browsers look ahead for `<script src>` before the base script at the top of the page has
 * run: under a deep link they would ask for the entry below the wrong path, get a 404 (or the host's fallback page), and ask again.
 */
export function inlineEntry(): Plugin {
  return {
    name: 'scs-status:inline-entry',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (!bundle) return html
        if (!ENTRY.test(html)) throw new Error('The entry script of index.html does not look as expected.')
        return html.replace(ENTRY, '<script type="module">import "$1"</script>')
      },
    },
  }
}
