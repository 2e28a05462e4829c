import type { Page } from 'playwright'

/** Prints the page. What it is made of at that moment stands in a tab of its own, to be looked at in peace: without looks and scripts. */
export async function printed(page: Page): Promise<Page> {
  await page.evaluate(() =>
    window.addEventListener(
      'beforeprint',
      () => queueMicrotask(() => Object.assign(globalThis, { printed: document.body.innerHTML })),
      { once: true },
    ),
  )
  await page.pdf()
  const html = await page.evaluate(() => (globalThis as { printed?: string }).printed)
  if (html === undefined) throw new Error('The page was not told that it is printed.')
  const sheet = await page.context().newPage()
  await sheet.evaluate(html => (document.body.innerHTML = html), html)
  return sheet
}
