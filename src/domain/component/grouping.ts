import { addTo, compare } from '@/domain/lists'
import { isVisible } from '@/domain/characters'
import { holdsWords, wordsIn } from '@/domain/holdsWords'
import type { ServiceComponent } from './component'
import type { ComponentState } from './componentState'
import { worstLevel, type Level, type SeverityScale } from '@/domain/severity/severity'

/** Components that share a value of the grouping label. */
export interface ComponentGroup {
  /** The label; null = nothing groups. */
  readonly by: string | null
  /** The label's value; null = the components without one, or all of them where nothing groups. */
  readonly name: string | null
  readonly components: readonly ServiceComponent[]
  readonly level: Level
}

export interface GroupingOptions {
  /** The label to group by; null = one group of all. */
  readonly by: string | null
  /** The label whose number orders components; without it, and for equal numbers, the name does. */
  readonly orderLabel?: string | null | undefined
  /** Worst first instead. */
  readonly problemsFirst?: boolean | undefined
  /** For names: the language of the page. */
  readonly locale?: string | undefined
}

/**
 * Groups components by a label. A value may list several groups, `a,b`: the component stands in each. Components without the
 * label come last.
 */
export function groupComponents(
  components: readonly ServiceComponent[],
  states: ReadonlyMap<string, ComponentState>,
  scale: SeverityScale,
  { by, orderLabel, problemsFirst, locale }: GroupingOptions,
): ComponentGroup[] {
  const collator = collatorOf(locale)
  const sorted = sortComponents(components, states, scale, { orderLabel, problemsFirst, locale })
  const groups = new Map<string | null, ServiceComponent[]>()
  for (const component of sorted)
    for (const name of by === null ? [null] : groupNames(component, by)) addTo(groups, name, component)
  const result = [...groups].map(([name, members]) => ({
    by,
    name,
    components: members,
    level: worstLevel(
      scale,
      members.map(({ id }) => states.get(id)?.level ?? scale.unknown),
    ),
  }))
  return result.sort(
    (a, b) =>
      (problemsFirst ? b.level.rank - a.level.rank : 0) ||
      Number(a.name === null) - Number(b.name === null) ||
      collator.compare(a.name ?? '', b.name ?? ''),
  )
}

/**
 * Components in the order of a list: by their number, then by name; with `problemsFirst` by state before that. Sorting what is
 * sorted already costs one comparison each: who filters again and again does so after sorting.
 */
export function sortComponents(
  components: readonly ServiceComponent[],
  states: ReadonlyMap<string, ComponentState>,
  scale: SeverityScale,
  { orderLabel, problemsFirst, locale }: Omit<GroupingOptions, 'by'>,
): ServiceComponent[] {
  const collator = collatorOf(locale)
  const rank = ({ id }: ServiceComponent) => (states.get(id)?.level ?? scale.unknown).rank
  return [...components].sort(
    (a, b) =>
      (problemsFirst ? rank(b) - rank(a) : 0) ||
      orderOf(a, orderLabel) - orderOf(b, orderLabel) ||
      collator.compare(a.name, b.name) ||
      compare(a.id, b.id),
  )
}

const collatorOf = (locale: string | undefined) => new Intl.Collator(locale, { numeric: true })

/** The groups that a component stands in; `[null]` where it has none. */
export function groupNames(component: ServiceComponent, label: string): (string | null)[] {
  const names = (Object.hasOwn(component.labels, label) ? component.labels[label]! : '').split(',').map(name => name.trim())
  const distinct = [...new Set(names.filter(isVisible))]
  return distinct.length ? distinct : [null]
}

/** The label keys that some component has, without the hidden ones, sorted. */
export function labelKeys(components: readonly ServiceComponent[], hidden: readonly string[] = []): string[] {
  const keys = new Set(components.flatMap(({ labels }) => Object.keys(labels)))
  return [...keys].filter(key => !hidden.includes(key) && isVisible(key)).sort()
}

/** The values of each label key that some component has, without the hidden ones; all sorted. */
export function labelValues(components: readonly ServiceComponent[], hidden: readonly string[]): Map<string, readonly string[]> {
  return new Map(
    labelKeys(components, hidden).map(key => {
      const names = components.flatMap(component => groupNames(component, key)).filter(name => name !== null)
      return [key, [...new Set(names)].sort()]
    }),
  )
}

/** Key and value of what is written `key:value`; null where it is not. */
export function parseLabel(text: string): { readonly key: string; readonly value: string } | null {
  const [key, ...rest] = text.split(':')
  return key && rest.length ? { key, value: rest.join(':') } : null
}

// Beyond the largest sensible number, so that components without an order come last and the difference stays a number.
export const UNORDERED = 1e9

/** The number that a component's order label holds, at most `UNORDERED`, which stands for none. */
export function orderOf(component: ServiceComponent, label: string | null | undefined): number {
  const text = label && Object.hasOwn(component.labels, label) ? component.labels[label]!.trim() : ''
  const order = text ? Number(text) : NaN
  return Number.isFinite(order) ? Math.min(order, UNORDERED) : UNORDERED
}

export interface ComponentFilter {
  /** Every word must stand in the name, a label's key or value. */
  readonly text: string
  /** Level keys; empty = all. */
  readonly levels: readonly string[]
  /** `key:value` pairs; empty = all. Values of one key are alternatives, keys must all hold. */
  readonly labels: readonly { readonly key: string; readonly value: string }[]
  /** Label keys that the page does not show: the text does not look into them either. */
  readonly hiddenLabels?: readonly string[] | undefined
  /** What a label is called here, key and value. The same function for the same words. */
  readonly labelWords?: LabelWords | undefined
}

type LabelWords = (key: string, value: string) => readonly string[]

const NONE: readonly string[] = []

/** The components that a visitor's search and filters leave. */
export function filterComponents(
  components: readonly ServiceComponent[],
  states: ReadonlyMap<string, ComponentState>,
  { text, levels, labels, hiddenLabels = NONE, labelWords }: ComponentFilter,
): ServiceComponent[] {
  const words = wordsIn(text)
  const wanted = new Map<string, string[]>()
  for (const { key, value } of labels) addTo(wanted, key, value)
  return components.filter(component => {
    const state = states.get(component.id)
    if (
      levels.length &&
      !levels.includes(state?.level.key ?? 'unknown') &&
      !(levels.includes('maintenance') && state?.inMaintenance)
    )
      return false
    for (const [key, values] of wanted)
      if (!groupNames(component, key).some(name => name !== null && values.includes(name))) return false
    return !words.length || holdsWords(searchedText(component, hiddenLabels, labelWords), words)
  })
}

// A search looks into the same thousands of components with each key.
const searchedTexts = new WeakMap<
  ServiceComponent,
  { readonly hiddenLabels: readonly string[]; readonly labelWords: LabelWords | undefined; readonly text: string }
>()

function searchedText(component: ServiceComponent, hiddenLabels: readonly string[], labelWords: LabelWords | undefined): string {
  const known = searchedTexts.get(component)
  if (known?.hiddenLabels === hiddenLabels && known.labelWords === labelWords) return known.text
  const shown = Object.entries(component.labels).filter(([key]) => !hiddenLabels.includes(key))
  const words = labelWords ? shown.flatMap(label => labelWords(...label)) : []
  const text = [component.name, ...shown.flat(), ...words].join('\n').toLowerCase()
  searchedTexts.set(component, { hiddenLabels, labelWords, text })
  return text
}
