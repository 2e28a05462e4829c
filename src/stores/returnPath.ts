/**
 * A path to go on with after a login, as the router writes it: below the base of the page, never another host's, never the login
 * page itself. Whatever else is asked for (it may come from a link that a stranger made) becomes `fallback`.
 */
export function safeReturnPath(path: unknown, fallback: string): string {
  // A browser reads "\" as "/", drops tabs and line breaks, and takes "//host" for another host.
  // eslint-disable-next-line no-control-regex -- they are what it looks for
  if (typeof path !== 'string' || !/^\/(?![/\\])/.test(path) || /[\\\u0000-\u001f\u007f]/.test(path)) return fallback
  // Dots and doubled slashes could climb above the base; encoded, they are what some host decodes.
  const [plain = ''] = path.split(/[?#]/)
  if (/\/\/|(^|\/)(\.|%2e){1,2}(\/|$)|%(2f|5c|[01][\da-f]|7f)/i.test(plain)) return fallback
  // The router takes both cases of letters for the same.
  return /^(\/p\/[^/]+)?\/login(\/|$)/i.test(plain) ? fallback : path
}
