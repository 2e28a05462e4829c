import type { LocalizedText } from '@/config/schema'
import { useText } from './useText'

/** A configured text in the visitor's language; where that is not given, in any that is. */
export function useLocalized() {
  const { language } = useText()
  return (text: LocalizedText): string => {
    if (typeof text === 'string') return text
    return text[language.value] ?? Object.values(text).find(value => value !== undefined) ?? ''
  }
}
