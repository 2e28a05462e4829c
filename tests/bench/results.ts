import type { Figures, Growth } from './once'
import type { Row, Visit } from './measure'
import type { Size } from './ourSite'
import type { Soak } from './soak'

export interface SizeResult extends Size, Figures {
  readonly rows: readonly Row[]
  readonly allowedApiRequests: number
}

/** Everything that one run measured. */
export interface Results {
  readonly machine: string
  readonly date: string
  readonly minutes: number
  readonly sizes: readonly SizeResult[]
  /** Another page, by its address. */
  readonly peer: { readonly url: string; readonly rows: readonly Row[] } | null
  readonly managementKB: number | null
  readonly elementKB: number | null
  readonly growth: Growth | null
  readonly soak: Soak | null
}

export const OURS = 'SCS Status'
export const STATIC = 'static HTML'

export const visitOf = (rows: readonly Row[], page: string, line: Row['line']): Visit | undefined =>
  rows.find(row => row.page === page && row.line === line)?.visit
