import { addTo } from '@/domain/lists'
import type { ServiceComponent } from './component'
import type { ComponentState } from './componentState'
import { groupNames } from './grouping'
import { worstLevel, type Level, type SeverityScale } from '@/domain/severity/severity'

/** A cell: the components that carry both values, and the worst of their states; null where there is none. */
export interface GridCell {
  readonly components: readonly ServiceComponent[]
  readonly level: Level | null
}

/** Components by the values of one label and of another; null is the line of those without the label. */
export interface ComponentGrid {
  readonly columns: readonly (string | null)[]
  readonly rows: readonly { readonly name: string | null; readonly cells: readonly GridCell[] }[]
}

/**
 * Lays components out by two labels. One with several values (`a,b`) stands in a cell for each; one whose state is not known makes
 * its cell as unknown as it is. Lines without any component are left out.
 * @param locale for the order of the values: the language of the page
 */
export function componentGrid(
  components: readonly ServiceComponent[],
  states: ReadonlyMap<string, ComponentState>,
  scale: SeverityScale,
  { rows, columns, locale }: { readonly rows: string; readonly columns: string; readonly locale?: string | undefined },
): ComponentGrid {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const cells = new Map<string | null, Map<string | null, ServiceComponent[]>>()
  const columnNames = new Set<string | null>()
  for (const component of components)
    for (const row of groupNames(component, rows)) {
      const line = cells.get(row) ?? new Map<string | null, ServiceComponent[]>()
      cells.set(row, line)
      for (const column of groupNames(component, columns)) {
        columnNames.add(column)
        addTo(line, column, component)
      }
    }
  const inOrder = (names: Iterable<string | null>) =>
    [...names].sort((a, b) => Number(a === null) - Number(b === null) || compare(a ?? '', b ?? ''))
  const ordered = inOrder(columnNames)
  const cellOf = (members: readonly ServiceComponent[]): GridCell => ({
    components: members,
    level: members.length
      ? worstLevel(
          scale,
          members.map(({ id }) => states.get(id)?.level ?? scale.unknown),
        )
      : null,
  })
  return {
    columns: ordered,
    rows: inOrder(cells.keys()).map(name => ({
      name,
      cells: ordered.map(column => cellOf(cells.get(name)!.get(column) ?? [])),
    })),
  }
}
