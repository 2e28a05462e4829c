import type { Span } from '@/domain/time/calendar'
import type { ImpactType, PhaseList } from '@/domain/catalog/catalog'
import type { Incident } from './incident'
import { timingAt, type Timing } from './moment'
import { phaseName } from './phase'
import { levelOf, type SeverityScale } from '@/domain/severity/severity'

/** What stands behind the ids of incidents. */
export interface ExportNames {
  readonly components: ReadonlyMap<string, string>
  readonly types: readonly ImpactType[]
  readonly scale: SeverityScale
  readonly generations: ReadonlyMap<number, PhaseList>
  /** The address of an incident's page. */
  readonly linkTo: (id: string) => string
  /** Epoch milliseconds. */
  readonly now: number
}

/** An incident as it is exported. Names are null where they are not known; times are RFC 3339 in UTC. */
interface ExportedIncident {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly state: Timing
  readonly beganAt: string | null
  readonly endedAt: string | null
  readonly phase: string | null
  readonly impacts: readonly {
    readonly componentId: string
    readonly component: string | null
    /** The server's word, or `maintenance` or `unknown`. */
    readonly severity: string
    readonly severityValue: number | null
    readonly typeId: string | null
    readonly type: string | null
  }[]
  readonly link: string
}

type ExportedImpact = ExportedIncident['impacts'][number]
const joined = ({ impacts }: ExportedIncident, of: (impact: ExportedImpact) => string | number | null) =>
  impacts.map(impact => of(impact) ?? '').join('; ')

const COLUMNS: Readonly<Record<string, (incident: ExportedIncident) => string | null>> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  state: ({ state }) => state,
  began_at: ({ beganAt }) => beganAt,
  ended_at: ({ endedAt }) => endedAt,
  phase: ({ phase }) => phase,
  components: incident => joined(incident, ({ component, componentId }) => component ?? componentId),
  severities: incident => joined(incident, ({ severity }) => severity),
  severity_values: incident => joined(incident, ({ severityValue }) => severityValue),
  impact_types: incident => joined(incident, ({ type, typeId }) => type ?? typeId),
  description: ({ description }) => description,
  link: ({ link }) => link,
}

/**
 * A table for spreadsheets: RFC 4180 with a byte order mark, a row for each incident. The lists of its impacts are joined by "; "
 * in one order, so that the n-th component, severity and type belong together.
 */
export function incidentsCsv(incidents: readonly Incident[], names: ExportNames): string {
  const rows = incidents.map(one => {
    const incident = exported(one, names)
    return Object.values(COLUMNS).map(valueOf => valueOf(incident))
  })
  return '\uFEFF' + [Object.keys(COLUMNS), ...rows].map(row => `${row.map(cell => csvCell(cell ?? '')).join(',')}\r\n`).join('')
}

/** Spreadsheets run what looks like a formula: an apostrophe makes it a text (OWASP, CSV injection). */
function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/**
 * The same for programs, with what is not known: `{exportedAt, from, until, unknown: [{from, until}], incidents: [...]}`.
 * @param gaps the parts of the span of which nothing is known
 */
export function incidentsJson(incidents: readonly Incident[], names: ExportNames, span: Span, gaps: readonly Span[]): string {
  return JSON.stringify(
    {
      exportedAt: time(names.now),
      ...fromUntil(span),
      unknown: gaps.map(fromUntil),
      incidents: incidents.map(incident => exported(incident, names)),
    },
    null,
    2,
  )
}

const fromUntil = ({ start, end }: Span) => ({ from: time(start), until: time(end) })

function exported(incident: Incident, { components, types, scale, generations, linkTo, now }: ExportNames): ExportedIncident {
  const { id, title, description, phase } = incident
  return {
    id,
    title,
    description,
    state: timingAt(incident, now),
    beganAt: time(incident.beganAt),
    endedAt: time(incident.endedAt),
    phase: phase && phaseName(phase, generations),
    impacts: incident.impacts.map(({ componentId, typeId, severity }) => {
      const level = levelOf(scale, severity)
      return {
        componentId,
        component: components.get(componentId) ?? null,
        severity: level.name || level.kind,
        severityValue: severity,
        typeId,
        type: types.find(type => type.id === typeId)?.name ?? null,
      }
    }),
    link: linkTo(id),
  }
}

// What no calendar can print is not known.
const time = (instant: number | null) =>
  instant === null || Math.abs(instant) > 8.64e15 ? null : new Date(instant).toISOString()
