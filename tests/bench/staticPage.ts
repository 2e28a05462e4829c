import type { Page } from 'playwright'

/**
 * What the page shows, all rows of it, as one HTML file without any script: the fastest that this content can be.
 * @param rows how many components it has to show
 */
export async function staticPageOf(page: Page, rows: number): Promise<string> {
  // Paper has every row.
  await page.evaluate(() => void window.dispatchEvent(new Event('beforeprint')))
  const hasAll = (wanted: number) => document.querySelectorAll('#app [data-component]').length >= wanted
  await page.waitForFunction(hasAll, rows, { timeout: 120_000, polling: 200 })
  await page.waitForTimeout(500)
  const { body, css, attributes } = await page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement
    copy.querySelectorAll('script, noscript, #failed').forEach(element => element.remove())
    const sheets = [...document.styleSheets, ...document.adoptedStyleSheets]
    return {
      body: copy.innerHTML,
      css: sheets.flatMap(sheet => [...sheet.cssRules].map(rule => rule.cssText)).join('\n'),
      attributes: [...document.documentElement.attributes].map(
        ({ name, value }) => `${name}="${value.replaceAll('"', '&quot;')}"`,
      ),
    }
  })
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Status</title><link rel="icon" href="data:,"><style>${css}</style>`
  return `<!doctype html><html ${attributes.join(' ')}><head>${head}</head><body>${body}</body></html>`
}
