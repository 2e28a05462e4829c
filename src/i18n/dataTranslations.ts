import type { Config, LocalizedText } from '@/config/schema'

/** What the configuration calls the severities, phases, impact types and labels of a server. */
export type DataTranslations = Partial<Pick<Config, 'severities' | 'phases' | 'impactTypes' | 'labels'>>

/**
 * What readers see in place of the names that a server gives, by those names. For eyes only: identity, order, addresses, exports and
 * what is sent go by the server's own.
 */
export interface DataNames {
  severity(name: string): string
  phase(name: string): string
  impactType(name: string): string
  labelKey(key: string): string
  labelValue(key: string, value: string): string
  /** Key and value of a label that may list several values, `a,b`. */
  labelWords(key: string, value: string): readonly [key: string, value: string]
}

/** A configured text in a language; where that is not given, in any that is. */
export function localizedText(text: LocalizedText, language: string): string {
  if (typeof text === 'string') return text
  return text[language as keyof typeof text] ?? Object.values(text).find(value => value !== undefined) ?? ''
}

/** @param language asked each time, since visitors change it */
export function createDataNames(
  { severities, phases, impactTypes, labels }: DataTranslations,
  language: () => string,
): DataNames {
  const own = <T>(record: Readonly<Record<string, T>> | undefined, name: string) =>
    record && Object.hasOwn(record, name) ? record[name] : undefined
  // In a language that has no text of its own the server's name says more than a text in another one.
  const named = (name: string, text: LocalizedText | undefined) =>
    typeof text === 'string' ? text : (text?.[language() as keyof typeof text] ?? name)
  const labelKey = (key: string) => named(key, own(labels, key)?.label)
  const labelValue = (key: string, value: string) => named(value, own(own(labels, key)?.values, value))
  return {
    severity: name => named(name, own(severities, name)?.label),
    phase: name => named(name, own(phases, name)),
    impactType: name => named(name, own(impactTypes, name)),
    labelKey,
    labelValue,
    labelWords: (key, value) => [
      labelKey(key),
      value
        .split(',')
        .map(one => labelValue(key, one.trim()))
        .join(', '),
    ],
  }
}
