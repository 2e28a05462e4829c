/** Whether a control takes nothing: it says so itself, or all that it is grouped with is switched off. */
export const isDisabled = (control: HTMLElement): boolean =>
  control.matches('[disabled], [aria-disabled=true]') || control.closest('fieldset[disabled]') !== null
