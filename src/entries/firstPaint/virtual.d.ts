declare module 'virtual:first-paint' {
  import type { Language, MessageKey } from '@/i18n/messages'

  /** What first paint says, by the keys of the texts. */
  export type FirstTexts = Readonly<Partial<Record<MessageKey, string>>>
  /** Out of the files of the languages that most visitors ask for. */
  export const texts: Readonly<Partial<Record<Language, FirstTexts>>>
  /** The modules of all other languages, from the folder of the page. */
  export const files: Readonly<Partial<Record<Language, string>>>
}
