import MiniSearch from 'minisearch'
import type { RouteLocationRaw } from 'vue-router'
import { foldText } from '@/domain/foldText'

/** What is found, in the order in which equals stand. */
const SEARCH_KINDS = ['component', 'label', 'incident', 'action', 'page', 'provider'] as const
type SearchKind = (typeof SEARCH_KINDS)[number]

/** Where a hit stands: components that are called so, what goes on now, the rest by its kind, and what is over. */
type SearchSection = 'best' | 'now' | SearchKind | 'ended'

export interface SearchDocument {
  /** Unique among all. */
  readonly key: string
  readonly kind: SearchKind
  /** What it is called. */
  readonly name: string
  /** What else it is found by. */
  readonly words: readonly string[]
  /** What the server calls it; empty where it has no name for it. */
  readonly id: string
}

/** Something that can be found, and where it is. */
export interface SearchEntry extends SearchDocument {
  readonly href: string
  /** null = outside of this page */
  readonly to: RouteLocationRaw | null
  /** Whose it is, where there are several. */
  readonly provider?: string
  /** What stands below its name. */
  readonly detail?: string
  /** When an incident began, epoch milliseconds. */
  readonly at?: number | null
}

/** A document with the words of it that were found, folded. */
export type Hit<D extends SearchDocument> = D & { readonly terms: readonly string[] }

/** The hits of one section: the best ones, and how many there are. */
export interface HitGroup<D extends SearchDocument> {
  readonly section: SearchSection
  readonly hits: readonly Hit<D>[]
  readonly total: number
}

interface SearchIndex<D extends SearchDocument> {
  /**
   * The hits by section: components whose name is the text or begins with it, what is not in order now, the rest (the kind with the
   * best hit first), and what is over. Every word of the text has to be found, be it in part or with a slip.
   * Without a text: what is not in order, the most urgent first, then actions and pages.
   * @param urgency by key, above 0 for what is not in order now, below 0 for what is over; what is missing is in order
   */
  find(text: string, urgency: ReadonlyMap<string, number>): HitGroup<D>[]
}

/** More of a kind than can be seen at once: whoever wants another types another word. */
export const MAX_HITS = 8

const WEIGHTS = { name: 3, words: 1, id: 1 }
const WITHOUT_TEXT: readonly SearchKind[] = ['action', 'page']

/** Costs some milliseconds for 1,000 documents: made when they change, not when somebody types. */
export function createSearchIndex<D extends SearchDocument>(documents: readonly D[]): SearchIndex<D> {
  const byKey = new Map(documents.map(document => [document.key, document]))
  const index = new MiniSearch<D>({
    idField: 'key',
    fields: ['name', 'words', 'id'],
    extractField: (document, field) => (field === 'words' ? document.words.join('\n') : document[field as 'key' | 'name' | 'id']),
    processTerm: foldText,
  })
  index.addAll([...byKey.values()])

  const folded = new Map(documents.map(({ key, name }) => [key, foldText(name)]))

  return {
    find(text, urgency) {
      const urgencyOf = ({ key }: D) => urgency.get(key) ?? 0
      if (text.trim() === '') {
        const shown = [...byKey.values()].filter(document => WITHOUT_TEXT.includes(document.kind) || urgencyOf(document) > 0)
        return inSections(
          shown
            .sort((a, b) => urgencyOf(b) - urgencyOf(a) || orderOf(a) - orderOf(b))
            .map(document => ({ document, terms: [], section: urgencyOf(document) > 0 ? 'now' : document.kind })),
        )
      }
      const wanted = foldText(text.trim().replace(/\s+/g, ' '))
      const sectionOf = (document: D): SearchSection => {
        if (document.kind === 'component' && folded.get(document.key)!.startsWith(wanted)) return 'best'
        const urgent = urgencyOf(document)
        return urgent > 0 ? 'now' : urgent < 0 ? 'ended' : document.kind
      }
      const found = index
        .search(text, {
          boost: WEIGHTS,
          prefix: true,
          // In numbers there are no slips: `node-1` is not `node-2`, and half an id is no other one.
          fuzzy: term => (/\d/.test(term) ? false : 0.2),
          combineWith: 'AND',
        })
        .map(({ id, terms }) => {
          const document = byKey.get(String(id))!
          return { document, terms, section: sectionOf(document) }
        })
      const isWhole = ({ key }: D) => Number(folded.get(key) === wanted)
      // What is equal keeps the order of the search.
      return inSections(
        found.sort(
          (a, b) =>
            stepOf(a.section) - stepOf(b.section) ||
            (a.section === 'best'
              ? isWhole(b.document) - isWhole(a.document) || urgencyOf(b.document) - urgencyOf(a.document)
              : 0),
        ),
      )
    },
  }
}

/**
 * Where in a name its found words stand, as places from and to: as much of a word as was typed, or all of it where there was a slip.
 * @param terms the words that were found, folded
 */
export function marksIn(name: string, text: string, terms: readonly string[]): [number, number][] {
  const typed = text.split(BETWEEN_WORDS).filter(Boolean).map(foldText)
  return [...name.matchAll(WORD)].flatMap(({ 0: word, index: start }): [number, number][] => {
    const folded = foldText(word)
    if (!terms.includes(folded)) return []
    const beginning = typed.filter(one => folded.startsWith(one)).sort((a, b) => b.length - a.length)[0]
    let length = beginning === undefined ? word.length : 1
    while (beginning !== undefined && length < word.length && foldText(word.slice(0, length)).length < beginning.length) length++
    return [[start, start + length]]
  })
}

// As the index takes names apart.
const BETWEEN_WORDS = /[\n\r\p{Z}\p{P}]+/u
const WORD = /[^\n\r\p{Z}\p{P}]+/gu

const orderOf = ({ kind }: SearchDocument) => SEARCH_KINDS.indexOf(kind)
const stepOf = (section: SearchSection) => (section === 'best' ? 0 : section === 'now' ? 1 : section === 'ended' ? 3 : 2)

interface Ranked<D extends SearchDocument> {
  readonly document: D
  readonly terms: readonly string[]
  readonly section: SearchSection
}

/** Keeps the order: of the hits of a section, and of the sections by their first hit. */
function inSections<D extends SearchDocument>(ranked: readonly Ranked<D>[]): HitGroup<D>[] {
  const sections = new Map<SearchSection, Ranked<D>[]>()
  for (const hit of ranked) {
    const members = sections.get(hit.section)
    if (members) members.push(hit)
    else sections.set(hit.section, [hit])
  }
  return [...sections].map(([section, members]) => ({
    section,
    hits: members.slice(0, MAX_HITS).map(({ document, terms }) => ({ ...document, terms })),
    total: members.length,
  }))
}
