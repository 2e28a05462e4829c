import type { ServiceComponent } from '@/domain/component/component'
import { groupNames } from '@/domain/component/grouping'
import { editDistance } from '@/domain/editDistance'
import { foldText } from '@/domain/foldText'
import { plain } from '@/cli/plainText'
import { UsageError } from '@/cli/exitCodes'

/** Of which components to speak; of all, where it names none. */
export interface Selection {
  /** An id; null = not one alone. */
  readonly component: string | null
  /** Of components that have all of these; one that lists several values, `a,b`, has each. */
  readonly labels: readonly (readonly [key: string, value: string])[]
}

export const EVERYTHING: Selection = { component: null, labels: [] }

export const isWhole = ({ component, labels }: Selection): boolean => component === null && !labels.length

/** The components that are meant. */
export const membersOf = (components: readonly ServiceComponent[], { component, labels }: Selection) =>
  components.filter(
    one => (component === null || one.id === component) && labels.every(([key, value]) => groupNames(one, key).includes(value)),
  )

/** What there is to choose from. */
export interface Choice {
  readonly components: readonly ServiceComponent[]
  /** What the server calls them, by id, where the page tells them apart by more. */
  readonly sentNames: ReadonlyMap<string, string>
  /** Whether there may be more that could not be read: then what is not found may be there all the same. */
  readonly isPartial: boolean
}

const MOST_NAMED = 5
const named = ({ id, name }: ServiceComponent) => `  ${plain(name)} (${plain(id)})`
const listOf = (components: readonly ServiceComponent[]) => components.slice(0, MOST_NAMED).map(named).join('\n')

/**
 * The id of the component that is called `wanted`: by its id, else by its name, in which case is no difference.
 * @returns `wanted` itself, where nobody can tell whether it exists
 * @throws UsageError where none is called so, or several are
 */
export function componentCalled(wanted: string, { components, sentNames, isPartial }: Choice): string {
  if (components.some(({ id }) => id === wanted)) return wanted
  const folded = (text: string) => text.trim().toLowerCase()
  const isCalled = (text: string | undefined) => text !== undefined && folded(text) === folded(wanted)
  const exact = components.filter(({ name }) => isCalled(name))
  const found = exact.length ? exact : components.filter(({ id }) => isCalled(sentNames.get(id)))
  if (found.length > 1)
    throw new UsageError(`${found.length} components are called ${plain(wanted)}; name one by its id:\n${listOf(found)}`)
  if (found[0]) return found[0].id
  if (isPartial) return wanted
  const near = nearTo(wanted, components)
  throw new UsageError(`There is no component ${plain(wanted)}.${near.length ? ` Did you mean:\n${listOf(near)}` : ''}`)
}

/** Those whose name is nearly what was typed, or holds it; the nearest first. */
function nearTo(wanted: string, components: readonly ServiceComponent[]): ServiceComponent[] {
  // Nobody types more, and the distance costs length times length.
  const typed = foldText(wanted.slice(0, 60)).trim()
  if (!typed) return []
  return components
    .map(component => ({ component, name: foldText(component.name.slice(0, 60)).trim() }))
    .map(({ component, name }) => ({
      component,
      away: name.includes(typed) ? 0 : editDistance(typed, name),
      most: name.length / 3,
    }))
    .filter(({ away, most }) => away <= Math.max(1, most))
    .sort((a, b) => a.away - b.away)
    .map(({ component }) => component)
}

/** @throws UsageError where no component has all of them, and it is known that none has */
export function checkLabels(labels: Selection['labels'], { components, isPartial }: Choice): void {
  if (!labels.length || isPartial || membersOf(components, { component: null, labels }).length) return
  const wanted = labels.map(([key, value]) => plain(`${key}=${value}`)).join(' and ')
  const [[key = ''] = []] = labels
  const values = [...new Set(components.flatMap(one => groupNames(one, key)))].filter(value => value !== null)
  const known = values.length ? ` Values of ${plain(key)}: ${values.slice(0, 20).map(plain).join(', ')}` : ''
  throw new UsageError(`No component has the label ${wanted}.${known}`)
}
