import type { Failure } from './attempts'
import type { Growth, Input } from './once'
import type { Poll } from './poll'
import type { Row, Visit } from './measure'
import type { Size } from './ourSite'
import type { Soak } from './soak'

export interface SizeResult extends Size {
  readonly rows: readonly Row[]
  readonly allowedApiRequests: number
  /** null = failed. */
  readonly input: Input | null
  readonly poll: Poll | null
}

/** Everything that one run measured. */
export interface Results {
  readonly machine: string
  /** Visits of each page; see the rows for how many there were. */
  readonly runs: number
  readonly date: string
  readonly minutes: number
  readonly sizes: readonly SizeResult[]
  /** Another page, by its address. */
  readonly peer: { readonly url: string; readonly rows: readonly Row[] } | null
  readonly managementKB: number | null
  readonly elementKB: number | null
  readonly growth: Growth | null
  readonly soak: Soak | null
  readonly failures: readonly Failure[]
}

export const OURS = 'SCS Status'
export const STATIC = 'static HTML'

export const visitOf = (rows: readonly Row[], page: string, line: Row['line']): Visit | undefined =>
  rows.find(row => row.page === page && row.line === line)?.visit

const grouped = (value: number) => value.toLocaleString('en-GB')

export const sizeName = ({ components, incidents }: Size) => `${grouped(components)} components, ${grouped(incidents)} incidents`
