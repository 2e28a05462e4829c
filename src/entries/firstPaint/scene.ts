import type { ServiceComponent } from '@/domain/component/component'
import type { ComponentState } from '@/domain/component/componentState'
import type { PhaseList } from '@/domain/catalog/catalog'
import type { Incident, IncidentUpdate } from '@/domain/incident/incident'
import type { IncidentsAt } from '@/domain/incident/moment'
import type { SeverityScale } from '@/domain/severity/severity'
import type { Verdict } from '@/domain/status/verdict'
import type { ViewContext } from '@/statusView/model/viewContext'
import type { FirstSettings } from './settings'

/** How this visitor sees the page. */
export interface Viewer extends ViewContext {
  readonly settings: FirstSettings
  /** Of names. */
  readonly language: string
  /** Ids of the components that this browser follows. */
  readonly followed: ReadonlySet<string>
  /** The folder of the page, for links. */
  readonly base: string
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
