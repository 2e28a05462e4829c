import type { Locator, Page } from 'playwright'

/** Whether the next key goes to it. */
export const hasFocus = (locator: Locator): Promise<boolean> => locator.evaluate(element => element === document.activeElement)

/** Whether the next key goes to it, or to something in it. */
export const holdsFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate(element => element.contains(document.activeElement))

/** Whether the next key goes to the page itself. */
export const isNothingFocused = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement === document.body || document.activeElement === null)
