// The only schemes that a reader's click or a request of this page may follow.
const SCHEME = /^([a-z][a-z0-9+.-]*):/i
// Browsers drop tabs and line breaks from addresses and read "\" as "/": both can hide a scheme or a host.
// eslint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u0020\u007f\\<>"]/

const parses = (text: string) => {
  try {
    const { username, password } = new URL(text, 'https://base.invalid/')
    return username === '' && password === ''
  } catch {
    return false
  }
}

const isAddress = (text: string, schemes: readonly string[]) => {
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase()
  if (text === '' || UNSAFE.test(text) || !parses(text)) return false
  return scheme === undefined || schemes.includes(scheme)
}

/** Something this page loads (logo, Markdown file): http, https, or relative to the page; never `data:` or `javascript:`. */
export const isResource = (text: string) => isAddress(text, ['http', 'https'])

/**
 * A path of the page's own host: no scheme, no other host, and no way up out of the folder in which it begins. Browsers take `%2e` for
 * a dot as well.
 */
export function isOwnPath(text: string): boolean {
  if (!isResource(text) || SCHEME.test(text) || text.startsWith('//')) return false
  const [path = ''] = text.split(/[?#]/)
  let depth = 0
  for (const step of path.replace(/%2e/gi, '.').split('/')) {
    if (step === '..') depth -= 1
    else if (step !== '' && step !== '.') depth += 1
    if (depth < 0) return false
  }
  return depth > 0
}

/** Something a reader follows: as {@link isResource}, and `mailto:`. */
export const isLink = (text: string) => isAddress(text, ['http', 'https', 'mailto'])

/** Where an OpenID provider lives: http(s) and a host; discovery appends its path. */
export const isIssuer = (text: string) => /^https?:\/\/[^/]/i.test(text) && isResource(text) && !/[?#]/.test(text)

/** An address in which words in braces stand for something, once they are filled in; see {@link holdsOnly}. */
export const filledIn = (text: string) => text.replace(/\{\w*\}/g, 'id')

/** Whether an address holds no other placeholder than this one: braces have no other place in it. */
export const holdsOnly = (placeholder: string) => (text: string) => !/[{}]/.test(text.replaceAll(placeholder, ''))

/**
 * Where the API answers: http(s), a path that starts with "/", "./" or "../", or the word "demo". A bare host name is
 * refused, because a browser would take it for a file beside the page; so is a query, because paths are appended.
 */
export const isApiUrl = (text: string) =>
  text === 'demo' || (/^(https?:\/\/[^/]|\.{0,2}\/)/i.test(text) && isResource(text) && !/[?#]/.test(text))
