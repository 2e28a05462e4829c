import { useI18n } from 'vue-i18n'
import type { LocalizedText } from '@/config/schema'

/** A configured text in the visitor's language; where that is not given, in any that is. */
export function useLocalized() {
  const { locale } = useI18n({ useScope: 'global' })
  return (text: LocalizedText): string => {
    if (typeof text === 'string') return text
    return text[locale.value as keyof typeof text] ?? Object.values(text).find(value => value !== undefined) ?? ''
  }
}
