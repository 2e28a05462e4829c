/** The age of what is less than a minute old: "now" would say of an answer that it is still being given. */
export const justNow = (locale: string): string =>
  ({ de: 'vor weniger als einer Minute', fr: 'il y a moins d’une minute' })[locale.slice(0, 2)] ?? 'less than a minute ago'
