/** What stands in a text for its `{names}`. */
export type Texts = Readonly<Record<string, string | number>>

/** A language file as one table, by the paths of its texts: `banner.operational`. */
export function flatTexts(messages: object, prefix = ''): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatTexts(value as object, `${prefix}${key}.`),
  )
}

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const

interface Plurals {
  readonly rules: Intl.PluralRules
  /** In the order in which a text has its forms; engines name them in orders of their own. */
  readonly categories: readonly Intl.LDMLPluralRule[]
}
const made = new Map<string, Plurals>()

/** How a language counts, by CLDR: English `one`, `other`; French `one`, `many`, `other`. */
export function pluralsOf(language: string): Plurals {
  const known = made.get(language)
  if (known) return known
  const rules = new Intl.PluralRules(language)
  const { pluralCategories } = rules.resolvedOptions()
  const plurals = { rules, categories: CATEGORIES.filter(category => pluralCategories.includes(category)) }
  made.set(language, plurals)
  return plurals
}

/**
 * A text of ours with its values. `{n} day | {n} days`: a form for each plural category of the language, in CLDR's order (zero, one,
 * two, few, many, other). A name that has no value stays as it is, so that it is seen.
 * @param count what the form is chosen by
 */
export function formatText(text: string, values: Texts, language: string, count = values['n'] ?? 1): string {
  const forms = text.split(' | ')
  return (forms.length > 1 ? formOf(forms, language, Number(count)) : text).replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  )
}

/** Forms may be more than an older engine knows categories: the last one is always that of `other`. */
function formOf(forms: readonly string[], language: string, count: number): string {
  const { rules, categories } = pluralsOf(language)
  const category = rules.select(count)
  return forms[category === 'other' ? forms.length - 1 : categories.indexOf(category)] ?? forms.at(-1)!
}
