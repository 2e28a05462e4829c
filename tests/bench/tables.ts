import { budgetRows, type BudgetRow } from './budgets'
import type { Row, Visit } from './measure'
import { OURS, sizeName, STATIC, visitOf, type Results, type SizeResult } from './results'

/** Rows of cells, the head first. */
export type Table = readonly (readonly string[])[]

const COLUMNS: Readonly<Record<keyof Visit, string>> = {
  visible: 'visible',
  firstPaint: 'first paint',
  largestPaint: 'largest',
  interactive: 'interactive',
  blocking: 'blocking',
  shift: 'shift',
  script: 'script',
  task: 'main thread',
  requests: 'requests',
  apiRequests: 'of the API',
  kB: 'kB',
  apiKB: 'of the API',
  jsKB: 'JS kB',
  heapMB: 'heap MB',
  nodes: 'nodes',
}
const keys = Object.keys(COLUMNS) as (keyof Visit)[]

/** Whole, or with two significant digits. */
function shown(value: number | null | undefined): string {
  if (typeof value !== 'number' || Number.isNaN(value)) return '–'
  return String(Math.abs(value) < 10 ? Number(value.toPrecision(2)) : Math.round(value))
}

const cells = (visit: Visit) => keys.map(key => shown(visit[key]))
const lineOf = ({ line }: Row) => (line === 'fast' ? 'unthrottled' : 'throttled')

function ratios(rows: readonly Row[], line: Row['line']): string[] {
  const ours = visitOf(rows, OURS, line)
  const limit = visitOf(rows, STATIC, line)
  const of = (key: keyof Visit) => (ours?.[key] && limit?.[key] ? `${shown(ours[key] / limit[key])}×` : '–')
  return ours && limit ? keys.map(of) : []
}

export const rowsTable = (rows: readonly Row[]): Table => [
  ['', ...keys.map(key => COLUMNS[key])],
  ...(['fast', 'slow'] as const).flatMap(line => {
    const found = rows.filter(row => row.line === line)
    const ratio = ratios(rows, line)
    return [
      ...found.map(row => [`${row.page}, ${lineOf(row)}`, ...cells(row.visit)]),
      ...(ratio.length ? [['ratio', ...ratio]] : []),
    ]
  }),
]

export const inputTable = (sizes: readonly SizeResult[]): Table => [
  ['', 'search', 'grouping', 'a day', 'all rows after scrolling', 'rows', 'poll, script', 'poll, DOM writes'],
  ...sizes.map(size => {
    const { latencies, scrolled } = size.input ?? {}
    const times = [latencies?.search, latencies?.grouping, latencies?.day, scrolled?.ms]
    const cells = [...times.map(ms => `${shown(ms)} ms`), String(scrolled?.rows ?? '–')]
    return [sizeName(size), ...cells, `${shown(size.poll?.scriptMs)} ms`, shown(size.poll?.domWrites)]
  }),
]

const verdictOf = ({ holds }: BudgetRow) => (holds === null ? '–' : holds ? 'holds' : '**misses**')

export const budgetTable = (results: Results): Table => [
  ['what', 'budget', 'stretch', 'measured', ''],
  ...budgetRows(results).map(row => [row.what, row.budget, row.stretch, row.measured, verdictOf(row)]),
]

/** For people at a terminal. */
export function plain(table: Table): string {
  const widths = table[0]!.map((_, column) => Math.max(...table.map(row => row[column]!.length)))
  const padded = (cell: string, column: number) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]! + 2))
  return table.map(row => `${row.map(padded).join('')}\n`).join('')
}

/** For docs/performance.md. */
export function markdown(table: Table): string {
  const [head, ...rows] = table
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |\n`
  const rule = head!.map((_, column) => (column === 0 ? '---' : '--:'))
  return [head!, rule, ...rows].map(line).join('')
}
