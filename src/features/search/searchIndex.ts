import MiniSearch from 'minisearch'

/** What is found, in the order in which equals stand. */
const SEARCH_KINDS = ['component', 'label', 'incident', 'page', 'provider'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

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

/** The hits of one kind: the best ones, and how many there are. */
export interface HitGroup<D extends SearchDocument> {
  readonly kind: SearchKind
  readonly hits: readonly D[]
  readonly total: number
}

export interface SearchIndex<D extends SearchDocument> {
  /**
   * The groups of hits, the one with the best hit first. Every word of the text has to be found, be it in part or with a slip.
   * Without a text: what is urgent, the most urgent first, and the pages.
   * @param urgency by key, above 0 for what is not in order; what is missing is
   */
  find(text: string, urgency: ReadonlyMap<string, number>): HitGroup<D>[]
}

/** More of a kind than can be seen at once: whoever wants another types another word. */
export const MAX_HITS = 8

const WEIGHTS = { name: 3, words: 1, id: 1 }
const URGENT_BOOST = 1.5

/** Case, accents and ligatures are no difference: `Zürich` is `zurich`, `STRASSE` is `straße`. */
export const foldTerm = (term: string): string =>
  term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')

/** Costs some milliseconds for 1,000 documents: made when they change, not when somebody types. */
export function createSearchIndex<D extends SearchDocument>(documents: readonly D[]): SearchIndex<D> {
  const byKey = new Map(documents.map(document => [document.key, document]))
  const index = new MiniSearch<D>({
    idField: 'key',
    fields: ['name', 'words', 'id'],
    extractField: (document, field) => (field === 'words' ? document.words.join('\n') : document[field as 'key' | 'name' | 'id']),
    processTerm: foldTerm,
  })
  index.addAll([...byKey.values()])

  return {
    find(text, urgency) {
      const urgencyOf = ({ key }: D) => urgency.get(key) ?? 0
      if (text.trim() === '')
        return inGroups(
          [...byKey.values()]
            .filter(document => document.kind === 'page' || urgencyOf(document) > 0)
            .sort((a, b) => urgencyOf(b) - urgencyOf(a) || orderOf(a) - orderOf(b)),
        )
      const found = index.search(text, {
        boost: WEIGHTS,
        prefix: true,
        // In numbers there are no slips: `node-1` is not `node-2`, and half an id is no other one.
        fuzzy: term => (/\d/.test(term) ? false : 0.2),
        combineWith: 'AND',
        boostDocument: key => ((urgency.get(String(key)) ?? 0) > 0 ? URGENT_BOOST : 1),
      })
      return inGroups(found.map(({ id }) => byKey.get(String(id))!))
    },
  }
}

const orderOf = ({ kind }: SearchDocument) => SEARCH_KINDS.indexOf(kind)

/** Keeps the order: of the hits of a kind, and of the kinds by their first hit. */
function inGroups<D extends SearchDocument>(ranked: readonly D[]): HitGroup<D>[] {
  const groups = new Map<SearchKind, D[]>()
  for (const document of ranked) {
    const members = groups.get(document.kind)
    if (members) members.push(document)
    else groups.set(document.kind, [document])
  }
  return [...groups].map(([kind, members]) => ({ kind, hits: members.slice(0, MAX_HITS), total: members.length }))
}
