import { componentChangesBetween, impactTypeChangesBetween, sameLabels } from './catalogContent'
import { editDistance } from './editDistance'
import type { EntryOf, ListPart, ProvisioningEntry } from './provisioning'
import { sameText } from './sameContent'

/** Something new in a file that looks like something that only the server has. */
export interface RenameOffer {
  /** That of the new entry. */
  readonly key: string
  readonly part: ListPart
  readonly from: string
  readonly to: string
  /** What speaks for it. */
  readonly reason: 'name' | 'value' | 'labels' | 'description'
}

type New<P extends ListPart> = Extract<EntryOf<P>, { readonly kind: 'new' }>
type Other<P extends ListPart> = Extract<EntryOf<P>, { readonly kind: 'onlyOnServer' }>
interface Pair<P extends ListPart> {
  readonly made: New<P>
  readonly other: Other<P>
  readonly reason: RenameOffer['reason']
  /** Lower is surer. */
  readonly distance: number
}

/** The same content under another name is less sure than a name that is nearly the same. */
const CONTENT_ALONE = 10

/** What may have been renamed (ours): each thing once, the surest first. Whether it was is for the operator to say. */
export const renameOffers = (entries: readonly ProvisioningEntry[]): RenameOffer[] =>
  allPairs(entries).map(({ made, other, reason }) => ({
    key: made.key,
    part: made.part,
    from: other.name,
    to: made.wanted.name,
    reason,
  }))

/**
 * The diff where the offers of these keys are taken: what looked new is a change of what is there, and keeps its history.
 * @param taken keys of new entries
 */
export function withRenames(entries: readonly ProvisioningEntry[], taken: ReadonlySet<string>): ProvisioningEntry[] {
  if (!taken.size) return [...entries]
  const pairs = allPairs(entries).filter(({ made }) => taken.has(made.key))
  const gone = new Set(pairs.map(({ other }) => other.key))
  const renamed = new Map(pairs.map(pair => [pair.made.key, renamedEntry(pair)]))
  return entries.filter(({ key }) => !gone.has(key)).map(entry => renamed.get(entry.key) ?? entry)
}

function renamedEntry({ made, other }: Pair<ListPart>): ProvisioningEntry {
  const named = { key: made.key, name: other.name, ambiguous: false, kind: 'changed' } as const
  if (made.part === 'severities' && other.part === 'severities') {
    const { name, value } = made.wanted
    return {
      ...named,
      part: 'severities',
      found: other.found,
      changes: { name, ...(value !== other.found.value && { value }) },
    }
  }
  if (made.part === 'impactTypes' && other.part === 'impactTypes') {
    const { name, description } = made.wanted
    const changes = impactTypeChangesBetween(other.found, { name, description: description ?? other.found.description })
    return { ...named, part: 'impactTypes', found: other.found, changes }
  }
  const { wanted } = made as New<'components'>
  const { found } = other as Other<'components'>
  const changes = componentChangesBetween(found, { name: wanted.name, labels: wanted.labels ?? found.labels })
  return { ...named, part: 'components', found, changes }
}

const allPairs = (entries: readonly ProvisioningEntry[]): Pair<ListPart>[] => [
  ...pairsOf(entries, 'severities', 'value', (made, other) => made.wanted.value === other.found.value),
  ...pairsOf(entries, 'impactTypes', 'description', ({ wanted }, { found }) => {
    const text = wanted.description?.trim() ?? ''
    return text !== '' && sameText(text, found.description.trim())
  }),
  ...pairsOf(entries, 'components', 'labels', ({ wanted: { labels } }, { found }) => {
    return labels !== null && Object.keys(labels).length > 0 && sameLabels(labels, found.labels)
  }),
]

function pairsOf<P extends ListPart>(
  entries: readonly ProvisioningEntry[],
  part: P,
  content: RenameOffer['reason'],
  hasSameContent: (made: New<P>, other: Other<P>) => boolean,
): Pair<P>[] {
  const ofKind = <K extends ProvisioningEntry['kind']>(kind: K) =>
    entries.filter(entry => entry.part === part && entry.kind === kind && !entry.ambiguous)
  const made = ofKind('new') as New<P>[]
  const others = ofKind('onlyOnServer') as Other<P>[]
  const found = made.flatMap(one => {
    const alike = others.filter(other => hasSameContent(one, other))
    return others.flatMap((other): Pair<P>[] => {
      const distance = nameDistance(one.wanted.name, other.name)
      if (distance !== null) return [{ made: one, other, reason: 'name', distance }]
      // What many have in common tells of none of them.
      const isOnly = alike.length === 1 && alike[0] === other && made.filter(each => hasSameContent(each, other)).length === 1
      return isOnly ? [{ made: one, other, reason: content, distance: CONTENT_ALONE }] : []
    })
  })
  const used = new Set<string>()
  return found
    .sort((a, b) => a.distance - b.distance)
    .filter(pair => {
      if (used.has(pair.made.key) || used.has(pair.other.key)) return false
      used.add(pair.made.key).add(pair.other.key)
      return true
    })
}

/** How far two names are apart that differ by a slip; null where they are two names. In numbers there are no slips. */
function nameDistance(a: string, b: string): number | null {
  const [one, other] = [plainName(a), plainName(b)]
  if (!one || !other || digitsOf(one) !== digitsOf(other)) return null
  const most = Math.floor(Math.min(one.length, other.length) / 4)
  if (Math.abs(one.length - other.length) > most) return null
  const distance = editDistance(one, other)
  return distance <= most ? distance : null
}

/** The distance costs length times length. */
const MOST_LETTERS = 60
const plainName = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, MOST_LETTERS)
const digitsOf = (name: string) => (name.match(/\p{N}+/gu) ?? []).join(' ')
