import type { Locator, Page } from 'playwright'

/** Where a test looks for something. */
export type Place = Page | Locator

export const pageOf = (inside: Place): Page => ('page' in inside ? inside.page() : inside)

/** What somebody reads, as a name: exactly that, or what the pattern finds. */
export const named = (name: string | RegExp) => ({ name, exact: typeof name === 'string' })
