import type { Visit } from './measure'
import type { Size } from './ourSite'
import { OURS, sizeName, STATIC, visitOf, type Results, type SizeResult } from './results'

/** A row of the budgets that this project set itself. */
export interface BudgetRow {
  readonly what: string
  readonly budget: string
  readonly stretch: string
  readonly measured: string
  /** null = not measured in this run. */
  readonly holds: boolean | null
}

interface Limit {
  readonly what: string
  readonly limit: number
  readonly stretch: number
  /** ×, kB, ms …; empty for plain numbers. */
  readonly unit?: string
  readonly digits?: number
  readonly measured: number | null | undefined
  /** Said where nothing was measured. */
  readonly otherwise?: string
}

const row = ({ what, limit, stretch, unit = '', digits = 0, measured, otherwise = 'not in this run' }: Limit): BudgetRow => {
  const shown = (value: number) => `${Number(value.toFixed(digits))}${unit.replace(/^\w/, ' $&')}`
  const isMeasured = typeof measured === 'number' && !Number.isNaN(measured)
  return {
    what,
    budget: `≤ ${shown(limit)}`,
    stretch: shown(stretch),
    measured: measured === Infinity ? 'does not get there' : isMeasured ? shown(measured) : otherwise,
    holds: isMeasured ? measured <= limit : null,
  }
}

const ratio = (a: number | null | undefined, b: number | null | undefined) =>
  typeof a === 'number' && typeof b === 'number' ? a / b : null
/** The status is on the screen, and every row can be reached. */
const whole = (visit: Visit | undefined) => visit && Math.max(visit.visible, visit.interactive ?? NaN)
const times = { unit: '×', digits: 2 }

function againstStatic(s: SizeResult | undefined, { peer }: Results): BudgetRow[] {
  const ours = s && visitOf(s.rows, OURS, 'slow')
  const limit = s && visitOf(s.rows, STATIC, 'slow')
  const other = peer && visitOf(peer.rows, peer.url, 'slow')
  const against = 'S throttled, against static HTML'
  return [
    { what: `status visible, ${against}`, limit: 1.25, stretch: 1.1, ...times, measured: ratio(ours?.visible, limit?.visible) },
    { what: `first paint, ${against}`, limit: 1.1, stretch: 1, ...times, measured: ratio(ours?.firstPaint, limit?.firstPaint) },
    { what: `interactive, ${against}`, limit: 4.5, stretch: 3.5, ...times, measured: ratio(ours?.interactive, limit?.visible) },
    {
      what: `status visible, S throttled, against ${peer ? peer.url : 'the SCS Angular page'}`,
      limit: 0.2,
      stretch: 0.15,
      ...times,
      measured: ratio(ours?.visible, other?.visible),
      otherwise: 'needs that page: `--url`, `--selector`',
    },
    { what: 'total blocking time, S throttled', limit: 600, stretch: 300, unit: 'ms', measured: ours?.blocking },
  ].map(row)
}

function bytes(s: SizeResult | undefined, { sizes, managementKB, elementKB }: Results): BudgetRow[] {
  const ours = s && visitOf(s.rows, OURS, 'slow')
  const shifts = sizes.flatMap(({ rows }) => rows.flatMap(({ page, visit }) => (page === STATIC ? [] : visit.shift)))
  const kB = { unit: 'kB', digits: 1 }
  const otherwise = 'by the build: `npx size-limit`'
  const management = { what: 'management, first open after `/`, more', limit: 120, stretch: 80, ...kB, measured: managementKB }
  return [
    row({ what: 'HTML, JS and CSS of the first view of `/`', limit: 155, stretch: 130, ...kB, measured: null, otherwise }),
    row({ what: 'JavaScript before the page is interactive', limit: 135, stretch: 115, ...kB, measured: ours?.jsKB }),
    row({ what: 'what comes by itself afterwards (`idle`)', limit: 70, stretch: 50, ...kB, measured: null, otherwise }),
    row({ what: 'custom element, whole', limit: 12, stretch: 8, ...kB, measured: elementKB }),
    row(management),
    row({
      what: 'layout shift, the worst of all rows',
      limit: 0.01,
      stretch: 0,
      digits: 4,
      measured: shifts.length ? Math.max(...shifts) : null,
    }),
    ...sizes.map(({ components, incidents, allowedApiRequests: limit, rows }) =>
      row({
        what: `API requests for \`/\`, ${components} components and ${incidents} incidents`,
        limit,
        stretch: limit,
        measured: visitOf(rows, OURS, 'fast')?.apiRequests,
      }),
    ),
  ]
}

function scale(s: SizeResult | undefined, { sizes, growth, soak, failures }: Results): BudgetRow[] {
  const of = (components: number) => sizes.find(size => size.components === components)
  const large = of(1_000)
  const fast = (size: SizeResult | undefined) => size && visitOf(size.rows, OURS, 'fast')
  const toS = (size: Size) => {
    const result = of(size.components)
    const lacksRows = result?.input && result.input.scrolled.rows < size.components
    const hasFailed = failures.some(({ what }) => what === sizeName(size))
    return lacksRows || hasFailed ? Infinity : ratio(whole(fast(result)), whole(fast(s)))
  }
  const task = 'growth of main-thread time in'
  return [
    {
      what: 'L, unthrottled: first screen complete, all rows reachable, against S',
      limit: 3,
      stretch: 2,
      ...times,
      measured: toS({ components: 1_000, incidents: 3_000 }),
    },
    { what: 'L: heap after collection', limit: 25, stretch: 15, unit: 'MB', digits: 1, measured: fast(large)?.heapMB },
    {
      what: 'L: search keystroke to paint (p95), 4x CPU',
      limit: 100,
      stretch: 50,
      unit: 'ms',
      measured: large?.input?.latencies.search,
    },
    {
      what: 'L: a poll that changed nothing, script',
      limit: 10,
      stretch: 5,
      unit: 'ms',
      digits: 1,
      measured: large?.poll?.scriptMs,
    },
    { what: 'L: polls that changed nothing, DOM writes', limit: 0, stretch: 0, measured: large?.poll?.domWrites },
    {
      what: '5,000 components, 20,000 incidents, unthrottled, against S',
      limit: 6,
      stretch: 3,
      ...times,
      measured: toS({ components: 5_000, incidents: 20_000 }),
    },
    { what: `${task} components, exponent`, limit: 1.1, stretch: 1, digits: 2, measured: growth?.components },
    { what: `${task} incidents, exponent`, limit: 1.1, stretch: 1, digits: 2, measured: growth?.incidents },
    {
      what: `heap: growth from hour ${(soak?.hours ?? 24) / 8} to hour ${soak?.hours ?? 24} of polling`,
      limit: 0.5,
      stretch: 0,
      unit: 'MB',
      digits: 2,
      measured: soak?.growthMB,
    },
  ].map(row)
}

/** The budgets with what this run measured. */
export function budgetRows(results: Results): BudgetRow[] {
  const s = results.sizes.find(({ components }) => components === 12)
  return [...againstStatic(s, results), ...bytes(s, results), ...scale(s, results)]
}
