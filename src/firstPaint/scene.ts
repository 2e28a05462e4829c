import type { ServiceComponent } from '@/domain/component'
import type { ComponentState } from '@/domain/componentState'
import type { PhaseList } from '@/domain/catalog'
import type { Incident, IncidentUpdate } from '@/domain/incident'
import type { IncidentsAt } from '@/domain/moment'
import type { Level, SeverityScale } from '@/domain/severity'
import type { Verdict } from '@/domain/verdict'
import type { Speech } from '@/look/speech'
import type { Format } from '@/look/timeFormat'
import type { FirstSettings } from './settings'

/** How this visitor sees the page. */
export interface Viewer {
  readonly settings: FirstSettings
  readonly speech: Speech
  readonly format: Format
  /** Of names. */
  readonly language: string
  /** Of severities, where they have one of their own: class and colour of a state. */
  readonly look: (level: Level) => { readonly class: string; readonly style?: string }
  /** Ids of the components that this browser follows. */
  readonly followed: ReadonlySet<string>
  /** The folder of the page, for links. */
  readonly base: string
  /** Epoch milliseconds. */
  readonly now: number
}

/** What is known when there is something to paint. */
export interface Scene {
  readonly listed: readonly ServiceComponent[]
  readonly names: ReadonlyMap<string, string>
  readonly states: ReadonlyMap<string, ComponentState>
  readonly scale: SeverityScale
  readonly moment: IncidentsAt
  readonly verdict: Verdict
  /** When the answers came, epoch milliseconds. */
  readonly readAt: number
  readonly generations: ReadonlyMap<number, PhaseList>
  readonly updates: ReadonlyMap<string, IncidentUpdate>
}

export const incidentHref = ({ base }: Viewer, { id }: Pick<Incident, 'id'>) => `${base}incidents/${encodeURIComponent(id)}`
export const componentHref = ({ base }: Viewer, { id }: Pick<ServiceComponent, 'id'>) =>
  `${base}components/${encodeURIComponent(id)}`
