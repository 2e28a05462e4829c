import { useI18n } from 'vue-i18n'

/** A configured text in the visitor's language; where that is not given, in any that is. */
export function useLocalized() {
  const { locale } = useI18n({ useScope: 'global' })
  return (text: string | Readonly<Record<string, string | undefined>>): string => {
    if (typeof text === 'string') return text
    return text[locale.value] ?? Object.values(text).find(value => value !== undefined) ?? ''
  }
}
