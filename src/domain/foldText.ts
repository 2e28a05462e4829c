/** Case, accents and ligatures are no difference: `Zürich` is `zurich`, `STRASSE` is `straße`. */
export const foldText = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
