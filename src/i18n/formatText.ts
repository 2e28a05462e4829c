/** What stands in a text for its `{names}`. */
export type Texts = Readonly<Record<string, string | number>>

/** A language file as one table, by the paths of its texts: `banner.operational`. */
export function flatTexts(messages: object, prefix = ''): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatTexts(value as object, `${prefix}${key}.`),
  )
}

/** The plural categories of CLDR in the order in which a text has their forms; engines name them in orders of their own. */
const ORDER = 'zero one two few many other'
/** To make them costs ten times as much as to ask them. */
const made: Record<string, Intl.PluralRules> = {}

/**
 * A text of ours with its values. `{n} day | {n} days`: a form for each plural category of the language, as English has `one` and
 * `other`, French `one`, `many` and `other`. A name that has no value stays as it is, so that it is seen.
 * @param count what the form is chosen by
 */
export function formatText(text: string, values: Texts, language: string, count = values['n'] ?? 1): string {
  const forms = text.split(' | ')
  if (forms.length > 1) {
    const rules = (made[language] ??= new Intl.PluralRules(language))
    const categories = rules.resolvedOptions().pluralCategories.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
    text = forms[categories.indexOf(rules.select(Number(count)))] ?? text
  }
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
