/**
 * A path to go on with after a login, as the router writes it: below the base of the page, never another host's, never the login
 * page itself. Whatever else is asked for (it may come from a link that a stranger made) becomes `fallback`.
 */
export function safeReturnPath(path: unknown, fallback: string): string {
  // A browser reads "\" as "/", drops tabs and line breaks, and takes "//host" for another host.
  // eslint-disable-next-line no-control-regex -- they are what it looks for
  if (typeof path !== 'string' || !/^\/(?![/\\])/.test(path) || /[\\\u0000-\u001f\u007f]/.test(path)) return fallback
  // Dots and doubled slashes could climb above the base, encoded ones too.
  const [plain = ''] = path.split(/[?#]/)
  if (/\/\/|(^|\/)(\.|%2e){1,2}(\/|$)/i.test(plain)) return fallback
  return /^(\/p\/[^/]+)?\/login(\/|$)/.test(plain) ? fallback : path
}
