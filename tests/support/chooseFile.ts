import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { fieldOf } from './type'

/** Chooses a file in the field of that name as a browser does: to choose what is chosen already is no change. */
export async function chooseFile(label: string, file: File): Promise<void> {
  const field = fieldOf(label)
  if (field.type !== 'file') throw new Error(`${label} takes no file`)
  if (field.value === file.name) return
  Object.defineProperties(field, {
    files: { configurable: true, value: [file] },
    value: { configurable: true, writable: true, value: file.name },
  })
  fireEvent.change(field)
  await flushPromises()
}
