import de from './writing/de.json'
import en from './writing/en.json'
import fr from './writing/fr.json'
import { formatText, type Texts } from './formatText'
import type { Language } from './messages'

/** What the page itself writes into incidents and updates. */
export type WrittenText = keyof typeof en

const WRITTEN: Readonly<Record<Language, Readonly<Record<WrittenText, string>>>> = { en, de, fr }

/** A written text in one language. All are here at once: the operator may read the page in another one. */
export const writtenText = (language: Language, key: WrittenText, values: Texts = {}): string =>
  formatText(WRITTEN[language][key], values, language)

const LINKS = ['continues', 'splitFrom', 'seeAlso'] as const
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const [title, address] = ['\u0001', '\u0002']
const linkTexts = Object.keys(WRITTEN).flatMap(language =>
  LINKS.map(key => {
    const whole = escaped(writtenText(language as Language, key, { title, address }))
    return new RegExp(`^${whole.replace(title, '.*').replace(address, '[^\\s)]+')}$`)
  }),
)

/** Whether a paragraph is a link from one incident to another that the page has written, in any of its languages. */
export const isWrittenLink = (paragraph: string): boolean => linkTexts.some(pattern => pattern.test(paragraph.trim()))
