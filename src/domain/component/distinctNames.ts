import { addTo } from '@/domain/lists'
import { isVisible } from '@/domain/characters'
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
 * by its value of the first label that tells all of them apart ("Storage (Berlin)"); where none does, by those of all labels that
 * differ, and where these do not either, by its id.
 * @param keys the labels that may tell, in the order in which they are tried
 */
export function distinctNames(components: readonly Named[], keys: readonly string[]): Map<string, string> {
  const names = new Map(components.map(({ id, name }) => [id, name]))
  const made = new Map<Named, readonly string[]>()
  const put = (one: Named, values: readonly string[]) => {
    made.set(one, values)
    if (values.length) names.set(one.id, `${one.name.trim()} (${values.join(', ')})`)
  }
  for (const same of sharing(components, ({ name }) => seen(name))) {
    const valuesOf = (key: string) => new Set(same.map(one => valueOf(one, key)))
    const telling = keys.find(key => valuesOf(key).size === same.length)
    const differing = telling === undefined ? keys.filter(key => valuesOf(key).size > 1) : [telling]
    for (const one of same) put(one, differing.map(key => valueOf(one, key)).filter(Boolean))
  }
  // Nothing may have told them apart, and "Storage (Berlin)" may be the whole name of another.
  for (const same of sharing(components, ({ id }) => seen(names.get(id)!)))
    for (const one of same) if (made.has(one)) put(one, [...made.get(one)!, one.id])
  return names
}

function valueOf({ labels }: Named, key: string): string {
  const value = Object.hasOwn(labels, key) ? seen(labels[key]!) : ''
  return isVisible(value) ? value : ''
}

/** Those of which there are several by one text. */
function sharing(components: readonly Named[], textOf: (one: Named) => string): Named[][] {
  const groups = new Map<string, Named[]>()
  for (const one of components) addTo(groups, textOf(one), one)
  return [...groups.values()].filter(({ length }) => length > 1)
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
