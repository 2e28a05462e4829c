import type en from './en.json'
import type elementEn from './en.element.json'
import type publishedEn from './en.published.json'
import type { LazyMessages } from './lazyMessages'

/** The shape of every language; English is the source. A language that lacks a key does not compile. */
export type Messages = typeof en

/** The path of one text, `banner.operational`. Those of the custom element are in its own script, those of published pages in none. */
export type MessageKey = Leaves<Messages & LazyMessages & typeof elementEn & typeof publishedEn>

type Leaves<T, Prefix extends string = ''> = {
  [Key in keyof T & string]: T[Key] extends string ? `${Prefix}${Key}` : Leaves<T[Key], `${Prefix}${Key}.`>
}[keyof T & string]

/** Each language is a file of its own, loaded when it is chosen. */
export const messageFiles = {
  en: () => import('./en.json'),
  de: () => import('./de.json'),
  fr: () => import('./fr.json'),
} satisfies Record<string, () => Promise<{ default: Messages }>>

export type Language = keyof typeof messageFiles

/** How the languages call themselves. */
export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch', fr: 'Français' }

/** Locales for dates and numbers: the 24-hour clock in all, day before month. */
export const formatLocales: Record<Language, string> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR' }
