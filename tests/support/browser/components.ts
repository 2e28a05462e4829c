import type { Locator } from 'playwright'
import { pageOf, type Place } from './place'

/** The components that are drawn, each with the bar of its days: not those of closed groups. */
export const componentRows = (inside: Place): Locator =>
  inside.getByRole('listitem').filter({ has: pageOf(inside).getByRole('slider') })

/** Their names, in their order. */
export const componentNames = (inside: Place): Promise<string[]> => componentRows(inside).getByRole('heading').allTextContents()
