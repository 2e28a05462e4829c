/** Languages that are written from right to left, by ISO 639. */
const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)$/

/** What the document says of its language; the styles go by its direction. */
export const documentLanguage = (lang: string) => ({ lang, dir: RIGHT_TO_LEFT.test(lang) ? 'rtl' : 'ltr' })
