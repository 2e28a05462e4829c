import { screen } from '@testing-library/dom'
import { textOf } from './status'

/** The dialog of that name; without a name the only one, or the one that was opened last. */
export const theDialog = (name?: string | RegExp): HTMLElement =>
  screen.getAllByRole('dialog', name === undefined ? {} : { name }).at(-1)!

/** What the open dialogs say, with single spaces. */
export const dialogText = (): string => screen.getAllByRole('dialog').map(textOf).join(' ')
