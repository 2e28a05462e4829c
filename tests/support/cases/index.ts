import { readdirSync, readFileSync } from 'node:fs'
import type { ConfigInput } from '@/config/schema'
import type { DemoData, WireComponent, WireImpact, WireIncident, WireUpdate } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { buildData, buildImpactType, buildSeverity } from '../builders'
import { DAY_MS, HOUR_MS, MINUTE_MS, wireTime } from '../clock'

const FOLDER = 'tests/support/cases'
const UNITS = { s: 1_000, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS } as const

/** A case as its file says it: short ids, and times from now on (`now-20d`, `now+1h`). */
interface CaseFile {
  readonly config?: Partial<ConfigInput>
  readonly components: WireComponent[]
  readonly incidents: WireIncident[]
  readonly updates?: Readonly<Record<string, WireUpdate[]>>
  /** The updates that the server has later. */
  readonly then?: Readonly<Record<string, WireUpdate[]>>
  /** An incident that the server has later. */
  readonly added?: WireIncident
  /** Of `GET /incidents`. */
  readonly fault?: { readonly status: number; readonly retryAfterSeconds: number }
}

export interface Case {
  readonly config: Partial<ConfigInput>
  readonly data: DemoData
  readonly then: DemoData['updates']
  readonly added: WireIncident | undefined
  readonly fault: CaseFile['fault']
}

/** Hundreds of components in thirteen regions, and one incident that affects all of them. */
const manyAffected = (): CaseFile => {
  const components = Array.from({ length: 260 }, (_, index) => {
    const region = `region-${Math.floor(index / 20)}`
    return { id: `c${index}`, displayName: `Service ${index} (${region})`, labels: { region }, activelyAffectedBy: [] }
  })
  const incident = {
    id: 'big',
    displayName: 'Incident big',
    description: '',
    beganAt: 'now-3h',
    endedAt: null,
    phase: { generation: 1, order: 1 },
    affects: components.map(({ id }) => ({ reference: id, type: 't1', severity: 50 })),
    updates: [0],
  }
  const newest = { order: 0, displayName: 'Newest', description: 'The text of the newest update', createdAt: 'now-1m' }
  return { components, incidents: [incident], updates: { big: [newest] } }
}

function timeOf(text: string | null | undefined): string | null {
  const [, sign, count, unit] = /^now(?:([+-])(\d+)([smhd]))?$/.exec(text ?? '') ?? []
  if (!text?.startsWith('now')) return text ?? null
  return wireTime(unit ? Number(`${sign}${count}`) * UNITS[unit as keyof typeof UNITS] : 0)
}

const incidentOf = ({ id, beganAt, endedAt, affects, ...rest }: WireIncident): WireIncident => ({
  ...rest,
  id: uuidOf(id),
  beganAt: timeOf(beganAt),
  endedAt: timeOf(endedAt),
  affects: (affects ?? []).map(({ reference, type, severity }: WireImpact) => ({
    reference: uuidOf(reference!),
    type: uuidOf(type!),
    severity: severity!,
  })),
})

const updatesOf = (updates: Readonly<Record<string, WireUpdate[]>> = {}): DemoData['updates'] =>
  Object.fromEntries(
    Object.entries(updates).map(([id, list]) => [uuidOf(id), list.map(one => ({ ...one, createdAt: timeOf(one.createdAt) }))]),
  )

const caseOf = ({ config = {}, components, incidents, updates, then, added, fault }: CaseFile): Case => ({
  config,
  data: buildData({
    components: components.map(one => ({ ...one, id: uuidOf(one.id) })),
    incidents: incidents.map(incidentOf),
    updates: updatesOf(updates),
    phases: [['Scheduled', 'Investigating', 'Monitoring', 'Resolved']],
    impactTypes: [
      buildImpactType({ id: uuidOf('t1'), displayName: 'Connectivity' }),
      buildImpactType({ id: uuidOf('t3'), displayName: 'Maintenance' }),
    ],
    severities: ['operational', 'limited', 'broken'].map((displayName, index) =>
      buildSeverity({ displayName, value: [33, 66, 100][index]! }),
    ),
  }),
  then: updatesOf(then),
  added: added && incidentOf(added),
  fault,
})

/** What the page was once wrong about, by the number and the name of the case, in their order; times count from NOW. */
export const cases: Readonly<Record<string, Case>> = Object.fromEntries(
  [
    ...readdirSync(FOLDER)
      .filter(name => name.endsWith('.json'))
      .map(
        name =>
          [
            name.replace('-', ' ').replace('.json', '').replaceAll('-', ' '),
            JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as CaseFile,
          ] as const,
      ),
    ['04 many affected', manyAffected()] as const,
  ]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, file]) => [name, caseOf(file)]),
)

/** Collects what came of the cases, and says it line by line. */
export function createOutcomes() {
  const lines: string[] = []
  return {
    tell: (name: string, outcome: string) => void lines.push(`${name}: ${outcome}`),
    lines: () => lines,
    print: (where: string) => void process.stdout.write(`\n${lines.join('\n')}\n${lines.length} cases ${where}\n`),
  }
}
