import { PROVISIONING_PARTS, type EntryOf, type ProvisioningEntry, type ProvisioningPart } from './provisioning'

/**
 * The order of writing: severities, impact types, components; then what is deleted, components first; and last of all the phases,
 * since a generation that is published stays. A server that stops in between can be used as far as it got. A severity takes its value
 * only after the one that had it gave it up, be it by its deletion, because some servers hold values unique (docs/domain.md, "Unique
 * values"). Where values are swapped there is no such order.
 */
export function inOrderOfWriting(entries: readonly ProvisioningEntry[]): ProvisioningEntry[] {
  const ofPart = (part: ProvisioningPart) => entries.filter(entry => entry.part === part && entry.kind !== 'unchanged')
  const severities = severitiesInOrder(ofPart('severities') as EntryOf<'severities'>[])
  const isLeft = (entry: ProvisioningEntry) => entry.kind !== 'onlyOnServer' || severities.includes(entry as never)
  const written = (['impactTypes', 'components'] as const).flatMap(part => ofPart(part).filter(isLeft))
  const deleted = PROVISIONING_PARTS.toReversed().flatMap(part => ofPart(part).filter(entry => !isLeft(entry)))
  return [...severities, ...written, ...deleted, ...ofPart('phases')]
}

function severitiesInOrder(entries: readonly EntryOf<'severities'>[]): EntryOf<'severities'>[] {
  const takes = (entry: EntryOf<'severities'>) =>
    entry.kind === 'new' ? entry.wanted.value : entry.kind === 'changed' ? entry.changes.value : undefined
  const givesUp = (entry: EntryOf<'severities'>) =>
    entry.kind === 'onlyOnServer' || (entry.kind === 'changed' && entry.changes.value !== undefined)
      ? entry.found.value
      : undefined
  const order = new Set<EntryOf<'severities'>>()
  const seen = new Set<EntryOf<'severities'>>()
  const visit = (entry: EntryOf<'severities'>) => {
    if (seen.has(entry)) return
    seen.add(entry)
    const value = takes(entry)
    if (value !== undefined) entries.filter(other => givesUp(other) === value).forEach(visit)
    order.add(entry)
  }
  entries.filter(({ kind }) => kind !== 'onlyOnServer').forEach(visit)
  return [...order]
}
