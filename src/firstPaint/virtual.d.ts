declare module 'virtual:first-paint' {
  import type { Language, MessageKey } from '@/i18n/messages'

  /** The attribute that the styles of a single-file component ask for, by the name of its file. */
  export const scopes: Readonly<Record<string, string>>
  /** What first paint says, out of the files of the languages. */
  export const texts: Readonly<Record<Language, Readonly<Partial<Record<MessageKey, string>>>>>
}
