import { isVisible } from './characters'
import type { ServiceComponent } from './component'
import { hiddenLabelKeys, type LabelsConfig } from './componentFacts'
import { labelKeys } from './grouping'

type Named = Pick<ServiceComponent, 'id' | 'name' | 'labels'>

/** What of the configuration decides by which labels components of one name are told apart. */
export type DistinctionConfig = LabelsConfig & { readonly groupBy: string | null }

/** Nobody sees a difference of spaces. */
const seen = (name: string) => name.normalize().trim().replace(/\s+/gu, ' ')

/**
 * The names of components by id, so that a reader can tell them apart (ours): only where several have one name, each is followed
 * by its value of the first label that tells all of them apart ("Storage (Berlin)"); where none does, by those of several labels,
 * and where these do not either, by its id.
 * @param keys the labels that may tell, in the order in which they are tried
 */
export function distinctNames(components: readonly Named[], keys: readonly string[]): Map<string, string> {
  const names = new Map(components.map(({ id, name }) => [id, name]))
  const byName = groupedBy(components, ({ name }) => seen(name))
  if (byName.size === components.length) return names
  const made: Named[] = []
  for (const same of byName.values()) {
    if (same.length < 2) continue
    for (const [one, values] of told(same, keys)) {
      names.set(one.id, values.length ? `${one.name.trim()} (${values.join(', ')})` : one.name)
      made.push(one)
    }
  }
  // "Storage (Berlin)" may be the whole name of another.
  const taken = groupedBy(components, ({ id }) => seen(names.get(id)!))
  for (const one of made) if (taken.get(seen(names.get(one.id)!))!.length > 1) names.set(one.id, `${one.name.trim()} (${one.id})`)
  return names
}

/** The values that tell components of one name apart. */
function told(same: readonly Named[], keys: readonly string[]): [Named, string[]][] {
  if (same.length < 2) return same.map(one => [one, []])
  const differing = keys
    .map(key => ({ key, groups: groupedBy(same, one => valueOf(one, key)) }))
    .filter(one => one.groups.size > 1)
  const best = differing.find(({ groups }) => groups.size === same.length) ?? differing[0]
  if (!best) return same.map(one => [one, [one.id]])
  const rest = keys.filter(key => key !== best.key)
  return [...best.groups].flatMap(([value, group]) =>
    told(group, rest).map(([one, values]): [Named, string[]] => [one, value ? [value, ...values] : values]),
  )
}

function valueOf({ labels }: Named, key: string): string {
  const value = Object.hasOwn(labels, key) ? seen(labels[key]!) : ''
  return isVisible(value) ? value : ''
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

// So that what was made of a component stays while the component does.
const renamed = new WeakMap<ServiceComponent, ServiceComponent>()

/** The components by the names that tell them apart: for readers, never to be written. Those whose name does are the same objects. */
export function distinctlyNamed(components: readonly ServiceComponent[], keys: readonly string[]): readonly ServiceComponent[] {
  const names = distinctNames(components, keys)
  const isSame = ({ id, name }: ServiceComponent) => names.get(id) === name
  if (components.every(isSame)) return components
  return components.map(one => {
    const name = names.get(one.id)!
    if (name === one.name) return one
    const known = renamed.get(one)
    const now = known?.name === name ? known : { ...one, name }
    renamed.set(one, now)
    return now
  })
}

/** The labels that may tell: the one that groups first, then all that the page shows, by their keys. */
export function tellingKeys(components: readonly ServiceComponent[], config: DistinctionConfig): string[] {
  const shown = labelKeys(components, hiddenLabelKeys(config))
  return config.groupBy !== null && shown.includes(config.groupBy)
    ? [config.groupBy, ...shown.filter(key => key !== config.groupBy)]
    : shown
}
