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

const COLUMNS = [
  'id',
  'title',
  'state',
  'began_at',
  'ended_at',
  'phase',
  'components',
  'severities',
  'severity_values',
  'impact_types',
  'description',
  'link',
] as const

/**
 * A table for spreadsheets: RFC 4180 with a byte order mark, a row for each incident. The lists of its impacts are joined by "; "
 * in one order, so that the n-th component, severity and type belong together.
 */
export function incidentsCsv(incidents: readonly Incident[], names: ExportNames): string {
  const rows = incidents.map(incident => {
    const { id, title, state, beganAt, endedAt, phase, impacts, description, link } = exported(incident, names)
    const joined = (of: (impact: (typeof impacts)[number]) => string | number | null) =>
      impacts.map(impact => of(impact) ?? '').join('; ')
    return [
      id,
      title,
      state,
      beganAt,
      endedAt,
      phase,
      joined(({ component, componentId }) => component ?? componentId),
      joined(({ severity }) => severity),
      joined(({ severityValue }) => severityValue),
      joined(({ type, typeId }) => type ?? typeId),
      description,
      link,
    ]
  })
  return '\uFEFF' + [COLUMNS, ...rows].map(row => `${row.map(cell => csvCell(cell ?? '')).join(',')}\r\n`).join('')
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
