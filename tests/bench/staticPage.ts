import type { Page } from 'playwright'

/** What the page shows, all rows of it, as one HTML file without any script: the fastest that this content can be. */
export async function staticPageOf(page: Page): Promise<string> {
  // Paper has every row.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.waitForTimeout(500)
  const { body, css, attributes } = await page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement
    copy.querySelectorAll('script, noscript, #failed').forEach(element => element.remove())
    const sheets = [...document.styleSheets, ...document.adoptedStyleSheets]
    return {
      body: copy.innerHTML,
      css: sheets.flatMap(sheet => [...sheet.cssRules].map(rule => rule.cssText)).join('\n'),
      attributes: [...document.documentElement.attributes].map(({ name, value }) => `${name}="${value.replaceAll('"', '&quot;')}"`),
    }
  })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  return `<!doctype html><html ${attributes.join(' ')}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Status</title><link rel="icon" href="data:,"><style>${css}</style></head><body>${body}</body></html>`
}
