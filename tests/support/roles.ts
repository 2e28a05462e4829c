import { screen, within } from '@testing-library/dom'
import { say } from './browser/texts'
import { textOf } from './status'

/** The innermost part of that role in which an element stands. */
export function around(role: string, element: HTMLElement): HTMLElement {
  const part = screen.queryAllByRole(role).findLast(one => one.contains(element))
  if (!part) throw new Error(`It stands in no ${role}: ${textOf(element)}`)
  return part
}

/** The part at the top of a page that its main heading names. */
export const bannerOf = (page: HTMLElement) => around('region', within(page).getByRole('heading', { level: 1 }))

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Nothing but these words one after the other, however they are set apart. */
export const inTurn = (...words: string[]) => new RegExp(`^${words.map(escaped).join('\\s*')}$`)

/** The titles of an incident's updates, in their order. */
export const updateTitles = (page: HTMLElement) =>
  within(within(page).getByRole('list', { name: say('incident.updates') }))
    .getAllByRole('heading', { level: 3 })
    .map(textOf)

/** Where a page says which reads failed, or which of their entries could not be read. */
export const failuresIn = (page: HTMLElement) =>
  within(page).queryAllByRole('group', { name: name => [say('error.title'), say('error.droppedTitle')].includes(name) })

/** The accessible names of all that have the role, in their order. */
export function namesOf(role: string, inside: HTMLElement): string[] {
  const names: string[] = []
  within(inside).queryAllByRole(role, { name: name => names.push(name) > 0 })
  return names
}

/** All that have one of the roles, in their order. */
const allOf = (inside: HTMLElement, ...roles: string[]) =>
  roles
    .flatMap(role => within(inside).queryAllByRole(role))
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))

/** What the cells of a table say, row by row, without its head. */
export const rowsOf = (table: HTMLElement): string[][] =>
  within(table)
    .getAllByRole('row')
    .filter(row => !within(row).queryAllByRole('columnheader').length)
    .map(row => allOf(row, 'rowheader', 'cell').map(textOf))

/** What is said of each term. */
export function factsIn(inside: HTMLElement): Record<string, string> {
  const terms = new Set(within(inside).queryAllByRole('term'))
  const facts: Record<string, string> = {}
  let term = ''
  for (const part of allOf(inside, 'term', 'definition'))
    if (terms.has(part)) term = textOf(part)
    else facts[term] = [facts[term] ?? '', textOf(part)].join(' ').trim()
  return facts
}
