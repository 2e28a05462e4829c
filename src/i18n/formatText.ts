/** What stands in a text for its `{names}`. */
export type Texts = Readonly<Record<string, string | number>>

/** A language file as one table, by the paths of its texts: `banner.operational`. */
export function flatTexts(messages: object, prefix = ''): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatTexts(value as object, `${prefix}${key}.`),
  )
}

/**
 * A text of ours with its values. `{n} day | {n} days`: one form for one, the other for all other counts; the first where nothing is
 * counted. A name that has no value stays as it is, so that it is seen.
 * @param count what the form is chosen by
 */
export function formatText(text: string, values: Texts, count = values['n'] ?? 1): string {
  const [one = '', many = one] = text.split(' | ')
  return (count === 1 ? one : many).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
