/**
 * Links the style sheet that the configuration names. At the end of the body: what the page loads later comes into the head, and would be
 * the last word there.
 * @param css a path of the page's own host; null = there is none
 */
export function linkCustomStyles(css: string | null): void {
  const href = css === null ? null : new URL(css, document.baseURI).href
  if (href === null || [...document.styleSheets].some(sheet => sheet.href === href)) return
  document.body.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }))
}
