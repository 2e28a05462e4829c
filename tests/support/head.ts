// What the head and the root of a document say has no role to find it by.

/** The icon of the tab, as an address. */
export const iconOf = () => document.querySelector('link[rel=icon]')?.getAttribute('href')

/** In which theme and palette the page is drawn. */
export const lookOf = () => ({ ...document.documentElement.dataset })
