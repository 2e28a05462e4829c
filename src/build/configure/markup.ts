/** A text as HTML, in elements and in quoted attributes alike. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')

/** ` name="value"` for each, escaped; undefined = not there. */
export const attributes = (all: Readonly<Record<string, string | undefined>>, escape = escapeMarkup): string =>
  Object.entries(all)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escape(value)}"`))
    .join('')

/** The encoding stays first: browsers look for it in the first 1024 bytes only. */
const HEAD = /<head>(\s*<meta charset="[^"]*" \/>)?/

/** The page with this at the begin of its head. A page without a head has none. */
export const atHead = (html: string, element: string): string => html.replace(HEAD, head => `${head}\n    ${element}`)
