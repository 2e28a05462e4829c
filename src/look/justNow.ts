/** The age of what is less than a minute old: "now" would say of an answer that it is still being given. */
export const justNow = (locale: string): string =>
  locale.startsWith('de') ? 'vor weniger als einer Minute' : 'less than a minute ago'
