/** Loads the page anew at an address of its own. Under hash routing that differs behind `#` alone, which by itself loads nothing. */
export function loadWhole(href: string): void {
  const { pathname, search } = new URL(href, location.href)
  if (pathname !== location.pathname || search !== location.search) return location.assign(href)
  // Not by the address bar: the router would hear of it, and try once more what has failed.
  history.pushState(null, '', href)
  location.reload()
}
