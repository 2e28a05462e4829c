/** Whether the page reads from right to left: then the arrow keys do as well. */
export const isMirrored = () => document.documentElement.dir === 'rtl'

/** Whether a key is pressed with one that makes it a command of the browser. Shift is none. */
export const isCommand = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => ctrlKey || metaKey || altKey
