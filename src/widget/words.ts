import type { ApiErrorKind } from '@/domain/apiError'
import type { Level } from '@/domain/severity'
import type { VerdictKind } from '@/domain/verdict'
import type { Format } from './format'

/** The words of an element. Those that the status page has too are the same there; a test compares them. */
export interface Words {
  readonly level: Readonly<Record<'operational' | 'maintenance' | 'unknown' | 'lastKnown', string>>
  readonly banner: Readonly<Record<VerdictKind | 'loading', string>>
  readonly incident: Readonly<Record<'untitled' | 'untitledMaintenance', string>>
  readonly component: Readonly<Record<'notFound' | 'since', string>>
  readonly app: Readonly<Record<'asOf', string>>
  /** What only elements say. */
  readonly own: Readonly<
    Record<
      'retired' | 'noApi' | 'noLabel' | 'beside' | 'network' | 'tooManyRequests' | 'unusable' | 'dropped' | 'clock' | 'justNow',
      string
    >
  >
}

export type WordLanguage = 'en' | 'de'

export const words: Readonly<Record<WordLanguage, Words>> = {
  en: {
    level: { operational: 'Operational', maintenance: 'Maintenance', unknown: 'Unknown', lastKnown: 'Last known: {level}' },
    banner: {
      operational: 'All components operational',
      notice: 'Operational, with a notice',
      maintenance: 'Maintenance in progress',
      affected: '1 component affected | {n} components affected',
      incident: 'An incident is ongoing',
      partial: 'Current status not confirmed',
      unknown: 'Status unknown',
      empty: 'No components yet',
      loading: 'Loading the current status',
    },
    incident: { untitled: 'Incident without a title', untitledMaintenance: 'Maintenance without a title' },
    component: { notFound: 'No such component', since: 'since {time}' },
    app: { asOf: 'Last confirmed' },
    own: {
      retired: 'Retired',
      noApi: 'The attribute “api” is no address.',
      noLabel: 'No component has this label',
      beside: 'in maintenance as well',
      network: 'The server could not be reached, or does not let this page ask (CORS)',
      tooManyRequests: 'Too many requests',
      unusable: 'The server gives no usable answer',
      dropped: 'Entries that could not be read: {n}.',
      clock: 'The clock of this device is not that of the server.',
      justNow: 'less than a minute ago',
    },
  },
  de: {
    level: { operational: 'In Betrieb', maintenance: 'Wartung', unknown: 'Unbekannt', lastKnown: 'Zuletzt bekannt: {level}' },
    banner: {
      operational: 'Alle Komponenten in Betrieb',
      notice: 'In Betrieb, mit Hinweis',
      maintenance: 'Wartung läuft',
      affected: '1 Komponente betroffen | {n} Komponenten betroffen',
      incident: 'Ein Vorfall dauert an',
      partial: 'Aktueller Status nicht bestätigt',
      unknown: 'Status unbekannt',
      empty: 'Noch keine Komponenten',
      loading: 'Aktueller Status wird geladen',
    },
    incident: { untitled: 'Vorfall ohne Titel', untitledMaintenance: 'Wartung ohne Titel' },
    component: { notFound: 'Diese Komponente gibt es nicht', since: 'seit {time}' },
    app: { asOf: 'Zuletzt bestätigt:' },
    own: {
      retired: 'Stillgelegt',
      noApi: 'Das Attribut „api“ ist keine Adresse.',
      noLabel: 'Keine Komponente hat dieses Label',
      beside: 'außerdem in Wartung',
      network: 'Der Server ist nicht erreichbar oder lässt Anfragen dieser Seite nicht zu (CORS)',
      tooManyRequests: 'Zu viele Anfragen',
      unusable: 'Der Server gibt keine brauchbare Antwort',
      dropped: 'Nicht lesbare Einträge: {n}.',
      clock: 'Die Uhr dieses Geräts geht anders als die des Servers.',
      justNow: 'vor weniger als einer Minute',
    },
  },
}

/** The language of words for a language tag; English where there are none. */
export function languageOf(tag: string): WordLanguage {
  const code = tag.slice(0, 2).toLowerCase()
  return Object.hasOwn(words, code) ? (code as WordLanguage) : 'en'
}

/** The word for a state: the server's own where it has one, as it is called here. */
export function levelWord(text: Words, { kind, name, lastKnown }: Level, format: Format): string {
  const { level } = text
  if (lastKnown) return format.text(level.lastKnown, { level: levelWord(text, lastKnown.level, format) })
  if (kind === 'operational' || kind === 'unknown') return level[kind]
  return (name && format.severity(name)) || level[kind === 'maintenance' ? kind : 'unknown']
}

/** Why a read failed, in fewer words than the page has: each counts here. */
export const errorWord = ({ own }: Words, kind: ApiErrorKind): string =>
  own[kind === 'timeout' ? 'network' : kind === 'network' || kind === 'tooManyRequests' ? kind : 'unusable']
