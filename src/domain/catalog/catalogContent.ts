import type { ImpactType, ImpactTypeChanges, NewImpactType } from './catalog'
import type { ComponentChanges, NewComponent, ServiceComponent } from '@/domain/component/component'
import {
  changedValues,
  findMatches,
  lostFields,
  sameText,
  sameTitle,
  type Found,
  type Sameness,
} from '@/domain/writing/sameContent'

/** What of a component can be edited. */
export type ComponentFields = Pick<ServiceComponent, 'name' | 'labels'>
/** What of an impact type can be edited. */
export type ImpactTypeFields = Pick<ImpactType, 'name' | 'description'>
type Labels = ServiceComponent['labels']

/** Whether two sets of labels say the same, in any order. */
export function sameLabels(a: Labels, b: Labels): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every(key => Object.hasOwn(b, key) && a[key] === b[key])
}

const sameComponentField: Sameness<ComponentFields> = { name: sameTitle, labels: sameLabels }
const sameImpactTypeField: Sameness<ImpactTypeFields> = { name: sameTitle, description: sameText }

/** The minimum to send: the name trimmed, and all labels where one of them differs, since they are replaced whole. */
export function componentChangesBetween(before: ComponentFields, after: ComponentFields): ComponentChanges {
  return changedValues(sameComponentField, before, { ...after, name: after.name.trim() })
}

/** The minimum to send of an impact type: its name trimmed, its text as it is typed. */
export function impactTypeChangesBetween(before: ImpactTypeFields, after: ImpactTypeFields): ImpactTypeChanges {
  return changedValues(sameImpactTypeField, before, { ...after, name: after.name.trim() })
}

/** The fields that were sent and read back different (docs/domain.md, "Verify after writing"). */
export function componentNotTakenOver(sent: ComponentChanges, after: ComponentFields): (keyof ComponentFields)[] {
  return lostFields(sameComponentField, sent, after)
}

/** The same for an impact type. */
export function impactTypeNotTakenOver(sent: ImpactTypeChanges, after: ImpactTypeFields): (keyof ImpactTypeFields)[] {
  return lostFields(sameImpactTypeField, sent, after)
}

/**
 * After a POST whose outcome is unknown: which of those that were not known before is what was sent. Told by the name (ours): the
 * rest a server may have kept differently.
 * @param knownIds of those that were there before the POST
 */
export function findSameNamed<T extends { readonly id: string; readonly name: string }>(
  sent: NewComponent | NewImpactType,
  listed: readonly T[],
  knownIds: ReadonlySet<string>,
): Found<T> {
  return findMatches(listed.filter(({ id, name }) => !knownIds.has(id) && sameTitle(sent.name, name)))
}

/** What is to become of some labels; the others stay as they are. */
export interface LabelEdit {
  readonly set: Labels
  readonly remove: readonly string[]
}

/** The labels of a component with only the named keys changed: what someone else wrote beside them stays. */
export function editLabels(labels: Labels, { set, remove }: LabelEdit): Labels {
  const kept = Object.entries(labels).filter(([key]) => !remove.includes(key))
  return { ...Object.fromEntries(kept), ...set }
}
