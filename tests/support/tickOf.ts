/** How a box is ticked; `mixed` where it stands for several, and only some of them are. */
export function tickOf(box: HTMLElement): boolean | 'mixed' {
  const { checked, indeterminate } = box as HTMLInputElement
  const said = box.getAttribute('aria-checked')
  return indeterminate || said === 'mixed' ? 'mixed' : (checked ?? said === 'true')
}
