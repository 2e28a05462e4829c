/** Props of the list that a field opens which has no label that could be seen: Vuetify names lists by that alone. */
export const listNamed = (name: string | undefined): object => ({ tabindex: 0, 'aria-label': name })
