import { sameLabels } from './catalogContent'
import { editDistance } from '@/domain/editDistance'
import { wantedComponentChanges, wantedTypeChanges, type Kinds, type ListPart, type ProvisioningEntry } from './provisioning'
import { sameText } from '@/domain/writing/sameContent'

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

interface Made<P extends ListPart> {
  readonly key: string
  readonly wanted: Kinds[P]['wanted']
}
interface Other<P extends ListPart> {
  readonly key: string
  readonly found: Kinds[P]['found']
}
interface Pair {
  readonly offer: RenameOffer
  readonly otherKey: string
  /** Lower is surer. */
  readonly distance: number
  /** What the two are where the offer is taken. */
  readonly entry: ProvisioningEntry
}

/** The same content under another name is less sure than a name that is nearly the same. */
const CONTENT_ALONE = 10

/** What may have been renamed (ours): each thing once, the surest first. Whether it was is for the operator to say. */
export const renameOffers = (entries: readonly ProvisioningEntry[]): RenameOffer[] => allPairs(entries).map(({ offer }) => offer)

/**
 * The diff where the offers of these keys are taken: what looked new is a change of what is there, and keeps its history.
 * @param taken keys of new entries
 */
export function withRenames(entries: readonly ProvisioningEntry[], taken: ReadonlySet<string>): ProvisioningEntry[] {
  if (!taken.size) return [...entries]
  const pairs = allPairs(entries).filter(({ offer }) => taken.has(offer.key))
  const gone = new Set(pairs.map(({ otherKey }) => otherKey))
  const renamed = new Map(pairs.map(({ entry }) => [entry.key, entry]))
  return entries.filter(({ key }) => !gone.has(key)).map(entry => renamed.get(entry.key) ?? entry)
}

const allPairs = (entries: readonly ProvisioningEntry[]): Pair[] => [
  ...pairsOf(entries, 'severities', {
    content: 'value',
    isAlike: (wanted, found) => wanted.value === found.value,
    changes: (found, { name, value }) => ({ name, ...(value !== found.value && { value }) }),
  }),
  ...pairsOf(entries, 'impactTypes', {
    content: 'description',
    isAlike: ({ description }, found) => !!description?.trim() && sameText(description.trim(), found.description.trim()),
    changes: wantedTypeChanges,
  }),
  ...pairsOf(entries, 'components', {
    content: 'labels',
    isAlike: ({ labels }, found) => labels !== null && Object.keys(labels).length > 0 && sameLabels(labels, found.labels),
    changes: wantedComponentChanges,
  }),
]

interface Rules<P extends ListPart> {
  /** What speaks for a rename beside the name, and whether it does. */
  readonly content: RenameOffer['reason']
  readonly isAlike: (wanted: Kinds[P]['wanted'], found: Kinds[P]['found']) => boolean
  readonly changes: (found: Kinds[P]['found'], wanted: Kinds[P]['wanted']) => Kinds[P]['changes']
}

function pairsOf<P extends ListPart>(
  entries: readonly ProvisioningEntry[],
  part: P,
  { content, isAlike, changes }: Rules<P>,
): Pair[] {
  const ofKind = (kind: ProvisioningEntry['kind']): readonly unknown[] =>
    entries.filter(entry => entry.part === part && entry.kind === kind && !entry.ambiguous)
  const made = ofKind('new') as readonly Made<P>[]
  const others = ofKind('onlyOnServer') as readonly Other<P>[]

  const pair = (
    { key, wanted }: Made<P>,
    { key: otherKey, found }: Other<P>,
    reason: RenameOffer['reason'],
    distance: number,
  ) => ({
    offer: { key, part, from: found.name, to: wanted.name, reason },
    otherKey,
    distance,
    entry: {
      part,
      key,
      name: found.name,
      ambiguous: false,
      kind: 'changed',
      found,
      changes: changes(found, wanted),
    } as unknown as ProvisioningEntry,
  })
  const pairs = made.flatMap(one => {
    const alike = others.filter(other => isAlike(one.wanted, other.found))
    // What many have in common tells of none of them.
    const only = alike.length === 1 && made.filter(each => isAlike(each.wanted, alike[0]!.found)).length === 1 ? alike[0] : null
    return others.flatMap((other): Pair[] => {
      const distance = nameDistance(one.wanted.name, other.found.name)
      if (distance !== null) return [pair(one, other, 'name', distance)]
      return other === only ? [pair(one, other, content, CONTENT_ALONE)] : []
    })
  })
  const used = new Set<string>()
  return pairs
    .sort((a, b) => a.distance - b.distance)
    .filter(({ offer, otherKey }) => {
      if (used.has(offer.key) || used.has(otherKey)) return false
      used.add(offer.key).add(otherKey)
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
