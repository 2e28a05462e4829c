/**
 * What this tab remembers of a login: gone with the tab, and never in localStorage. One host may serve several pages, and one page
 * may be pointed at another API: the names carry both.
 */
export const tabPrefix = (basePath: string, apiUrl: string) => `scs-status login ${basePath} ${apiUrl} `

/** Names of what is kept under the prefix. `session` begins the name of everything that says that somebody is logged in. */
export const SESSION = 'session '
export const PENDING = 'pending '

/** Whether somebody is logged in here, as far as this tab remembers. A browser that keeps nothing remembers nobody. */
export function remembersSession(prefix: string): boolean {
  try {
    return Object.keys(sessionStorage).some(key => key.startsWith(prefix + SESSION))
  } catch {
    return false
  }
}
