import type { LocalizedText } from '@/config/schema'
import { localizedText } from '@/i18n/dataTranslations'
import { useText } from './useText'

/** A configured text in the visitor's language; where that is not given, in any that is. */
export function useLocalized() {
  const { language } = useText()
  return (text: LocalizedText): string => localizedText(text, language.value)
}
