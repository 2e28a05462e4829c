import type { Locator } from 'playwright'
import { expect } from 'vitest'
import { named, pageOf, type Place } from './place'

/** The field of that name: a box that opens, or a group in which every option is in sight. */
async function fieldOf(inside: Place, field: string | RegExp): Promise<{ box: Locator } | { group: Locator }> {
  const box = inside.getByRole('combobox', named(field))
  const group = inside.getByRole('radiogroup', named(field)).or(inside.getByRole('group', named(field)))
  await box.or(group).first().waitFor()
  return (await box.count()) ? { box } : { group }
}
const isNative = (box: Locator) => box.evaluate(element => element instanceof HTMLSelectElement)

/**
 * Chooses an option by what it says, in the field of that name: a native select, a list box that opens, radio buttons and buttons
 * that stay pressed are the same to a test.
 */
export async function choose(inside: Place, field: string | RegExp, option: string): Promise<void> {
  const found = await fieldOf(inside, field)
  if ('group' in found) {
    const { group } = found
    return group
      .getByRole('radio', named(option))
      .or(group.getByRole('button', named(option)))
      .click()
  }
  if (await isNative(found.box)) return void (await found.box.selectOption({ label: option }))
  // What is chosen lies over the box that has the role.
  await found.box.click({ force: true })
  await pageOf(inside).getByRole('option', named(option)).click()
}

/** What the field says that is chosen now. */
export async function chosen(inside: Place, field: string | RegExp): Promise<string> {
  const box = inside.getByRole('combobox', named(field))
  const group = inside.getByRole('group', named(field))
  await box.or(group).first().waitFor()
  if (await group.count()) {
    return (await group.getByRole('button', { pressed: true }).allInnerTexts()).join(', ').trim()
  }
  return box.evaluate(element => {
    if (element instanceof HTMLSelectElement) return (element.selectedOptions[0]?.textContent ?? '').trim()
    return element instanceof HTMLInputElement ? element.value : (element.textContent ?? '').trim()
  })
}

/** What the field offers, in its order. */
export async function optionsOf(inside: Place, field: string | RegExp): Promise<string[]> {
  const box = inside.getByRole('combobox', named(field))
  if (await isNative(box)) return box.getByRole('option').allInnerTexts()
  await box.click({ force: true })
  const all = pageOf(inside).getByRole('option')
  // A list is drawn bit by bit, and each option knows of how many it is one.
  await expect.poll(async () => Number(await all.first().getAttribute('aria-setsize')) - (await all.count())).toBe(0)
  const options = await all.allInnerTexts()
  await pageOf(inside).keyboard.press('Escape')
  return options.map(option => option.trim())
}
