import type { ApiErrorKind } from '@/domain/apiError'
import type { PhaseList, Severity } from '@/domain/catalog/catalog'
import type { ServiceComponent } from '@/domain/component/component'
import type { Incident } from '@/domain/incident/incident'
import type { StatusPart } from '@/domain/status/verdict'

/** What a state is made of. Phases and impact types only explain it, but for `generations`: nobody asks for them here. */
export const PARTS = ['components', 'incidents', 'severities'] as const satisfies readonly StatusPart[]
export type Part = (typeof PARTS)[number]

/** How the last read of a part went. A failed read keeps the value of the one before. Epoch milliseconds. */
export interface PartState {
  /** null = never */
  readonly readAt: number | null
  readonly error: ApiErrorKind | null
  /** Since when every read failed; null = the last one did not. */
  readonly failingSince: number | null
  /** Entries that the server sent and nobody could read. */
  readonly invalidCount: number
}

/** All that is known of a server, and how fresh it is. */
export interface Known {
  readonly components: readonly ServiceComponent[]
  /** Those around now, and those that components name. */
  readonly incidents: readonly Incident[]
  readonly severities: readonly Severity[]
  /** The phase lists of incidents whose times contradict each other, by generation; by default none is known. */
  readonly generations?: ReadonlyMap<number, PhaseList>
  readonly parts: Readonly<Record<Part, PartState>>
  /** By how much this device's clock is ahead of the server's, milliseconds (domain/time/clockSkew); missing where the server does not say. */
  readonly skew?: number | null
}

const UNREAD: PartState = { readAt: null, error: null, failingSince: null, invalidCount: 0 }

export const NOTHING_KNOWN: Known = {
  components: [],
  incidents: [],
  severities: [],
  parts: { components: UNREAD, incidents: UNREAD, severities: UNREAD },
}
