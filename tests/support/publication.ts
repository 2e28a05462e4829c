import { http, HttpResponse } from 'msw'
import { openStatus } from '@/cli/openStatus'
import type { Publication } from '@/cli/publish/publication'
import type { ConfigInput } from '@/config/schema'
import { isVisible } from '@/domain/characters'
import { buildComponent, buildImpactType, buildIncident, buildSeverity, buildUpdate } from './builders'
import { atEnd } from './cleanup'
import { HOUR_MS, NOW, wireTime } from './clock'
import { API_URL, buildSite } from './config'
import { hostileDescriptions, hostileTexts } from './hostile'
import { readPublication } from './readPublication'
import { serve, type ServeOptions } from './server'

export const PUBLIC_URL = 'https://status.example/cloud/'

interface PublicationOptions extends ServeOptions {
  readonly config?: Partial<ConfigInput>
}

/** A server as the command opens it, before its first read; `moveTo` sets the clock of both. */
export function openServer({ config, ...server }: PublicationOptions = {}) {
  let now = NOW
  const demo = serve({ now: () => now, ...server })
  const site = buildSite({ title: 'Cloud', publicUrl: PUBLIC_URL, languages: ['en'], ...config })
  const open = openStatus({ setting: site.providers[0], now: () => now })
  atEnd(() => open.close())
  const moveTo = (instant: number) => {
    now = instant
    open.clock.touch()
  }
  return { open, demo, moveTo, now: () => now }
}

/** What is published of a server that is read once. */
export async function buildPublication(options: PublicationOptions = {}): Promise<Publication> {
  const { open, now } = openServer(options)
  return readPublication(open, now())
}

const answer = (path: string, data: unknown) => http.get(`${API_URL}${path}`, () => HttpResponse.json({ data } as object))

/** A server that says one text wherever it can, of an incident that goes on and of a maintenance that is to come; a long one in descriptions only. */
export function hostileServer(description: string): PublicationOptions {
  const text = description.length > 20_000 || Object.values(hostileDescriptions).includes(description) ? 'x' : description
  const impact = (severity: number) => ({ reference: text, type: text, severity })
  const incident = { displayName: text, description, phase: { generation: 1, order: 0 }, updates: [0, 1] }
  const [ongoing, planned] = [
    { beganAt: wireTime(-HOUR_MS), endedAt: null, affects: [impact(50)] },
    { beganAt: wireTime(HOUR_MS), endedAt: wireTime(2 * HOUR_MS), affects: [impact(0)] },
  ]
  return {
    anyIds: true,
    config: { title: isVisible(text) ? text : 'Cloud' },
    first: [
      answer('/components', [buildComponent({ id: text, displayName: text, labels: { [text]: text, group: `${text},x` } })]),
      answer('/incidents', [
        buildIncident({ ...incident, ...ongoing, id: text }),
        buildIncident({ ...incident, ...planned, id: `${text} 2` }),
      ]),
      answer('/incidents/:id/updates', [
        buildUpdate({ displayName: text, description }),
        buildUpdate({ order: 1, displayName: text, description, createdAt: wireTime(-60_000) }),
      ]),
      answer('/severities', [buildSeverity({ displayName: text, value: 100 })]),
      answer('/impacttypes', [buildImpactType({ id: text, displayName: text })]),
    ],
  }
}

export const hostileCorpus = Object.entries({ ...hostileTexts, ...hostileDescriptions })
