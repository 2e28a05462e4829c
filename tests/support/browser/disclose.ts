import type { Locator } from 'playwright'
import { pageOf, type Place } from './place'

/** What opens and closes: the browser's own disclosure, or a button that tells whether it is expanded. */
const CONTROL = 'summary, button[aria-expanded], [role=button][aria-expanded]'

/** Where there are several of that name, the first. */
function disclosure(inside: Place, name: string | RegExp): Locator {
  const exact = typeof name === 'string'
  const control = inside.locator(CONTROL)
  const part = control.filter({ has: pageOf(inside).getByText(name, { exact }) })
  return part.or(control.and(inside.getByText(name, { exact }))).first()
}

/** Whether what is folded up under that name is open. */
const isDisclosed = (inside: Place, name: string | RegExp): Promise<boolean> =>
  disclosure(inside, name).evaluate(control => {
    const { parentElement } = control
    return parentElement instanceof HTMLDetailsElement ? parentElement.open : control.getAttribute('aria-expanded') === 'true'
  })

async function turn(inside: Place, name: string | RegExp, open: boolean): Promise<void> {
  if ((await isDisclosed(inside, name)) !== open) await disclosure(inside, name).click()
}

/** Opens what is folded up under that name. */
export const disclose = (inside: Place, name: string | RegExp) => turn(inside, name, true)

/** Folds it up again. */
export const fold = (inside: Place, name: string | RegExp) => turn(inside, name, false)
