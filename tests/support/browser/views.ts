import type { Locator, Page } from 'playwright'
import { expectSound } from './axe'
import type { OpenedPage, OpenPageOptions } from './page'

/** What a page is looked at with. */
export type Look = Pick<OpenPageOptions, 'colorScheme' | 'hasTouch' | 'mirrored' | 'viewport'>

export const DARK_DESK: Look = { colorScheme: 'dark', viewport: { width: 1440, height: 900 } }
export const PHONE: Look = { hasTouch: true, viewport: { width: 360, height: 740 } }

type Check = (page: Page, within: Locator | undefined) => Promise<void>

/** Opens a page, leads it through its states, and has each of them checked. */
export type View = (look: Look, check?: Check) => Promise<void>

/**
 * @param states the way to each state, from the one before; where only a part of the page is worth a look, it gives that part
 */
export const view =
  <Opened extends OpenedPage>(
    open: (look: Look) => Promise<Opened>,
    states: Readonly<Record<string, (opened: Opened, look: Look) => Promise<Locator | void>>>,
  ): View =>
  async (look, check = (page, within) => expectSound(page, { within })) => {
    const opened = await open(look)
    for (const [state, go] of Object.entries(states)) {
      try {
        await check(opened.page, (await go(opened, look)) ?? undefined)
      } catch (cause) {
        throw new Error(`In the state "${state}"`, { cause })
      }
    }
  }

/** Goes to another address of the same host. */
export const goTo = ({ page, site }: OpenedPage, path: string) => page.goto(site.url + path)

/** Checks each state in light and in dark: in the one as it was reached, then in the other, in which it goes on. */
export function inBothShades(): Check {
  let shade: 'light' | 'dark' = 'light'
  return async (page, within) => {
    await expectSound(page, { within })
    shade = shade === 'light' ? 'dark' : 'light'
    await page.emulateMedia({ colorScheme: shade })
    await expectSound(page, { within })
  }
}
