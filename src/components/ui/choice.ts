import type { DataNames } from '@/i18n/dataTranslations'

/** What can be chosen in a field; an entry of the type `subheader` names those below it. */
export type Choice = { readonly value: string; readonly title: string } | { readonly type: 'subheader'; readonly title: string }

/** The values of labels, each below its key; a value is `key:value`. */
export const labelChoices = (labels: ReadonlyMap<string, readonly string[]>, names: DataNames): Choice[] =>
  [...labels].flatMap(([key, values]): Choice[] => [
    { type: 'subheader', title: names.labelKey(key) },
    ...values.map(value => ({ value: `${key}:${value}`, title: names.labelValue(key, value) })),
  ])
