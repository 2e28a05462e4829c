/**
 * Stands in for msw's cookie store in the browser's demo chunk (an alias in vite.config.ts). The real one brings a list of all
 * public domain suffixes, half a megabyte, and touches local storage, which throws in a sandboxed frame. The demo sets no cookies.
 */
export const cookieStore = {
  getCookies: () => [],
  setCookie: () => Promise.resolve(),
}
